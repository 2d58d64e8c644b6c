import { PassThrough, type Readable } from "node:stream";
import type { AdapterHost } from "../../../src/core/platform.ts";
import type { Clock, Ids, Logger } from "../../../src/core/ports.ts";
import type { Delivery, LiveReply, Reply } from "../../../src/core/reply.ts";
import type { Ask, MessageAsk, TurnId } from "../../../src/core/session.ts";
import { type ConsoleAdapter, type ConsoleOptions, consoleAdapter } from "../../../src/platforms/console/adapter.ts";

export const clock: Clock = { now: () => new Date("2026-03-01T12:00:00Z"), sleep: async () => {} };
export const counting = (): Ids => {
  let last = 0;
  return { next: () => `id-${++last}` };
};
export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };

export const replyOf = (body: string, more: Partial<Reply> = {}): Reply => ({
  body,
  visibility: "place",
  aside: null,
  notices: [],
  addresses: [],
  offRecord: false,
  receipt: null,
  ...more,
});

export const deliveryOf = (ask: Ask, turn: TurnId): Delivery => ({
  turn,
  place: ask.place,
  room: ask.room,
  asker: ask.author,
  inReplyTo: ask.key,
  covers: [ask.key],
  locale: "en",
  subject: null,
  handle: null,
  offers: () => [],
  parts: [],
  ledger: {
    sending: async (part) => ({ part, since: clock.now(), id: null }),
    posted: async () => {},
    removing: async () => {},
    removed: async () => {},
    check: async () => {},
  },
  gone: new AbortController().signal,
});

/** A promise that a test resolves itself. */
export function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** How a test answers what is asked. */
export type Answer = (live: LiveReply, ask: MessageAsk, turn: TurnId) => unknown;

const echo: Answer = (live, ask) => live.finish(replyOf(`You said: ${ask.text}`));

/** A stream whose text so far can be awaited. */
export interface Heard {
  readonly stream: PassThrough;
  text(): string;
  /** Resolves as soon as the text holds this. */
  until(part: string | RegExp): Promise<string>;
}

export function hearing(): Heard {
  const stream = new PassThrough();
  let text = "";
  const watching = new Set<() => void>();
  stream.on("data", (chunk) => {
    text += String(chunk);
    for (const look of watching) look();
  });
  return {
    stream,
    text: () => text,
    until: (part) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`not heard: ${part}\nbut: ${JSON.stringify(text)}`)), 5000);
        const look = (): void => {
          if (typeof part === "string" ? !text.includes(part) : !part.test(text)) return;
          clearTimeout(late);
          watching.delete(look);
          resolve(text);
        };
        watching.add(look);
        look();
      }),
  };
}

export interface Run {
  readonly adapter: ConsoleAdapter;
  readonly output: Heard;
  readonly errors: Heard;
  readonly asks: readonly MessageAsk[];
  readonly stops: readonly TurnId[];
}

export interface RunOptions extends Partial<Omit<ConsoleOptions, "terminal">> {
  readonly input: Readable;
  readonly interactive?: boolean;
  readonly output?: Heard;
  readonly answer?: Answer;
  readonly host?: Partial<AdapterHost>;
}

/** The console before a small core that answers each ask after it was taken. */
export async function run({ input, interactive = false, answer = echo, host = {}, ...more }: RunOptions): Promise<Run> {
  const output = more.output ?? hearing();
  const errors = hearing();
  const asks: MessageAsk[] = [];
  const stops: TurnId[] = [];
  const ids = counting();
  const adapter = consoleAdapter({
    json: false,
    color: false,
    locale: "en",
    banner: () => [],
    user: { id: "me", name: "Priya" },
    ids,
    clock,
    log: silent,
    limits: { messageCharacters: 10_000 },
    ...more,
    terminal: { input, output: output.stream, errors: errors.stream, interactive },
  });
  await adapter.start({
    receive: async (ask) => {
      if (ask.type !== "message") throw new Error("the console asks by messages");
      asks.push(ask);
      const turn = ids.next() as TurnId;
      setImmediate(() => answer(adapter.open(deliveryOf(ask, turn)), ask, turn));
      return { type: "accepted", turn };
    },
    past: async () => ({ places: [], heardUntil: null }),
    heard: async () => {},
    home: async () => ({ sections: [], note: "" }),
    suggest: () => [],
    complete: async () => [],
    stop: (turn) => stops.push(turn),
    press: async () => ({ type: "gone", text: "" }),
    ...host,
  });
  return { adapter, output, errors, asks, stops };
}
