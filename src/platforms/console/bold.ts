/** Stand in for the terminal's own sequences until the text is wrapped. Cleaned text holds no such characters. */
export const boldOn = "\x01";
export const boldOff = "\x02";

const fence = /^ {0,3}(?:```|~~~)/;
const codeOrBold = /`[^`]*`|(?<!\*)\*\*(?![\s*])((?:(?!\*\*).)*[^\s*])\*\*/g;
const unsettled = /`|(?<!\*)\*\*(?!\s)|\*$/;

/**
 * `**bold**` with its ends marked; code stays as it is written. Of a text that is still growing, what may yet turn out
 * to be bold is left away, so that what is shown only grows.
 */
export function markBold(text: string, complete: boolean): string {
  const lines = text.split("\n");
  let inFence = false;
  return lines
    .map((line, index) => {
      const isFence = fence.test(line);
      if (isFence) inFence = !inFence;
      if (isFence || inFence) return line;
      return complete || index < lines.length - 1 ? markLine(line) : settledPart(line);
    })
    .join("\n");
}

const markLine = (line: string): string =>
  line.replace(codeOrBold, (match: string, inner: string | undefined) =>
    inner === undefined ? match : `${boldOn}${inner}${boldOff}`,
  );

function settledPart(line: string): string {
  const settled = line.replace(codeOrBold, (match) => "x".repeat(match.length));
  const cut = settled.search(unsettled);
  return markLine(cut < 0 ? line : line.slice(0, cut));
}
