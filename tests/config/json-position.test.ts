import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonErrorPosition } from "../../src/config/json-position.ts";

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{ "a": 1,\n}', 2, 1],
  ['{\n  "a" 1 }', 2, 7],
  ['{ "a": tru }', 1, 8],
  ["[1, 2", 1, 6],
  ["[1]]", 1, 4],
  ["{}\n\nx", 3, 1],
  ['{ "a": "un\nclosed" }', 1, 8],
  ["{ a: 1 }", 1, 3],
  ["[1}", 1, 3],
  ["{ // no comments\n}", 1, 3],
])("%j goes wrong at line %i, column %i", (text, line, column) => {
  expect(jsonErrorPosition(text)).toEqual({ line, column });
});

test("a stray sign after any JSON is found where it stands", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonErrorPosition(`${text}\n ?`)).toEqual({ line: 2, column: 2 });
    }),
  );
});

test("whatever cannot be parsed has a position inside the text", () => {
  const pieces = fc.array(fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "true", "\n", " ", "x"));
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const { line, column } = jsonErrorPosition(text);
      const lines = text.split("\n");
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
    }),
  );
});
