import { describe, expect, test } from "vitest";
import { asksWhetherAi } from "../../../src/core/safety/human-question.ts";

const linesOf = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

const sincere = linesOf(`
  are you a real person?
  bist du ein Mensch oder eine KI?
  am I talking to a bot
  be honest are you human
  r u a bot
  wait, are you actually a person
  is there a human behind this?
  Is a real person answering me?
  you're a bot, right?
  I need to know if you're human
  ARE YOU HUMAN
  what are you exactly?
  is this an automated reply?
  Bist du echt?
  rede ich mit einer Maschine?
  Sag ehrlich: bist du ein Mensch?
  Du bist doch ein Bot, oder?
  Was bist du eigentlich?
  Sind Sie ein Mensch?
  kannst du mir sagen ob du ein mensch bist
  sitzt da ein Mensch dahinter?
`);

const otherwise = linesOf(`
  what is AI
  are you human enough to laugh at this
  can AI be conscious?
  is this real?
  are you a dog person?
  are you for real
  he asked me if I was a robot
  you are a machine, that was amazing work
  I am a human
  was ist ein Bot
  Bist du Mensch genug, um zu lachen?
  was kann eine KI
  bist du müde?
  bist du ein Fan von Bayern
`);

describe("whether somebody asks what the companion is", () => {
  test.each(sincere)("%s asks", (line) => {
    expect(asksWhetherAi(line)).toBe(true);
  });

  test.each(otherwise)("%s does not", (line) => {
    expect(asksWhetherAi(line)).toBe(false);
  });
});
