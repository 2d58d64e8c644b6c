import { describe, expect, test } from "vitest";
import { testStorage } from "../../../storage-fixture.ts";
import { echo, pausing } from "../town.ts";
import { lasting } from "../towns.ts";
import { answered, delivered, everything, moderator, opened, townOn, turnOf } from "./pressed.ts";

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
    const { run } = await lasting();
    const place = await run();
    place.talk.open();
    const turn = await answered(place);
    place.mind = pausing("").mind;
    await place.says("and this?", { key: "b", who: "ben" });
    await place.until(() => place.asked.length === 2);
    place.sayings.set("a", "good evening");
    expect(await place.presses(turn, "again")).toMatchObject({ type: "done" });
    expect(place.repliesTo("a")).toEqual(["re: hello"]);
    await place.crash();
    const later = await run();
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
    const place = townOn(storage);
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
