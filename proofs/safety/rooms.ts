import { setTimeout as pause } from "node:timers/promises";
import type { Person, PlatformEvent, Spot } from "../../tests/doubles/mock-platform/records.ts";
import type { World } from "../run/world.ts";
import type { LabelledLine } from "./lines.ts";

export interface Spoken {
  readonly line: LabelledLine;
  readonly event: PlatformEvent;
}

const people: readonly Person[] = ["Ola", "Pia", "Quirin", "Rosa", "Sam", "Tarek"].map((name) => ({
  id: name.toLowerCase(),
  name,
}));
const spots: readonly Spot[] = [
  ...Array.from({ length: 6 }, (_, at): Spot => ({ channel: `c${at}`, thread: null, kind: "channel" })),
  ...people.map(({ id }): Spot => ({ channel: `dm-${id}`, thread: null, kind: "direct" })),
];

/** Many people at once, as no community writes. */
const paceMs = 40;

/** What comes before: every mood, and a question that keeps each place busy. */
const before = [
  "You are useless and I hate talking to you.",
  "Thank you, you are wonderful company!",
  "#T1# Tell me at length about the old bridge.",
];

/** Every place is busy, and then all lines are said, here and there, by everybody. */
export async function speakAll(here: World, lines: readonly LabelledLine[]): Promise<readonly Spoken[]> {
  for (const spot of spots) for (const text of before) await say(here, spot, text);
  const spoken: Spoken[] = [];
  for (const line of lines) {
    spoken.push({ line, event: await say(here, here.random.pick(spots), line.text) });
    await pause(paceMs);
  }
  return spoken;
}

async function say(here: World, spot: Spot, text: string): Promise<PlatformEvent> {
  const own = people.find(({ id }) => spot.channel === `dm-${id}`);
  const author = own ?? here.random.pick(people);
  const addressing = spot.kind === "direct" ? "direct" : "mention";
  const event = await here.platform.does({ ...spot, type: "message", author, addressing, text, quoted: null });
  if (event === null) throw new Error("the platform did not take a message");
  return event;
}
