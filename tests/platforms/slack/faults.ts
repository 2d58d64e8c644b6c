/** What is wrong with one part that is shown on Slack: none of it may ever be posted. */
const outsideCode = (part: string): string => part.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]+`/g, "");

const never: Readonly<Record<string, (part: string, limit: number) => boolean>> = {
  "longer than it may be": (part, limit) => part.length > limit,
  blank: (part) => part.trim() === "",
  "an open fence": (part) => (part.match(/```/g) ?? []).length % 2 === 1,
  "half of a character": (part) => /\p{Surrogate}/u.test(part),
  "turned writing": (part) => /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/.test(part),
  "a mention": (part) => /<[@#!]|@(?:everyone|here|channel)/i.test(part),
  "a sign of Slack's that is none of ours": (part) => /<(?!https?:\/\/[^\s<>|]+>)|&(?!(?:amp|lt|gt);)/.test(part),
  "a sign within code": (part) =>
    /```[\s\S]*<[\s\S]*?```/.test(part) && (part.match(/```[^`]*```/g) ?? []).some((code) => code.includes("<")),
  "an address that nobody sent": (part) => /(?:https?|steam):\/\/(?!known\.test)/i.test(outsideCode(part)),
};

export const faultsIn = (part: string, limit: number): readonly string[] =>
  Object.keys(never).filter((fault) => never[fault]?.(part, limit));
