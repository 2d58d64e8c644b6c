import type { Finding } from "./facts.ts";
import { type Asked, grouped, isReply, type Shown, type Story, tokensBegun } from "./story.ts";

const finding = (fault: Finding["fault"], words: string): Finding => ({ fault, words });

/** What was asked and is answered more than once. */
export function duplicatesIn({ asked, repliesTo }: Story): readonly Finding[] {
  return asked.flatMap((one) => {
    const replies = repliesTo(one);
    const extra = one.token === null ? extraByReference(replies) - repeatsOf(replies) : Math.max(0, replies.length - 1);
    const ids = replies.map(({ message }) => message.id).join(", ");
    return Array.from({ length: extra }, () => finding("duplicates", `${one.key} is answered by ${ids}`));
  });
}

/** Answers that came again where no more was promised: those that one person saw, or those that all did. */
export const repeatedIn = ({ asked, repliesTo }: Story, seenBy: "one" | "all"): number =>
  asked.reduce((sum, one) => {
    const replies = repliesTo(one).filter(({ message }) => (message.privateTo === null) === (seenBy === "all"));
    return sum + (one.token === null ? repeatsOf(replies) : 0);
  }, 0);

const repeatsOf = (replies: readonly Shown[]): number =>
  extraByReference(replies.filter(({ message }) => message.atLeastOnce === true));

const partLength = 600;

/**
 * A reply that names no token may have parts, and only its last one is short. A word for the asking person alone may
 * stand beside what all see.
 */
function extraByReference(replies: readonly Shown[]): number {
  const audiences = [true, false].map((forAll) =>
    replies.filter(({ message }) => (message.privateTo === null) === forAll),
  );
  return audiences.reduce((sum, parts) => {
    const short = parts.filter(({ text }) => text.length < partLength / 2).length;
    const same = parts.length - new Set(parts.map(({ text }) => text)).size;
    return sum + Math.max(short - 1, same, 0);
  }, 0);
}

/** Replies of which a part is missing, cut, or of an older text, and messages without their last form. */
export function halfShown(story: Story): readonly Finding[] {
  const formless = story.shown.flatMap(({ message: { id, lacks = null } }) =>
    lacks === null ? [] : [finding("halfWritten", `${id} ${lacks}`)],
  );
  return [...formless, ...halfTold(story)];
}

function halfTold(story: Story): readonly Finding[] {
  return groupsOf(story).flatMap(({ replyTo, parts }) => {
    const text = parts.map(({ text }) => text).join(" ");
    const what = unfinished(text) ?? tornApart(text);
    return what === null ? [] : [finding("halfWritten", `the reply to ${replyTo} ${what}`)];
  });
}

interface Group {
  readonly replyTo: string;
  readonly parts: readonly Shown[];
}

/** The messages of each reply that answers tokens, in the order of their parts. */
function groupsOf({ shown }: Story): readonly Group[] {
  const parts = shown.filter(({ text }) => /\bc\d+\.\d+|\b(re|end):T/.test(text));
  const groups = grouped(parts.map((one) => [`${one.message.replyTo}`, one] as const));
  return [...groups].map(([replyTo, parts]) => ({ replyTo, parts }));
}

function unfinished(text: string): string | null {
  const begun = tokensBegun(text);
  const open = begun.filter((token) => !new RegExp(`\\bend:${token}\\b`).test(text));
  if (open.length > 0) return `does not end: ${open.join(", ")}`;
  return begun.length === 0 ? "has lost its beginning" : null;
}

/** Every word names its call and its place: all must be of one call, and none may be missing. */
function tornApart(text: string): string | null {
  const words = [...text.matchAll(/\bc(\d+)\.(\d+)\b/g)].map(([, call, at]) => ({ call, at: Number(at) }));
  if (new Set(words.map(({ call }) => call)).size > 1) return "mixes the words of two answers";
  return words.some(({ at }, index) => at !== index) ? "has words missing, or twice, or in another order" : null;
}

/** Answers in the wrong place, for the wrong person, or for nobody. */
export function unaskedIn({ asked, ambient, shown }: Story): readonly Finding[] {
  const byId = new Map(asked.map((one) => [one.event.id, one]));
  const byToken = new Map(asked.flatMap((one) => (one.token === null ? [] : [[one.token, one] as const])));
  const strangers = shown.flatMap((one) => strangeness(one, byId, byToken).map((what) => `${one.message.id} ${what}`));
  const overheard = ambient.flatMap(({ text, id }) => {
    const token = /#(T\d+)#/.exec(text)?.[1] ?? "";
    return shown.some((one) => tokensBegun(one.text).includes(token)) ? [`${id} was said to nobody`] : [];
  });
  return [...strangers, ...overheard].map((words) => finding("unasked", words));
}

function strangeness(
  { message, text }: Shown,
  byId: ReadonlyMap<string, Asked>,
  byToken: ReadonlyMap<string, Asked>,
): readonly string[] {
  const cause = byId.get(message.replyTo ?? "");
  if (message.replyTo === null && !isReply(message) && tokensBegun(text).length === 0) return [];
  if (!cause) return ["answers nothing that was asked"];
  const { event } = cause;
  const elsewhere = message.channel !== event.channel || message.thread !== event.thread;
  const leaked =
    event.type === "command" && event.command.startsWith("journal") && message.privateTo === null && isReply(message);
  const foreign = tokensBegun(text).filter((token) => {
    const other = byToken.get(token)?.event;
    return other?.channel !== event.channel || other.thread !== event.thread || other.author.id !== event.author.id;
  });
  return [
    ...(elsewhere ? [`stands elsewhere than ${event.id}, which it answers`] : []),
    ...(message.privateTo !== null && message.privateTo !== event.author.id ? ["is shown to another person"] : []),
    ...(leaked ? ["shows to all what was asked in private"] : []),
    ...(foreign.length > 0 ? [`answers ${foreign.join(", ")} to somebody else`] : []),
  ];
}
