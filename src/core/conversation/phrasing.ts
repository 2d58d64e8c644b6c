/** Patterns put together from ways to say one thing, each way on a line of its own. */

/** The text is one of these ways, and nothing besides. */
export const whole = (...ways: readonly string[]): RegExp => new RegExp(`^(?:${ways.join("|")})$`);

/** One of these ways stands somewhere in the text, in whole words. */
export const within = (...ways: readonly string[]): RegExp => new RegExp(`\\b(?:${ways.join("|")})\\b`);

/** The text begins with one of these ways. */
export const atStart = (...ways: readonly string[]): RegExp => new RegExp(`^(?:${ways.join("|")})\\b`);
