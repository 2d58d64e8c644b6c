import { expect, test } from "vitest";
import { completer } from "../../../src/platforms/console/commands.ts";

const values = ["/journal", "/journey", "/help"];
const suggest = (line: string) =>
  values.filter((value) => value.startsWith(line)).map((value) => ({ value, label: "" }));
const complete = (line: string): unknown => completer(suggest, "en")(line);

test("the only completion comes with a blank, several are offered as they are", () => {
  expect(complete("/he")).toEqual([["/help "], "/he"]);
  expect(complete("/jour")).toEqual([["/journal", "/journey"], "/jour"]);
});

test("the word before the cursor is completed, whatever stands before it", () => {
  const words = completer(() => [{ value: "write", label: "" }], "en");
  expect(words("/journal wr")).toEqual([["write "], "wr"]);
  expect(words("/journal ")).toEqual([["write "], ""]);
});

test("what begins with no slash is nothing to complete", () => {
  expect(complete("hello /he")).toEqual([[], "/he"]);
  expect(complete("")).toEqual([[], ""]);
});
