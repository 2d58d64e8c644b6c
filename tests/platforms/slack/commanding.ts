import { helpCommands } from "../../../commands/help.ts";
import { journalCommands } from "../../../commands/journal.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import type { Delivery, Reply } from "../../../src/core/reply.ts";
import type { CommandAsk, TurnId } from "../../../src/core/session.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { BotMessage, PersonEvent, ViewRecord } from "../../doubles/slack/records.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

export const commands: readonly AnyCommand[] = [
  ...journalCommands,
  ...helpCommands({ commands: () => journalCommands }),
];

export type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

/** A message of ours as it stands. */
export type Shown = Awaited<ReturnType<World["shown"]>>[number];

/** Slack with the app connected, which has these commands. */
export async function started(
  published: readonly AnyCommand[] = commands,
  ...[options, , more]: Partial<Parameters<typeof slackWorld>>
) {
  const host = inbox();
  const world: World = { ...(await slackWorld(options, host, more)), host };
  await world.adapter.publishCommands(published);
  await world.adapter.start(host);
  return world;
}

/** What follows the slash command. */
export const calls = (world: World, text: string, more: object = {}): Promise<PersonEvent> =>
  world.does({ type: "command", by: anna, channel, command: "/familiar", text, ...more });

/** The form that stands open now. */
export async function form({ double, until }: World): Promise<ViewRecord> {
  const open = async () => (await double.history()).views.find(({ closedAt }) => closedAt === null);
  await until(async () => (await open()) !== undefined, "a form");
  return (await open()) as ViewRecord;
}

export const faceOf = ({ states }: ViewRecord) =>
  states.at(-1)?.view as { readonly blocks: readonly object[]; readonly private_metadata: string };

export async function command({ host }: World): Promise<{ readonly ask: CommandAsk; readonly turn: TurnId }> {
  const { ask, turn } = await host.next();
  if (ask.type !== "command") throw new Error("no command");
  return { ask, turn };
}

/** Brings it the answer that the core would, for the asking person alone unless it is said. */
export async function answer(
  { adapter }: World,
  { ask, turn }: Awaited<ReturnType<typeof command>>,
  body: string,
  more: Partial<Reply> = {},
  how: Partial<Delivery> = {},
) {
  const delivery = deliveryOf(ask, turn, { handle: ask.handle, ...how });
  await adapter.open(delivery).finish(replyOf(body, { visibility: "person", ...more }));
}

/** Somebody has written a private command in the channel; what answers it there offers the command. */
export async function offeredIn(world: World, offer: `/${string}`, how: Partial<Delivery> = {}): Promise<BotMessage> {
  await world.does({ type: "say", by: anna, channel, text: `${mention} hello` });
  const { ask, turn } = await world.host.next();
  const offers: Delivery["offers"] = (finished) => (finished === null ? [] : [offer]);
  await world.adapter.open(deliveryOf(ask, turn, { offers, ...how })).finish(replyOf("This is private."));
  return (await world.shown()).find(({ visibleTo }) => visibleTo === null) as BotMessage;
}

/** Presses it and waits until that is acknowledged; gives what it is known by. */
export async function press(
  world: World,
  { channel: place, ts }: BotMessage,
  action: string,
  by = anna,
): Promise<string> {
  const { trigger } = await world.does({ type: "press", by, message: { channel: place, ts }, action });
  const outcome = async () =>
    (await world.double.history()).interactions.find((one) => one.trigger === trigger)?.outcome;
  await world.until(async () => (await outcome()) === "acknowledged", "an acknowledgement");
  return trigger ?? "";
}

export const told = async (world: World, count = 1) => {
  await world.until(async () => (await world.shown()).length >= count, "a word");
  return world.shown();
};
