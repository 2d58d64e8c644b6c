import { describe, expect, test } from "vitest";
import { sensitive } from "../../../src/core/memory/importance.ts";
import { person, room } from "./person.ts";

const held = (who: ReturnType<typeof person>): readonly string[] =>
  who
    .memories()
    .filter(({ validTo }) => validTo === null)
    .map(({ about, attribute, value }) => `${about}.${attribute}=${value}`);

describe("teaching", () => {
  test("keeps a fact with its source, its scope and its words", async () => {
    const priya = person("Priya");
    const { plan } = await priya.says("my name is Priya and my dog is called Rex");
    expect(plan.intent).toBe("teach");
    expect(plan.alone).toBe(false);
    expect(plan.remember.map(({ value, sourceMessage }) => [value, sourceMessage])).toEqual([
      ["Priya", "Priya-0"],
      ["Rex", "Priya-0"],
    ]);
  });

  test("what is said twice is counted, not kept twice", async () => {
    const priya = person("Priya");
    const { plan: first } = await priya.says("my dog is called Rex");
    const { plan } = await priya.says("Rex is my dog");
    expect(plan.remember).toEqual([]);
    expect(plan.repeat).toEqual(first.remember.map(({ id }) => id));
  });

  test("a second value of a single slot supersedes the first, and the old message is quoted no more", async () => {
    const priya = person("Priya");
    const { plan: first } = await priya.says("I live in Oslo");
    const { plan } = await priya.says("I live in Bergen");
    expect(plan.supersede).toEqual([{ memory: first.remember[0], by: plan.remember[0]?.id }]);
    expect(plan.hide).toEqual(first.remember.map(({ sourceMessage }) => sourceMessage));
    expect(held(priya)).toEqual(["self.home=Bergen"]);
  });

  test("a slot of many values takes them all", async () => {
    const priya = person("Priya");
    await priya.says("I like jazz");
    const { plan } = await priya.says("I like tango");
    expect(plan.supersede).toEqual([]);
    expect(held(priya)).toEqual(["self.likes=jazz", "self.likes=tango"]);
  });

  test("liking what one hated is a change of mind", async () => {
    const priya = person("Priya");
    await priya.says("I hate olives");
    await priya.says("I love olives");
    expect(held(priya)).toEqual(["self.likes=olives"]);
  });

  test("a question to memory is not worth quoting later, an ordinary statement is", async () => {
    const priya = person("Priya");
    expect((await priya.says("what is my name?")).plan.recallable).toBe(false);
    expect((await priya.says("the plumber comes at noon")).plan.recallable).toBe(true);
  });
});

describe("correcting", () => {
  test.each([
    ["no, my dog is Momo, Rex was the old one", "Corrected: your dog is called Momo."],
    ["no, my dog is Momo, not Rex", "Corrected: your dog is called Momo."],
    ["it's Momo, not Rex", "Corrected: your dog is called Momo."],
    ["my dog isn't called Rex, he's called Momo", "Corrected: your dog is called Momo."],
    ["nope, Momo", "Corrected: your dog is called Momo."],
    ["nein, mein Hund heißt Momo", "Korrigiert: dein Hund heißt Momo."],
    ["nicht Rex, sondern Momo", "Korrigiert: dein Hund heißt Momo."],
  ])("%j puts the new in the place of the old", async (said, reply) => {
    const priya = person("Priya");
    await priya.says("my dog is called Rex");
    const heard = await priya.says(said);
    expect(heard.plan).toMatchObject({ intent: "correct", alone: true, recallable: false });
    expect(heard.reply).toBe(reply);
    expect(held(priya)).toEqual(["dog.name=Momo"]);
    expect((await priya.says("what is my dog called?")).reply).toBe("Momo.");
  });

  test("what is denied holds no more", async () => {
    const priya = person("Priya");
    await priya.says("I live in Leeds");
    const { plan, reply } = await priya.says("I don't live in Leeds any more");
    expect(plan.supersede.map(({ by }) => by)).toEqual([null]);
    expect(reply).toBe("Corrected: I no longer take it that you live in Leeds.");
    expect(held(priya)).toEqual([]);
  });

  test("a correction with a question beside it leaves the question to be answered", async () => {
    const priya = person("Priya");
    await priya.says("my dog is called Rex");
    const { plan } = await priya.says("no, my dog is Momo. what does a dog eat?");
    expect(plan).toMatchObject({ intent: "correct", alone: false });
  });

  test("nobody corrects what another person said of themselves", async () => {
    const shared = room();
    const [priya, tom] = [person("Priya", shared, "channel"), person("Tom", shared, "channel")];
    await priya.says("my dog is called Rex");
    const { plan } = await tom.says("no, my dog is Momo, not Rex");
    expect(plan.supersede).toEqual([]);
    expect(plan.hide).toEqual([]);
    expect(held(priya)).toEqual(["dog.name=Rex", "dog.name=Momo"]);
  });
});

