import { expect, test } from "vitest";
import { until } from "../until.ts";
import { channel, lea, mention, slackWorkspace, tom } from "./slack-workspace.ts";

type Workspace = Awaited<ReturnType<typeof slackWorkspace>>;

const say = (text: string, more: object = {}) => ({ type: "say" as const, by: lea, channel, text, ...more });
/** Long enough that Slack has given up to send it again. */
const longAway = 12 * 60_000;
/** Where the program is waited for, which looks every few seconds whether it is late. */
const speed = 10;

async function talkedAndLeft({ run, does, hears }: Workspace): Promise<{ readonly thread: string }> {
  const app = await run();
  const said = await does(say(`${mention} hello`));
  await hears(said, /./);
  await app.stop();
  return { thread: said.ts ?? "" };
}

test("what Slack has given up to send is found in the history, and answered once, where it was said", async () => {
  const workspace = await slackWorkspace();
  const { run, does, hears, replies, passes } = workspace;
  const { thread } = await talkedAndLeft(workspace);
  const asked = await does(say(`${mention} my dog is called Rex`));
  const below = await does(say("my cat is called Momo", { thread }));
  const alone = await does(say("my bird is called Bella", { channel: null, by: tom }));
  const ambient = await does(say("just talking", { by: tom }));
  await passes(longAway);
  const back = await run();
  await hears(asked, /Rex/);
  await hears({ ...below, ts: thread }, /Momo/);
  await hears(alone, /Bella/);
  await back.stop();
  await passes(longAway);
  await run();
  const last = await does(say(`${mention} my name is Lea`));
  await hears(last, /Lea/);
  expect(await replies(asked)).toHaveLength(1);
  expect((await replies({ ...below, ts: thread })).filter(({ thread: where }) => where === thread)).toHaveLength(2);
  expect((await replies(ambient)).filter(({ thread: where }) => where === ambient.ts)).toEqual([]);
});

test("what was deleted before Slack could tell of it is not answered when Slack says it again", async () => {
  const workspace = await slackWorkspace("socket", { retryMs: [0, 20_000, 60_000] });
  const { run, does, hears, replies, passes } = workspace;
  await talkedAndLeft(workspace);
  const taken = await does(say("my name is Tom", { channel: null }));
  await passes(1_000);
  await run();
  await does({ type: "delete", by: lea, channel: taken.channel ?? "", ts: taken.ts ?? "" });
  await hears(await does(say("my name is Lea", { channel: null })), /Lea/);
  await passes(60_000);
  const last = await does(say("my name is Mia", { channel: null }));
  await hears(last, /Mia/);
  expect(JSON.stringify(await replies(taken))).not.toContain("Tom");
});

test("what was deleted meanwhile is not answered, and a history that fails keeps nobody from being answered", async () => {
  const workspace = await slackWorkspace("socket", {}, {}, speed);
  const { double, run, does, hears, replies, passes } = workspace;
  await talkedAndLeft(workspace);
  const taken = await does(say(`${mention} my name is Tom`));
  await does({ type: "delete", by: lea, channel, ts: taken.ts ?? "" });
  const kept = await does(say(`${mention} my name is Lea`));
  await passes(longAway);
  await double.fate("conversations.history", "failed");
  await run();
  const now = await does(say(`${mention} my name is Mia`));
  await hears(now, /Mia/);
  await passes(10_000);
  await hears(kept, /Lea/);
  expect((await replies(taken)).filter(({ thread }) => thread === taken.ts)).toEqual([]);
});

/** A thread that began more than a minute before what was heard last. */
async function threadLongAgo({ double, run, does, hears, passes }: Workspace): Promise<{ readonly thread: string }> {
  await run();
  const said = await does(say(`${mention} hello`));
  await hears(said, /./);
  const read = async () =>
    (await double.history()).requests.filter(
      ({ method, outcome }) => method === "conversations.history" && outcome === "done",
    ).length;
  const before = await read();
  await passes(longAway);
  await until(async () => (await read()) >= before + 2, "the program has noticed how late it is");
  return { thread: said.ts ?? "" };
}

test("what is said while Slack is away in a thread that began in this run is answered there when Slack is back", async () => {
  const patient = { retryMs: [], acknowledgeMs: 30_000 };
  const workspace = await slackWorkspace("socket", patient, {}, speed);
  const { double, does, hears, passes } = workspace;
  const { thread } = await threadLongAgo(workspace);
  await double.faults({ outage: true });
  const refusals = async () =>
    (await double.history()).requests.filter(
      ({ method, outcome }) => method === "apps.connections.open" && outcome === "outage",
    );
  await until(async () => (await refusals()).length > 0, "the program has noticed it");
  const below = await does(say("my cat is called Momo", { thread }));
  await passes(longAway);
  await double.faults({ outage: false });
  await until(async () => (await double.activity()).sockets.length === 1, "a new socket");
  await hears({ ...below, ts: thread }, /Momo/);
  expect((await double.activity()).lost).toBe(1);
});
