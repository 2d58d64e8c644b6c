import { afterEach, describe, expect, test } from "vitest";
import type { Delivery, Receipt } from "../../../src/core/reply.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import { usualScopes } from "../../doubles/slack/options.ts";
import type { PersonEvent, StatusRecord } from "../../doubles/slack/records.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox; readonly lines: LogLine[] };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(options: SlackOptions = {}): Promise<World> {
  const host = inbox();
  const lines: LogLine[] = [];
  open = { ...(await slackWorld(options, host, { log: noting(lines) })), host, lines };
  await open.adapter.start(host);
  return open;
}

/** A workspace whose app was not granted what only adds something. */
const without = (scope: string): SlackOptions => ({
  teams: [
    {
      ...{ id: "T0HARBOUR01", name: "The Harbour", domain: "the-harbour", token: "xoxb-double-of-slack" },
      bot: { user: "U0FAMILIAR1", id: "B0FAMILIAR1" },
      channels: [{ id: channel, name: "general" }],
      scopes: usualScopes.filter((one) => one !== scope),
    },
  ],
});

const receipt: Receipt = {
  ...{ provider: "p", model: "m", inputTokens: 1, outputTokens: 1, usd: null, firstTokenMs: null, memories: [] },
};
const answer = (body = "Hello.") => replyOf(body, { receipt });

const statuses = async ({ double }: World, kind: StatusRecord["kind"]): Promise<readonly StatusRecord[]> =>
  (await double.history()).statuses.filter((one) => one.kind === kind);
const asked = async ({ double }: World, method: string) =>
  (await double.history()).requests.filter((request) => request.method === `assistant.threads.${method}`);

/** Somebody opens the pane, and asks there. */
async function inPane(world: World, text = "what's my dog's name?"): Promise<PersonEvent> {
  const pane = await world.does({ type: "assistant", by: anna });
  await world.until(async () => (await statuses(world, "prompts")).length > 0, "the first questions");
  await world.does({ type: "say", by: anna, channel: pane.channel, text, thread: pane.ts ?? "" });
  return pane;
}

async function next({ adapter, host }: World, more: Partial<Delivery> = {}) {
  const { ask, turn } = await host.next();
  if (ask.type !== "message") throw new Error("no message");
  const live = adapter.open(deliveryOf(ask, turn, { subject: ask.text, ...more }));
  return { ask, live };
}

describe("who opens the assistant's pane", () => {
  test("is offered up to four questions there, in their own language", async () => {
    const world = await started();
    const pane = await world.does({ type: "assistant", by: { ...anna, locale: "de-DE" } });
    await world.until(async () => (await statuses(world, "prompts")).length === 1, "the first questions");
    const [offered] = await statuses(world, "prompts");
    expect(offered).toMatchObject({ channel: pane.channel, thread: pane.ts });
    const prompts = offered?.value as readonly { readonly title: string }[];
    expect(prompts.length).toBeLessThanOrEqual(4);
    expect(prompts.map(({ title }) => title)).toContain("Was weißt du über mich?");
    expect(world.host.received).toEqual([]);
  });

  test("in the newer view is offered them above the conversation, which heads no thread", async () => {
    const world = await started();
    const opened = await world.does({ type: "home", by: anna, tab: "messages" });
    await world.until(async () => (await statuses(world, "prompts")).length === 1, "the first questions");
    expect(await statuses(world, "prompts")).toMatchObject([{ channel: opened.channel, thread: null }]);
    expect((await world.double.history()).views).toEqual([]);
  });

  test("is answered in that thread, in private", async () => {
    const world = await started();
    const pane = await inPane(world);
    const { ask, live } = await next(world);
    expect(ask).toMatchObject({
      addressing: "direct",
      room: { kind: "direct" },
      place: { guild: null, thread: pane.ts },
    });
    await live.finish(answer("Rex."));
    expect(await world.shown()).toMatchObject([{ kind: "im", channel: pane.channel, thread: pane.ts, text: "Rex." }]);
  });
});

