import type { Locale } from "../session.ts";
import { plainSpelling } from "./spelling.ts";

const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

// Words that both languages write (in, was, die, am, so, hat, man, will, war, her, im, also) are in neither list.
const german = wordSet(`
  ich er sie wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein meine meinen meinem meiner meines dein deine
  deinen deinem deiner seine seinen unser unsere unseren euer eure das dem ein eine einen einem einer
  eines kein keine keinen keinem keiner und oder aber sondern denn weil dass wenn ob als wie wo wer wen wem wann warum
  wieso weshalb woher wohin welche welcher welches wozu womit wofuer wogegen worueber nicht nichts nie niemals ist sind
  bin bist seid waren warst wird werde werden wurde habe hast haben hatte hatten kann kannst koennen koennte muss musst
  muessen soll sollst sollte moechte mag magst darf darfst weiss weisst wissen heisse heisst heissen wohne wohnst wohnt
  komme kommst kommt gehe gehst geht mache machst macht sag sage sagst gib zeig hilf erzaehl vergiss merk fuer mit von
  vom zu zum zur bei beim nach aus auf ueber unter zwischen gegen ohne seit wegen durch ja nein doch nur noch schon sehr
  auch hier dort da jetzt heute gestern morgen immer wieder viel viele etwas alles alle mehr ganz gar mal eben halt bitte
  danke dank hallo servus moin tschuess tschau ciao guten gute gut schlecht schoen toll geil hund katze bisschen
  eigentlich vielleicht natuerlich leider gibt gibt's geht's gehts regnet schneit gerade gern gerne ziemlich endlich zusammen hilfe wetter abend nacht
  entschuldigung tut leid stimmt genau klar wochenende muede traurig froh
`);

const english = wordSet(`
  i you he she it we they him us them my your his its our their mine yours the a an and or but if because that this
  these those who whom whose what which when where why how not nor is are were be been being isn't aren't wasn't don't
  doesn't didn't can't won't couldn't wouldn't shouldn't isnt arent wasnt dont doesnt didnt cant wont i'm i've i'll i'd
  ive you're youre you've it's he's she's we're they're that's thats there's what's whats who's where's how's let's do
  does did done have has had can could would should shall may might must of to for from with by at on into about over
  after before between without since than then there here now today tomorrow yesterday tonight always never ever again very
  really just only even too much many more most some any all every other yes yeah yep please thank thanks hello hey
  goodbye bye good bad nice great well know tell say said think want need like love hate get got go going come make
  give take see look feel help called name lives live works work remember forget call morning night weather dog cat
  sorry sure okay maybe
`);

/** Signs that prove little alone, names and other languages have them too: half a word each, however often. */
const hints: Readonly<Record<Locale, readonly RegExp[]>> = {
  de: [
    /[äöüß]/,
    /\p{L}{2}(?:ung|keit|heit|schaft|lich|isch|chen)(?!\p{L})/u,
    /(?<!\p{L})(?:du|der|den|des|es|sein|na)(?!\p{L})/u,
  ],
  en: [/\p{L}{2}(?:ing|tion|ness|ly|ful)(?!\p{L})/u, /\p{L}'(?:s|t|re|ve|ll|d|m)(?!\p{L})/u],
};

/** Longer messages show their language by their beginning. */
const readCharacters = 4_000;

function weigh(text: string, known: ReadonlySet<string>, signs: readonly RegExp[]): number {
  const words = plainSpelling(text).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const hinted = signs.filter((sign) => sign.test(text.toLowerCase())).length / 2;
  return words.filter((word) => known.has(word)).length + Math.min(1, hinted);
}

/** The language that a message is written in, as far as it shows; too short, mixed or foreign gives the fallback. */
export function languageOf(text: string, fallback: Locale): Locale {
  // A command's own name is English for everybody.
  const read = text
    .replace(/^\s*\/[\w-]+/, "")
    .slice(0, readCharacters)
    .normalize("NFC");
  const de = weigh(read, german, hints.de);
  const en = weigh(read, english, hints.en);
  if (Math.max(de, en) < 1 || de === en) return fallback;
  return de > en ? "de" : "en";
}
