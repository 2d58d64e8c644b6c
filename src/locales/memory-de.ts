import type { memoryWords as English, Subject } from "./memory-en.ts";

type Clause = (subject: Subject, value: string) => string;

const verb = ({ you, words }: Subject, second: string, third: string): string =>
  you ? `du ${second}` : `${words} ${third}`;
const be = (subject: Subject): string => verb(subject, "bist", "ist");
const of = ({ words }: Subject): string =>
  `von ${words.replace(/^deine(?= )/u, "deiner").replace(/^dein(?= )/u, "deinem")}`;
const within = (place: string): string =>
  /^(?:am|auf|an|bei|im|in|neben|nahe|außerhalb|hinter)\s/iu.test(place) ? place : `in ${place}`;
const dated = (day: string): string => (/^\d/u.test(day) ? `am ${day}` : day);

const clauses: Readonly<Record<string, Clause>> = {
  name: (s, v) => `${verb(s, "heißt", s.plural ? "heißen" : "heißt")} ${v}`,
  nickname: (s, v) => (s.you ? `du wirst ${v} genannt` : `${s.words} wird ${v} genannt`),
  age: (s, v) => `${be(s)} ${v} Jahre alt`,
  home: (s, v) => `${verb(s, "wohnst", "wohnt")} ${within(v)}`,
  origin: (s, v) => `${verb(s, "kommst", "kommt")} aus ${v}`,
  nationality: (s, v) => `${be(s)} ${v}`,
  work: (s, v) => `${verb(s, "arbeitest", "arbeitet")} als ${v}`,
  workplace: (s, v) => `${verb(s, "arbeitest", "arbeitet")} bei ${v}`,
  study: (s, v) => `${verb(s, "studierst", "studiert")} ${v}`,
  allergy: (s, v) => `${be(s)} allergisch gegen ${v}`,
  likes: (s, v) => `${verb(s, "magst", "mag")} ${v}`,
  dislikes: (s, v) => `${verb(s, "magst", "mag")} ${v} nicht`,
  diet: (s, v) => `${be(s)} ${v}`,
  avoids: (s, v) => `${verb(s, "verzichtest", "verzichtet")} auf ${v}`,
  language: (s, v) => `${verb(s, "sprichst", "spricht")} ${v}`,
  plays: (s, v) => `${verb(s, "spielst", "spielt")} ${v}`,
  birthday: (s, v) => (s.you ? `dein Geburtstag ist ${dated(v)}` : `der Geburtstag ${of(s)} ist ${dated(v)}`),
  status: (s, v) => `${be(s)} ${v}`,
  kind: (s, v) => `${be(s)} ${v}`,
  colour: (s, v) => `${be(s)} ${v}`,
};

const unknown: Readonly<Record<string, (subject: Subject) => string>> = {
  name: (s) => (s.you ? "wie du heißt" : `wie ${s.words} heißt`),
  nickname: () => "wie du genannt wirst",
  age: (s) => (s.you ? "wie alt du bist" : `wie alt ${s.words} ist`),
  home: (s) => (s.you ? "wo du wohnst" : `wo ${s.words} wohnt`),
  origin: (s) => (s.you ? "woher du kommst" : `woher ${s.words} kommt`),
  work: (s) => (s.you ? "was du beruflich machst" : `was ${s.words} beruflich macht`),
  workplace: (s) => (s.you ? "wo du arbeitest" : `wo ${s.words} arbeitet`),
  study: (s) => (s.you ? "was du studierst" : `was ${s.words} studiert`),
  allergy: (s) => (s.you ? "ob du gegen etwas allergisch bist" : `ob ${s.words} gegen etwas allergisch ist`),
  likes: (s) => (s.you ? "was du magst" : `was ${s.words} mag`),
  dislikes: (s) => (s.you ? "was du nicht magst" : `was ${s.words} nicht mag`),
  language: (s) => (s.you ? "welche Sprachen du sprichst" : `welche Sprachen ${s.words} spricht`),
  kind: (s) => `welcher Art ${s.words} ist`,
  colour: (s) => `welche Farbe ${s.words} hat`,
  status: (s) => (s.you ? "ob du verheiratet bist" : `ob ${s.words} verheiratet ist`),
  birthday: (s) => (s.you ? "wann du Geburtstag hast" : `wann ${s.words} Geburtstag hat`),
};

const checks: Readonly<Record<string, Clause>> = {
  likes: (s, v) => `ob ${verb(s, `${v} magst`, `${v} mag`)}`,
  language: (s, v) => `ob ${verb(s, `${v} sprichst`, `${v} spricht`)}`,
};

const articles = { m: "der", f: "die", n: "das" } as const;

export const memoryWords: typeof English = {
  plural: () => null,
  owner: (words, noun, gender) =>
    `${gender === null ? "" : `${articles[gender]} `}${noun} ${of({ you: false, words, plural: false })}`,
  fact: (attribute, subject, value) => clauses[attribute]?.(subject, value) ?? null,
  is: (what, value) => `${what} ist ${value}`,
  has: (value) => `du hast ${value}`,
  favourite: (noun) => `Lieblings${noun.toLowerCase()}`,
  list: (items) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} und ${items[items.length - 1]}`,
  quote: ({ text }) => `Du hast mir gesagt: „${text}“.`,
  quotes: ({ texts }) => `Du hast mir gesagt: ${texts.map((text) => `„${text}“`).join("; ")}.`,
  unknown: (attribute, subject) => {
    const what = unknown[attribute]?.(subject);
    return what === undefined ? null : `Ich weiß nicht, ${what}; du hast es mir nicht gesagt.`;
  },
  unknownSlot: (what) => `Was ${what} ist, weiß ich nicht; du hast es mir nicht gesagt.`,
  unknownHaving: (noun) => `Davon hast du mir nichts erzählt (${noun}).`,
  unknownAllergy: (value) => `Von einer Allergie gegen ${value} hast du mir nichts gesagt.`,
  unknownCheck: (attribute, subject, value) => {
    const whether = checks[attribute]?.(subject, value) ?? `ob das für ${value} gilt`;
    return `Du hast mir nicht gesagt, ${whether}.`;
  },
  unknownWho: (name) => `Ich weiß nicht, wer ${name} ist; du hast es mir nicht gesagt.`,
  unknownAbout: (subject) =>
    subject.you ? "Ich weiß noch nichts über dich." : `Darüber weiß ich noch nichts (${subject.words}).`,
  corrected: ({ facts }) => `Korrigiert: ${facts}.`,
  withdrawn: ({ facts }) => `Korrigiert. Das gilt nicht mehr: ${facts}.`,
  gone: ({ notes, about }) => {
    const counted = notes === 1 ? "1 Notiz" : `${notes} Notizen`;
    return about === null ? `Vergessen: ${counted}.` : `Vergessen: ${counted} über ${about}.`;
  },
  goneWords: ({ messages }) => (messages === 1 ? "Vergessen: diese Nachricht." : `Vergessen: ${messages} Nachrichten.`),
  you: () => "dich",
  turned: (value) =>
    value.replace(
      /(?<!\p{L})(m)(ein\p{L}{0,2}|ich|ir)(?!\p{L})/giu,
      (_, first: string, rest: string) => `${first === "M" ? "D" : "d"}${rest}`,
    ),
  nothing: () => "Dazu habe ich mir nichts gemerkt.",
  offRecord: () => "In Ordnung. Von dieser Nachricht behalte ich nichts.",
};