describe("while an answer is made", () => {
  const shown = (world: World) => world.until(async () => (await statuses(world, "status")).length > 0, "a status");

  test.each(["in the pane", "in a thread of a channel"] as const)(
    "%s it says so within a second, and no more once the answer is there",
    async (where) => {
      const world = await started();
      if (where === "in the pane") await inPane(world);
      else await world.does({ type: "say", by: anna, channel, text: `${mention} hello` });
      const { ask, live } = await next(world);
      const began = world.clock.now().getTime();
      live.status("thinking");
      await shown(world);
      const [status] = await statuses(world, "status");
      expect(status).toMatchObject({ value: "is thinking…", thread: ask.place.thread, endedAt: null });
      expect((status?.at ?? 0) - began).toBeLessThan(1_000);
      await live.finish(answer());
      expect((await statuses(world, "status"))[0]?.endedAt).not.toBeNull();
      expect(await asked(world, "setStatus")).toHaveLength(1);
    },
  );

  test("in German it says so in German, and what is answered at once needs none", async () => {
    const world = await started();
    await inPane(world);
    const { live } = await next(world, { locale: "de" });
    live.status("thinking");
    await live.finish(answer());
    await inPane(world);
    const second = await next(world, { locale: "de" });
    second.live.status("thinking");
    await shown(world);
    expect((await statuses(world, "status")).map(({ value }) => value)).toEqual(["denkt nach …"]);
    await second.live.finish(answer());
  });

  test.each(["withdraw", "abandon"] as const)("where none comes (%s) it is taken away", async (end) => {
    const world = await started();
    await inPane(world);
    const { live } = await next(world);
    live.status("thinking");
    await shown(world);
    await live[end]();
    expect((await statuses(world, "status")).map(({ value }) => value)).toEqual(["is thinking…", ""]);
    expect(await world.shown()).toEqual([]);
  });

  test("where Slack does not take the answer it is taken away", async () => {
    const world = await started();
    await inPane(world);
    const { live } = await next(world);
    live.status("thinking");
    await shown(world);
    await world.double.fate("chat.postMessage", "failed");
    await expect(live.finish(answer())).rejects.toThrow();
    await world.until(async () => (await statuses(world, "status")).at(-1)?.value === "", "an end of it");
  });

  test("where the answer overtakes it, it is taken away afterwards", async () => {
    const world = await started();
    await inPane(world);
    const { live } = await next(world);
    await world.double.faults({ slow: 1, slowMs: 2_000 });
    live.status("thinking");
    await world.until(async () => (await statuses(world, "status")).length > 0, "a status on its way");
    await live.finish(answer());
    await world.double.faults({ slow: 0 });
    await world.until(async () => (await statuses(world, "status")).at(-1)?.value === "", "an end of it");
    expect(await world.shown()).toHaveLength(1);
  });

  test("where Slack has no room for it, it is left out and the answer comes", async () => {
    const world = await started();
    await inPane(world);
    const { live } = await next(world);
    await world.double.fate("assistant.threads.setStatus", "limited");
    live.status("thinking");
    await world.until(async () => (await asked(world, "setStatus")).length === 1, "the request");
    await live.finish(answer());
    expect(await world.shown()).toHaveLength(1);
    expect((await asked(world, "setStatus")).every(({ early }) => !early)).toBe(true);
  });

  test("in a private message outside of threads there is no place for it", async () => {
    const world = await started();
    await world.does({ type: "say", by: anna, channel: null, text: "hello" });
    const { live } = await next(world);
    live.status("thinking");
    await live.finish(answer());
    expect(await asked(world, "setStatus")).toEqual([]);
  });
});

describe("a conversation of the pane", () => {
  const titles = async (world: World) => (await statuses(world, "title")).map(({ value }) => value);

  test("is called as its first question began, once that is answered", async () => {
    const world = await started();
    const pane = await inPane(world);
    const { live } = await next(world, { subject: "is <this> you?" });
    await live.finish(answer());
    await world.until(async () => (await titles(world)).length === 1, "a title");
    expect(await statuses(world, "title")).toMatchObject([{ thread: pane.ts, value: "is this you?" }]);
    await world.does({ type: "say", by: anna, channel: pane.channel, text: "and more", thread: pane.ts ?? "" });
    await (await next(world)).live.finish(answer());
    expect(await asked(world, "setTitle")).toHaveLength(1);
  });

  test.each([
    ["code alone has answered, as it does where somebody is in danger", { receipt: null }],
    ["nothing may be kept", { offRecord: true }],
  ])("is not where %s", async (_case, more) => {
    const world = await started();
    await inPane(world);
    await (await next(world)).live.finish(replyOf("All right.", { receipt, ...more }));
    await inPane(world, "and then?");
    await (await next(world)).live.finish(answer());
    await world.until(async () => (await titles(world)).length > 0, "the other one's title");
    expect(await titles(world)).toEqual(["and then?"]);
  });

  test("loses the words of a question that is deleted", async () => {
    const world = await started();
    const pane = await world.does({ type: "assistant", by: anna });
    const said = { type: "say" as const, by: anna, channel: pane.channel, text: "my secret", thread: pane.ts ?? "" };
    await world.until(async () => (await statuses(world, "prompts")).length > 0, "the first questions");
    const question = await world.does(said);
    await (await next(world)).live.finish(answer());
    await world.until(async () => (await titles(world)).length === 1, "a title");
    await world.does({ type: "delete", by: anna, channel: question.channel ?? "", ts: question.ts ?? "" });
    await world.until(async () => (await titles(world)).length === 2, "another title");
    expect(await titles(world)).toEqual(["my secret", "Conversation"]);
  });

  test("in a channel has none", async () => {
    const world = await started();
    await world.does({ type: "say", by: anna, channel, text: `${mention} hello` });
    await (await next(world)).live.finish(answer());
    await inPane(world);
    await (await next(world)).live.finish(answer());
    await world.until(async () => (await titles(world)).length === 1, "the pane's");
    expect(await statuses(world, "title")).toMatchObject([{ channel: expect.stringMatching(/^D/) }]);
  });
});

test("where the app may not do it, everything else works; it is asked once, and told in one quiet line", async () => {
  const world = await started(without("assistant:write"));
  const told = () => world.lines.filter(({ message }) => message.startsWith("Slack does not let the app do this"));
  for (let times = 0; times < 3; times += 1) {
    const { channel: where } = await world.does({ type: "home", by: anna, tab: "messages" });
    await world.until(() => told().length > 0, "a line");
    const head = await world.does({ type: "say", by: anna, channel: where, text: "hello" });
    await (await next(world)).live.finish(answer());
    await world.does({ type: "say", by: anna, channel: where, text: "and more", thread: head.ts ?? "" });
    await (await next(world)).live.finish(answer());
  }
  expect(await world.shown()).toHaveLength(6);
  expect(await asked(world, "setSuggestedPrompts")).toMatchObject([{ error: "missing_scope" }]);
  expect(told().map(({ level, fields }) => [level, fields])).toEqual([
    ["debug", { method: "assistant.threads.setSuggestedPrompts", code: "missing_scope" }],
  ]);
});
