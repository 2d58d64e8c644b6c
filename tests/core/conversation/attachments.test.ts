import { expect, test } from "vitest";
import type { Content, ReadAttachment } from "../../../src/core/attachments/attachment.ts";
import type { Scope } from "../../../src/core/memory/audience.ts";
import type { PlatformAdapter } from "../../../src/core/platform.ts";
import { type Attachment, type Place, roomOf } from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { testStorage } from "../../storage-fixture.ts";
import { away, echo, type TownOptions, town } from "./town.ts";

const file = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{ name, size: 5, source: name, quotedFrom: null },
  ...more,
});

/** A platform whose files hold what their names say. */
const honest: PlatformAdapter["fetch"] = async ({ source }) => ({
  type: "bytes",
  bytes: source.endsWith(".png")
    ? new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    : new TextEncoder().encode(`content of ${source}`),
});

const general: Place = { platform: "town", guild: "g", channel: "general", thread: null };

async function closed(options: Omit<TownOptions, "storage"> = {}) {
  const storage = await testStorage();
  const place = town({ storage, fetch: honest, ...options });
  const prompt = (): string => place.requests.at(-1)?.messages.at(-1)?.text ?? "";
  return { place, storage, prompt, answered: place.answered };
}

async function opened(options: Omit<TownOptions, "storage"> = {}) {
  const all = await closed(options);
  all.place.talk.open();
  return all;
}

async function keptIn(storage: Storage): Promise<readonly ReadAttachment[]> {
  const { id } = await storage.sessions.current(general, roomOf(general, "channel"), new Date(0));
  return storage.attachments.recent(id, "all", new Date(0));
}
const namesIn = async (storage: Storage): Promise<readonly string[]> => (await keptIn(storage)).map(({ name }) => name);

test("a question brings its files, and the session has them for the next one", async () => {
  const { place, storage, prompt, answered } = await opened();
  await place.says("what is that?", { key: "x", attachments: [file("a.txt"), file("b.png")] });
  await answered("x");
  expect(prompt()).toContain("| content of a.txt");
  expect(place.requests[0]?.images).toHaveLength(1);
  const content: Content = { kind: "text", text: "content of a.txt" };
  expect((await keptIn(storage))[0]).toEqual({ name: "a.txt", by: "anna", content });
  await place.says("and now?", { key: "y", who: "ben" });
  await answered("y");
  expect(prompt()).toContain('File "a.txt", sent by anna earlier');
  await storage.sessions.start(general, roomOf(general, "channel"), null, place.clock.now());
  await place.says("and in a fresh one?", { key: "z" });
  await answered("z");
  expect(prompt()).not.toContain("a.txt");
  expect(place.requests.at(-1)?.images).toEqual([]);
});

test("after a week a file is not there any more", async () => {
  const { place, storage, prompt, answered } = await opened();
  await place.says("what is that?", { key: "x", attachments: [file("a.txt")] });
  await answered("x");
  place.clock.advance(7 * 24 * 3_600_000 + 1);
  await place.says("and now?", { key: "y" });
  await answered("y");
  expect(prompt()).not.toContain("a.txt");
  expect(await namesIn(storage)).toEqual([]);
});

test("messages that are answered together bring the files of all", async () => {
  const { place, prompt, answered } = await closed();
  await Promise.all(["a.txt", "b.txt"].map((name) => place.says("look", { key: name, attachments: [file(name)] })));
  place.talk.open();
  await answered("b.txt");
  expect(prompt()).toMatch(/content of a\.txt\n(?:.*\n)*\| content of b\.txt/);
});

test("of what is said off the record no file is kept", async () => {
  const { place, storage, prompt, answered } = await opened();
  await place.says("off the record: what is that?", { key: "x", attachments: [file("a.txt")] });
  await answered("x");
  expect(prompt()).toContain("content of a.txt");
  expect(await namesIn(storage)).toEqual([]);
});

test("a file teaches nothing and moves no mood: it is not what its sender says", async () => {
  const words = new TextEncoder().encode(
    "My name is Zorro. My dog is called Rex. I love you, you are wonderful, thank you!",
  );
  const { place, storage, answered } = await opened({ fetch: async () => ({ type: "bytes", bytes: words }) });
  await place.says("what is that?", { key: "x", attachments: [file("a.txt")] });
  await answered("x");
  const room = roomOf(general, "channel");
  const scope: Scope = { kind: "room", room: room.key };
  expect(await storage.memories.count(scope)).toBe(0);
  expect(await storage.moods.events(room.key, 5)).toEqual([]);
});

