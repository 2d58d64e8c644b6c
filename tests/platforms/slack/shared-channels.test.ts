import { afterEach, describe, expect, test } from "vitest";
import type { BotMessage } from "../../doubles/slack/records.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

const theirs = "C0SHARED001";
const without = "C0WITHOUT01";
const stranger = { id: "U0STRANGER1", name: "sol", realName: "Sol", team: "T0PARTNER01" };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(sharedChannels: readonly string[] = []): Promise<World> {
  const host = inbox();
  const world = await slackWorld({ teams: [team] }, host, { sharedChannels });
  open = { ...world, host };
  await open.adapter.start(host);
  return open;
}

const team = {
  id: "T0HARBOUR01",
  name: "The Harbour",
  domain: "the-harbour",
  token: "xoxb-double-of-slack",
  bot: { user: "U0FAMILIAR1", id: "B0FAMILIAR1" },
  channels: [
    { id: channel, name: "general" },
    { id: theirs, name: "partners", connected: [stranger.team], members: [anna.id, stranger.id] },
    { id: without, name: "without", private: true, bot: false, members: [anna.id] },
  ],
};

/** What Anna alone is told of her command. */
async function toldOf(world: World, where: string): Promise<BotMessage> {
  await world.does({ type: "command", by: anna, channel: where, command: "/familiar", text: "mood" });
  const own = async () => (await world.shown()).filter(({ visibleTo }) => visibleTo === anna.id);
  await world.until(async () => (await own()).length > 0, "a line for her alone");
  const [line] = await own();
  if (!line) throw new Error("nothing was told");
  return line;
}
const textOf = ({ states }: BotMessage): string => states.at(-1)?.text ?? "";

describe("a channel that is shared with another workspace", () => {
  test("is left alone, and who calls a command there is told why", async () => {
    const world = await started();
    await world.does({ type: "say", by: anna, channel: theirs, text: `${mention} hello` });
    expect(textOf(await toldOf(world, theirs))).toContain("shared with another workspace");
    expect(world.host.received).toEqual([]);
  });

  test("is heard once its id stands in the settings, whoever writes there, and no other one is", async () => {
    const world = await started([theirs]);
    await world.does({ type: "say", by: anna, channel: theirs, text: `${mention} hello` });
    expect((await world.host.next()).ask).toMatchObject({ place: { channel: theirs }, author: { name: "anna" } });
    await world.does({ type: "say", by: stranger, channel: theirs, text: `${mention} hello from outside` });
    expect((await world.host.next()).ask).toMatchObject({ author: { id: stranger.id }, room: { kind: "channel" } });
    await world.does({ type: "command", by: anna, channel: theirs, command: "/familiar", text: "mood" });
    expect((await world.host.next()).ask).toMatchObject({ type: "command" });
  });
});

test("a command in a conversation that the companion is not in is answered with what to do", async () => {
  const world = await started();
  expect(textOf(await toldOf(world, without))).toContain("/invite");
  expect(world.host.received).toEqual([]);
});
