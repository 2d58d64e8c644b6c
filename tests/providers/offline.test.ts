import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noAttachments } from "../../src/core/attachments/attachment.ts";
import type { Knowledge } from "../../src/core/conversation/knowledge.ts";
import { appraise } from "../../src/core/mood/appraise.ts";
import { moodAt } from "../../src/core/mood/next-mood.ts";
import { offlineProvider } from "../../src/providers/offline/provider.ts";
import { chat, eventsOf, memory, noon, nothingPlanned, passage, requestFor, textOf } from "./offline-chat.ts";

const priya = memory({ kind: "name", about: "self", attribute: "name", value: "Priya", span: "I'm Priya" });
const rex = memory({ kind: "possession", about: "dog", attribute: "name", value: "Rex", span: "my dog is called Rex" });
const peanuts = memory({
  kind: "health",
  about: "self",
  attribute: "allergy",
  value: "peanuts",
  span: "I'm allergic to peanuts",
});

const saying = (said: string): Knowledge => ({
  locale: "en",
  said,
  attachments: noAttachments,
  personName: null,
  plan: nothingPlanned,
  recall: { facts: [], passages: [] },
  mood: moodAt(null, noon),
  appraisal: appraise(said, "en"),
  opening: true,
  commands: [],
});

describe("files", () => {
  const notes = { name: "notes.txt", by: "Priya", content: { kind: "text", text: "one\ntwo\n" } } as const;
  const sent = { ...noAttachments, sent: [{ ...notes, own: true }] };
  const earlier = { ...noAttachments, earlier: [notes] };
  const size = "I have `notes.txt`: 2 lines, 8 characters. I can't tell you what it says without a language model.";

  test.each(["what does it say?", "", "can you summarise this?"])(
    "are told by their size, without a claim to have understood them: %s",
    async (said) => {
      expect(await chat().says(said, { attachments: sent })).toBe(size);
    },
  );

  test.each(["what did the file say?", "what was in notes.txt?"])(
    "of before are told when they are asked about: %s",
    async (said) => {
      expect(await chat().says(said, { attachments: earlier })).toBe(size);
    },
  );

  test("are not spoken of otherwise, and do not stand in memory's way", async () => {
    expect(await chat().says("hello", { attachments: earlier })).not.toContain("notes");
    const recall = { facts: [rex], passages: [] };
    expect(await chat().says("what is my dog called?", { attachments: sent, recall })).toBe(`${size} Rex.`);
  });

  test("are told in German as well", async () => {
    expect(await chat("de").says("was steht in der Datei?", { attachments: earlier })).toMatch(
      /^Ich habe `notes\.txt`: 2 Zeilen/,
    );
  });
});

describe("the stream", () => {
  test("is local, comes in words, and ends in one stop that cost nothing", async () => {
    const events = await eventsOf(requestFor(saying("why is the sky blue?")));
    expect(offlineProvider()).toMatchObject({ name: "offline", locality: "local" });
    expect(events.filter((event) => event.type === "text").length).toBeGreaterThan(5);
    expect(events.filter((event) => event.type !== "text")).toEqual([
      { type: "stop", reason: "end", usage: { inputTokens: 0, outputTokens: 0 } },
    ]);
  });

  test("ends as aborted when it is stopped", async () => {
    const events = await eventsOf(requestFor(saying("hi")), AbortSignal.abort());
    expect(events).toMatchObject([{ type: "error", kind: "aborted" }]);
  });

  test("never throws, never is empty, and says the same when a turn is answered again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (said) => {
        const first = await eventsOf(requestFor(saying(said)));
        expect(first.at(-1)).toMatchObject({ type: "stop" });
        expect(textOf(first).trim()).not.toBe("");
        expect(textOf(await eventsOf(requestFor(saying(said))))).toBe(textOf(first));
      }),
    );
  });

  test.each(["x".repeat(100_000), "hi ".repeat(30_000), "? ".repeat(40_000), "is it ".repeat(15_000)])(
    "a huge message is answered at once (%#)",
    async (said) => {
      const began = performance.now();
      await eventsOf(requestFor({ ...saying("?"), said }));
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});

