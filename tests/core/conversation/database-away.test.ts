import { describe, expect, test } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import type { ManualClock } from "../../doubles/manual-clock.ts";
import { testStorage } from "../../storage-fixture.ts";
import { pausing, town } from "./town.ts";
import { lasting, replacing } from "./towns.ts";

/** A database that takes nothing in before it is `back`. */
function acceptingLater({ inbox }: Storage): { readonly away: Storage["inbox"]; readonly back: () => void } {
  let back: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    back = resolve;
  });
  const accept: Storage["inbox"]["accept"] = async (arrivals) => {
    await held;
    return inbox.accept(arrivals);
  };
  return { away: replacing(inbox, { accept }), back: () => back() };
}

const stretchMs = 500;

/** Time in which things go on: it passes in small stretches. */
async function goesOn(clock: ManualClock, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= stretchMs) {
    await clock.sleeping(stretchMs);
    clock.advance(stretchMs);
  }
}

describe("somebody in danger", () => {
  test("is answered while the place is busy and the model hangs, and no table holds a word of it", async () => {
    const storage = await testStorage();
    const place = town({ storage, mind: pausing("").mind });
    place.talk.open();
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    await place.says("I want to kill myself tonight", { key: "x", who: "cem" });
    await place.answered("x");
    expect(new Set(place.board("x").visible.map(({ surface }) => surface))).toEqual(new Set(["place", "person"]));
    expect(place.repliesTo("x").join(" ")).toContain("988");
    expect(place.asked).toHaveLength(1);
  });

  test("is answered though the database does not answer, and only once when it is back", async () => {
    const storage = await testStorage();
    const { away: inboxAway, back } = acceptingLater(storage);
    const place = town({ storage: { ...storage, inbox: inboxAway } });
    place.talk.open();
    const taken = place.says("I want to kill myself tonight", { key: "x", kind: "direct", channel: "dm" });
    await goesOn(place.clock, 1_000);
    await place.until(() => place.repliesTo("x").join("").includes("988"));
    const standing = place.repliesTo("x");
    back();
    await taken;
    await place.says("next", { key: "z" });
    await place.until(() => place.repliesTo("z").length > 0);
    expect(place.repliesTo("x")).toEqual(standing);
  });

  test("is offered help once, though the program ends before the database is back and hears of it anew", async () => {
    const database = await lasting();
    const words = "I want to kill myself tonight";
    const first = await database.run({ inbox: (own) => replacing(own, { accept: () => new Promise(() => {}) }) });
    first.talk.open();
    const sentAt = first.clock.now();
    void first.says(words, { key: "x", sentAt });
    await goesOn(first.clock, 1_000);
    await first.until(() => first.repliesTo("x").join("").includes("988"));
    const standing = first.repliesTo("x");
    await first.crash();
    const second = await database.run({ clock: first.clock });
    second.talk.open();
    await second.says(words, { key: "x", sentAt });
    await second.says("next", { key: "z" });
    await second.until(() => second.repliesTo("z").length > 0);
    expect(second.repliesTo("x")).toEqual(standing);
  });
});

test("a database that does not answer is said in one line, and the message is taken when it is back", async () => {
  const storage = await testStorage();
  const { away: inboxAway, back } = acceptingLater(storage);
  const place = town({ storage: { ...storage, inbox: inboxAway } });
  place.talk.open();
  const taken = [place.says("hello", { key: "x" }), place.says("hello?", { key: "y", who: "ben" })];
  await goesOn(place.clock, 5_000);
  await place.until(() => place.told.length > 0);
  expect(place.told).toMatchObject([{ inReplyTo: null }]);
  back();
  await Promise.all(taken);
  await place.until(() => place.repliesTo("x").length > 0 && place.repliesTo("y").length > 0);
});

test("what is heard again and again while the database is away is taken once, and help is offered once", async () => {
  const storage = await testStorage();
  const { away: inboxAway, back } = acceptingLater(storage);
  const place = town({ storage: { ...storage, inbox: inboxAway } });
  place.talk.open();
  const taken = Array.from({ length: 20 }, () =>
    place.says("I want to kill myself tonight", { key: "x", kind: "direct" }),
  );
  await goesOn(place.clock, 1_000);
  await place.until(() => place.repliesTo("x").length > 0);
  back();
  const types = (await Promise.all(taken)).map(({ type }) => type);
  expect(types).toEqual(["accepted", ...Array.from({ length: 19 }, () => "known")]);
  await place.says("next", { key: "z" });
  await place.until(() => place.repliesTo("z").length > 0);
  expect(place.repliesTo("x").join("").split("Lifeline")).toHaveLength(2);
});

test.each([60_000, 3_000])(
  "a process that stood still for %i ms says nothing of a database that it had no time to ask",
  async (ms) => {
    const storage = await testStorage();
    const { away: inboxAway, back } = acceptingLater(storage);
    const place = town({ storage: { ...storage, inbox: inboxAway } });
    place.talk.open();
    const taken = place.says("hello", { key: "x" });
    await goesOn(place.clock, 3_000);
    await place.clock.sleeping(stretchMs);
    place.clock.advance(ms);
    await goesOn(place.clock, 4_500);
    back();
    await taken;
    await place.until(() => place.repliesTo("x").length > 0);
    expect(place.told).toEqual([]);
  },
);
