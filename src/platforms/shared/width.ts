/** East Asian wide and fullwidth forms (Unicode 15, UAX 11), by their blocks. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;
const invisible = /^[\p{Cc}\p{Cf}\p{M}]+$/u;

/** How many columns a terminal gives to a grapheme: 0, 1 or 2. */
export function widthOf(grapheme: string): number {
  if (/^[ -~]$/.test(grapheme)) return 1;
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const shortPieces = /.{1,64}/gsu;

/** The graphemes of a text. In short pieces, because the segmenter copies its whole input for every grapheme. */
export function* graphemesOf(text: string): Generator<string> {
  let last = "";
  for (const piece of text.match(shortPieces) ?? []) {
    const segments = Array.from(segmenter.segment(last + piece), ({ segment }) => segment);
    last = segments.pop() ?? "";
    yield* segments;
  }
  if (last !== "") yield last;
}
