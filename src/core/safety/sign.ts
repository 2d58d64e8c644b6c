/** What a message may be a sign of: harm to oneself, or danger to life and limb right now. */

/** Word classes that ways to say something are put together from, by name. */
export type Classes = Readonly<Record<string, string>>;

/** How one language speaks of one concern. All ways are in plain words: no apostrophes, small letters, umlauts as they are. */
export interface Tongue {
  /** Ways that a negation before or within them takes back: "kill myself". */
  readonly claims: readonly string[];
  /** Ways that carry their negation in themselves, or that none could take back: "don't want to live". */
  readonly denials: readonly string[];
  /** Ways that mean it only with each other, in one sentence or the next: a bridge, and jumping. */
  readonly together: readonly (readonly string[])[];
  /** Ways that people also use in jest: a laugh beside them, or a trifle that they are about, takes them back. */
  readonly weak: readonly string[];
}

/** A tongue whose ways have been compiled. */
export interface Signs {
  readonly claims: readonly RegExp[];
  readonly denials: readonly RegExp[];
  readonly together: readonly (readonly RegExp[])[];
  readonly weak: readonly RegExp[];
}

const gap = (most: number): string => `(?: [a-z0-9]+){0,${most}} `;

function filled(source: string, classes: Classes): string {
  let text = source;
  while (/<[A-Z]+>/.test(text)) text = text.replace(/<([A-Z]+)>/g, (_, name: string) => classes[name] ?? "");
  return text;
}

/** Umlauts are written in three ways, the third leaves the dots out. */
const spellings = (source: string): string =>
  source.replace(/ä/g, "(?:ae|a|e)").replace(/ö/g, "(?:oe|o)").replace(/ü/g, "(?:ue|u)").replace(/ß/g, "(?:ss|s)");

/** One way as a pattern in whole words: `<NAME>` is a class, ` ~ ` up to three words, ` ~~ ` up to seven. */
function way(source: string, classes: Classes = {}): RegExp {
  const whole = spellings(filled(source, classes)).replace(/ ~~ /g, gap(7)).replace(/ ~ /g, gap(3));
  return new RegExp(`(?<![a-z0-9])(?:${whole})(?![a-z0-9])`);
}

/** Several ways as one pattern. */
export const oneOf = (...sources: readonly string[]): RegExp => way(sources.join("|"));

/** A tongue made ready to be looked for. */
export const signsOf = (tongue: Tongue, classes: Classes): Signs => ({
  claims: tongue.claims.map((source) => way(source, classes)),
  denials: tongue.denials.map((source) => way(source, classes)),
  together: tongue.together.map((group) => group.map((source) => way(source, classes))),
  weak: tongue.weak.map((source) => way(source, classes)),
});
