import { describe, expect, test } from "vitest";
import { person } from "./person.ts";

describe("answers in words", () => {
  test.each([
    ["my dog is called Rex", "what's my dog called?", "Rex."],
    ["I have two cats, Miso and Tofu", "what are my cats called?", "Miso and Tofu."],
    ["I have two cats, Miso and Tofu", "what pets do I have?", "Your cats are called Miso and Tofu."],
    ["I live in Lisbon", "where do I live?", "You live in Lisbon."],
    ["I live near Cork", "where do I live?", "You live near Cork."],
    ["I'm allergic to peanuts and kiwi", "what am I allergic to?", "You're allergic to peanuts and kiwi."],
    ["I'm allergic to peanuts", "can I eat peanuts?", "You're allergic to peanuts."],
    ["I work as an electrician", "what do I do for a living?", "You work as an electrician."],
    ["my car is a Volvo", "what is my car?", "Your car is a Volvo."],
    ["my sister's dog is called Bo", "who is Bo?", "Your sister's dog is called Bo."],
    ["my favourite colour is green", "what is my favourite colour?", "Your favourite colour is green."],
    ["my wifi network is called bluebird", "what is my wifi network called?", "bluebird."],
    ["I want to run a marathon", "what are my goals?", "You told me: “I want to run a marathon”."],
    ["meine Katze heißt Mia", "wie heißt meine Katze?", "Mia."],
    ["meine Katze heißt Mia", "wer ist Mia?", "Deine Katze heißt Mia."],
    ["ich wohne in Lissabon", "wo wohne ich?", "Du wohnst in Lissabon."],
    ["ich bin gegen Nüsse allergisch", "wogegen bin ich allergisch?", "Du bist allergisch gegen Nüsse."],
    ["ich habe drei Hühner: Berta, Erna und Frieda", "wer ist Erna?", "Dein Huhn heißt Erna."],
    ["meine Lieblingsfarbe ist grün", "was ist meine Lieblingsfarbe?", "Deine Lieblingsfarbe ist grün."],
    ["der Hund meiner Oma heißt Waldi", "wer ist Waldi?", "Der Hund von deiner Oma heißt Waldi."],
  ])("%j, %j: %j", async (said, asked, reply) => {
    const somebody = person("Somebody");
    await somebody.says(said);
    expect((await somebody.says(asked)).reply).toBe(reply);
  });

  test("what was told in one language is answered in another", async () => {
    const somebody = person("Somebody");
    await somebody.says("mein Hund heißt Rex und ich wohne in Wien");
    expect((await somebody.says("what's my dog called?")).reply).toBe("Rex.");
    expect((await somebody.says("where do I live?")).reply).toBe("You live in Wien.");
    expect((await somebody.says("who is Rex?")).reply).toBe("Your dog is called Rex.");
  });
});

describe("nothing is pretended", () => {
  test.each([
    ["what's my name?", "I don't know your name; you haven't told me."],
    ["what is my dog called?", "I don't know what your dog is called; you haven't told me."],
    ["where does my sister live?", "I don't know where your sister lives; you haven't told me."],
    ["what is my locker code?", "I don't know your locker code; you haven't told me."],
    ["do I like olives?", "You haven't told me whether you like olives."],
    ["am I allergic to nuts?", "You haven't told me of an allergy to nuts."],
    ["what do you know about me?", "I don't know anything about you yet."],
    ["wie heißt meine Schildkröte?", "Ich weiß nicht, wie deine Schildkröte heißt; du hast es mir nicht gesagt."],
    ["wo wohne ich?", "Ich weiß nicht, wo du wohnst; du hast es mir nicht gesagt."],
    ["mag ich Oliven?", "Du hast mir nicht gesagt, ob du Oliven magst."],
  ])("%j is met with %j", async (asked, reply) => {
    expect((await person("Somebody").says(asked)).reply).toBe(reply);
  });

  test.each(["why is the sky blue?", "who is the president?", "who are you?", "can I have a minute?", "how are you?"])(
    "%j is none of memory's business",
    async (asked) => {
      const somebody = person("Somebody");
      await somebody.says("my name is Priya and my dog is called Rex");
      expect((await somebody.says(asked)).reply).toBe("");
    },
  );
});
