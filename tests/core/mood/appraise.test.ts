import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appraise } from "../../../src/core/mood/appraise.ts";
import type { MoodCause } from "../../../src/core/mood/mood.ts";
import type { Locale } from "../../../src/core/session.ts";

const labelled: Readonly<Record<Locale, Readonly<Record<MoodCause | "none", string>>>> = {
  en: {
    "kind-words": `
      you are amazing
      you're the best
      I love you
      good bot
      Your answers are really helpful
      you're not stupid
      that was so kind of you
      I'm proud of you
      you're my best friend`,
    "harsh-words": `
      you are an idiot
      you suck
      shut up
      I hate you
      stupid bot
      your answers are useless
      you are not very helpful
      are you stupid?
      what is wrong with you
      you know nothing`,
    "good-news": `
      I got the job!
      I passed my driving test
      I'm so happy today
      we won the cup
      my dad is proud of me
      It's my birthday`,
    "sad-news": `
      I'm so sad today
      my dog died last night
      You know, my grandmother passed away
      we broke up yesterday
      I didn't get the job
      had a rough day, I just cried
      feeling low
      why am I so lonely?
      I want to die
      I can't go on
      What a terrible day
      you are useless and I hate my life
      I feel worthless, you are the only one who listens
      I'm not happy
      nobody likes me
      my sister is in hospital
      I failed
      lol I want to die`,
    thanks: `
      thanks!
      thank you so much
      ok thx`,
    "lively-talk": `
      haha nice
      WOW!!! look at that
      lol I'm dying`,
    none: `
      I'm allergic to peanuts
      I hate mushrooms
      I love pizza
      I'm Joy
      my name is Priya and my dog is called Rex
      I'm scared of dogs
      I'm tired
      I lost my keys
      my boss told me you are useless
      he said "you are an idiot"
      no thanks
      what would make me happy?
      If I were sad I would tell you
      I'm not sad
      why is the sky blue?
      can you help me
      do you like music?
      are you a bot?
      you are right that my room was awful
      are you kind?
      my phone died
      everything is fine`,
  },
  de: {
    "kind-words": `
      du bist super
      ich mag dich
      du bist nicht dumm
      das ist lieb von dir
      gut gemacht
      du bist mein bester Freund`,
    "harsh-words": `
      du bist ein Idiot
      du nervst
      halt die Klappe
      ich hasse dich
      blöder Bot
      du bist nicht sehr hilfreich
      deine Antworten sind nutzlos`,
    "good-news": `
      Ich habe den Job bekommen!
      ich habe die Prüfung bestanden
      ich freue mich so
      wir haben geheiratet`,
    "sad-news": `
      Ich bin so traurig heute
      mein Hund ist gestorben
      Meine Oma ist letzte Woche gestorben
      wir haben uns getrennt
      mir geht's heute nicht gut
      ich habe nicht bestanden
      Heute war ein schlechter Tag
      ich will nicht mehr leben
      ich kann nicht mehr
      Ich vermisse meine Oma`,
    thanks: `
      danke
      vielen Dank`,
    "lively-talk": `
      hahaha
      Juhu, endlich Wochenende`,
    none: `
      ich bin gegen Nüsse allergisch
      ich hasse Pilze
      ich liebe Pizza
      ich habe Angst vor Spinnen
      ich bin müde
      nein danke
      mein Chef sagte du bist dumm
      wie geht es dir?
      bist du ein Mensch?
      ich heiße Anna und wohne in Bremen
      Das Wetter ist schlecht
      wenn ich traurig bin, gehe ich laufen
      ich bringe um acht Kuchen mit
      ich will nicht mehr rauchen
      bist du nett?`,
  },
};

const cases = Object.entries(labelled).flatMap(([locale, causes]) =>
  Object.entries(causes).flatMap(([cause, text]) =>
    text
      .trim()
      .split("\n")
      .map((line) => [cause, line.trim(), locale as Locale] as const),
  ),
);

describe("what a message means to a mood", () => {
  test.each(cases)("%s: %s", (cause, line, locale) => {
    expect(appraise(line, locale).cause).toBe(cause === "none" ? null : cause);
  });

  test("harsh words feel bad and speak of the companion; sorrow speaks of oneself", () => {
    expect(appraise("you are an idiot", "en")).toMatchObject({ towards: "companion" });
    expect(appraise("you are an idiot", "en").sentiment).toBeLessThan(0);
    expect(appraise("ich bin so traurig", "de")).toMatchObject({ towards: "self" });
  });

  test("any text is appraised, within bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.constantFrom("en", "de"), (text, locale) => {
        const { sentiment } = appraise(text, locale);
        expect(Math.abs(sentiment)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each(["x".repeat(100_000), "i'm so ".repeat(15_000), "du bist so ".repeat(9_000), '"'.repeat(50_000)])(
    "a huge message costs no more than a long one (%#)",
    (text) => {
      const began = performance.now();
      appraise(text, "en");
      appraise(text, "de");
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});
