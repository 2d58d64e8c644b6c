import { plain } from "./clauses.ts";

/** What a person asks of memory in plain words. */
export type Instruction =
  | { readonly type: "off-record"; readonly alone: boolean }
  /** `object` is what to forget, in their words; `last` is "that". */
  | {
      readonly type: "forget";
      readonly target: "last" | "all" | "object";
      readonly object: string;
      readonly alone: boolean;
    }
  /**
   * `kept` is the message, as long as it was, with what no longer holds (`old`: "Momo, not Rex") left blank; `rest` is that
   * without the "no" before it.
   */
  | { readonly type: "correct"; readonly kept: string; readonly rest: string; readonly old: string | null };

const courtesy =
  "(?:(?:please|pls|bitte|ok|okay|and|und|hey|hi|now|no|nein|actually|just|oh|ach|sorry|also|then|dann|familiar|can you|could you|would you|will you|i want you to|i'd like you to|you (?:can|may|should)|kannst du|könntest du|ich möchte,? dass du)[\\s,:]+)*";
const forgetting = new RegExp(
  `^${courtesy}(?:forget|delete|erase|unremember|remove|wipe|vergiss|vergesse?|lösche?|loesche?|streiche?|entferne?)(?!\\p{L}|\\s+(?:nicht|not)(?!\\p{L}))\\s*(?<object>[^.!?\\n]*)(?<after>[\\s\\S]*)$`,
  "iu",
);
const germanInfinitive = new RegExp(
  `^${courtesy}(?<object>.+?)\\s+(?:bitte\\s+)?(?:vergessen|löschen|loeschen)(?<after>[.!]*)$`,
  "iu",
);

const last =
  /^(?:(?:about )?(?:that|this|it|the last (?:thing|bit|message|one)|what i (?:just )?(?:said|told you|wrote)(?: just now)?|my last message|everything i just said)|das|es|dies|das letzte|meine letzte nachricht|was ich (?:gerade |eben |zuletzt )?(?:gesagt|geschrieben|erzählt) habe)(?:[\s,]+(?:please|again|bitte|wieder|gleich wieder|mal|now|then|sofort|einfach))*[\s,]*$/iu;
