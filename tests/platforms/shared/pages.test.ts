import { expect, test } from "vitest";
import type { TurnId } from "../../../src/core/session.ts";
import { pageBehind, pages } from "../../../src/platforms/shared/pages.ts";
import { manualClock } from "../../doubles/manual-clock.ts";

const turn = "019abcde-0000-7000-8000-000000000001" as TurnId;

test("pages are opened by whom they are for, and by nobody else", () => {
  const book = pages(manualClock());
  expect(book.keep(turn, "anna", ["one", "two"])).toBe("one");
  expect(book.open(turn, "anna", 1)?.text).toBe("two");
  expect([book.open(turn, "ben", 1), book.open(turn, "anna", 2)]).toEqual([null, null]);
});

test("they are kept for a quarter of an hour, and no more than so many", () => {
  const clock = manualClock();
  const book = pages(clock);
  book.keep(turn, "anna", ["one", "two"]);
  clock.advance(14 * 60_000);
  expect(book.open(turn, "anna", 1)).not.toBeNull();
  clock.advance(2 * 60_000);
  expect(book.open(turn, "anna", 1)).toBeNull();
  book.keep(turn, "anna", ["one", "two"]);
  for (let n = 0; n < 500; n += 1) book.keep(`${turn}${n}` as TurnId, "anna", ["one"]);
  expect(book.open(turn, "anna", 1)).toBeNull();
  expect(book.open(`${turn}499` as TurnId, "anna", 0)).not.toBeNull();
});

test("one page has nothing below it, and those of several lead to their neighbours", () => {
  const book = pages(manualClock());
  book.keep(turn, "anna", ["one"]);
  expect(book.open(turn, "anna", 0)?.leaves).toEqual([]);
  book.keep(turn, "anna", ["one", "two"]);
  const buttons = book.open(turn, "anna", 0)?.leaves ?? [];
  expect(buttons.map(({ idle }) => idle)).toEqual([true, true, false]);
  expect(pageBehind(buttons[2]?.name ?? "")).toEqual({ turn, page: 1 });
  expect([pageBehind("again:x"), pageBehind("page:-1:x"), pageBehind("")]).toEqual([null, null, null]);
});
