import { describe, expect, onTestFinished, test } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import type { MessageBoard } from "../../doubles/message-board.ts";
import { sqliteDatabase, type TestDatabase, testStorage } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { away, echo, pausing, saying, type Town, type TownOptions, town } from "./town.ts";

const opened = async (options: Omit<TownOptions, "storage"> = {}): Promise<Town> => {
  const place = town({ storage: await testStorage(), ...options });
  place.talk.open();
  return place;
};

/** A database that outlives the runs of the program on it. */
async function lasting(): Promise<
  TestDatabase & { run(options?: Omit<TownOptions, "storage">): Promise<Town & { crash(): Promise<void> }> }
> {
  const database = await sqliteDatabase();
  const boards = new Map<string, MessageBoard>();
  const storages = new Set<Storage>();
  onTestFinished(async () => {
    for (const storage of storages) await storage.close();
    await database.remove();
  });
  return {
    ...database,
    run: async (options = {}) => {
      const storage = await database.open();
      storages.add(storage);
      const place = town({ storage, ...options }, boards);
      await place.talk.recover();
      const crash = async (): Promise<void> => {
        storages.delete(storage);
        await storage.close();
      };
      return Object.assign(place, { crash });
    },
  };
}

describe("messages", () => {
  test("that arrive at once are answered in their order, each once", async () => {
    const place = await opened({ capabilities: { coalesces: false } });
    const taken = await Promise.all(["one", "two", "three"].map((text) => place.says(text)));
    expect(taken.map(({ type }) => type)).toEqual(["accepted", "accepted", "accepted"]);
    await place.until(() => place.repliesTo("m3").length > 0);
    expect(place.order).toEqual(["m1", "m2", "m3"]);
    expect(place.repliesTo("m2")).toEqual(["re: two"]);
  });

  test("that arrive again are the turn that they were", async () => {
    const place = await opened();
    await place.says("hello", { key: "k" });
    const again = await Promise.all([place.says("hello", { key: "k" }), place.says("hello", { key: "k" })]);
    expect(again.map(({ type }) => type)).toEqual(["known", "known"]);
    await place.until(() => place.repliesTo("k").length > 0);
    expect(place.asked).toEqual(["hello"]);
  });

  test("of one person that wait behind a running turn are answered together, and another's between them is not", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("first");
    await place.until(() => place.asked.length === 1);
    place.mind = echo;
    await place.says("second");
    await place.says("third");
    await place.says("mine", { who: "ben" });
    await place.says("fourth");
    goOn();
    await place.until(() => place.repliesTo("m5").length > 0);
    expect(place.asked).toEqual(["first", "second\nthird", "mine", "fourth"]);
    expect(place.repliesTo("m2")).toEqual([]);
    expect(place.repliesTo("m3")).toEqual(["re: second\nthird"]);
  });

  test("beyond what may wait are refused with one line a person and minute, and nothing that was taken is lost", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind, capabilities: { coalesces: false } });
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    const kinds = [];
    for (let n = 0; n < 8; n += 1) kinds.push((await place.says(`waiting ${n}`)).type);
    expect(kinds).toEqual([...Array(5).fill("accepted"), ...Array(3).fill("refused")]);
    await place.until(() => place.told.length > 0);
    expect(place.told.map(({ inReplyTo }) => inReplyTo)).toEqual(["m7"]);
    place.clock.advance(61_000);
    await place.says("and now?");
    await place.until(() => place.told.length === 2);
    place.mind = echo;
    goOn();
    await place.until(() => place.repliesTo("m6").length > 0);
    expect(place.repliesTo("m7")).toEqual([]);
  });
});

