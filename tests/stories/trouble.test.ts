import { expect, test } from "vitest";
import { aHome, sitsAt } from "./familiar.ts";

test("an empty line, control characters and far too long a line each have words and a code, and nothing else is lost", async () => {
  const sam = await sitsAt(await aHome());
  const long = await sam.says("a".repeat(100_000));
  expect(long.reply).toContain("[E-INPUT-TOO-LONG]");
  const control = await sam.says("my fish\u0007 is called \u001b[31mBubbles\u0000");
  expect(control.notices.join()).toContain("[E-INPUT-CONTROL]");
  const after = await sam.says("\nwhat is my fish called?");
  expect(after.notices.join()).toContain("[E-INPUT-EMPTY]");
  expect(after.reply).toContain("Bubbles");
  await sam.leaves();
});

test("an unknown command is one friendly line with the nearest name", async () => {
  const sam = await sitsAt(await aHome());
  expect((await sam.says("/wether Oslo")).reply).toMatch(/\/weather.*\[E-COMMAND-UNKNOWN\]/);
  await sam.leaves();
});

test("a weather service that cannot be reached is said in one line", async () => {
  const nowhere = { WEATHER_API_URL: "http://127.0.0.1:1", GEOCODING_API_URL: "http://127.0.0.1:1" };
  const sam = await sitsAt(await aHome(), nowhere);
  expect((await sam.says("/weather Oslo")).reply).toMatch(/can't reach the weather service/);
  await sam.leaves();
});

test("a model that is gone is said in words, and commands still work", async () => {
  const gone = { FAMILIAR_MODEL: "openai:test-model", OPENAI_BASE_URL: "http://127.0.0.1:1/v1", OPENAI_API_KEY: "k" };
  const sam = await sitsAt(await aHome(), gone);
  expect((await sam.says("hello there")).reply).toContain("[E-MODEL-UNREACHABLE]");
  expect((await sam.says("/help")).reply).toContain("/journal");
  await sam.leaves();
});
