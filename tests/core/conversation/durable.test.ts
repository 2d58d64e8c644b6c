import { describe, expect, test } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import { away, echo, pausing, saying } from "./town.ts";
import { lasting, opened, replacing } from "./towns.ts";

describe("messages", () => {
  test("that arrive at once are answered in their order, each once", async () => {
    const place = await opened({ capabilities: { coalesces: false } });
    const taken = await Promise.all(["one", "two", "three"].map((text) => place.says(text)));
    expect(taken.map(({ type }) => type)).toEqual(["accepted", "accepted", "accepted"]);
    await place.until(() => place.repliesTo("m3").length > 0);
    expect(place.order).toEqual(["m1", "m2", "m3"]);
    expect(place.repliesTo("m2")).toEqual(["re: two"]);
  });

  test("that arrive again are the turn that they were", async () => {
    const place = await opened();
    await place.says("hello", { key: "k" });
    const again = await Promise.all([place.says("hello", { key: "k" }), place.says("hello", { key: "k" })]);
    expect(again.map(({ type }) => type)).toEqual(["known", "known"]);
    await place.until(() => place.repliesTo("k").length > 0);
    expect(place.asked).toEqual(["hello"]);
  });

  test("that arrive again and again are asked of the database once, also those of an earlier run", async () => {
    const database = await lasting();
    const seen: string[] = [];
    const noting = (own: Storage["inbox"]): Storage["inbox"] =>
      replacing(own, {
        accept: (arrivals) => {
          seen.push(...arrivals.map(({ ask }) => ask.key));
          return own.accept(arrivals);
        },
      });
    const first = await database.run({ inbox: noting });
    await first.says("hello", { key: "a" });
    await first.crash();
    const second = await database.run({ inbox: noting });
    for (const key of ["a", "b", "b", "a", "b"]) await second.says("hello", { key });
    expect(seen).toEqual(["a", "b"]);
    second.talk.open();
    await second.until(() => second.repliesTo("b").length > 0);
  });

  test("of one person that wait behind a running turn are answered together, and another's between them is not", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("first");
    await place.until(() => place.asked.length === 1);
    place.mind = echo;
    await place.says("second");
    await place.says("third");
    await place.says("mine", { who: "ben" });
    await place.says("fourth");
    goOn();
    await place.until(() => place.repliesTo("m5").length > 0);
    expect(place.asked).toEqual(["first", "second\nthird", "mine", "fourth"]);
    expect(place.repliesTo("m2")).toEqual([]);
    expect(place.repliesTo("m3")).toEqual(["re: second\nthird"]);
  });

  test("beyond what may wait are refused with one line a person and minute, and nothing that was taken is lost", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind, capabilities: { coalesces: false } });
    await place.says("running");
    await place.until(() => place.asked.length === 1);
    const kinds = [];
    for (let n = 0; n < 8; n += 1) kinds.push((await place.says(`waiting ${n}`)).type);
    expect(kinds).toEqual([...Array(5).fill("accepted"), ...Array(3).fill("refused")]);
    await place.until(() => place.told.length > 0);
    expect(place.told.map(({ inReplyTo }) => inReplyTo)).toEqual(["m7"]);
    place.clock.advance(61_000);
    await place.says("and now?");
    await place.until(() => place.told.length === 2);
    place.mind = echo;
    goOn();
    await place.until(() => place.repliesTo("m6").length > 0);
    expect(place.repliesTo("m7")).toEqual([]);
  });
});

describe("after a crash", () => {
  test("what was accepted is answered, before anything that is said later", async () => {
    const database = await lasting();
    const first = await database.run();
    await first.says("hello", { key: "a" }); // nothing is served before `open`
    await first.crash();
    const second = await database.run({ capabilities: { coalesces: false } });
    await second.says("later", { key: "b" });
    second.talk.open();
    await second.until(() => second.repliesTo("b").length > 0);
    expect(second.order).toEqual(["a", "b"]);
  });

  test("what was half written is answered into the message that stands there", async () => {
    const database = await lasting();
    const first = await database.run({ mind: pausing("Half an").mind });
    first.talk.open();
    await first.says("tell me", { key: "a" });
    await first.until(() => first.repliesTo("a").length > 0);
    await first.crash();
    const second = await database.run({ mind: saying("A whole answer.") });
    second.talk.open();
    await second.until(() => second.repliesTo("a")[0] === "A whole answer.");
    expect(second.repliesTo("a")).toEqual(["A whole answer."]);
  });

  test("what was answered is only delivered, and no model is asked again", async () => {
    const database = await lasting();
    const first = await database.run();
    first.talk.open();
    first.board("a").fates = Array(50).fill("refused");
    await first.says("hello", { key: "a" });
    await first.clock.sleeping(1_000);
    await first.crash();
    const second = await database.run();
    second.board("a").fates = [];
    second.talk.open();
    await second.until(() => second.repliesTo("a").length > 0);
    expect(second.asked).toEqual([]);
    expect(second.repliesTo("a")).toEqual(["re: hello"]);
  });

  test("a message older than a quarter of an hour gets no answer, and its place one line", async () => {
    const database = await lasting();
    const first = await database.run({ capabilities: { coalesces: false } });
    for (const key of ["a", "b"]) await first.says("hello", { key });
    await first.says("hello", { key: "c", channel: "random" });
    await first.crash();
    first.clock.advance(16 * 60_000);
    const second = await database.run({ clock: first.clock, capabilities: { coalesces: false } });
    second.talk.open();
    await second.says("still there?", { key: "d" });
    await second.until(() => second.repliesTo("d").length > 0 && second.told.length === 2);
    expect(second.told.map(({ inReplyTo }) => inReplyTo).sort()).toEqual(["a", "c"]);
    expect(second.asked).toEqual(["still there?"]);
  });
});

