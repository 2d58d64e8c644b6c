/** Umlauts are written in three ways, the third leaves the dots out. */
const spellings = (source: string): string =>
  source.replace(/ä/g, "(?:ae|a|e)").replace(/ö/g, "(?:oe|o)").replace(/ü/g, "(?:ue|u)").replace(/ß/g, "(?:ss|s)");

/** Several ways to say one thing as one pattern over folded text, in whole words. */
export const oneOf = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${spellings(sources.join("|"))})(?![a-z0-9])`);