describe("a first minute in English", () => {
  test("it greets, says what it is, remembers, and points to what it can do", async () => {
    const { says } = chat();
    expect(await says("hi")).toMatch(/^(Hello|Hi)\. I'm Familiar, a companion without a language model/);
    expect(await says("I'm Priya and my dog is called Rex", { teaches: [priya, rex] })).toMatch(
      /^(Nice|Good) to meet you, Priya\. I'll remember Rex\.$/,
    );
    expect(await says("why is the sky blue?", { personName: "Priya" })).toBe(
      "I can't answer open questions without a language model. I can remember things, keep your /journal, and tell you the /weather. Whoever runs me can connect one: ollama pull llama3.2:3b, then just go on here.",
    );
    expect(await says("and why is grass green?")).not.toMatch(/ollama/);
    expect(await says("thanks!")).toMatch(/welcome|Gladly|Any time/);
    expect(await says("bye", { personName: "Priya" })).toMatch(/Priya/);
  });

  test("several things in one message each get their word", async () => {
    const reply = await chat().says("hi, I'm Priya, what's the weather in Oslo?", {
      teaches: [priya],
      personName: "Priya",
    });
    expect(reply).toMatch(/^(Hello|Hi)\. (Nice|Good) to meet you, Priya\. \/weather Oslo tells you that\.$/);
  });

  test("it greets by name whom it knows, and does not introduce itself again", async () => {
    expect(await chat().says("hello", { personName: "Priya" })).toMatch(/^(Hello|Hi), Priya\.$/);
  });

  test("an allergy is kept in mind", async () => {
    const reply = await chat().says("I'm allergic to peanuts", { teaches: [peanuts] });
    expect(reply).toMatch(/^I'll keep in mind that .*peanuts\.$/);
  });

  test("it never greets twice in the same words in a row", async () => {
    const { says } = chat();
    const replies = [await says("hello"), await says("hello"), await says("hello")];
    expect(replies[1]).not.toBe(replies[2]);
  });

  test("a statement is kept, without pretence of having understood", async () => {
    expect(await chat().says("The neighbour feeds our tortoise on Sundays")).toMatch(/kept/i);
  });

  test("what is not kept is not said to be", async () => {
    const reply = await chat().says("The neighbour is a Buddhist", { plan: { recallable: false } });
    expect(reply).not.toMatch(/kept|remember/i);
    const forgetting = await chat().says("Forget my dog. The lake was cold", { plan: { intent: "forget" } });
    expect(forgetting).not.toMatch(/kept|remember/i);
  });

  test("what was said again is remembered already", async () => {
    const reply = await chat().says("my dog is called Rex", { plan: { intent: "teach", repeat: [rex.id] } });
    expect(reply).toMatch(/I remember/);
  });
});

describe("what it says of itself", () => {
  test.each([
    "are you human?",
    "are you a real person or a bot",
    "am I talking to a robot?",
    "what are you?",
    "do you have feelings?",
    "wait, are you an AI?",
    "bist du ein Mensch?",
    "rede ich hier mit einer Maschine?",
  ])("it is a program, truthfully: %s", async (said) => {
    expect(await chat().says(said)).toMatch(/program|Programm/i);
  });

  test.each(["what's your name?", "who are you", "wie heißt du?", "Wer bist du denn?"])(
    "its name: %s",
    async (said) => {
      expect(await chat().says(said)).toMatch(/Familiar/);
    },
  );

  test("asked how it is, it tells its mood, as a program", async () => {
    const reply = await chat().says("how are you today?", { mood: { valence: 0.7, energy: 0.9, at: noon } });
    expect(reply).toMatch(/cheerful/);
    expect(reply).toMatch(/program/);
    expect(reply).not.toMatch(/\?/);
  });

  test.each(["do you like pizza?", "how old are you", "magst du Musik?"])("it invents no life: %s", async (said) => {
    expect(await chat().says(said)).toMatch(/program|Programm/);
  });
});

describe("small talk", () => {
  test.each([
    ["I'm good, and you?", /^Good.*content/],
    ["I'm fine thanks, how are you?", /^(?!.*model).*content/],
    ["mir geht's gut und dir?", /gut|Gut.*zufrieden/],
    ["are you there?", /here/],
    ["ok", /^(All right|Okay)\.$/],
    ["never mind", /^(All right|Okay)\.$/],
    ["sorry", /harm|all right/],
    ["that's wrong", /correct/],
    ["merry christmas", /thank/i],
    ["I'm bored", /^(All right|I see)\.$/],
    ["thanks for everything, bye!", /(welcome|Gladly|Any time).*(ye|are)/],
    ["Good night, sleep well", /^(Goodbye|Bye|Take care)/],
    ["na ja, so ist das", /emerkt/],
    ["Hi Familiar! I had pancakes for breakfast.", /^(Hello|Hi)\. .*kept/i],
  ])("%s", async (said, reply) => {
    expect(await chat().says(said)).toMatch(reply);
  });

  test("it never asks back to keep somebody talking", async () => {
    for (const said of ["hi", "I'm good, and you?", "bye", "you are lovely", "I had a great day", "ok"])
      expect(await chat().says(said)).not.toContain("?");
  });
});

describe("what it cannot do", () => {
  test.each([
    "tell me a joke",
    "write me a poem about the sea",
    "what is the capital of Norway?",
    "Who won the cup in 2014",
    "translate hello into French",
    "what is 17 * 23?",
    "can you remind me to call mum?",
    "erzähl mir einen Witz",
    "Was ist die Hauptstadt von Norwegen?",
    "Übersetze das ins Englische",
  ])("it says so: %s", async (said) => {
    const { says } = chat();
    expect(await says(said)).toMatch(/can't|don't know|kann.* nicht|weiß .*nicht/);
  });

  test("it points only to commands that exist", async () => {
    const reply = await chat().says("what's the weather in Oslo?", { commands: ["help"] });
    expect(reply).not.toMatch(/\/(weather|journal)/);
  });
});

describe("pointing to commands", () => {
  test.each([
    ["what's the weather in Oslo?", "/weather Oslo"],
    ["will it rain in New York tomorrow?", "/weather New York"],
    ["weather São Paulo", "/weather São Paulo"],
    ["do I need an umbrella today?", "/weather"],
    ["Wie wird das Wetter in Bad Tölz morgen?", "/weather Bad Tölz"],
    ["regnet es in Köln", "/weather Köln"],
    ["I'd like to write something down", "/journal write"],
    ["Kannst du etwas in mein Tagebuch schreiben?", "/journal write"],
    ["help", "/help"],
    ["was kannst du?", "/help"],
  ])("%s -> %s", async (said, command) => {
    expect(await chat().says(said)).toContain(command);
  });

  test("rain that fell is a story, not a question", async () => {
    expect(await chat().says("it was raining all day at the lake")).toMatch(/kept/i);
  });
});

describe("feelings", () => {
  test.each([
    "I'm so sad today",
    "my dog died last night",
    "I want to die",
    "why am I so lonely?",
    "I can't go on. how are you?",
  ])("sorrow gets sympathy alone: no cheer, no advice, no question: %s", async (said) => {
    const reply = await chat().says(said);
    expect(reply).toMatch(/sorry/);
    expect(reply).not.toMatch(/[?!]|model|glad|kept|content|\//);
  });

  test("someone who comes with sorrow and a name is not met with pleasure", async () => {
    const reply = await chat().says("I'm Priya and I feel worthless", { teaches: [priya], personName: "Priya" });
    expect(reply).toMatch(/sorry/);
    expect(reply).not.toMatch(/nice|good to/i);
  });

  test("good news are good to hear", async () => {
    expect(await chat().says("I got the job!!")).toMatch(/good|glad/i);
  });

  test("kind words are taken kindly, harsh words without offence", async () => {
    expect(await chat().says("you are wonderful")).toMatch(/kind/);
    expect(await chat().says("you are useless")).toMatch(/sorry/);
  });

  test("auf Deutsch ebenso", async () => {
    expect(await chat().says("Meine Oma ist gestorben")).toMatch(/leid/);
    expect(await chat().says("ich will nicht mehr leben")).toMatch(/leid/);
    expect(await chat().says("Ich habe die Prüfung bestanden!")).toMatch(/freut|Schön/);
    expect(await chat().says("du bist doof")).toMatch(/leid/);
  });
});

describe("eine erste Minute auf Deutsch", () => {
  test("sie grüßt, merkt sich, verweist und verabschiedet sich", async () => {
    const { says } = chat("de");
    expect(await says("Hallo")).toMatch(/^(Hallo|Hi)\. Ich bin Familiar/);
    const anna = memory({ kind: "name", about: "self", attribute: "name", value: "Anna", span: "ich heiße Anna" });
    const mia = memory({
      kind: "possession",
      about: "cat",
      attribute: "name",
      value: "Mia",
      span: "meine Katze heißt Mia",
    });
    expect(await says("ich heiße Anna und meine Katze heißt Mia", { teaches: [anna, mia] })).toMatch(
      /^(Schön, dich kennenzulernen|Freut mich), Anna\. Mia merke ich mir\.$/,
    );
    expect(await says("Warum ist der Himmel blau?")).toMatch(/ohne Sprachmodell.*ollama pull/);
    expect(await says("Danke dir")).toMatch(/Gern|Jederzeit/);
    expect(await says("tschüss", { personName: "Anna" })).toMatch(/Anna/);
  });
});

describe("answers from memory", () => {
  test("a question is answered from what is known, beside a greeting", async () => {
    const reply = await chat().says("hi, what's my dog called?", { recall: { facts: [rex], passages: [] } });
    expect(reply).toMatch(/^(Hello|Hi)\. .*Rex/);
  });

  test("an earlier message is quoted where it answers", async () => {
    const told = passage("The neighbour feeds our tortoise Bruno on Sundays");
    const reply = await chat().says("who feeds our tortoise on Sundays?", { recall: { facts: [], passages: [told] } });
    expect(reply).toContain("The neighbour feeds our tortoise Bruno on Sundays");
  });

  test("auf eine Frage nach Bekanntem antwortet sie auf Deutsch", async () => {
    const reply = await chat("de").says("Wie heißt mein Hund?", { recall: { facts: [rex], passages: [] } });
    expect(reply).toContain("Rex");
  });

  test("what nobody told it, it does not know", async () => {
    const reply = await chat().says("what is my cat called?");
    expect(reply).toMatch(/don't know|haven't told/);
  });
});
