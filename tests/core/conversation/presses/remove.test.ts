import { describe, expect, test } from "vitest";
import type { TurnId } from "../../../../src/core/session.ts";
import { testStorage } from "../../../storage-fixture.ts";
import { echo, pausing, saying, town } from "../town.ts";
import { lasting } from "../towns.ts";
import { answered, ben, comesTo, delivered, everything, moderator, opened, turnOf } from "./pressed.ts";

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
    const { run } = await lasting();
    const place = await run();
    place.talk.open();
    const turn = await answered(place, "my dog is called Rex");
    place.board("a").fates = Array(50).fill("refused");
    expect(await place.presses(turn, "remove")).toMatchObject({ type: "done" });
    await place.clock.sleeping(1_000);
    await place.crash();
    const later = await run();
    later.board("a").fates = [];
    later.talk.open();
    await later.until(() => later.repliesTo("a").length === 0);
    expect(await everything(later, turn)).not.toContain("Rex");
  });

  test("reaches a reply of an earlier run, and so does Answer again", async () => {
    const { run } = await lasting();
    const place = await run();
    place.talk.open();
    const turn = await answered(place);
    await place.crash();
    const later = await run();
    later.talk.open();
    later.sayings.set("a", "good evening");
    expect(await later.presses(turn, "again")).toMatchObject({ type: "done" });
    await later.until(() => later.repliesTo("a")[0] === "re: good evening");
    await delivered(later, turn);
    await later.crash();
    const last = await run();
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
