import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aHome, sitsAt } from "./familiar.ts";

const allBytes = async (home: string): Promise<string> => {
  const names = await readdir(home, { recursive: true });
  const files = await Promise.all(names.map((name) => readFile(join(home, name), "latin1").catch(() => "")));
  return files.join("\n");
};

test("somebody tells a name and a dog, asks, leaves, comes back, and is remembered", async () => {
  const home = await aHome();
  const priya = await sitsAt(home);
  await priya.says("hi");
  await priya.says("my name is Priya and my dog is called Rex");
  expect((await priya.says("what is my dog called?")).reply).toMatch(/\bRex\b/);
  await priya.leaves();

  const back = await sitsAt(home);
  expect((await back.says("what is my name?")).reply).toMatch(/\bPriya\b/);
  await back.leaves();
});

test("a correction in plain words holds, also after a restart", async () => {
  const home = await aHome();
  const lea = await sitsAt(home);
  await lea.says("my cat is called Rex");
  expect((await lea.says("no, my cat is Momo, not Rex")).reply).toMatch(/Corrected.*Momo/);
  await lea.leaves();

  const back = await sitsAt(home);
  const { reply } = await back.says("what's my cat's name?");
  expect(reply).toContain("Momo");
  expect(reply).not.toContain("Rex");
  await back.leaves();
});

test("what is forgotten is gone: from the answer, and from the words that were kept", async () => {
  const home = await aHome();
  const tom = await sitsAt(home);
  await tom.says("my sister is called Xanthippe");
  expect((await tom.says("what is my sister called?")).reply).toContain("Xanthippe");
  expect((await tom.says("forget my sister")).reply).toMatch(/Gone/);
  expect((await tom.says("what is my sister called?")).reply).not.toContain("Xanthippe");
  await tom.leaves();

  const back = await sitsAt(home);
  expect((await back.says("who is my sister?")).reply).not.toContain("Xanthippe");
  await back.leaves();
});

test("who asks to be forgotten is: every session's words, and what had been corrected before", async () => {
  const home = await aHome();
  const tom = await sitsAt(home);
  await tom.says("my dog is called Quillfeather");
  await tom.says("no, my dog is called Marzipan");
  await tom.says("the baker in our street is a cousin of Zebulon");
  await tom.says("/session new");
  expect((await tom.says("forget everything about me")).reply).toMatch(/Gone/);
  for (const question of ["what is my dog called?", "who is the baker a cousin of?"])
    expect((await tom.says(question)).reply).not.toMatch(/Marzipan|Zebulon/);
  await tom.leaves();
  const bytes = await allBytes(home);
  for (const word of ["Quillfeather", "Marzipan", "Zebulon"]) expect(bytes.includes(word)).toBe(false);
});

test("a journal entry is listed to its author, and no file holds its words", async () => {
  const home = await aHome();
  const mia = await sitsAt(home);
  await mia.says("/journal write zebrafish dreams again");
  expect((await mia.says("/journal list")).reply).toContain("zebrafish dreams again");
  expect((await mia.says("/journal search ZEBRAFISH")).reply).toContain("zebrafish dreams again");
  await mia.leaves();
  expect((await allBytes(home)).includes("zebrafish")).toBe(false);
});

test("what is said off the record leaves nothing behind", async () => {
  const home = await aHome();
  const noor = await sitsAt(home);
  await noor.says("off the record, my locker number is quagmire7");
  expect((await noor.says("what is my locker number?")).reply).not.toContain("quagmire7");
  await noor.leaves();
  expect((await allBytes(home)).includes("quagmire7")).toBe(false);
});

test("the answer comes in the language of the message", async () => {
  const jonas = await sitsAt(await aHome());
  await jonas.says("ich heiße Jonas und meine Katze heißt Mia");
  expect((await jonas.says("wie heißt meine Katze?")).reply).toContain("Mia");
  expect((await jonas.says("warum ist der Himmel blau?")).reply).toMatch(/Sprachmodell/);
  expect((await jonas.says("why is the sky blue?")).reply).toMatch(/language model/);
  await jonas.leaves();
});

test("mood moves with what is said, and /mood names the cause without quoting it", async () => {
  const ana = await sitsAt(await aHome());
  await ana.says("thank you, you are wonderful company");
  const { reply } = await ana.says("/mood");
  expect(reply).not.toContain("wonderful");
  expect(reply).toMatch(/kind words|thanks/i);
  await ana.leaves();
});

test("a question nobody has answered gets no invented answer", async () => {
  const eve = await sitsAt(await aHome());
  const { reply } = await eve.says("what is my parrot called?");
  expect(reply).toMatch(/don't know|haven't told/i);
  await eve.leaves();
});
