/** Whom a sentence is about: the person ("you"), or somebody or something of theirs ("your dog"). */
export interface Subject {
  readonly you: boolean;
  /** "your dog"; empty for the person. */
  readonly words: string;
  readonly plural: boolean;
}

type Clause = (subject: Subject, value: string) => string;

const be = ({ you, words }: Subject): string => (you ? "you're" : `${words} is`);
const verb = ({ you, words }: Subject, plain: string, third: string): string =>
  you ? `you ${plain}` : `${words} ${third}`;
const whose = ({ you, words }: Subject): string => (you ? "your" : `${words}'s`);
const article = (noun: string): string => (/^[aeiou]/iu.test(noun) ? `an ${noun}` : `a ${noun}`);
const within = (place: string): string =>
  /^(?:near|on|by|outside|close|next|just|at)\s/iu.test(place) ? place : `in ${place}`;

/** One fact as a main clause, by its attribute. */
const clauses: Readonly<Record<string, Clause>> = {
  name: (s, v) => {
    if (s.you) return `your name is ${v}`;
    return s.plural ? `${s.words} are called ${v}` : `${s.words} is called ${v}`;
  },
  nickname: (s, v) => (s.you ? `you go by ${v}` : `${s.words} goes by ${v}`),
  age: (s, v) => `${be(s)} ${v}`,
  home: (s, v) => `${verb(s, "live", "lives")} ${within(v)}`,
  origin: (s, v) => `${be(s)} from ${v}`,
  nationality: (s, v) => `${be(s)} ${v}`,
  work: (s, v) => `${verb(s, "work", "works")} as ${article(v)}`,
  workplace: (s, v) => `${verb(s, "work", "works")} at ${v}`,
  study: (s, v) => `${verb(s, "study", "studies")} ${v}`,
  allergy: (s, v) => `${be(s)} allergic to ${v}`,
  likes: (s, v) => `${verb(s, "like", "likes")} ${v}`,
  dislikes: (s, v) => `${verb(s, "don't like", "doesn't like")} ${v}`,
  diet: (s, v) => `${be(s)} ${v}`,
  avoids: (s, v) => `${verb(s, "avoid", "avoids")} ${v}`,
  language: (s, v) => `${verb(s, "speak", "speaks")} ${v}`,
  plays: (s, v) => `${verb(s, "play", "plays")} ${v}`,
  birthday: (s, v) => `${whose(s)} birthday is ${v}`,
  status: (s, v) => `${be(s)} ${v}`,
  kind: (s, v) => `${be(s)} ${article(v)}`,
  colour: (s, v) => `${be(s)} ${v}`,
};

/** Slots that an empty answer can name. */
const unknown: Readonly<Record<string, (subject: Subject) => string>> = {
  name: (s) => (s.you ? "your name" : `what ${s.words} is called`),
  nickname: () => "what people call you",
  age: (s) => (s.you ? "how old you are" : `how old ${s.words} is`),
  home: (s) => (s.you ? "where you live" : `where ${s.words} lives`),
  origin: (s) => (s.you ? "where you're from" : `where ${s.words} is from`),
  work: (s) => (s.you ? "what you do for a living" : `what ${s.words} does for a living`),
  workplace: (s) => (s.you ? "where you work" : `where ${s.words} works`),
  study: (s) => (s.you ? "what you study" : `what ${s.words} studies`),
  allergy: (s) => (s.you ? "of anything you're allergic to" : `of anything ${s.words} is allergic to`),
  likes: (s) => (s.you ? "what you like" : `what ${s.words} likes`),
  dislikes: (s) => (s.you ? "what you dislike" : `what ${s.words} dislikes`),
  language: (s) => (s.you ? "which languages you speak" : `which languages ${s.words} speaks`),
  kind: (s) => `what kind ${s.words} is`,
  colour: (s) => `what colour ${s.words} is`,
  status: (s) => (s.you ? "whether you're married" : `whether ${s.words} is married`),
  birthday: (s) => (s.you ? "when your birthday is" : `when ${s.words} has a birthday`),
};

