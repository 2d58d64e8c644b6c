import { type Words, words } from "../../locales/words.ts";
import type { Notice } from "../reply.ts";
import type { Locale } from "../session.ts";
import type { KnownAttachments, UnreadReason } from "./attachment.ts";

/** What is said beside an answer: which files it could not take into account, and why. */
export function sayAttachments({ unread, cut }: KnownAttachments, locale: Locale): readonly Notice[] {
  const say = words(locale).attachment;
  const reasons = [...new Set(unread.map(({ reason }) => reason))];
  const told = reasons.map((reason): Notice => {
    const names = unread.filter((one) => one.reason === reason).map(({ name }) => inCode(name));
    return { code: codes[reason] ?? null, text: unreadWords(reason, listed(names, locale), say) };
  });
  const cuts = cut.map((one): Notice => ({ code: null, text: say.cut({ ...one, name: inCode(one.name) }) }));
  return [...told, ...cuts];
}

const codes: Partial<Record<UnreadReason, string>> = { unreachable: "E-ATTACHMENT-UNREACHABLE" };

function unreadWords(reason: UnreadReason, names: string, say: Words["attachment"]): string {
  if (reason === "unreachable") return `${say.unreachable({ names })} [E-ATTACHMENT-UNREACHABLE]`;
  if (reason === "too-large") return say.tooLarge({ names });
  if (reason === "too-many") return say.tooMany({ names });
  return reason === "unseen" ? say.unseen({ names }) : say.unreadable({ names });
}

/** A name formats nothing. */
export const inCode = (name: string): string => `\`${name.replaceAll("`", "'") || "?"}\``;

const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(names);
