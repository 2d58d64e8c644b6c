import { describe, expect, onTestFinished, test } from "vitest";
import type { TurnId } from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import type { MessageBoard } from "../../doubles/message-board.ts";
import { sqliteDatabase, testStorage } from "../../storage-fixture.ts";
import { echo, pausing, saying, type Town, type TownOptions, town } from "./town.ts";

const ben = { id: "ben", name: "ben" };
const moderator = { author: ben, moderator: true };

async function opened(options: Omit<TownOptions, "storage"> = {}): Promise<Town & { readonly storage: Storage }> {
  const storage = await testStorage();
  const place = town({ storage, ...options });
  place.talk.open();
  return Object.assign(place, { storage });
}

const turnOf = async (taken: Promise<{ readonly type: string; readonly turn?: TurnId }>): Promise<TurnId> => {
  const { turn } = await taken;
  if (!turn) throw new Error("it got no turn");
  return turn;
};

type Opened = Awaited<ReturnType<typeof opened>>;

/** Something is said, answered, and delivered. */
async function answered(place: Opened, text = "hello", key = "a"): Promise<TurnId> {
  const turn = await turnOf(place.says(text, { key }));
  await delivered(place, turn);
  return turn;
}

async function delivered(place: Opened, turn: TurnId): Promise<void> {
  let state = "";
  while (state !== "delivered") {
    state = (await place.storage.inbox.find(turn))?.state ?? "";
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const everything = async ({ storage }: Opened, turn: TurnId): Promise<string> =>
  JSON.stringify([
    await storage.messages.ofTurns([turn]),
    await storage.memories.learnedIn([turn]),
    await storage.inbox.find(turn),
  ]);

describe("below a reply", () => {
  test("there is Stop while it is written, and what may be wanted of it once it is there", async () => {
    const { mind, goOn } = pausing("Well,");
    const place = await opened({ mind });
    await place.says("hello", { key: "a" });
    await place.until(() => place.repliesTo("a").length > 0);
    expect(place.board("a").visible.map(({ actions }) => actions)).toEqual([["stop"]]);
    goOn();
    await place.until(() => place.board("a").visible[0]?.actions.includes("again") ?? false);
    expect(place.board("a").visible[0]?.actions).toEqual(["again", "remove", "report", "good", "bad"]);
  });

  test("of several parts only the last one bears them, while it grows and in the end", async () => {
    const { mind, goOn } = pausing("x".repeat(250));
    const place = await opened({ mind });
    await place.says("y".repeat(180), { key: "a" });
    await place.until(() => place.repliesTo("a").length === 2);
    expect(place.board("a").visible.map(({ actions }) => actions)).toEqual([[], ["stop"]]);
    goOn();
    await place.until(() => place.board("a").visible.at(-1)?.actions.length === 5);
    expect(place.board("a").visible.map(({ actions }) => actions.length)).toEqual([0, 0, 5]);
  });

  test("there is nothing of a command or of the safety floor, and only Remove where code has answered", async () => {
    const place = await opened();
    for (const [key, text] of Object.entries({ c: "/journal list", d: "I want to kill myself", e: "are you human?" })) {
      await place.says(text, { key, kind: "direct" });
      await place.until(() => place.repliesTo(key).length > 0);
      await place.until(() => key !== "e" || place.board(key).visible[0]?.actions.length === 1);
    }
    const below = ["c", "d", "e"].map((key) => place.board(key).visible[0]?.actions);
    expect(below).toEqual([[], [], ["remove"]]);
  });

  test("there is nothing where the platform has no buttons", async () => {
    const place = await opened({ capabilities: { buttons: false } });
    await answered(place);
    expect(place.board("a").visible[0]?.actions).toEqual([]);
  });
});

describe("Stop", () => {
  test("makes a reply of what was said so far, for the asker and for a moderator, and for nobody else", async () => {
    for (const who of [{}, moderator]) {
      const place = await opened({ mind: pausing("So far").mind });
      const turn = await turnOf(place.says("hello", { key: "a" }));
      await place.until(() => place.repliesTo("a").length > 0);
      expect(await place.presses(turn, "stop", { author: ben })).toMatchObject({ type: "not-yours" });
      expect(await place.presses(turn, "stop", who)).toMatchObject({ type: "done" });
      await place.until(() => place.repliesTo("a")[0] === "So far …");
      await delivered(place, turn);
      expect(await place.presses(turn, "stop")).toMatchObject({ type: "known" });
    }
  });
});

describe("Remove", () => {
  test("takes the reply back, and its words, its question's and what was learned out of the database", async () => {
    const place = await opened({ mind: saying("Rex is a fine name.") });
    const turn = await answered(place, "my dog is called Rex");
    expect(await everything(place, turn)).toContain("Rex");
    expect(await place.presses(turn, "remove")).toMatchObject({ type: "done" });
    await place.until(() => place.repliesTo("a").length === 0);
    expect(await everything(place, turn)).not.toContain("Rex");
    place.mind = echo;
    await answered(place, "what is my dog called?", "b");
    expect(place.repliesTo("b").join()).not.toContain("Rex");
  });

  test("is for the asker and for moderators of that place, and a double click is one", async () => {
    const place = await opened();
    const turn = await answered(place);
    expect(await place.presses(turn, "remove", { author: ben })).toMatchObject({ type: "not-yours" });
    const elsewhere = { platform: "town", guild: "g", channel: "other", thread: null };
    expect(await place.presses(turn, "remove", { ...moderator, place: elsewhere })).toMatchObject({ type: "gone" });
    expect(place.repliesTo("a")).toEqual(["re: hello"]);
    const both = await Promise.all([place.presses(turn, "remove", moderator), place.presses(turn, "remove")]);
    expect(both.map(({ type }) => type).toSorted()[0]).toBe("done");
    expect(both.filter(({ type }) => type === "done")).toHaveLength(1);
    await place.until(() => place.repliesTo("a").length === 0);
  });

  test("takes out all questions that were answered together", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("first", { key: "z" });
    await place.until(() => place.asked.length === 1);
    const one = await turnOf(place.says("my cat is called Momo", { key: "a" }));
    const two = await turnOf(place.says("and my dog is called Rex", { key: "b" }));
    place.mind = echo;
    goOn();
    await delivered(place, two);
    await place.presses(two, "remove");
    await place.until(() => place.repliesTo("b").length === 0);
    for (const turn of [one, two]) expect(await everything(place, turn)).not.toMatch(/Momo|Rex/);
    expect((await place.storage.inbox.find(one))?.state).toBe("withdrawn");
  });

  test("is carried out after a crash, if the process died before the platform had heard of it", async () => {
    const database = await sqliteDatabase();
    onTestFinished(database.remove);
    const boards = new Map<string, MessageBoard>();
    const first = await database.open();
    const place = Object.assign(town({ storage: first }, boards), { storage: first });
    place.talk.open();
    const turn = await answered(place, "my dog is called Rex");
    place.board("a").fates = Array(50).fill("refused");
    expect(await place.presses(turn, "remove")).toMatchObject({ type: "done" });
    await place.clock.sleeping(1_000);
    await first.close();
    const second = await database.open();
    onTestFinished(() => second.close());
    const later = Object.assign(town({ storage: second }, boards), { storage: second });
    later.board("a").fates = [];
    await later.talk.recover();
    later.talk.open();
    await later.until(() => later.repliesTo("a").length === 0);
    expect(await everything(later, turn)).not.toContain("Rex");
  });

  test("reaches a reply that is written once more, and one that was delivered a moment ago", async () => {
    const place = await opened();
    const turn = await turnOf(place.says("hello", { key: "a" }));
    await place.until(() => place.repliesTo("a").length > 0);
    await place.presses(turn, "remove");
    await place.until(() => place.repliesTo("a").length === 0);
    await place.until(() => place.board("a").visible.length === 0);
  });
});
