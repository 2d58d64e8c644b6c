/** What is wrong with one part of an output: none of it may ever be posted. */
export type OutputFault = keyof typeof never;

/** As a client reads, from left to right: closed code, signs that stand for themselves, and runs that nothing closes. */
const read = /```[\s\S]*?```|\\[^\dA-Za-z\s]|(``?)(?!`)[\s\S]*?(?<!`)\1(?!`)|`+/g;

const outsideCode = (part: string): string => part.replace(read, (found) => (found.startsWith("`") ? "" : found));

const hasOpenFence = (part: string): boolean => [...part.matchAll(read)].some(([found]) => /^`{3,}$/.test(found));

const never = {
  "longer than it may be": (part: string, limit: number) => part.length > limit,
  blank: (part: string) => part.trim() === "",
  "an open fence": hasOpenFence,
  "half of a character": (part: string) => /\p{Surrogate}/u.test(part),
  "turned writing": (part: string) => /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(part),
  "a mention": (part: string) => /@(?:everyone|here)|<(?:@[!&]?|#)\d+>/i.test(part),
  "an emoji, a time or a command": (part: string) =>
    /<(?:a?:\w+:\d+|t:\d+(?::\w)?|id:\w+|\/[^<>]+:\d+)>/.test(outsideCode(part)),
  "an address that nobody sent": (part: string) =>
    /(?:https?|steam):\/\/|discord(?:app)?\.(?:gg|com\/invite)\//i.test(outsideCode(part)),
};

export const faultsIn = (part: string, limit: number): readonly OutputFault[] =>
  (Object.keys(never) as OutputFault[]).filter((fault) => never[fault](part, limit));

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export const graphemesIn = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
