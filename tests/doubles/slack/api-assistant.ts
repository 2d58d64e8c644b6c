import { type Duty, done, refused } from "./desk.ts";
import { refusal } from "./errors.ts";
import { type BotAsked, botMethod, channelOf, orRefused } from "./methods.ts";
import type { Parts } from "./parts.ts";
import type { StatusRecord } from "./records.ts";
import type { Reply } from "./verdict.ts";

/** What an assistant shows beside its messages. */
export const assistantMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "assistant.threads.setStatus", {
    tier: "special",
    scopes: ["chat:write"],
    work: (asked) => setStatus(parts, asked),
  }),
  botMethod(parts, "assistant.threads.setTitle", {
    tier: "tier2",
    scopes: ["assistant:write"],
    work: (asked) => setTitle(parts, asked),
  }),
  botMethod(parts, "assistant.threads.setSuggestedPrompts", {
    tier: "tier2",
    scopes: ["assistant:write"],
    work: (asked) => setPrompts(parts, asked),
  }),
];

function inThread(parts: Parts, asked: BotAsked, kind: StatusRecord["kind"], value: unknown): Reply {
  const { args, bot } = asked;
  const thread = args.text("thread_ts");
  return orRefused(channelOf(parts, asked, args.text("channel_id")), (channel) => {
    const optional = kind === "prompts" && thread === null && channel.kind === "im";
    const head = parts.messages.alive(channel.id, thread) ?? parts.messages.tombstone(channel.id, thread ?? "");
    if (!head && !optional) return refused(refusal("invalid_thread_ts"));
    parts.statuses.set({ kind, channel: channel.id, thread, value, bot });
    return done({}, { channel: channel.id });
  });
}

const missing = (name: string): Reply => refused(refusal("invalid_arguments", [`missing required field: ${name}`]));

/** An empty one takes it away. */
function setStatus(parts: Parts, asked: BotAsked): Reply {
  const status = asked.args.text("status");
  const rotating = asked.args.json("loading_messages");
  if (status === null) return missing("status");
  if (Array.isArray(rotating) && rotating.length > 10)
    return refused(refusal("invalid_arguments", ["no more than 10 items allowed [json-pointer:/loading_messages]"]));
  return inThread(parts, asked, "status", status);
}

function setTitle(parts: Parts, asked: BotAsked): Reply {
  const title = asked.args.text("title");
  return title === null || title === "" ? missing("title") : inThread(parts, asked, "title", title);
}

function setPrompts(parts: Parts, asked: BotAsked): Reply {
  const prompts = asked.args.json("prompts");
  if (!Array.isArray(prompts) || prompts.length === 0) return missing("prompts");
  const whole = prompts.every((one) => typeof one?.title === "string" && typeof one?.message === "string");
  if (!whole || prompts.length > 4)
    return refused(refusal("invalid_arguments", ["no more than 4 items allowed [json-pointer:/prompts]"]));
  return inThread(parts, asked, "prompts", prompts);
}
