import { describe, expect, test } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import { testStorage } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { echo, pausing, town } from "./town.ts";
import { lasting, opened, replacing } from "./towns.ts";

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
    await place.answered("x");
    await place.until(() => place.asked.length === 1);
    await place.says("hello", { key: "y", ...direct });
    await place.answered("y");
    await place.deletes("x", direct);
    place.mind = echo;
    await place.says("what is my dog called?", { key: "z", ...direct });
    await place.answered("z");
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
