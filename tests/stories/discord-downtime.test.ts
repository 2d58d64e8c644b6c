import { expect, test } from "vitest";
import { channel, discordServer, lea, mention, quiet, tom } from "./discord-server.ts";

type Server = Awaited<ReturnType<typeof discordServer>>;

const say = (content: string, more: object = {}) => ({ type: "say" as const, by: lea, channel, content, ...more });

/** Talks, so that the place is known, and goes away. */
async function talkedAndLeft(server: Server, ...places: readonly object[]): Promise<void> {
  const app = await server.run();
  for (const place of places) {
    const said = await server.does(say(`${mention} hello`, place));
    await server.hears(said.id, /./);
  }
  await app.stop();
}

const texts = async ({ double }: Server) =>
  (await double.history()).messages.flatMap(({ states }) => states.at(-1)?.content ?? []);

test("what was said while it was away is answered when it is back, each once, where it was said", async () => {
  const server = await discordServer();
  const thread = (await server.does({ type: "thread", by: lea, channel, name: "Bridges" })).id;
  const places = [{}, { channel: thread }, { channel: null }];
  await talkedAndLeft(server, ...places);
  const asked = [];
  for (const [n, name] of ["Rex", "Momo", "Bella"].entries())
    asked.push({ name, id: (await server.does(say(`${mention} my dog is called ${name}`, places[n]))).id });
  const between = await server.does(say("just talking", { by: tom }));
  const back = await server.run();
  for (const { id, name } of asked) await server.hears(id, new RegExp(name));
  await back.stop();
  await server.run();
  const last = await server.does(say(`${mention} hello again`));
  await server.hears(last.id, /./);
  for (const { id } of asked) expect(await server.replies(id)).toHaveLength(1);
  expect(await server.replies(between.id)).toEqual([]);
});

test("who mentions it meanwhile where nobody ever talked with it is answered too", async () => {
  const server = await discordServer();
  await talkedAndLeft(server);
  const asked = await server.does(say(`${mention} my name is Lea`, { channel: quiet }));
  await server.run();
  await server.hears(asked.id, /Lea/);
});

test("after a night of silence everybody in a place gets one line of apology together, and no late answers", async () => {
  const server = await discordServer();
  await talkedAndLeft(server, {});
  for (const n of [1, 2, 3]) await server.does(say(`${mention} question ${n}?`));
  await server.passes(8 * 3_600_000);
  const before = (await texts(server)).length;
  await server.run();
  const now = await server.does(say(`${mention} my name is Lea`));
  await server.hears(now.id, /Lea/);
  expect(await texts(server)).toHaveLength(before + 2);
});

test("a channel that is closed to it, and one whose history fails, keep nobody from being answered", async () => {
  const server = await discordServer();
  await talkedAndLeft(server, {}, { channel: quiet });
  await server.does(say(`${mention} my name is Lea`, { channel: quiet }));
  const asked = await server.does(say(`${mention} my name is Lea`));
  await server.double.faults({ hidden: [quiet] });
  await server.double.fate("history", "failed");
  await server.double.fate("history", "cut");
  await server.run();
  await server.hears(asked.id, /Lea/);
});

test("a message that is deleted meanwhile is not answered", async () => {
  const server = await discordServer();
  await talkedAndLeft(server, {});
  const taken = await server.does(say(`${mention} my name is Tom`));
  const kept = await server.does(say(`${mention} my name is Lea`));
  await server.does({ type: "delete", messages: [taken.id] });
  await server.run();
  await server.hears(kept.id, /Lea/);
  expect((await texts(server)).join()).not.toContain("Tom");
});

test("a session that is lost is caught up with; one that is resumed needs no history", async () => {
  const server = await discordServer();
  await server.run();
  const first = await server.does(say(`${mention} hello`));
  await server.hears(first.id, /./);
  const histories = async () => (await server.double.history()).requests.filter(({ kind }) => kind === "history");
  await server.double.gateway({ type: "drop" });
  const second = await server.does(say(`${mention} my name is Lea`));
  await server.hears(second.id, /Lea/);
  expect(await histories()).toEqual([]);
  await server.double.gateway({ type: "forget" });
  await server.double.gateway({ type: "drop" });
  const third = await server.does(say(`${mention} my dog is called Rex`));
  await server.hears(third.id, /Rex/);
  expect((await histories()).map(({ channel: id }) => id)).toEqual([channel]);
});

test("being thrown out of a server while it is away is no trouble", async () => {
  const server = await discordServer();
  await talkedAndLeft(server, {}, { channel: null });
  const asked = await server.does(say("my name is Lea", { channel: null }));
  await server.does({ type: "kick", guild: "200000000000000001" });
  await server.run();
  await server.hears(asked.id, /Lea/);
});

test("a start while Discord is away is no end: it connects when Discord is back, and brings what it owed", async () => {
  const server = await discordServer();
  await talkedAndLeft(server, {});
  const asked = await server.does(say(`${mention} my name is Lea`));
  await server.double.faults({ outage: true });
  await server.run();
  await server.double.faults({ outage: false });
  await server.hears(asked.id, /Lea/);
});
