import { expect, onTestFinished, test } from "vitest";
import type { Place } from "../../../src/core/session.ts";
import type { Past } from "../../../src/core/storage.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import { slackDouble } from "../../doubles/slack/slack.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, ben, channel, mention, quiet, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>>;

const second = 1_000;
const minute = 60 * second;

/** Runs that follow one another, each killed before the next: all that stays is what was kept. */
async function runs(options: SlackOptions = {}, speed = 1) {
  const base = Date.now();
  const double = await slackDouble({ time: { base, speed, ahead: 0 }, ...options });
  onTestFinished(double.close);
  const host: Inbox = inbox();
  let past: Past = { places: [], heardUntil: null };
  const remembering: Inbox = {
    ...host,
    past: async () => past,
    heard: async (_platform, heardUntil) => {
      past = { ...past, heardUntil };
    },
  };
  let ahead = 0;
  const knows = (places: readonly Place[]): void => {
    past = { ...past, places };
  };
  return {
    double,
    host: { ...host, knows },
    passes: async (ms: number): Promise<void> => {
      ahead += ms;
      await double.advance(ms);
    },
    run: async (): Promise<World> => {
      const world = await slackWorld({}, remembering, { there: double, speed, ahead });
      onTestFinished(() => world.adapter.rest());
      onTestFinished(() => world.adapter.stop());
      await world.adapter.start(remembering);
      return world;
    },
  };
}

const say = (text: string, by = anna) => ({ type: "say" as const, by, channel, text: `${mention} ${text}` });
const textsIn = ({ received }: Pick<Inbox, "received">): readonly string[] =>
  received.flatMap((event) => (event.type === "message" ? [event.text] : []));

test("whoever dies again and again finds what Slack has given up to say, however short each absence", async () => {
  const { run, passes, double, host } = await runs({ retryMs: [] });
  const first = await run();
  await first.adapter.stop();
  await first.does(say("one"));
  await passes(35 * second);
  const next = await run();
  await next.does(say("two"));
  await next.until(() => textsIn(host).includes("two"), "it hears what is said to it");
  await next.adapter.stop();
  await passes(40 * second);
  const last = await run();
  await last.until(() => textsIn(host).includes("one"), "it finds what was said to nobody");
  expect((await double.activity()).lost).toBeGreaterThan(0);
});

test("what is said to a first run that dies at once is found by the next one", async () => {
  const { run, passes, double, host } = await runs({ retryMs: [] });
  await double.faults({ refuse: true });
  const first = await run();
  await first.adapter.stop();
  await double.faults({ refuse: false });
  await first.does(say("one"));
  await passes(2 * minute);
  const next = await run();
  await next.until(() => textsIn(host).includes("one"), "it finds what was said to nobody");
});

test("what could not be kept until Slack gave it up is found once it can", async () => {
  const speed = 100;
  const { run, host, double } = await runs({ retryMs: [0, minute, 5 * minute] }, speed);
  const { does, until } = await run();
  host.failing(new Error("the database is away"));
  await does(say("one"));
  await until(async () => (await double.activity()).lost > 0, "Slack has given it up");
  expect(textsIn(host)).toEqual([]);
  host.failing(null);
  await until(() => textsIn(host).includes("one"), "it is heard");
});

test("however much was said meanwhile, the last of it is found as well", async () => {
  const { run, passes, host } = await runs({ retryMs: [] });
  const first = await run();
  await first.adapter.stop();
  for (let count = 0; count < 620; count += 1) await first.does({ type: "say", by: ben, channel, text: "so to say" });
  await first.does(say("one"));
  await passes(2 * minute);
  const next = await run();
  await next.until(() => textsIn(host).includes("one"), "it is heard");
});

test("of all the threads that are known only those are read in which others have written since", async () => {
  const { run, passes, host, double } = await runs({ retryMs: [] });
  const first = await run();
  const threads: string[] = [];
  for (const text of ["one", "two", "three"]) {
    await first.does(say(text));
    const { ask, turn } = await host.next();
    await first.adapter.open(deliveryOf(ask, turn)).finish(replyOf("Here."));
    threads.push(ask.place.thread ?? "");
  }
  await first.adapter.stop();
  await passes(2 * minute);
  const [, two = ""] = threads;
  await first.does({ type: "say", by: anna, channel, text: "still there?", thread: two });
  await passes(2 * minute);
  const next = await run();
  await next.until(() => textsIn(host).includes("still there?"), "it is heard");
  const { requests } = await double.history();
  const read = requests.flatMap(({ method, ts }) => (method === "conversations.replies" ? [ts] : []));
  expect(new Set(read)).toEqual(new Set([two]));
});

test("a direct message below which others stand by now is answered where it was said", async () => {
  const { run, passes, host } = await runs({ retryMs: [] });
  const first = await run();
  await first.adapter.stop();
  const one = await first.does({ type: "say", by: anna, channel: null, text: "one" });
  await first.does({ type: "say", by: anna, channel: null, text: "two", ...(one.ts && { thread: one.ts }) });
  await passes(2 * minute);
  await run();
  const asked = [await host.next(), await host.next()].map(({ ask }) => ask);
  expect(asked).toMatchObject([
    { text: "one", place: { thread: null } },
    { text: "two", place: { thread: one.ts } },
  ]);
});

test("a conversation that cannot be read is tried again alone, and those of late are read first", async () => {
  const { run, passes, host, double } = await runs({ retryMs: [] }, 20);
  const first = await run();
  await first.adapter.stop();
  await first.does(say("one"));
  await first.does({ type: "say", by: ben, channel: quiet, text: `${mention} two` });
  host.knows([{ platform: "slack", guild: "T0HARBOUR01", channel: quiet, thread: null }]);
  await passes(2 * minute);
  await double.fate("conversations.history", "failed");
  const next = await run();
  await next.until(() => textsIn(host).length === 2, "both are heard");
  const { requests } = await double.history();
  const read = requests.flatMap(({ method, channel: of, outcome }) =>
    method === "conversations.history" ? [[of, outcome]] : [],
  );
  expect(read).toEqual([
    [quiet, "failed"],
    [channel, "done"],
    [quiet, "done"],
  ]);
});

test("threads are heard in, however little room Slack has to tell who writes there", async () => {
  const { run, passes, host, double } = await runs({ retryMs: [], limits: { tier3: { burst: 4, perMinute: 60 } } }, 10);
  const first = await run();
  const threads: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    await first.does(say(`${count}`));
    const { ask, turn } = await host.next();
    await first.adapter.open(deliveryOf(ask, turn)).finish(replyOf("Here."));
    threads.push(ask.place.thread ?? "");
  }
  await first.adapter.stop();
  for (const thread of threads) await first.does({ type: "say", by: anna, channel, text: `in ${thread}`, thread });
  await passes(2 * minute);
  const next = await run();
  const isHeard = (thread: string): boolean => textsIn(host).includes(`in ${thread}`);
  await next.until(() => threads.every(isHeard), "all are heard");
  const { requests } = await double.history();
  expect(requests.filter(({ early }) => early)).toEqual([]);
  const lists = requests.filter(({ method }) => method === "users.conversations");
  expect(lists).toHaveLength(1);
});
