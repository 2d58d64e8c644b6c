/** A stretch of a message that says one thing. `text` is as long as what it stands for, letter by letter. */
export interface Clause {
  /** Quotation marks and apostrophes in one form; words quoted from elsewhere blanked out. */
  readonly text: string;
  /** Where it starts in the message. */
  readonly start: number;
  readonly asks: boolean;
  /** The sentence it belongs to; what is left unsaid is found there. */
  readonly sentence: number;
}

/** Longer messages are read up to here: what a person tells of themselves comes in short words. */
const longest = 4000;
const longestClause = 280;

const alike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "’": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "\t": " ",
    "\u00a0": " ",
    "\u202f": " ",
  }),
);

const blank = (text: string): string => text.replace(/[^\n]/gu, (sign) => " ".repeat(sign.length - 1).concat("\u0001"));
const isTitle = (quoted: string): boolean => quoted.trim().split(/\s+/u).length <= 2;

/** The message with one sort of each mark and without what somebody else said, of the same length. */
export function plain(message: string): string {
  return message
    .slice(0, longest)
    .replace(/[’‘`´“”„«»\t\u00a0\u202f]/gu, (sign) => alike.get(sign) ?? sign)
    .replace(/^(\s*(?:my|mein\p{L}{0,2})\s+\p{L}+)\?(?=\s+\S)/iu, "$1:")
    .replace(/(?<![\p{L}'])(i) (m|ve)(?= )/giu, "$1'$2")
    .replace(/(?<=(?:mother|father|sister|brother|daughter|son)s?) in law(?!\p{L})/giu, "-in-law")
    .replace(/```[^`]*```|^\s*>.*$|https?:\/\/\S+/gmu, blank)
    .replace(/"([^"\n]*)"/gu, (whole, quoted: string) => (isTitle(quoted) ? whole.replaceAll('"', " ") : blank(whole)));
}

const abbreviation = /(?:^|[\s(])(?:dr|mr|mrs|ms|st|prof|nr|ca|z\.b|bzw|\p{L}|\d{1,2})$/iu;
const sentenceEnd = /[.!?;…\n]+(?=\s|$)|\n+|[。！？]+/gu;

interface Sentence {
  readonly start: number;
  readonly text: string;
  readonly mark: string;
}

function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    const before = text.slice(start, index);
    if (mark === "." && abbreviation.test(before) && /^\s+\S/u.test(text.slice(index + 1))) continue;
    found.push({ start, text: before, mark });
    start = index + mark.length;
  }
  return [...found, { start, text: text.slice(start), mark: "" }];
}

const asking = [
  "(?:what|who|whose|where|when|why|how|which)(?:'?s|'?re|'?d)?",
  "(?:do|does|did|can|could|would|will|have|has|is|are|am|was|were|should|shall|may) (?:i|you|we|they|he|she|it|my|our|the|there|that|this|any|your)",
  "wie|wo|wer|wen|wem|was|wann|warum|wieso|weshalb|woher|wohin|wogegen|wovon|womit|wof[üu]e?r|welche[rnsm]?|wessen",
  "(?:bin|habe?|kann|darf|mag|soll|muss|wei(?:ß|ss)t|kennst|erinnerst|hast|bist|kannst|ist|sind|hei(?:ß|ss)e|wohne|vertrage) (?:ich|du|wir|mein\\w*|dein\\w*|unser\\w*|das|es|er|sie)",
  "comment|quel(?:le)?s?|qui|où|quand|pourquoi|est-ce|c[oó]mo|qui[eé]n|d[oó]nde|qu[eé]|cu[aá]l|cu[aá]ndo|come|chi|dove|quando|quale|hoe|waar|wat|wie|onde|quem|qual",
].join("|");
const question = new RegExp(
  `^[\\s¿]*(?:(?:hey|hi|hello|so|and|but|or|ok(?:ay)?|well|um|please|und|aber|na|also|sag mal|btw|by the way)[\\s,]+)*(?:${asking})(?!\\p{L})`,
  "iu",
);

/** Whether words ask rather than tell, by how they begin. */
export const opensQuestion = (text: string): boolean => question.test(text);

const subject = "(?:i|i'?m|i'?ve|my|we|we'?ve|our|ich|wir|mein\\w{0,2}|unser\\w{0,2})";
const others = "(?:he|she|they|you|er|du|his|her|their|sein\\w{0,2}|the)";
/** Where a new thing begins: at a comma or "and" before a subject, or before a question. */
const joint = new RegExp(
  `(?:\\s*[,:–—]|\\s+-)\\s*(?!(?:my|our|mein\\w{0,2}|unser\\w{0,2})\\s+\\p{L}+(?:\\s\\p{L}+)?\\s*,)(?:(?:and|but|so|also|und|aber|denn|or|oder)\\s+)?(?=(?:${subject}|${others}|${asking})(?!\\p{L}))|\\s+(?:and|but|und|aber|because|weil|since|da)\\s+(?=(?:${subject}|${others}|${asking})(?!\\p{L}))`,
  "giu",
);

function clausesIn({ text, start, mark }: Sentence, sentence: number): readonly Clause[] {
  const cuts = [...text.matchAll(joint)]
    .filter(({ index }) => index > 0)
    .map(({ 0: joined, index }) => ({ index, joined }));
  const starts = [0, ...cuts.map(({ index, joined }) => index + joined.length)];
  return starts.map((from, at) => {
    const end = cuts[at]?.index ?? text.length;
    const words = text.slice(from, Math.min(end, from + longestClause));
    const last = at === cuts.length;
    return { text: words, start: start + from, asks: (last && /[?？]/u.test(mark)) || opensQuestion(words), sentence };
  });
}

/** A message parted into clauses, in order. */
export function clausesOf(message: string): readonly Clause[] {
  return sentencesOf(plain(message))
    .flatMap(clausesIn)
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 80);
}

/** Whether the whole message only asks. */
export function onlyAsks(message: string): boolean {
  const clauses = clausesOf(message).filter(({ text }) => text.trim().split(/\s+/u).length > 1);
  return clauses.length > 0 && clauses.every(({ asks }) => asks);
}
