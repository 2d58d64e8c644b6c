import type { ReadAttachment } from "../../core/attachments/attachment.ts";
import { inCode } from "../../core/attachments/say.ts";
import type { Knowledge } from "../../core/conversation/knowledge.ts";
import { plainSpelling } from "../../core/conversation/spelling.ts";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";

/** Of files that were sent, or are asked about, what can be said without understanding them: how long they are. */
export function filesIn({ attachments, said, locale }: Knowledge): readonly string[] {
  const { sent, earlier } = attachments;
  const meant = sent.length > 0 ? sent : earlier.filter(({ name }) => names(said, name));
  return meant.flatMap((one) => sizeOf(one, locale));
}

const anyFile = /\b(?:files?|attachments?|documents?|datei(?:en)?|anhang|anhaenge|dokumente?)\b/;

const names = (said: string, name: string): boolean =>
  anyFile.test(plainSpelling(said)) || said.toLowerCase().includes(name.toLowerCase());

function sizeOf({ name, content }: ReadAttachment, locale: Locale): readonly string[] {
  if (content.kind !== "text") return [];
  const { text } = content;
  const lines = text === "" ? 0 : text.replace(/\r?\n$/, "").split(/\r?\n/).length;
  return [words(locale).attachment.have({ name: inCode(name), lines, characters: text.length })];
}