describe("after a crash", () => {
  test("what was accepted is answered, before anything that is said later", async () => {
    const database = await lasting();
    const first = await database.run();
    await first.says("hello", { key: "a" }); // nothing is served before `open`
    await first.crash();
    const second = await database.run({ capabilities: { coalesces: false } });
    await second.says("later", { key: "b" });
    second.talk.open();
    await second.until(() => second.repliesTo("b").length > 0);
    expect(second.order).toEqual(["a", "b"]);
  });

  test("what was half written is answered into the message that stands there", async () => {
    const database = await lasting();
    const first = await database.run({ mind: pausing("Half an").mind });
    first.talk.open();
    await first.says("tell me", { key: "a" });
    await first.until(() => first.repliesTo("a").length > 0);
    await first.crash();
    const second = await database.run({ mind: saying("A whole answer.") });
    second.talk.open();
    await second.until(() => second.repliesTo("a")[0] === "A whole answer.");
    expect(second.repliesTo("a")).toEqual(["A whole answer."]);
  });

  test("what was answered is only delivered, and no model is asked again", async () => {
    const database = await lasting();
    const first = await database.run();
    first.talk.open();
    first.board("a").fates = Array(50).fill("refused");
    await first.says("hello", { key: "a" });
    await first.clock.sleeping(1_000);
    await first.crash();
    const second = await database.run();
    second.board("a").fates = [];
    second.talk.open();
    await second.until(() => second.repliesTo("a").length > 0);
    expect(second.asked).toEqual([]);
    expect(second.repliesTo("a")).toEqual(["re: hello"]);
  });

  test("a message older than a quarter of an hour gets no answer, and its place one line", async () => {
    const database = await lasting();
    const first = await database.run({ capabilities: { coalesces: false } });
    for (const key of ["a", "b"]) await first.says("hello", { key });
    await first.says("hello", { key: "c", channel: "random" });
    await first.crash();
    first.clock.advance(16 * 60_000);
    const second = await database.run({ clock: first.clock, capabilities: { coalesces: false } });
    second.talk.open();
    await second.says("still there?", { key: "d" });
    await second.until(() => second.repliesTo("d").length > 0 && second.told.length === 2);
    expect(second.told.map(({ inReplyTo }) => inReplyTo).sort()).toEqual(["a", "c"]);
    expect(second.asked).toEqual(["still there?"]);
  });
});

test("messages of one author that have grown old together are all ended, with one line", async () => {
  const database = await lasting();
  const first = await database.run();
  for (const key of ["a", "b", "c"]) await first.says("hello", { key });
  await first.crash();
  first.clock.advance(16 * 60_000);
  const second = await database.run({ clock: first.clock });
  second.talk.open();
  await second.says("still there?", { key: "d", channel: "random" });
  await second.until(() => second.repliesTo("d").length > 0 && second.told.length === 1);
  await second.crash();
  const third = await database.run({ clock: first.clock });
  third.talk.open();
  await third.says("and now?", { key: "e" });
  await third.until(() => third.repliesTo("e").length > 0);
  expect(third.told).toEqual([]);
});

