import { describe, expect, onTestFinished, test } from "vitest";
import type { Logger } from "../../../src/core/ports.ts";
import type { TurnId } from "../../../src/core/session.ts";
import type { Storage, TurnState } from "../../../src/core/storage.ts";
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

const delivered = (place: Opened, turn: TurnId): Promise<void> => comesTo("delivered", place, turn);

async function comesTo(end: TurnState, place: Opened, turn: TurnId): Promise<void> {
  let state = "";
  while (state !== end) {
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

  test("reaches a reply of an earlier run, and so does Answer again", async () => {
    const database = await sqliteDatabase();
    onTestFinished(database.remove);
    const boards = new Map<string, MessageBoard>();
    const first = await database.open();
    const place = Object.assign(town({ storage: first }, boards), { storage: first });
    place.talk.open();
    const turn = await answered(place);
    await first.close();
    const second = await database.open();
    onTestFinished(() => second.close());
    const later = Object.assign(town({ storage: second }, boards), { storage: second });
    later.talk.open();
    later.sayings.set("a", "good evening");
    expect(await later.presses(turn, "again")).toMatchObject({ type: "done" });
    await later.until(() => later.repliesTo("a")[0] === "re: good evening");
    await delivered(later, turn);
    await second.close();
    const third = await database.open();
    onTestFinished(() => third.close());
    const last = Object.assign(town({ storage: third }, boards), { storage: third });
    last.talk.open();
    expect(await last.presses(turn, "remove")).toMatchObject({ type: "done" });
    await comesTo("withdrawn", last, turn);
    expect(last.repliesTo("a")).toEqual([]);
  });

  test("reaches a reply that was delivered a moment ago, before its turn is put away", async () => {
    const storage = await testStorage();
    const removed: Promise<unknown>[] = [];
    const inbox = new Proxy(storage.inbox, {
      get: (target, name) => {
        if (name !== "delivered") return Reflect.get(target, name);
        return async (turn: TurnId, at: Date) => {
          await target.delivered(turn, at);
          removed.push(place.presses(turn, "remove"));
          await removed.at(-1);
        };
      },
    });
    const place = town({ storage: { ...storage, inbox } });
    place.talk.open();
    await place.says("hello", { key: "a" });
    await place.until(() => removed.length > 0);
    expect(await removed[0]).toMatchObject({ type: "done" });
    await place.until(() => place.repliesTo("a").length === 0);
  });
});

describe("Answer again", () => {
  test("answers the words as they are now into the message that stands there, and keeps nothing of the first", async () => {
    const place = await opened();
    const turn = await answered(place, "my dog is called Rex");
    const [before] = place.board("a").visible;
    place.sayings.set("a", "my dog is called Momo");
    expect(await place.presses(turn, "again")).toMatchObject({ type: "done" });
    await place.until(() => place.repliesTo("a")[0] === "re: my dog is called Momo");
    await delivered(place, turn);
    expect(place.board("a").visible.map(({ id }) => id)).toEqual([before?.id]);
    expect(await everything(place, turn)).not.toContain("Rex");
    expect(await everything(place, turn)).toContain("Momo");
  });

  test("is for the asker alone, and a double click is one", async () => {
    const place = await opened();
    const turn = await answered(place);
    expect(await place.presses(turn, "again", moderator)).toMatchObject({ type: "not-yours" });
    const both = await Promise.all([place.presses(turn, "again"), place.presses(turn, "again")]);
    expect(both.map(({ type }) => type).toSorted()).toEqual(["done", "known"]);
    await delivered(place, turn);
    expect(place.asked).toEqual(["hello", "hello"]);
  });

  test("waits for its turn in the place, and is answered after a crash", async () => {
    const database = await sqliteDatabase();
    onTestFinished(database.remove);
    const boards = new Map<string, MessageBoard>();
    const first = await database.open();
    const place = Object.assign(town({ storage: first }, boards), { storage: first });
    place.talk.open();
    const turn = await answered(place);
    place.mind = pausing("").mind;
    await place.says("and this?", { key: "b", who: "ben" });
    await place.until(() => place.asked.length === 2);
    place.sayings.set("a", "good evening");
    expect(await place.presses(turn, "again")).toMatchObject({ type: "done" });
    expect(place.repliesTo("a")).toEqual(["re: hello"]);
    await first.close();
    const second = await database.open();
    onTestFinished(() => second.close());
    const later = Object.assign(town({ storage: second }, boards), { storage: second });
    await later.talk.recover();
    later.talk.open();
    await later.until(() => later.repliesTo("a")[0] === "re: good evening" && later.repliesTo("b").length > 0);
    expect(later.repliesTo("a")).toHaveLength(1);
  });

  test("of words that have become dark is the safety floor's", async () => {
    const place = await opened();
    const turn = await answered(place);
    place.sayings.set("a", "I want to kill myself");
    await place.presses(turn, "again");
    await place.until(() => /988/.test(place.repliesTo("a").join()));
    expect(place.asked).toEqual(["hello"]);
    expect(place.board("a").visible[0]?.actions).toEqual([]);
  });

  test("of a question that is not there any more is said so, and the answer stays", async () => {
    const place = await opened();
    const turn = await answered(place);
    place.sayings.set("a", null);
    expect(await place.presses(turn, "again")).toMatchObject({ type: "gone" });
    expect(place.repliesTo("a")).toEqual(["re: hello"]);
  });

  test("answers nothing that is deleted while it is being read", async () => {
    const storage = await testStorage();
    const place = Object.assign(town({ storage }), { storage });
    place.talk.open();
    const turn = await answered(place);
    const get = place.sayings.get.bind(place.sayings);
    place.sayings.get = (key) => {
      void place.deletes("a");
      return get(key);
    };
    expect(await place.presses(turn, "again")).toMatchObject({ type: "gone" });
    await place.until(() => place.repliesTo("a").length === 0);
    expect(place.asked).toEqual(["hello"]);
  });

  test("answers the rest of what was asked together, where a part of it was deleted", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("first", { key: "z" });
    await place.until(() => place.asked.length === 1);
    await place.says("one", { key: "a" });
    const turn = await turnOf(place.says("two", { key: "b" }));
    place.mind = echo;
    goOn();
    await delivered(place, turn);
    await place.deletes("b");
    place.sayings.set("b", null);
    await place.presses(turn, "again");
    await place.until(() => place.repliesTo("b")[0] === "re: one");
  });
});

