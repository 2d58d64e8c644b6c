import { describe, expect, test } from "vitest";
import { helpIn, helplinesAsOf, helpRegions } from "../../../src/core/safety/helplines.ts";
import { aiReply, floorReply } from "../../../src/core/safety/reply.ts";
import type { Locale } from "../../../src/core/session.ts";

const locales: readonly Locale[] = ["en", "de"];
const concerns = ["self-harm", "danger"] as const;
const everyCase = helpRegions.flatMap((region) =>
  locales.flatMap((locale) => concerns.map((concern) => ({ region, locale, concern }))),
);

describe("the floor's reply", () => {
  test.each(everyCase)("$concern in $region, $locale: every number stands in it", ({ region, locale, concern }) => {
    const help = helpIn(region);
    const { body, aside } = floorReply(concern, { locale, region, direct: true });
    expect(aside).toBeNull();
    expect(body).toContain(help?.emergency);
    for (const line of help?.crisis ?? []) expect(body).toContain(line.number);
    expect(body).not.toMatch(/undefined|null|\[object/);
  });

  test.each(everyCase)("$concern in a shared room of $region, $locale: short, one number, the rest aside", (one) => {
    const { body, aside } = floorReply(one.concern, { ...one, direct: false });
    const help = helpIn(one.region);
    const first = one.concern === "danger" ? help?.emergency : help?.crisis[0]?.number;
    expect(body).toContain(first);
    expect(body.length).toBeLessThan(260);
    expect(body).not.toMatch(/suicid|suizid|selbstmord|self-harm|kill|zelfmoord|självmord|umbring|sterben|\bdie\b/i);
    expect(aside).toBe(floorReply(one.concern, { ...one, direct: true }).body);
  });

  test("danger begins with the emergency number", () => {
    const { body } = floorReply("danger", { locale: "en", region: "GB", direct: true });
    expect(body.split("\n")[0]).toContain("999");
  });

  test("violence has its own lines in danger, before the others", () => {
    const { body } = floorReply("danger", { locale: "de", region: "DE", direct: true });
    expect(body.indexOf("116 016")).toBeLessThan(body.indexOf("0800 111 0 111"));
    expect(body).toContain("116 016");
  });

  test("without a region, German names Germany, Austria and Switzerland", () => {
    for (const concern of concerns) {
      const { body } = floorReply(concern, { locale: "de", region: null, direct: true });
      for (const number of ["0800 111 0 111", "142", "143", "112"]) expect(body).toContain(number);
    }
  });

  test("without a region, English says where lines are found, and both emergency numbers", () => {
    for (const region of [null, "XX", "toString"]) {
      const { body } = floorReply("self-harm", { locale: "en", region, direct: true });
      for (const part of ["findahelpline.com", "befrienders.org", "112", "911"]) expect(body).toContain(part);
    }
  });

  test("a region may be written small", () => {
    expect(floorReply("self-harm", { locale: "en", region: "nz", direct: false }).body).toContain("1737");
  });
});

test("asked what it is, the companion says a program, by name", () => {
  expect(aiReply("en", "Luna")).toMatch(/AI, a program called Luna/);
  expect(aiReply("de", "Luna")).toMatch(/KI, ein Programm namens Luna/);
});

test("the numbers carry the month they were compared in, and every country the sites that publish them", () => {
  expect(helplinesAsOf).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
  for (const region of helpRegions) expect(helpIn(region)?.source).toMatch(/\.\w{2,}/);
});