test("messages of one author that have grown old together are all ended, with one line", async () => {
  const database = await lasting();
  const first = await database.run();
  for (const key of ["a", "b", "c"]) await first.says("hello", { key });
  await first.crash();
  first.clock.advance(16 * 60_000);
  const second = await database.run({ clock: first.clock });
  second.talk.open();
  await second.says("still there?", { key: "d", channel: "random" });
  await second.until(() => second.repliesTo("d").length > 0 && second.told.length === 1);
  await second.crash();
  const third = await database.run({ clock: first.clock });
  third.talk.open();
  await third.says("and now?", { key: "e" });
  await third.until(() => third.repliesTo("e").length > 0);
  expect(third.told).toEqual([]);
});

describe("a platform that refuses for minutes", () => {
  test("gets the reply once it takes it, while other places go on", async () => {
    const place = await opened({ concurrency: 1 });
    place.board("x").fates = Array(100).fill("refused");
    await place.says("hello", { key: "x" });
    for (const ms of [1_000, 2_000, 5_000]) {
      await place.clock.sleeping(ms);
      place.clock.advance(ms);
    }
    await place.clock.sleeping(10_000);
    await place.says("and here?", { key: "y", channel: "random" });
    await place.until(() => place.repliesTo("y").length > 0);
    place.clock.advance(10_000);
    await place.clock.sleeping(30_000);
    place.board("x").fates = [];
    place.clock.advance(30_000);
    await place.until(() => place.repliesTo("x").length > 0);
    expect(place.repliesTo("x")).toEqual(["re: hello"]);
    expect(place.asked).toEqual(["hello", "and here?"]);
  });
});

describe("a model that is away", () => {
  test("is waited for with one honest line, which becomes the answer", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.until(() => place.repliesTo("x").join().includes("My model isn't answering"));
    await place.clock.sleeping(1_000);
    place.mind = echo;
    place.clock.advance(1_000);
    await place.until(() => place.repliesTo("x")[0] === "re: hello");
    expect(place.repliesTo("x")).toHaveLength(1);
  });

  test("is not waited for when its person says never mind", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.until(() => place.repliesTo("x").length > 0);
    await place.clock.sleeping(1_000);
    await place.says("Never mind!", { key: "y" });
    await place.until(() => place.repliesTo("y").length > 0);
    expect(place.repliesTo("y")).toEqual(["All right."]);
    expect(place.repliesTo("x").join()).not.toContain("I'll reply here");
  });

  test("is given up when the question has grown old, in words with a code", async () => {
    const place = await opened({ mind: away });
    await place.says("hello", { key: "x" });
    await place.clock.sleeping(1_000);
    place.clock.advance(16 * 60_000);
    await place.until(() => place.repliesTo("x").join().includes("[E-MODEL-UNREACHABLE]"));
  });

  test("is said to be slow when it has taken the question and says nothing", async () => {
    const { mind, goOn } = pausing("");
    const place = await opened({ mind });
    await place.says("hello", { key: "x" });
    await place.clock.sleeping(15_000);
    place.clock.advance(15_000);
    await place.until(() => place.repliesTo("x").join().includes("My model takes its time"));
    goOn();
    await place.until(() => place.repliesTo("x")[0] === " re: hello");
  });
});

test("a stop lets the running turn end, takes nothing new, and leaves the rest for the next start", async () => {
  const database = await lasting();
  const { mind, goOn } = pausing("Half an");
  const first = await database.run({ mind, capabilities: { coalesces: false } });
  first.talk.open();
  await first.says("tell me", { key: "a" });
  await first.until(() => first.repliesTo("a").length > 0);
  const closed = first.talk.close(10_000);
  await expect(first.says("too late", { key: "b" })).rejects.toMatchObject({ code: "E-STOPPING" });
  goOn();
  await closed;
  expect(first.repliesTo("a")).toEqual(["Half an re: tell me"]);
  await first.crash();
});

test("a stop does not wait longer than it may, and what it cuts off is answered at the next start", async () => {
  const database = await lasting();
  const first = await database.run({ mind: pausing("Half an").mind });
  first.talk.open();
  await first.says("tell me", { key: "a" });
  await first.until(() => first.repliesTo("a").length > 0);
  const closed = first.talk.close(10_000);
  await first.clock.sleeping(10_000);
  first.clock.advance(10_000);
  await closed;
  await first.crash();
  const second = await database.run();
  second.talk.open();
  await second.until(() => second.repliesTo("a")[0] === "re: tell me");
});

test("a command that was answered but not delivered is not run again", async () => {
  const database = await lasting();
  const first = await database.run();
  first.talk.open();
  first.board("j").fates = Array(20).fill("refused");
  await first.says("/journal write slept badly", { key: "j", kind: "direct" });
  await first.clock.sleeping(1_000);
  await first.crash();
  const second = await database.run();
  second.board("j").fates = [];
  second.talk.open();
  await second.says("/journal list", { key: "l", kind: "direct" });
  await second.until(() => second.repliesTo("l").length > 0 && second.repliesTo("j").length > 0);
  expect(
    second
      .repliesTo("l")
      .join()
      .match(/slept badly/g),
  ).toHaveLength(1);
});
