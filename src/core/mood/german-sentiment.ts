import { plainSpelling } from "../conversation/spelling.ts";

/** How German words feel, -3..3, by their stems (in plain spelling: ae oe ue ss). */
const stems: Readonly<Record<number, string>> = {
  3: `wunderbar fantastisch grossartig hervorragend liebst traumhaft uebergluecklich begeistert perfekt`,
  2: `toll super klasse prima gluecklich froh froehlich freu freue gefreut freude lieb liebe schoen stolz erleichtert
      dankbar lustig witzig spannend gelungen geschafft gewonnen geil spass herrlich`,
  1: `gut nett freundlich angenehm zufrieden hilfreich interessant gemuetlich entspannt hoffnung besser mag gern gerne
      lecker brav klug schlau danke suess cool ruhig`,
  [-1]: `schade muede langweilig nervig anstrengend allein unsicher nervoes krank doof muehsam`,
  [-2]: `schlecht traurig wuetend aergerlich aerger sauer enttaeuscht einsam angst aengstlich bloed dumm mies haesslich
      schlimm kaputt erschoepft gestresst ueberfordert weine geweint weinen schmerz verletzt ungluecklich verzweifelt
      sorge nutzlos peinlich nerv wertlos`,
  [-3]: `schrecklich furchtbar entsetzlich grauenhaft hasse hass gehasst gestorben tot verdammt scheisse scheiss
      arschloch idiot katastrophe elend hoffnungslos ekelhaft widerlich depressiv beschissen`,
};

const lexicon: ReadonlyMap<string, number> = new Map(
  Object.entries(stems).flatMap(([score, list]) => list.split(/\s+/).map((stem) => [stem, Number(score)])),
);

const negation = /^(?:nicht|nie|niemals|ohne|kaum|nix|kein(?:e[nmrs]?)?)$/;
const intensifier = /^(?:sehr|so|total|richtig|wirklich|echt|unglaublich|extrem|mega)$/;
const endings = ["", "e", "er", "es", "en", "em", "n", "st", "t", "s", "ere", "erer", "eres", "ste", "sten"];

function scoreOf(word: string): number {
  const ending = endings.find((one) => word.endsWith(one) && lexicon.has(word.slice(0, word.length - one.length)));
  return ending === undefined ? 0 : (lexicon.get(word.slice(0, word.length - ending.length)) ?? 0);
}

/** "nicht besonders gut", "gar kein guter Tag": a negation reaches over what stands between it and the word. */
const isNegated = (words: readonly string[], index: number): boolean =>
  words.slice(Math.max(0, index - 3), index).some((word) => negation.test(word));

/** How German words feel, -1..1: the mean of those that feel like anything; a negation turns and softens them. */
export function germanSentiment(text: string): number {
  const words = plainSpelling(text).match(/\p{L}+/gu) ?? [];
  const scores = words.flatMap((word, index) => {
    const score = scoreOf(word) * (intensifier.test(words[index - 1] ?? "") ? 1.3 : 1);
    if (score === 0) return [];
    return [isNegated(words, index) ? score * -0.7 : score];
  });
  if (scores.length === 0) return 0;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.max(-1, Math.min(1, mean / 3));
}