/** What a question of yes or no asks. */
const checks: Readonly<Record<string, Clause>> = {
  likes: (s, v) => `whether ${verb(s, "like", "likes")} ${v}`,
  language: (s, v) => `whether ${verb(s, "speak", "speaks")} ${v}`,
  diet: (s, v) => `whether ${verb(s, "have", "has")} ${v}`,
};

const irregular: Readonly<Record<string, string>> = {
  child: "children",
  mouse: "mice",
  fish: "fish",
  goldfish: "goldfish",
  sheep: "sheep",
  goose: "geese",
  wife: "wives",
};

const pluralOf = (noun: string): string =>
  irregular[noun] ??
  noun.replace(/(?:(?<y>[^aeiou])y|(?<s>s|x|ch|sh))?$/u, (_, y?: string, s?: string) =>
    y ? `${y}ies` : s ? `${s}es` : "s",
  );

const turned: Readonly<Record<string, string>> = { my: "your", mine: "yours", me: "you", myself: "yourself" };

export const memoryWords = {
  /** Several of one sort: "your cats". Null where the language cannot tell the form from the word. */
  plural: (words: string): string | null => words.replace(/\p{L}+$/u, pluralOf),
  owner: (words: string, noun: string, _gender: "m" | "f" | "n" | null) => `${words}'s ${noun}`,
  fact: (attribute: string, subject: Subject, value: string) => clauses[attribute]?.(subject, value) ?? null,
  /** Any other slot: "your favourite colour is green". */
  is: (what: string, value: string) => `${what} is ${value}`,
  has: (value: string) => `you have ${value}`,
  favourite: (noun: string) => `favourite ${noun}`,
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`,
  quote: ({ text }: { text: string }) => `You told me: “${text}”.`,
  quotes: ({ texts }: { texts: readonly string[] }) => `You told me: ${texts.map((text) => `“${text}”`).join("; ")}.`,
  unknown: (attribute: string, subject: Subject) => {
    const what = unknown[attribute]?.(subject);
    return what === undefined ? null : `I don't know ${what}; you haven't told me.`;
  },
  unknownSlot: (what: string) => `I don't know ${what}; you haven't told me.`,
  unknownHaving: (noun: string) => `You haven't told me of any ${noun}.`,
  unknownAllergy: (value: string) => `You haven't told me of an allergy to ${value}.`,
  unknownCheck: (attribute: string, subject: Subject, value: string) => {
    const whether = checks[attribute]?.(subject, value) ?? `about ${value}`;
    return `You haven't told me ${whether}.`;
  },
  unknownWho: (name: string) => `I don't know who ${name} is; you haven't told me.`,
  unknownAbout: (subject: Subject) => `I don't know anything about ${subject.you ? "you" : subject.words} yet.`,
  corrected: ({ facts }: { facts: string }) => `Corrected: ${facts}.`,
  withdrawn: ({ facts }: { facts: string }) => `Corrected: I no longer take it that ${facts}.`,
  /** How many memories went, and of whom; null where they were of several. */
  gone: ({ notes, about }: { notes: number; about: string | null }) => {
    const counted = notes === 1 ? "1 note" : `${notes} notes`;
    return about === null ? `Gone: ${counted}.` : `Gone: ${counted} about ${about}.`;
  },
  goneWords: ({ messages }: { messages: number }) =>
    messages === 1 ? "Gone: that message." : `Gone: ${messages} messages.`,
  you: () => "you",
  /** The person's words, turned towards them. */
  turned: (value: string) =>
    value.replace(/(?<!\p{L})(?:my|mine|me|myself)(?!\p{L})/giu, (word) => turned[word.toLowerCase()] ?? word),
  nothing: () => "There is nothing I remember about that.",
  offRecord: () => "All right. I keep nothing of this message.",
};
