import type { Call } from "../http-server.ts";
import { type Duty, done, type Reply, refused } from "./desk.ts";
import { type Draft, draftOf, flags, isError, stateFrom } from "./draft.ts";
import { type ApiError, apiErrors } from "./errors.ts";
import { type Message, messageTypes, stateOf } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { messagePayload, type Payload } from "./payloads.ts";
import { reactAs } from "./people-chatting.ts";
import { post, referenced, removeMessages, tellMessage } from "./posting.ts";
import { isSnowflake } from "./snowflakes.ts";
import { type Channel, kindOf } from "./world.ts";

const channelOf = ["channel"];
const ownReaction = "/channels/:channel/messages/:message/reactions/:emoji/@me";

/** Messages of a channel. */
export const messageRoutes = (parts: Parts): Readonly<Record<string, Duty>> => ({
  "POST /channels/:channel/messages": duty("create", "create", (call) => create(parts, call)),
  "GET /channels/:channel/messages": duty("history", "history", (call) => history(parts, call)),
  "GET /channels/:channel/messages/:message": duty("message", "history", (call) =>
    withMessage(parts, call, (message) => done(shown(parts, message), message.id)),
  ),
  "PATCH /channels/:channel/messages/:message": duty("edit", "edit", (call) => edit(parts, call)),
  "DELETE /channels/:channel/messages/:message": duty("remove", "remove", (call) =>
    withMessage(parts, call, (message) => {
      removeMessages(parts, [message], null);
      return done(null, message.id);
    }),
  ),
  [`PUT ${ownReaction}`]: duty("react", "other", (call) => react(parts, call, "react")),
  [`DELETE ${ownReaction}`]: duty("react", "other", (call) => react(parts, call, "unreact")),
});

const react = (parts: Parts, call: Call, type: "react" | "unreact"): Reply =>
  withMessage(parts, call, (message) => {
    reactAs(parts, message, { type, by: parts.world.bot, emoji: call.params["emoji"] ?? "" }, null);
    return done(null, message.id);
  });

const duty = (kind: Duty["kind"], limit: Duty["limit"], work: Duty["work"]): Duty => ({
  ...{ kind, limit, work },
  major: channelOf,
  token: true,
});

/** As REST shows it: by what the portal grants, and never with a nonce. */
export const shown = (parts: Parts, message: Message): Payload =>
  messagePayload(message, { ...parts, open: parts.settings.messageContent });

/** Why the bot may not read there, or write there. */
export function barrier({ world, faults }: Parts, channel: Channel, writes: boolean): ApiError | null {
  const { hidden, forbidden, closedToDms } = faults();
  if (hidden.includes(channel.id) || !world.sees(world.bot.id, channel)) return apiErrors.missingAccess;
  if (!writes) return null;
  if (kindOf(channel) === "dm" && [...channel.members].some((user) => closedToDms.includes(user)))
    return apiErrors.closedToDms;
  return forbidden.includes(channel.id) ? apiErrors.missingPermissions : null;
}

function within(parts: Parts, call: Call, writes: boolean, work: (channel: Channel) => Reply): Reply {
  const id = call.params["channel"] ?? "";
  const channel = parts.world.channel(id);
  if (!channel) return refused(apiErrors.unknownChannel);
  const refusal = barrier(parts, channel, writes);
  return refusal ? refused(refusal) : work(channel);
}

function withMessage(parts: Parts, call: Call, work: (message: Message) => Reply): Reply {
  return within(parts, call, false, ({ id }) => {
    const message = parts.messages.alive(call.params["message"]);
    // An ephemeral message can be reached by its interaction alone.
    const found = message?.channel === id && message.visibleTo === null;
    return found ? work(message) : refused(apiErrors.unknownMessage);
  });
}