describe("a deletion", () => {
  test("of a message that waits leaves nothing to answer", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind, capabilities: { coalesces: false } });
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    await place.says("a mistake", { key: "x" });
    await place.deletes("x");
    await place.says("last", { key: "z" });
    place.mind = echo;
    goOn();
    await place.until(() => place.repliesTo("z").length > 0);
    expect(place.asked).toEqual(["running", "last"]);
  });

  test("while the answer is shown takes it back, and the message is not answered when it comes again", async () => {
    const place = await opened({ mind: pausing("Half an").mind });
    await place.says("tell me", { key: "x" });
    await place.until(() => place.repliesTo("x").length > 0);
    await place.deletes("x");
    await place.until(() => place.repliesTo("x").length === 0);
    place.mind = echo;
    expect((await place.says("tell me", { key: "x" })).type).toBe("known");
    await place.says("next", { key: "z" });
    await place.until(() => place.repliesTo("z").length > 0);
    expect(place.board("x").shown).toEqual(["Half an"]);
  });

  test("while the answer cannot be delivered ends it", async () => {
    const place = await opened();
    place.board("x").fates = ["refused", "refused"];
    await place.says("hello", { key: "x" });
    await place.clock.sleeping(1_000);
    await place.deletes("x");
    place.mind = echo;
    await place.says("next", { key: "z" });
    await place.until(() => place.repliesTo("z").length > 0);
    expect(place.board("x").shown).toEqual([]);
  });

  test("of an answered message takes what was learned from it, and leaves the answer standing", async () => {
    const storage = await testStorage();
    const place = town({ storage });
    place.talk.open();
    const direct = { kind: "direct", channel: "dm" } as const;
    await place.says("my dog is called Quillfeather", { key: "x", ...direct });
    await place.until(() => place.repliesTo("x").length > 0);
    await place.until(() => place.asked.length === 1);
    await place.says("hello", { key: "y", ...direct });
    await place.until(() => place.repliesTo("y").length > 0);
    await place.deletes("x", direct);
    place.mind = echo;
    await place.says("what is my dog called?", { key: "z", ...direct });
    await place.until(() => place.repliesTo("z").length > 0);
    const [turn] = await storage.inbox.open();
    expect(turn).toBeUndefined();
    expect(place.repliesTo("x")).toEqual([
      're: my dog is called Quillfeather\n\nI keep this for next time; "forget that" takes it back.',
    ]);
    expect(place.repliesTo("z").join()).not.toContain("Quillfeather");
  });

  test("of one of several messages answered together leaves the others to be answered in the same place", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    await place.says("keep this", { key: "a" });
    await place.says("drop this", { key: "b" });
    await place.says("and this", { key: "c" });
    place.mind = pausing("Half").mind;
    goOn();
    await place.until(() => place.repliesTo("c").length > 0);
    place.mind = echo;
    await place.deletes("b");
    await place.until(() => place.repliesTo("c")[0] === "re: keep this\nand this");
    expect(place.repliesTo("c")).toHaveLength(1);
  });

  test.each(["a", "b", "c"])(
    "of %s, one of several that wait together after a crash, leaves the others to be answered",
    async (gone) => {
      const database = await lasting();
      const { mind, goOn } = pausing("");
      const first = await database.run({ mind });
      first.talk.open();
      await first.says("running");
      await first.until(() => first.asked.length === 1);
      for (const key of ["a", "b", "c"]) await first.says(`part ${key}`, { key });
      first.mind = pausing("Half").mind;
      goOn();
      await first.until(() => first.repliesTo("c").length > 0);
      await first.crash();
      const second = await database.run();
      await second.deletes(gone);
      second.talk.open();
      const rest = ["a", "b", "c"].filter((key) => key !== gone).map((key) => `part ${key}`);
      await second.until(() => second.repliesTo("c")[0] === `re: ${rest.join("\n")}`);
      expect(second.repliesTo("c")).toHaveLength(1);
    },
  );

  test("of two of three that are just being joined leaves nothing open, and the third to be answered", async () => {
    const storage = await testStorage();
    let goOn: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const withdraw: Storage["inbox"]["withdraw"] = async (key, at) => {
      await held;
      return storage.inbox.withdraw(key, at);
    };
    const { mind, goOn: answer } = pausing("");
    const place = town({ storage: { ...storage, inbox: replacing(storage.inbox, { withdraw }) }, mind });
    place.talk.open();
    await place.says("running", { key: "first" });
    await place.until(() => place.asked.length === 1);
    for (const key of ["a", "b", "c"]) await place.says(`part ${key}`, { key });
    place.mind = echo;
    const deleted = ["a", "b"].flatMap((key) => [place.deletes(key), place.deletes(key)]);
    answer();
    await place.until(() => place.repliesTo("first").length > 0);
    // The three have begun to be joined, and wait for what becomes of the deletions.
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    goOn();
    await Promise.all(deleted);
    await place.until(() => place.repliesTo("c")[0] === "re: part c");
    await until(async () => (await storage.inbox.open()).length === 0, "nothing is open");
  });

  test.each(["a", "b"])(
    "of %s, one of two that are just being joined, leaves the other to be answered",
    async (gone) => {
      const storage = await testStorage();
      let goOn: () => void = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      let joining = false;
      const begin: Storage["inbox"]["begin"] = async (turn, joined, at) => {
        if (joined.length > 0) joining = true;
        if (joined.length > 0) await held;
        return storage.inbox.begin(turn, joined, at);
      };
      const { mind, goOn: answer } = pausing("");
      const place = town({ storage: { ...storage, inbox: replacing(storage.inbox, { begin }) }, mind });
      place.talk.open();
      await place.says("running");
      await place.until(() => place.asked.length === 1);
      for (const key of ["a", "b"]) await place.says(`part ${key}`, { key });
      place.mind = echo;
      answer();
      await place.until(() => joining);
      await place.deletes(gone);
      goOn();
      const rest = gone === "a" ? "b" : "a";
      await place.until(() => place.repliesTo(rest).length > 0);
      expect(place.repliesTo(rest)).toEqual([`re: part ${rest}`]);
      expect(place.repliesTo(gone)).toEqual([]);
    },
  );

  test("of something never heard of changes nothing", async () => {
    const place = await opened();
    expect(await place.deletes("stranger")).toEqual({ type: "ambient" });
  });
});

