/**
 * Text without what nobody sees: control characters, marks that turn the direction of writing, and invisible characters
 * in which something could be hidden. Joiners stay where letters or emoji need them, and so do the tags of a flag.
 */

const flag = String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{2,7}\u{e007f}`;
const joiner = String.raw`(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]`;
const variation = String.raw`(?<=[\p{Emoji}\p{Extended_Pictographic}])[\ufe0e\ufe0f]`;
const invisible = String.raw`[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\0-\x08\x0b-\x1f\x7f-\x9f]`;
const looked = new RegExp(`(${flag}|${joiner}|${variation})|${invisible}`, "gu");

const lineEnd = /\r\n?|[\u2028\u2029]/g;
const loneSurrogate = /\p{Surrogate}/gu;
const halfAtEnd = /[\ud800-\udbff]$/;
/** More quotes within quotes than anybody writes; the parser's work grows with the square of them. */
const deepQuote = /^((?:[ \t]*>){12})((?:[ \t]*>)+)/gm;

/** Never looks ahead for what it keeps, so that the clean form of a beginning is a beginning of the clean form. */
export const cleanOf = (text: string): string =>
  visibleOf(text.replace(halfAtEnd, "").replace(loneSurrogate, "\ufffd").replace(lineEnd, "\n")).replace(
    deepQuote,
    (_, outer: string, inner: string) => outer + inner.replaceAll(">", ""),
  );

/** The same for a piece of text: what a character reference stood for is seen only after parsing. */
export const visibleOf = (text: string): string => text.replace(looked, (_, kept: string | undefined) => kept ?? "");