const everything =
  /^(?:(?:absolutely )?(?:everything|all|all of it|whatever|anything)(?: (?:that )?(?:you (?:know|have|remember|learned|stored)|i(?:'ve| have)? (?:ever )?(?:told you|said)))?(?: (?:about|of|on) me)?|(?:about )?me|who i am|all about me|all my data|my data|alles(?:,? was (?:du (?:über|von) mi(?:ch|r) (?:weißt|weisst|gemerkt hast|hast)|ich (?:dir )?(?:je )?(?:gesagt|erzählt) habe))?(?: über mich)?|mich|meine daten)(?:[\s,]+(?:please|now|bitte|wieder|again))*[\s,]*$/iu;

const offRecord =
  /(?<!\p{L})(?:off the record|(?:strictly |just )?between (?:you and me|us|the two of us|you and i)|(?<!(?:i|we|they|he|she|you) )(?:please )?(?:don'?t|do not|never) (?:remember|keep|store|save|record|note|memori[sz]e|write down) (?:this|that|any of this|it|the following|what i)(?!\p{L})|nothing of this (?:is to|should) be kept|unter uns(?: gesagt)?|(?:merke?|behalte?|speicher[en]?|notiere?)(?: dir)? (?:das|dies|es)(?: jetzt)?(?: bitte)? nicht|nicht (?:merken|speichern|aufschreiben)|vertraulich gesagt|inoffiziell)(?!\p{L})/iu;
const mereMark = /^(?:ok|okay|please|bitte|thanks|danke|and|und|hey|[\s,.:!–-])*$/iu;

const marker =
  /^\s*(?:(?:no+|nope|nah|hang on|hold on|scratch that|oh no|argh|typo|vertippt|tippfehler|not quite|not true|wrong|that'?s (?:wrong|not right|not true|incorrect)|that is (?:wrong|not right)|incorrect|actually|correction|wait|sorry|oops|i meant|i mean|to correct(?: you| myself)?|nein|nee|nö|falsch|das (?:stimmt nicht|ist falsch)|stimmt nicht|eigentlich|korrektur|moment|doch|ich meinte|quatsch|verzeihung|entschuldigung|upps)(?!\p{L})[\s,.:;!–-]*)+/iu;
const mild = /^\s*(?:sorry|oops|wait|moment|actually|eigentlich|entschuldigung|verzeihung|i mean)[\s,.:;!–-]*$/iu;

const name = "\\p{L}[\\p{L}\\p{N}'-]*(?:\\s\\p{Lu}[\\p{L}'-]*)?";
const notOld = new RegExp(
  `(?:,|\\s-|–|—|;)?\\s*(?:and |und )?(?:not|nicht)\\s+(?:called |named |in |from |to |as |auf |aus |gegen )?(?<old>${name})(?=\\s*(?:$|[,.;!]|any ?more|mehr))(?!\\s*,\\s*(?:but|sondern))`,
  "iu",
);
const notButEnglish = new RegExp(
  `(?:not|isn'?t(?: called)?|nicht)\\s+(?:called |named )?(?<old>${name})\\s*,?\\s*(?:but(?: rather)?|it'?s|it is|sondern|es ist)\\s+(?<fresh>[^.!?]+)`,
  "iu",
);
const wasOld = new RegExp(
  `(?<old>${name})\\s+(?:was|were|is|war|ist|hieß)\\s+(?:(?:the|my|our) )?(?:old|previous|former|last|wrong|other|der alte|die alte|das alte|mein alte[rs]?|falsch|früher|der vorige|die vorige|der frühere)(?:\\s+(?:one|name|dog|cat|address|job))?`,
  "iu",
);

function forgetOf(text: string): Instruction | null {
  const match = forgetting.exec(text) ?? (/^(?:vergessen|löschen)$/iu.test(text) ? null : germanInfinitive.exec(text));
  if (!match) return null;
  const object = (match.groups?.["object"] ?? "").replace(/^[\s,:]+/u, "").trim();
  const after = match.groups?.["after"] ?? "";
  const alone = mereMark.test(after.replace(/thank you|thanks|danke/giu, ""));
  if (object === "" || last.test(object)) return { type: "forget", target: "last", object, alone };
  const target = everything.test(object) ? "all" : "object";
  return { type: "forget", target, object, alone };
}

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

function correctOf(text: string): Instruction | null {
  const lead = marker.exec(text)?.[0].length ?? 0;
  const correct = (kept: string, old: string | null): Instruction => ({
    type: "correct",
    kept,
    rest: blanked(kept, 0, lead),
    old,
  });
  const swapped = notButEnglish.exec(text);
  if (swapped) {
    const { old = "", fresh = "" } = swapped.groups ?? {};
    return correct(blanked(text, swapped.index, swapped.index + swapped[0].length - fresh.length), old);
  }
  const match = notOld.exec(text) ?? wasOld.exec(text);
  const old = match?.groups?.["old"];
  if (match && old !== undefined) return correct(blanked(text, match.index, match.index + match[0].length), old);
  return lead === 0 || text.slice(lead).trim() === "" ? null : correct(text, null);
}

/** How long the "no, wait" at the beginning of a text is; 0 where it takes nothing back. */
export const noLead = (text: string): number => (saysNo(text) ? (marker.exec(text)?.[0].length ?? 0) : 0);

/** Whether a correction is said outright: "sorry" and "actually" open many a sentence that corrects nothing. */
export const saysNo = (text: string): boolean => {
  const lead = marker.exec(text)?.[0] ?? "";
  return lead !== "" && !mild.test(lead);
};

/** The instruction to memory that a message gives, or null. */
export function readInstruction(message: string): Instruction | null {
  const text = plain(message).trim();
  const forget =
    /\?\s*$/u.test(text) && !/^(?:can|could|would|will|kannst|könntest)/iu.test(text)
      ? null
      : forgetOf(text.replace(/\?\s*$/u, ""));
  if (forget) return forget;
  const off = offRecord.exec(text);
  if (off)
    return {
      type: "off-record",
      alone: mereMark.test(text.slice(0, off.index) + text.slice(off.index + off[0].length)),
    };
  return correctOf(plain(message));
}
