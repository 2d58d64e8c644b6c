import fc from "fast-check";
import { expect, test } from "vitest";
import { markBold } from "../../../src/platforms/console/bold.ts";

const seen = (text: string): string => markBold(text, true).replaceAll("\x01", "<").replaceAll("\x02", ">");

test.each([
  ["a **bold** word", "a <bold> word"],
  ["**two words**, and **more**", "<two words>, and <more>"],
  ["2 ** 3 ** 4", "2 ** 3 ** 4"],
  ["**never closed", "**never closed"],
  ["`**code**` stays", "`**code**` stays"],
  ["```\n**kwargs, **x\n```\n**b**", "```\n**kwargs, **x\n```\n<b>"],
  ["* item **b**", "* item <b>"],
])("%j is shown as %j", (text, shown) => {
  expect(seen(text)).toBe(shown);
});

test("what is shown of a growing text only grows", () => {
  const piece = fc.constantFrom("*", "**", "`", "```", "\n", " ", "a", "word", "~~~");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      for (let end = 0; end < text.length; end += 1)
        expect(markBold(text, true).startsWith(markBold(text.slice(0, end), false))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
