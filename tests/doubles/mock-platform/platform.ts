import { seeded } from "../random.ts";
import { type ScaledTime, scaledClock } from "../scaled-clock.ts";
import { type Faults, kind } from "./faults.ts";
import { type Messages, messages, type NewMessage } from "./messages.ts";
import { type People, people } from "./people.ts";
import { type Delivered, type EventQueue, eventQueue } from "./queue.ts";
import type { Activity, Doing, History, RequestKind } from "./records.ts";
import { type Asked, type Done, type Fate, type RequestDesk, requestDesk } from "./requests.ts";
import { type Call, type HttpServer, httpServer, type Route } from "./server.ts";

export interface PlatformOptions {
  readonly seed?: number;
  readonly time?: ScaledTime;
  /** How long a nonce is remembered. */
  readonly nonceMs?: number;
  /** After this time what was not acknowledged is delivered again. */
  readonly redeliverMs?: number;
}

interface Parts {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  readonly people: People;
  readonly queue: EventQueue;
  readonly messages: Messages;
  readonly desk: RequestDesk;
  readonly bell: Bell;
  readonly faults: { now: Faults };
  readonly newest: { bot: string | null };
}

const minute = 60_000;

/** A chat platform on 127.0.0.1: `/bot` is what a bot sees of it, `/control` is what people do and what a trial reads. */
export const mockPlatform = (options: PlatformOptions = {}): Promise<HttpServer> => {
  const parts = partsOf(options);
  return httpServer({ ...botRoutes(parts), ...controlRoutes(parts) });
};

function partsOf({ seed = 1, time, nonceMs = 2.5 * minute, redeliverMs = 10_000 }: PlatformOptions): Parts {
  let own: ScaledTime = time ?? { base: Date.now(), speed: 1, ahead: 0 };
  const clock = scaledClock(() => own);
  const now = (): number => clock.now().getTime();
  const faults = { now: kind };
  const common = { now, random: seeded(seed), faults: () => faults.now };
  const advance = (ms: number): void => {
    own = { ...own, ahead: own.ahead + ms };
  };
  return {
    now,
    advance,
    faults,
    people: people(now),
    queue: eventQueue({ ...common, redeliverMs }),
    messages: messages({ now, nonceMs }),
    desk: requestDesk({ ...common, wait: clock.sleep }),
    bell: bellOf(clock.sleep),
    newest: { bot: null },
  };
}

/** Wakes those who wait for events. */
interface Bell {
  ring(): void;
  /** Resolves when it rings, after `ms`, or when the signal aborts. */
  rung(ms: number, gone: AbortSignal): Promise<void>;
}

function bellOf(sleep: (ms: number, signal: AbortSignal) => Promise<void>): Bell {
  let next = new AbortController();
  return {
    ring: () => {
      next.abort();
      next = new AbortController();
    },
    rung: (ms, gone) => sleep(ms, AbortSignal.any([next.signal, gone])),
  };
}

function botRoutes(parts: Parts): Readonly<Record<string, Route>> {
  const { messages, queue, bell } = parts;
  return {
    "GET /bot/events": async (call) => ({ status: 200, body: { events: await heard(call, parts) } }),
    "POST /bot/acknowledgements": ({ body }) => {
      queue.acknowledge(body["envelopes"] as string[]);
      bell.ring();
      return { status: 200, body: {} };
    },
    "POST /bot/messages": (call) => {
      const message = newMessage(call.body);
      const asked = { bot: call.bot, kind: "create", channel: message.channel, message: null, text: message.text };
      return parts.desk.serve(asked as Asked, () => created(message, call.bot, messages));
    },
    "PATCH /bot/messages/:id": (call) => {
      const text = String(call.body["text"]);
      return changing(call, "edit", text, parts, (id) => messages.edit(id, text));
    },
    "DELETE /bot/messages/:id": (call) => changing(call, "remove", null, parts, (id) => messages.remove(id)),
    "GET /bot/channels/:id/messages": (call) => {
      const [channel = ""] = call.parts;
      const told = (): unknown => ({ messages: messages.history(channel, call.query.get("thread")) });
      return parts.desk.serve(inChannel(call, "history"), () => ({ outcome: "done", message: null, body: told() }));
    },
    "POST /bot/channels/:id/typing": (call) =>
      parts.desk.serve(inChannel(call, "typing"), () => ({ outcome: "done", message: null, body: {} })),
  };
}

/** Waits until there is something to hear, at most as long as the bot likes. */
async function heard(call: Call, { now, queue, bell, newest, faults }: Parts): Promise<readonly Delivered[]> {
  const until = now() + Number(call.query.get("wait") ?? 30_000);
  newest.bot = call.bot;
  for (;;) {
    const events = call.gone.aborted || faults.now.outage ? [] : queue.take(call.bot);
    if (events.length > 0 || now() >= until || call.gone.aborted) return events;
    const due = queue.nextDue() ?? until;
    await bell.rung(Math.max(50, Math.min(until, due) - now()), call.gone);
  }
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

const newMessage = (body: Call["body"]): NewMessage => ({
  channel: String(body["channel"]),
  thread: text(body["thread"]),
  text: String(body["text"]),
  nonce: text(body["nonce"]),
  replyTo: text(body["replyTo"]),
  privateTo: text(body["privateTo"]),
});

function created(message: NewMessage, bot: string, messages: Messages): Done {
  const { id, repeated } = messages.create(message, bot);
  return { outcome: repeated ? "repeated" : "done", message: id, body: { id } };
}

function changing(
  call: Call,
  kind: "edit" | "remove",
  text: string | null,
  parts: Parts,
  work: (id: string) => boolean,
) {
  const [id = ""] = call.parts;
  const channel = parts.messages.channelOf(id) ?? "";
  return parts.desk.serve({ bot: call.bot, kind, channel, message: id, text }, () => ({
    outcome: work(id) ? "done" : "missing",
    message: id,
    body: {},
  }));
}

const inChannel = ({ bot, parts: [channel = ""] }: Call, kind: "history" | "typing"): Asked => ({
  bot,
  kind,
  channel,
  message: null,
  text: null,
});

function controlRoutes(parts: Parts): Readonly<Record<string, Route>> {
  const ok = { status: 200, body: {} };
  return {
    "POST /control/doings": ({ body }) => {
      const event = parts.people.does(body as unknown as Doing);
      if (event) parts.queue.add(event);
      parts.bell.ring();
      return { status: event ? 200 : 404, body: { event } };
    },
    "PATCH /control/faults": ({ body }) => {
      parts.faults.now = { ...parts.faults.now, ...(body as Partial<Faults>) };
      parts.bell.ring();
      return ok;
    },
    "POST /control/fates": ({ body }) => {
      parts.desk.next(body["kind"] as RequestKind, body["fate"] as Fate);
      return ok;
    },
    "POST /control/advance": ({ body }) => {
      parts.advance(Number(body["ms"]));
      parts.bell.ring();
      return ok;
    },
    "GET /control/history": () => ({ status: 200, body: historyOf(parts) }),
    "GET /control/activity": () => ({ status: 200, body: activityOf(parts) }),
  };
}

const historyOf = ({ people, queue, desk, messages }: Parts): History => ({
  events: people.all(),
  offers: queue.offers(),
  requests: desk.records(),
  messages: messages.all(),
});

const activityOf = ({ queue, desk, newest }: Parts): Activity => ({
  unacknowledged: queue.unacknowledged(),
  repeats: queue.repeats(),
  offers: queue.offers().length,
  requests: desk.records().length,
  acknowledgements: queue.offers().filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
  bot: newest.bot,
});