describe("a platform that refuses for minutes", () => {
  test("gets the reply once it takes it, while other places go on", async () => {
    const place = await opened({ concurrency: 1 });
    place.board("x").fates = Array(100).fill("refused");
    await place.says("hello", { key: "x" });
    for (const ms of [1_000, 2_000, 5_000]) {
      await place.clock.sleeping(ms);
      place.clock.advance(ms);
    }
    await place.clock.sleeping(10_000);
    await place.says("and here?", { key: "y", channel: "random" });
    await place.until(() => place.repliesTo("y").length > 0);
    place.clock.advance(10_000);
    await place.clock.sleeping(30_000);
    place.board("x").fates = [];
    place.clock.advance(30_000);
    await place.until(() => place.repliesTo("x").length > 0);
    expect(place.repliesTo("x")).toEqual(["re: hello"]);
    expect(place.asked).toEqual(["hello", "and here?"]);
  });
});

describe("a model that is away", () => {
  test("is waited for with one honest line, which becomes the answer", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.until(() => place.repliesTo("x").join().includes("My model isn't answering"));
    await place.clock.sleeping(1_000);
    place.mind = echo;
    place.clock.advance(1_000);
    await place.until(() => place.repliesTo("x")[0] === "re: hello");
    expect(place.repliesTo("x")).toHaveLength(1);
  });

  test("is not waited for when its person says never mind", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.until(() => place.repliesTo("x").length > 0);
    await place.clock.sleeping(1_000);
    await place.says("Never mind!", { key: "y" });
    await place.until(() => place.repliesTo("y").length > 0);
    expect(place.repliesTo("y")).toEqual(["All right."]);
    expect(place.repliesTo("x").join()).not.toContain("I'll reply here");
  });

  test("is given up when the question has grown old, in words with a code", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.clock.sleeping(1_000);
    place.clock.advance(16 * 60_000);
    await place.until(() => place.repliesTo("x").join().includes("[E-MODEL-UNREACHABLE]"));
  });

  test("is said to be slow when it has taken the question and says nothing", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("hello", { key: "x" });
    await place.clock.sleeping(15_000);
    place.clock.advance(15_000);
    await place.until(() => place.repliesTo("x").join().includes("My model takes its time"));
    goOn();
    await place.until(() => place.repliesTo("x")[0] === " re: hello");
  });
});

describe("somebody in danger", () => {
  test("is answered while the place is busy and the model hangs, and no table holds a word of it", async () => {
    const storage = await testStorage();
    const place = town({ storage, mind: pausing("").mind });
    place.talk.open();
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    await place.says("I want to kill myself tonight", { key: "x", who: "cem" });
    await place.until(() => place.repliesTo("x").join("").includes("988"));
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
    await place.clock.sleeping(1_000);
    place.clock.advance(1_000);
    await place.until(() => place.repliesTo("x").join("").includes("988"));
    const standing = place.repliesTo("x");
    back();
    await taken;
    await place.says("next", { key: "z" });
    await place.until(() => place.repliesTo("z").length > 0);
    expect(place.repliesTo("x")).toEqual(standing);
  });
});

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

