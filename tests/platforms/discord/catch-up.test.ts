import { afterEach, describe, expect, test } from "vitest";
import type { Place } from "../../../src/core/session.ts";
import type { Past } from "../../../src/core/storage.ts";
import { type Recorder, recorder } from "../../contracts/platform-host.ts";
import type { DiscordOptions } from "../../doubles/discord/options.ts";
import { anna, ben, channel, discordWorld, mention, quiet } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const discordEpoch = 1_420_070_400_000;
const idAt = (ms: number): string => String(BigInt(ms - discordEpoch) << 22n);
const anHourAgo = (): string => idAt(Date.now() - 3_600_000);

/** A core that knows this much from before, and remembers how far it is told to have heard. */
function remembering(past: Partial<Past>): Recorder & { readonly reached: string[] } {
  const reached: string[] = [];
  return {
    ...recorder(),
    reached,
    past: async () => ({ places: [], heardUntil: anHourAgo(), ...past }),
    heard: async (_platform, until) => void reached.push(until),
  };
}

async function away(past: Partial<Past> = {}, options: DiscordOptions = {}) {
  const host = remembering(past);
  const world = await discordWorld(options, host);
  open = world;
  const heard = async () => {
    const { ask } = await host.next();
    return ask.type === "message" ? ask.text : ask.type;
  };
  const histories = async () => (await world.double.history()).requests.filter(({ kind }) => kind === "history");
  return { ...world, host, heard, histories, start: () => world.adapter.start(host) };
}

const say = (content: string, more: object = {}) => ({ type: "say" as const, by: anna, channel, content, ...more });

describe("what was said while nobody listened", () => {
  test("comes before what is heard in its channel from then on, and looks as if it were heard", async () => {
    const { double, does, heard, host, until, histories, start } = await away();
    await does(say(`${mention} first`));
    await does(say("to nobody"));
    // The page is read at once, and arrives late.
    await double.faults({ slow: 1, slowMs: 400 });
    await start();
    await until(async () => (await double.activity()).underway > 0 || (await histories()).length > 0, "a look back");
    await does(say(`${mention} second`));
    expect((await host.next()).ask).toMatchObject({ text: "first", addressing: "mention", room: { kind: "channel" } });
    expect((await host.next()).ask).toMatchObject({ text: "to nobody", addressing: "ambient" });
    expect(await heard()).toBe("second");
  });

  test("is fetched from a little before what was heard last: what was said earlier may have been told later", async () => {
    const { does, host, adapter } = await away();
    await does(say(`${mention} first`));
    const { id: heardUntil } = await does(say(`${mention} second`));
    await adapter.start({ ...host, past: async () => ({ places: [], heardUntil }) });
    expect((await host.next()).ask).toMatchObject({ text: "first" });
  });

  test("is read to its end, page by page, in the order of saying", async () => {
    const { does, host, start } = await away();
    for (let n = 0; n < 230; n++) await does(say(`${mention} number ${n}`));
    await start();
    for (let n = 0; n < 230; n++) expect((await host.next()).ask).toMatchObject({ text: `number ${n}` });
  });

  test("is read in private too, and in a thread that is in no list any more", async () => {
    const dm: Place = { platform: "discord", guild: null, channel: "", thread: null };
    const world = await away();
    const { channel: own } = await world.does(say("hello", { channel: null }));
    const places = [{ ...dm, channel: own ?? "" }];
    const host = remembering({ places });
    await world.adapter.start(host);
    expect((await host.next()).ask).toMatchObject({ text: "hello", addressing: "direct", place: places[0] });
  });

  test("keeps its place where Discord does not tell at first whose channel it is", async () => {
    const world = await away();
    const { channel: own } = await world.does(say("first", { channel: null }));
    const host = remembering({ places: [{ platform: "discord", guild: null, channel: own ?? "", thread: null }] });
    await world.double.fate("channel", "failed");
    await world.adapter.start(host);
    await world.does(say("second", { channel: null }));
    expect([(await host.next()).ask, (await host.next()).ask]).toMatchObject([{ text: "first" }, { text: "second" }]);
  });

  test("is not looked for where nothing is new, nor in a first run", async () => {
    const { does, heard, histories, start } = await away({ heardUntil: idAt(Date.now() + 600_000) });
    await does(say(`${mention} long heard`));
    await start();
    await does(say(`${mention} new`));
    expect(await heard()).toBe("new");
    expect(await histories()).toEqual([]);
    await open?.adapter.stop();
    const first = await away({ heardUntil: null });
    await first.does(say(`${mention} before its time`));
    await first.start();
    await first.does(say(`${mention} now`));
    expect(await first.heard()).toBe("now");
  });

  test("and is deleted while it is being fetched is told of as deleted after it was told of", async () => {
    const order: string[] = [];
    const { double, does, host, histories, until, adapter } = await away();
    const receive: Recorder["receive"] = async (heard) => {
      order.push(heard.type);
      return host.receive(heard);
    };
    const said = await does(say(`${mention} never mind`));
    await double.faults({ slow: 1, slowMs: 400 });
    await adapter.start({ ...host, receive });
    await until(async () => (await double.activity()).underway > 0 || (await histories()).length > 0, "a look back");
    await does({ type: "delete", messages: [said.id] });
    await until(() => order.includes("message") && order.at(-1) === "deleted", "a deletion at the end");
  });
});

describe("how far it has heard", () => {
  test("is kept in a first run before it hears anything: whoever dies at its first word is followed by one that looks", async () => {
    const { double, host, adapter } = await away({ heardUntil: null });
    const sessions: number[] = [];
    const heard: Recorder["heard"] = async (platform, until) => {
      sessions.push((await double.activity()).sessions.length);
      await host.heard(platform, until);
    };
    const before = BigInt(idAt(Date.now()));
    await adapter.start({ ...host, heard });
    expect(sessions[0]).toBe(0);
    expect(BigInt(host.reached[0] ?? 0)).toBeGreaterThanOrEqual(before);
  });

  test("goes on once everything was fetched, and stays before a message that was not taken", async () => {
    const { does, host, heard, until, start, adapter } = await away();
    await does(say(`${mention} first`));
    await start();
    await heard();
    await until(() => host.reached.length > 0, "the reach");
    host.refuse(new Error("the database is away"));
    const lost = await does(say(`${mention} not taken`));
    await does(say(`${mention} taken`, { by: ben }));
    expect(await heard()).toBe("taken");
    await adapter.rest();
    expect(BigInt(host.reached.at(-1) ?? 0)).toBeLessThan(BigInt(lost.id));
  });

  test("does not go on while a channel cannot be read, and does where it is closed for good", async () => {
    const failing = await away();
    await failing.does(say(`${mention} first`));
    for (let n = 0; n < 3; n++) await failing.double.fate("history", "failed");
    await failing.start();
    await failing.until(async () => (await failing.histories()).length > 0, "a try");
    await failing.does(say(`${mention} elsewhere`, { channel: quiet }));
    expect(await failing.heard()).toBe("elsewhere");
    await failing.adapter.rest();
    expect(failing.host.reached).toEqual([]);
    await failing.adapter.stop();
    const closed = await away();
    await closed.does(say(`${mention} first`));
    await closed.double.faults({ hidden: [channel] });
    await closed.start();
    await closed.until(async () => (await closed.histories()).length > 0, "a try");
    await closed.does(say(`${mention} elsewhere`, { channel: quiet }));
    expect(await closed.heard()).toBe("elsewhere");
    await closed.until(() => closed.host.reached.length > 0, "the reach");
  });
});
