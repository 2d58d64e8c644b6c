import type { Locale } from "../session.ts";
import { plainSpelling } from "./spelling.ts";

const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

// Words that both languages write (in, was, die, am, so, hat, man, will, war, her, im, also) are in neither list.
const german = wordSet(`
  ich du er sie wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein meine meinen meinem meiner meines dein deine
  deinen deinem deiner sein seine seinen unser unsere unseren euer eure der das den dem des ein eine einen einem einer
  eines kein keine keinen keinem keiner und oder aber sondern denn weil dass wenn ob als wie wo wer wen wem wann warum
  wieso weshalb woher wohin welche welcher welches wozu womit wofuer wogegen worueber nicht nichts nie niemals ist sind
  bin bist seid waren warst wird werde werden wurde habe hast haben hatte hatten kann kannst koennen koennte muss musst
  muessen soll sollst sollte moechte mag magst darf darfst weiss weisst wissen heisse heisst heissen wohne wohnst wohnt
  komme kommst kommt gehe gehst geht mache machst macht sag sage sagst gib zeig hilf erzaehl vergiss merk fuer mit von
  vom zu zum zur bei beim nach aus auf ueber unter zwischen gegen ohne seit wegen durch ja nein doch nur noch schon sehr
  auch hier dort da jetzt heute gestern morgen immer wieder viel viele etwas alles alle mehr ganz gar mal eben halt bitte
  danke dank hallo servus moin tschuess tschau ciao guten gute gut schlecht schoen toll geil hund katze name bisschen
  eigentlich vielleicht natuerlich leider gerade gern gerne ziemlich endlich zusammen hilfe wetter abend nacht
  entschuldigung tut leid stimmt genau klar na ne wochenende muede traurig froh
`);

const english = wordSet(`
  i you he she it we they me him us them my your his its our their mine yours the a an and or but if because that this
  these those who whom whose what which when where why how not no nor is are were be been being isn't aren't wasn't don't
  doesn't didn't can't won't couldn't wouldn't shouldn't isnt arent wasnt dont doesnt didnt cant wont i'm i've i'll i'd
  ive you're youre you've it's he's she's we're they're that's thats there's what's whats who's where's how's let's do
  does did done have has had can could would should shall may might must of to for from with by at on into about over
  after before between without since than then there here now today tomorrow yesterday always never ever again very
  really just only even too much many more most some any all every other yes yeah yep please thank thanks hello hey
  goodbye bye good bad nice great well know tell say said think want need like love hate get got go going come make
  give take see look feel help called name lives live works work remember forget call morning night weather dog cat
  sorry sure okay maybe
`);

const shapes: Readonly<Record<Locale, RegExp>> = {
  de: /(?:ung|keit|heit|schaft|lich|isch|chen)$/,
  en: /(?:ing|tion|ness|ly|ful|n't|'s|'ve|'re|'ll)$/,
};

const tokens = (text: string): readonly string[] =>
  plainSpelling(text.slice(0, 4_000)).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];

function weigh(words: readonly string[], known: ReadonlySet<string>, shape: RegExp): number {
  const listed = words.filter((word) => known.has(word)).length;
  // A shape alone proves little: names have such endings too. Together shapes count no more than one word.
  const shaped = words.filter((word) => word.length > 4 && !known.has(word) && shape.test(word)).length;
  return listed + Math.min(1, shaped / 2);
}

/** The language that a message is written in, as far as it shows; too short, mixed or foreign gives the fallback. */
export function languageOf(text: string, fallback: Locale): Locale {
  const words = tokens(text);
  const de = weigh(words, german, shapes.de);
  const en = weigh(words, english, shapes.en);
  if (Math.max(de, en) < 1 || de === en) return fallback;
  return de > en ? "de" : "en";
}