/** The same inbox but for these steps. */
const replacing = (inbox: Storage["inbox"], steps: Partial<Storage["inbox"]>): Storage["inbox"] =>
  new Proxy(inbox, { get: (target, name) => Reflect.get(name in steps ? steps : target, name) });

test("a database that does not answer is said in one line, and the message is taken when it is back", async () => {
  const storage = await testStorage();
  const { away: inboxAway, back } = acceptingLater(storage);
  const place = town({ storage: { ...storage, inbox: inboxAway } });
  place.talk.open();
  const taken = [place.says("hello", { key: "x" }), place.says("hello?", { key: "y", who: "ben" })];
  await place.clock.sleeping(5_000);
  place.clock.advance(5_000);
  await place.until(() => place.told.length > 0);
  expect(place.told).toHaveLength(1);
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
  await place.clock.sleeping(1_000);
  place.clock.advance(1_000);
  await place.until(() => place.repliesTo("x").length > 0);
  back();
  const types = (await Promise.all(taken)).map(({ type }) => type);
  expect(types).toEqual(["accepted", ...Array.from({ length: 19 }, () => "known")]);
  await place.says("next", { key: "z" });
  await place.until(() => place.repliesTo("z").length > 0);
  expect(place.repliesTo("x").join("").split("Lifeline")).toHaveLength(2);
});

test("a process that stood still says nothing of a database that it had no time to ask", async () => {
  const storage = await testStorage();
  const { away: inboxAway, back } = acceptingLater(storage);
  const place = town({ storage: { ...storage, inbox: inboxAway } });
  place.talk.open();
  const taken = place.says("hello", { key: "x" });
  await place.clock.sleeping(5_000);
  place.clock.advance(60_000);
  await place.clock.sleeping(5_000);
  back();
  await taken;
  place.clock.advance(5_000);
  await place.until(() => place.repliesTo("x").length > 0);
  expect(place.told).toEqual([]);
});

test("a stop lets the running turn end, takes nothing new, and leaves the rest for the next start", async () => {
  const database = await lasting();
  const { mind, goOn } = pausing("Half an");
  const first = await database.run({ mind, capabilities: { coalesces: false } });
  first.talk.open();
  await first.says("tell me", { key: "a" });
  await first.until(() => first.repliesTo("a").length > 0);
  const closed = first.talk.close(10_000);
  await expect(first.says("too late", { key: "b" })).rejects.toMatchObject({ code: "E-STOPPING" });
  goOn();
  await closed;
  expect(first.repliesTo("a")).toEqual(["Half an re: tell me"]);
  await first.crash();
});

test("a stop does not wait longer than it may, and what it cuts off is answered at the next start", async () => {
  const database = await lasting();
  const first = await database.run({ mind: pausing("Half an").mind });
  first.talk.open();
  await first.says("tell me", { key: "a" });
  await first.until(() => first.repliesTo("a").length > 0);
  const closed = first.talk.close(10_000);
  await first.clock.sleeping(10_000);
  first.clock.advance(10_000);
  await closed;
  await first.crash();
  const second = await database.run();
  second.talk.open();
  await second.until(() => second.repliesTo("a")[0] === "re: tell me");
});

test("a command that was answered but not delivered is not run again", async () => {
  const database = await lasting();
  const first = await database.run();
  first.talk.open();
  first.board("j").fates = Array(20).fill("refused");
  await first.says("/journal write slept badly", { key: "j" });
  await first.clock.sleeping(1_000);
  await first.crash();
  const second = await database.run();
  second.board("j").fates = [];
  second.talk.open();
  await second.says("/journal list", { key: "l" });
  await second.until(() => second.repliesTo("l").length > 0 && second.repliesTo("j").length > 0);
  expect(
    second
      .repliesTo("l")
      .join()
      .match(/slept badly/g),
  ).toHaveLength(1);
});