describe("votes and reports", () => {
  const seconds = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 1_000);

  test("are one a person: the same again takes a vote back, the other one takes its place", async () => {
    const place = await opened();
    const turn = await answered(place);
    const press = async (action: "good" | "bad", at: number, author = ben) =>
      (await place.presses(turn, action, { author, at: seconds(at) })).text;
    expect(await press("good", 0)).toMatch(/noted/);
    expect(await press("bad", 10)).toMatch(/noted/);
    expect(await press("bad", 20)).toBe("Taken back.");
    expect(await press("good", 30)).toMatch(/noted/);
    expect(await press("good", 30, { id: "cleo", name: "cleo" })).toMatch(/noted/);
    const person = await place.storage.people.of("town", ben, seconds(0));
    expect(await place.storage.feedback.voteOf(turn, person)).toEqual({ vote: "good", at: seconds(30) });
  });

  test("a double click is one, and so is a press that is heard again, also out of its order", async () => {
    const place = await opened();
    const turn = await answered(place);
    const press = async (at: number) => (await place.presses(turn, "good", { author: ben, at: seconds(at) })).type;
    expect([await press(0), await press(0.3), await press(0)]).toEqual(["done", "known", "known"]);
    expect([await press(10), await press(10), await press(0)]).toEqual(["done", "known", "known"]);
    const person = await place.storage.people.of("town", ben, seconds(0));
    expect(await place.storage.feedback.voteOf(turn, person)).toMatchObject({ vote: "none" });
  });

  test("a report is told to the operator once a person, without a word of what was said", async () => {
    const lines: unknown[] = [];
    const place = await opened({ log: listening(lines) });
    const turn = await answered(place, "a most secret thing");
    for (const author of [ben, ben, { id: "cleo", name: "cleo" }]) await place.presses(turn, "report", { author });
    const reports = lines.filter((line) => JSON.stringify(line).includes("reported"));
    expect(reports).toHaveLength(2);
    expect(reports[0]).toMatchObject([{ turn, place: expect.stringContaining("general") }, expect.any(String)]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|cleo/);
  });

  test("go with what was kept of the question", async () => {
    const place = await opened();
    const turn = await answered(place);
    await place.presses(turn, "good", { author: ben });
    await place.presses(turn, "report", { author: ben });
    await place.deletes("a");
    const person = await place.storage.people.of("town", ben, seconds(0));
    expect(await place.storage.feedback.voteOf(turn, person)).toBeNull();
    expect(await place.storage.feedback.report(turn, person, seconds(0))).toBe(true);
  });
});

test("of a turn that nobody knows, or of what is private to a command, is said that there is nothing to do", async () => {
  const place = await opened();
  expect(await place.presses("nobody's" as TurnId, "good", { locale: "de" })).toMatchObject({
    type: "gone",
    text: expect.stringMatching(/^Diese Antwort/),
  });
  const turn = await turnOf(place.says("/journal list", { key: "c" }));
  await delivered(place, turn);
  expect(await place.presses(turn, "remove")).toMatchObject({ type: "gone" });
});

function listening(lines: unknown[]): Logger {
  const hear = (...line: readonly unknown[]): void => void lines.push(line);
  const log: Logger = { debug: hear, info: hear, warn: hear, error: hear, child: () => log };
  return log;
}