describe("forgetting", () => {
  test.each(["forget that", "please forget that", "delete this", "vergiss das bitte", "kannst du das vergessen?"])(
    "%j takes back what the last message taught",
    async (said) => {
      const priya = person("Priya");
      await priya.says("my name is Priya");
      await priya.says("my sister is called Ana");
      const { plan } = await priya.says(said);
      expect(plan).toMatchObject({ intent: "forget", alone: true, recallable: false });
      expect(held(priya)).toEqual(["self.name=Priya"]);
      expect(priya.messages().map(({ text }) => text)).toEqual(["my name is Priya"]);
    },
  );

  test("after a question it takes back what was answered", async () => {
    const priya = person("Priya");
    await priya.says("my name is Priya and my dog is called Rex");
    await priya.says("what is my dog called?");
    await priya.says("forget that");
    expect(held(priya)).toEqual(["self.name=Priya"]);
  });

  test("after small talk it takes back the message", async () => {
    const priya = person("Priya");
    await priya.says("Bob and I met in secret at noon");
    const { plan, reply } = await priya.says("forget that");
    expect(plan.eraseTurns).toHaveLength(1);
    expect(reply).toBe("Gone: that message.");
    expect(priya.messages()).toEqual([]);
  });

  test("after a quotation it takes back the words that were quoted", async () => {
    const priya = person("Priya");
    await priya.says("the plumber comes every Thursday");
    await priya.says("when does the plumber come?");
    await priya.says("forget that");
    expect(priya.messages()).toEqual([]);
  });

  test("forgetting somebody takes all that was said of them, by noun or by name", async () => {
    const priya = person("Priya");
    await priya.says("my sister is called Ana. She lives in Rome.");
    await priya.says("Ana is afraid of flying");
    await priya.says("my dog is called Rex");
    const { reply } = await priya.says("forget everything you know about my sister");
    expect(reply).toBe("Gone: 2 notes about your sister.");
    expect(held(priya)).toEqual(["dog.name=Rex"]);
    expect(priya.messages().map(({ text }) => text)).toEqual(["my dog is called Rex"]);
  });

  test.each([
    ["forget where I live", ["dog.name=Rex", "self.name=Priya"]],
    ["forget my dog's name", ["self.home=Leeds", "self.name=Priya"]],
    ["forget that I live in Leeds", ["dog.name=Rex", "self.name=Priya"]],
    ["forget Rex", ["self.home=Leeds", "self.name=Priya"]],
    ["vergiss meinen Hund", ["self.home=Leeds", "self.name=Priya"]],
    ["vergiss, wo ich wohne", ["dog.name=Rex", "self.name=Priya"]],
    ["forget everything you know about me", []],
    ["vergiss alles", []],
  ])("%j takes just that", async (said, left) => {
    const priya = person("Priya");
    for (const line of ["my name is Priya", "I live in Leeds", "my dog is called Rex"]) await priya.says(line);
    await priya.says(said);
    expect([...held(priya)].sort()).toEqual([...left].sort());
  });

  test("what is not known is said not to be known", async () => {
    const { reply, plan } = await person("Priya").says("forget my brother");
    expect(reply).toBe("There is nothing I remember about that.");
    expect(plan.erase).toEqual([]);
  });

  test("only one's own is forgotten", async () => {
    const shared = room();
    const [priya, tom] = [person("Priya", shared, "channel"), person("Tom", shared, "channel")];
    await priya.says("my dog is called Rex");
    const { plan } = await tom.says("forget everything");
    expect(plan.erase).toEqual([]);
    expect(held(priya)).toEqual(["dog.name=Rex"]);
  });

  test.each([
    "don't forget the milk",
    "I forget things",
    "never forget",
    "vergiss nicht den Termin",
    "did you forget me?",
  ])("%j forgets nothing", async (said) => {
    const priya = person("Priya");
    await priya.says("my dog is called Rex");
    expect((await priya.says(said)).plan.intent).not.toBe("forget");
    expect(held(priya)).toEqual(["dog.name=Rex"]);
  });
});

describe("off the record", () => {
  test.each([
    "off the record: my salary is 50000",
    "don't remember this: my dog is called Rex",
    "between you and me, my boss is called Tim",
    "unter uns: mein Chef heißt Tim",
    "merk dir das nicht: ich wohne in Bonn",
  ])("of %j nothing is kept", async (said) => {
    const priya = person("Priya");
    const { plan } = await priya.says(said);
    expect(plan).toMatchObject({ offRecord: true, remember: [], recallable: false });
    expect(priya.messages()).toEqual([]);
  });
});

describe("private matters", () => {
  test("are kept from a direct room after a yes", async () => {
    const { plan } = await person("Priya").says("I'm allergic to peanuts");
    expect(plan.remember.map(({ value }) => value)).toEqual(["peanuts"]);
    expect(plan.remember.every(sensitive)).toBe(true);
  });

  test.each([
    ["a direct room without a yes", "direct", false],
    ["a channel, whoever runs the program", "channel", true],
    ["a private thread", "private-thread", true],
    ["a group", "group", true],
  ] as const)("are not kept from %s, nor quoted there", async (_, kind, consent) => {
    const priya = person("Priya", room(), kind, consent);
    const { plan } = await priya.says("my name is Priya and I'm allergic to peanuts");
    expect(plan.remember.map(({ value }) => value)).toEqual(["Priya"]);
    expect(plan.recallable).toBe(false);
  });
});