function create(parts: Parts, call: Call): Reply {
  return within(parts, call, true, (channel) => {
    const draft = draftOf(call.body, call.files);
    if (isError(draft)) return refused(draft);
    const known = draft.nonce !== null && draft.enforceNonce && parts.messages.byNonce(parts.world.bot.id, draft.nonce);
    if (known) return { ...created(parts, known), outcome: "repeated" };
    const unreadable = parts.faults().unreadable.includes(channel.id);
    if (unreadable && draft.reference !== null) return refused(apiErrors.unreadable);
    const reference = referenced(parts, draft.reference, channel.id);
    if (draft.reference !== null && !reference && draft.failIfNotExists) return refused(unknownReference);
    const message = botMessage(parts, draft, { channel: channel.id, bot: call.bot, reference });
    post(parts, message, null);
    return created(parts, message);
  });
}

const unknownReference: ApiError = {
  ...{ status: 400, code: 50035, message: "Invalid Form Body" },
  errors: { message_reference: { _errors: [{ code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }] } },
};

/** The answer to a create is the only one that names the nonce. */
const created = (parts: Parts, message: Message): Reply =>
  done({ ...shown(parts, message), ...(message.nonce !== null && { nonce: message.nonce }) }, message.id);

interface Where {
  readonly channel: string;
  readonly bot: string;
  readonly reference: Message | null;
  readonly interaction?: string;
  readonly type?: number;
  readonly visibleTo?: string | null;
  readonly loading?: boolean;
}

/** A message of the bot, not posted yet. */
export function botMessage(parts: Parts, draft: Draft, where: Where): Message {
  const { channel, bot, reference, interaction = null, visibleTo = null, loading = false } = where;
  const { makeId, now, world } = parts;
  const state = stateFrom(draft, { makeId, repliedTo: reference?.author.id ?? null, loading });
  const usual = reference ? messageTypes.reply : messageTypes.usual;
  return {
    ...{ id: makeId(), channel, bot, interaction, visibleTo },
    author: world.bot,
    type: where.type ?? usual,
    nonce: draft.nonce,
    reference: reference?.id ?? null,
    forwarded: null,
    states: [{ ...state, at: now() }],
    reactions: new Map(),
  };
}

function edit(parts: Parts, call: Call): Reply {
  return withMessage(parts, call, (message) => {
    if (message.author.id !== parts.world.bot.id) return refused(apiErrors.foreignMessage);
    return change(parts, call, message);
  });
}

/** What every edit does, of a message or of an interaction's answer. */
export function change(parts: Parts, { body, files }: Pick<Call, "body" | "files">, message: Message): Reply {
  const old = stateOf(message);
  const draft = draftOf(body, files, old);
  if (isError(draft)) return refused(draft);
  // The flags of a reply stay; the "thinking" ends with the first text, and Components V2 can only be added.
  const kept = old.flags & (flags.ephemeral | flags.componentsV2);
  const changed = draft.flags & (flags.suppressEmbeds | flags.componentsV2);
  const repliedTo = parts.messages.alive(message.reference)?.author.id ?? null;
  const state = stateFrom({ ...draft, flags: kept | changed }, { makeId: parts.makeId, repliedTo });
  parts.messages.change(message.id, state);
  tellMessage(parts, "MESSAGE_UPDATE", message, null);
  return done(shown(parts, message), message.id);
}

function history(parts: Parts, call: Call): Reply {
  return within(parts, call, false, ({ id }) => {
    const all = parts.faults().unreadable.includes(id) ? [] : parts.messages.inChannel(id);
    const limit = Math.min(100, Math.max(1, Number(call.query.get("limit") ?? 50)));
    const found = page(all, call.query, limit);
    // The newest first, whatever was asked.
    return done(found.toReversed().map((message) => shown(parts, message)));
  });
}

function page(all: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const bound = (name: string): bigint | null => {
    const value = query.get(name);
    return isSnowflake(value) ? BigInt(value) : null;
  };
  const [after, before, around] = [bound("after"), bound("before"), bound("around")];
  if (after !== null) return all.filter(({ id }) => BigInt(id) > after).slice(0, limit);
  if (before !== null) return all.filter(({ id }) => BigInt(id) < before).slice(-limit);
  if (around === null) return all.slice(-limit);
  const older = all.filter(({ id }) => BigInt(id) <= around).slice(-Math.ceil(limit / 2));
  return [...older, ...all.filter(({ id }) => BigInt(id) > around).slice(0, Math.floor(limit / 2))];
}
