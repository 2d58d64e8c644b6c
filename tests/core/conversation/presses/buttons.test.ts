import { describe, expect, test } from "vitest";
import type { TurnId } from "../../../../src/core/session.ts";
import { pausing } from "../town.ts";
import { answered, ben, delivered, moderator, opened, turnOf } from "./pressed.ts";

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
