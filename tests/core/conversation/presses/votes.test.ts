import { describe, expect, test } from "vitest";
import type { Logger } from "../../../../src/core/ports.ts";
import { answered, ben, opened } from "./pressed.ts";

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

function listening(lines: unknown[]): Logger {
  const hear = (...line: readonly unknown[]): void => void lines.push(line);
  const log: Logger = { debug: hear, info: hear, warn: hear, error: hear, child: () => log };
  return log;
}
