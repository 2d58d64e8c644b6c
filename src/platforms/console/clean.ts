/** Text without what a terminal would obey instead of show. */

const csi = String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?`;
const terminatedString = String.raw`(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)`;
const otherEscape = String.raw`\x1b(?:[#%()*+.\/-][0-~]|[0-?])`;
const control = String.raw`[\0-\x08\x0b-\x1f\x7f-\x9f]`;

const inInput = new RegExp([csi, terminatedString, otherEscape, control].join("|"), "g");
/** Never looks ahead, so that the clean form of a growing text only grows. */
const inOutput = new RegExp([csi, control, String.raw`[\u202a-\u202e\u2066-\u2069]`].join("|"), "g");
const loneSurrogate = /\p{Surrogate}/gu;

export interface CleanInput {
  readonly text: string;
  /** Control characters that were taken out; an escape sequence counts as one. */
  readonly removed: number;
}

/** What a person wrote, without control characters and whole escape sequences; newlines and tabs stay. */
export function cleanInput(text: string): CleanInput {
  let removed = 0;
  const clean = text.replace(inInput, () => {
    removed += 1;
    return "";
  });
  return { text: clean.replace(loneSurrogate, "\ufffd"), removed };
}

/**
 * What is shown to a person: whoever wrote it, it moves no cursor, sets no colour and turns no text around.
 * Halves are judged as they were written: taking out what stood between two of them makes no character.
 */
export const cleanOutput = (text: string): string => text.replace(loneSurrogate, "\ufffd").replace(inOutput, "");

/** The same for a text that is still growing: half of a surrogate pair waits for its other half. */
export const cleanGrowing = (textSoFar: string): string => cleanOutput(textSoFar.replace(/[\ud800-\udbff]$/, ""));
