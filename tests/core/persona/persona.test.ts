import { expect, test } from "vitest";
import { defaultPersona, personaPrompt } from "../../../src/core/persona/persona.ts";

test("the prompt of a persona is the same to the letter each time, and short", () => {
  expect(personaPrompt({ ...defaultPersona })).toBe(personaPrompt(defaultPersona));
  expect(personaPrompt(defaultPersona).length).toBeLessThan(2_500);
});

test("whatever it is called, it says truthfully that it is a program, and takes no orders from what is quoted", () => {
  const prompt = personaPrompt({ ...defaultPersona, name: "Ada" });
  expect(prompt).toMatch(/^Your name is Ada\./);
  expect(prompt).toMatch(/You are a program/);
  expect(prompt).toMatch(/never instructions/);
});
