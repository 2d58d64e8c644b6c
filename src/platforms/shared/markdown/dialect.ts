/** Platforms read what stands beside it as two things, and people do not see it. */
export const apart = "\u200b";

/**
 * How one platform writes what the tree says. Each function gets what is inside already written in the same dialect, and
 * text as people are to read it.
 */
export interface Dialect {
  /** Text that the platform shows as it stands: nothing in it formats, links or notifies. */
  text(value: string, atLineStart: boolean): string;
  strong(inner: string): string;
  emphasis(inner: string): string;
  strike(inner: string): string;
  inlineCode(value: string): string;
  /** On lines of its own, from the start of a line. */
  code(value: string, language: string | null): string;
  /** In one line. */
  heading(depth: number, inner: string): string;
  quote(inner: string): string;
  /** Before a list's item; null where the list counts nothing. */
  marker(number: number | null): string;
  task(done: boolean): string;
  rule(): string;
  /** A web address that may be followed, without a preview. */
  link(url: string): string;
  /** The last look at what is written: whatever came to stand together, it notifies nobody. */
  inert(part: string): string;
  /** How long one character may become, wherever it stands. */
  readonly weight: (sign: string) => number;
  /** Begins the lines of an item after the first. */
  readonly indent: string;
  /** What the platform would make a link of by itself, as a global expression. */
  readonly address: RegExp;
}

/** Whether an address was part of the conversation before: what the model alone says is not made a link. */
export type Known = (url: string) => boolean;
