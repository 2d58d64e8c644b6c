/** What the files of a session promise. */
import { expect, test } from "vitest";
import { type Content, keeping } from "../../src/core/attachments/attachment.ts";
import { type MessageId, roomOf, type SessionId } from "../../src/core/session.ts";
import type { Storage, StoredMessage } from "../../src/core/storage.ts";
import { at, later, messageOf, newPlace, newScope } from "./storage-rows.ts";

const text = (words: string): Content => ({ kind: "text", text: words });
const image = (byte: number): Content => ({
  kind: "image",
  image: { type: "image/png", bytes: new Uint8Array([0, 255, byte]) },
});

export function attachments(storage: () => Storage): void {
  const newSession = async (): Promise<SessionId> => {
    const place = newPlace();
    return (await storage().sessions.current(place, roomOf(place, "channel"), at)).id;
  };
  const said = async (session: SessionId, changes: Partial<StoredMessage> = {}): Promise<StoredMessage> => {
    const message = messageOf(session, newScope(), changes);
    await storage().messages.append(message);
    return message;
  };
  const keep = (session: SessionId, message: MessageId, name: string, content: Content, when = at) =>
    storage().attachments.keep({ session, message, name, content, at: when });
  const namesIn = async (session: SessionId, kinds: "text" | "all" = "all", since = at) =>
    (await storage().attachments.recent(session, kinds, since)).map(({ name }) => name);

  test("a file comes back as it was, with its sender's name, in its own session alone", async () => {
    const [session, other] = [await newSession(), await newSession()];
    const { id } = await said(session, { authorName: "Lea" });
    await keep(session, id, "a.txt", text("grün\r\n\t𝄞"));
    await keep(session, id, "b.png", image(7));
    expect(await storage().attachments.recent(session, "all", at)).toEqual([
      { name: "a.txt", by: "Lea", content: text("grün\r\n\t𝄞") },
      { name: "b.png", by: "Lea", content: image(7) },
    ]);
    expect(await namesIn(session, "text")).toEqual(["a.txt"]);
    expect(await namesIn(other)).toEqual([]);
  });

  test("the same content twice is one, of the later message, and another session's is its own", async () => {
    const [session, other] = [await newSession(), await newSession()];
    const [first, second, elsewhere] = [
      await said(session),
      await said(session, { authorName: "Tom" }),
      await said(other),
    ];
    await keep(session, first.id, "a.txt", text("same"));
    await keep(session, first.id, "b.txt", text("other"));
    await keep(other, elsewhere.id, "c.txt", text("same"));
    await keep(session, second.id, "d.txt", text("same"));
    expect(await namesIn(session)).toEqual(["b.txt", "d.txt"]);
    await storage().messages.eraseTurns([first.turn]);
    expect(await namesIn(session)).toEqual(["d.txt"]);
    expect(await namesIn(other)).toEqual(["c.txt"]);
  });

  test("of each kind only the newest stay", async () => {
    const session = await newSession();
    const { id } = await said(session);
    const numbers = Array.from({ length: keeping.texts + 1 }, (_, index) => index);
    for (const n of numbers) await keep(session, id, `${n}.txt`, text(`${n}`));
    for (const n of [1, 2, 3]) await keep(session, id, `${n}.png`, image(n));
    expect(await namesIn(session, "text")).toEqual(numbers.slice(1).map((n) => `${n}.txt`));
    expect((await namesIn(session)).filter((name) => name.endsWith("png"))).toEqual(["2.png", "3.png"]);
  });

  test("what is too old is not read, and is dropped", async () => {
    const session = await newSession();
    const { id } = await said(session);
    await keep(session, id, "old.txt", text("old"));
    await keep(session, id, "new.txt", text("new"), later);
    expect(await namesIn(session, "all", later)).toEqual(["new.txt"]);
    expect(await namesIn(session)).toHaveLength(2);
    await storage().attachments.expire(later);
    expect(await namesIn(session)).toEqual(["new.txt"]);
  });

  test("a file goes with the message that brought it", async () => {
    const session = await newSession();
    const message = await said(session);
    await keep(session, message.id, "a.txt", text("a"));
    await storage().messages.eraseTurns([message.turn]);
    expect(await namesIn(session)).toEqual([]);
  });
}