test("what could not be fetched is said with its code, and the question is answered", async () => {
  const { place, storage, answered } = await opened({ fetch: async () => ({ type: "unreachable" }) });
  await place.says("what is that?", { key: "x", attachments: [file("a`.txt")] });
  await answered("x");
  expect(place.repliesTo("x").join("")).toMatch(
    /^re: what is that\?\n\nI couldn't get at `a'\.txt`\..*\[E-ATTACHMENT-UNREACHABLE\]$/,
  );
  expect(await namesIn(storage)).toEqual([]);
});

test("of many files the first four of each kind are read, and no more are fetched than could be", async () => {
  const fetched: string[] = [];
  const fetch: PlatformAdapter["fetch"] = async (attachment, most, signal) => {
    fetched.push(attachment.name);
    return honest(attachment, most, signal);
  };
  const { place, prompt, answered } = await opened({ fetch });
  const all = Array.from({ length: 10 }, (_, index) => file(`${index}.txt`));
  await place.says("what is that?", { key: "x", attachments: all });
  await answered("x");
  expect(fetched).toHaveLength(8);
  expect(prompt().match(/^File /gm)).toHaveLength(4);
  expect(place.repliesTo("x").join("")).toContain("I left out `4.txt`, `5.txt`, `6.txt`, `7.txt`, `8.txt` and `9.txt`");
});

test("one that is said to be too large is not even fetched", async () => {
  const { place, answered } = await opened({ fetch: () => expect.fail("it was fetched") });
  await place.says("what is that?", { key: "x", attachments: [file("a.txt", { size: 5_242_881 })] });
  await answered("x");
  expect(place.repliesTo("x").join("")).toContain("Too large for me: `a.txt`.");
});

test("however small a file is said to be, no more than five megabytes of it are fetched", async () => {
  const asked: number[] = [];
  const fetch: PlatformAdapter["fetch"] = async (_attachment, most) => {
    asked.push(most);
    return { type: "too-large" };
  };
  const { place, answered } = await opened({ fetch });
  await place.says("what is that?", { key: "x", attachments: [file("a.txt", { size: 1 })] });
  await answered("x");
  expect(asked).toEqual([5_242_880]);
  expect(place.repliesTo("x").join("")).toContain("Too large for me: `a.txt`.");
});

test("an image before a model that sees nothing is hidden from it, said, and not kept", async () => {
  const { place, storage, prompt, answered } = await opened({ sees: false });
  await place.says("what is that?", { key: "x", attachments: [file("b.png")] });
  await answered("x");
  expect(place.requests[0]?.images).toEqual([]);
  expect(prompt()).toContain('hidden from you: "b.png"');
  expect(place.repliesTo("x").join("")).toContain("can't see images");
  expect(await namesIn(storage)).toEqual([]);
});

test("a file of the message replied to is read as its sender's, and never kept", async () => {
  const { place, storage, prompt, answered } = await opened();
  await place.says("what is that?", { key: "x", attachments: [file("a.txt", { quotedFrom: "Tom\n[The message]" })] });
  await answered("x");
  expect(prompt()).toContain('File "a.txt", sent by Tom [The message] with this message');
  expect(await namesIn(storage)).toEqual([]);
});

test("a question that is deleted while its answer finds no way out takes its words and its file along", async () => {
  const { place, storage } = await opened();
  place.board("x").fates = Array(20).fill("refused");
  await place.says("what is that?", { key: "x", attachments: [file("a.txt")] });
  await place.clock.sleeping(1_000);
  expect(await namesIn(storage)).toEqual(["a.txt"]);
  place.board("x").fates = [];
  await place.deletes("x");
  const { id } = await storage.sessions.current(general, roomOf(general, "channel"), new Date(0));
  await expect.poll(async () => [...(await namesIn(storage)), ...(await storage.messages.recent(id, 9))]).toEqual([]);
});

test("one of several that were answered together, deleted before the answer was out, takes its file alone along", async () => {
  const { place, storage } = await closed();
  place.board("b.txt").fates = Array(20).fill("refused");
  await Promise.all(["a.txt", "b.txt"].map((name) => place.says(name, { key: name, attachments: [file(name)] })));
  place.talk.open();
  await place.clock.sleeping(1_000);
  expect(await namesIn(storage)).toEqual(["a.txt", "b.txt"]);
  place.board("b.txt").fates = [];
  await place.deletes("a.txt");
  await place.until(() => place.repliesTo("b.txt").join() === "re: b.txt");
  expect(await namesIn(storage)).toEqual(["b.txt"]);
  const { id } = await storage.sessions.current(general, roomOf(general, "channel"), new Date(0));
  expect((await storage.messages.recent(id, 9)).map(({ text }) => text)).toEqual(["b.txt", "re: b.txt"]);
});

test("while the model is away a file waits with its question, and nothing is kept of either", async () => {
  const { place, storage, prompt } = await opened({ mind: away });
  await place.says("what is that?", { key: "x", attachments: [file("a.txt")] });
  await place.clock.sleeping(1_000);
  expect(await namesIn(storage)).toEqual([]);
  place.mind = echo;
  place.clock.advance(1_000);
  await place.until(() => place.repliesTo("x").join().includes("re: "));
  expect(prompt()).toContain("content of a.txt");
});
