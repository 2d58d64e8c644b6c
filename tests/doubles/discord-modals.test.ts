import fc from "fast-check";
import { expect, test } from "vitest";
import { canSubmit, inputsIn, wrongInChoices, wrongInModal } from "./discord/modals.ts";

const input = { type: 4, custom_id: "text", style: 2 };
const label = { type: 18, label: "Words", component: input };
const modal = { custom_id: "m", title: "More", components: [label] };

test("a modal of labels, or of rows as they were before, is taken", () => {
  const row = { type: 1, components: [{ ...input, custom_id: "old", label: "Words" }] };
  expect(wrongInModal({ ...modal, components: [label, row, { type: 10, content: "Read this." }] })).toBeNull();
});

test.each<[string, object]>([
  ["without a title", { title: "" }],
  ["with a title of 46 signs", { title: "x".repeat(46) }],
  ["with a custom_id of 101 signs", { custom_id: "x".repeat(101) }],
  ["without anything to fill in", { components: [] }],
  [
    "with six inputs",
    { components: [..."abcdef"].map((id) => ({ ...label, component: { ...input, custom_id: id } })) },
  ],
  ["with two of one name", { components: [label, label] }],
  ["with an input that stands alone", { components: [input] }],
  ["with a label of 46 signs", { components: [{ ...label, label: "x".repeat(46) }] }],
  ["with a label in a label", { components: [{ ...label, component: { ...input, label: "Words" } }] }],
  ["with a value of 4,001 signs", { components: [{ ...label, component: { ...input, value: "x".repeat(4_001) } }] }],
  ["that takes more than 4,000 signs", { components: [{ ...label, component: { ...input, max_length: 4_001 } }] }],
  ["with a button", { components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: "b" }] }] }],
])("a modal %s is refused", (_what, changes) => {
  expect(wrongInModal({ ...modal, ...changes })).toMatchObject({ status: 400, code: 50035 });
});

test("people can submit what their client lets them", () => {
  const inputs = inputsIn({ components: [{ ...label, component: { ...input, min_length: 2, max_length: 5 } }] });
  fc.assert(
    fc.property(fc.string({ maxLength: 9 }), (text) => {
      expect(canSubmit(inputs, { text })).toBe(text.length >= 2 && text.length <= 5);
    }),
  );
  expect(canSubmit(inputs, { text: "abc", more: "x" })).toBe(false);
  expect(canSubmit(inputsIn({ components: [{ ...label, component: { ...input, required: false } }] }), {})).toBe(true);
});

test("choices are of the option's own type, and 25 at most", () => {
  const choice = { name: "one", value: "one" };
  expect(wrongInChoices([choice], 3)).toBeNull();
  expect(wrongInChoices([{ name: "one", value: 1 }], 4)).toBeNull();
  expect(wrongInChoices([choice], 4)).toMatchObject({ code: 50035 });
  expect(wrongInChoices([{ name: "x".repeat(101), value: "x" }], 3)).toMatchObject({ code: 50035 });
  expect(
    wrongInChoices(
      Array.from({ length: 26 }, () => choice),
      3,
    ),
  ).toMatchObject({ code: 50035 });
});
