/** What the transcript and its search promise. */
import { expect, test } from "vitest";
import { type PersonId, roomOf, type SessionId } from "../../src/core/session.ts";
import type { Storage, StoredMessage } from "../../src/core/storage.ts";
import { at, audience, later, messageOf, newPlace, newScope, newTurn } from "./storage-rows.ts";

export function messages(storage: () => Storage): void {
  const newSession = async (): Promise<SessionId> => {
    const place = newPlace();
    return (await storage().sessions.current(place, roomOf(place, "channel"), at)).id;
  };

  test("the newest messages come oldest first, whole, and move their session's activity", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const all = ["one", "two", "three"].map((text) => messageOf(session, newScope(), { text, at: later }));
    for (const message of all) await storage().messages.append(message);
    expect(await storage().messages.recent(session, 2)).toEqual(all.slice(1));
    const [moved] = await storage().sessions.list(place, 1);
    expect(moved).toMatchObject({ lastActiveAt: later, messages: 3 });
  });

  test("all that one person said where the audience reaches is listed, and nothing of others or elsewhere", async () => {
    const [session, scope] = [await newSession(), newScope()];
    const mine = messageOf(session, scope, { terms: [] });
    const hidden = messageOf(session, scope, { person: mine.person, recallable: false });
    const answer = messageOf(session, scope, { person: mine.person, role: "assistant" });
    const elsewhere = messageOf(session, newScope(), { person: mine.person });
    const other = messageOf(session, scope, { person: "somebody else" as PersonId });
    for (const message of [mine, hidden, answer, elsewhere, other]) await storage().messages.append(message);
    const said = await storage().messages.saidBy(mine.person, audience(scope));
    expect(said.map(({ message }) => message)).toEqual([hidden.id, mine.id]);
  });

  test("a search finds what people said in that scope by any of its words, newest first", async () => {
    const session = await newSession();
    const scope = newScope();
    const said = (terms: readonly string[], changes: Partial<StoredMessage> = {}) =>
      messageOf(session, scope, { terms, ...changes });
    const first = said(["dog", "rex"]);
    const second = said(["cat", "日本", "ठीक", "naïve_x"]);
    const answer = said(["dog"], { role: "assistant" });
    const private_ = said(["dog"], { recallable: false });
    const elsewhere = messageOf(session, newScope(), { terms: ["dog"] });
    for (const message of [first, second, answer, private_, elsewhere]) await storage().messages.append(message);
    const find = async (terms: readonly string[], limit = 9) =>
      (await storage().messages.search(audience(scope), terms, limit)).map(({ message }) => message);
    expect(await find(["dog", "cat", "nothing"])).toEqual([second.id, first.id]);
    expect(await find(["dog", "cat"], 1)).toEqual([second.id]);
    for (const term of ["日本", "ठीक", "naïve_x"]) expect(await find([term])).toEqual([second.id]);
    expect(await find([])).toEqual([]);
    expect(await find(["do"])).toEqual([]);
    expect(await storage().messages.search(audience(), ["dog"], 9)).toEqual([]);
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toEqual([
      {
        message: first.id,
        turn: first.turn,
        person: first.person,
        saidBy: "Priya",
        text: first.text,
        saidAt: first.at,
      },
    ]);
  });

  test("a hidden message stays in the transcript and is never found again", async () => {
    const session = await newSession();
    const scope = newScope();
    const message = messageOf(session, scope);
    await storage().messages.append(message);
    await storage().messages.hide([message.id]);
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toEqual([]);
    expect(await storage().messages.recent(session, 9)).toEqual([{ ...message, recallable: false }]);
  });

  test("erasing turns takes both sides of them, from the index too", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const scope = newScope();
    const [gone, kept] = [newTurn(), newTurn()];
    const rows = [
      messageOf(session, scope, { turn: gone }),
      messageOf(session, scope, { turn: gone, role: "assistant", terms: [] }),
      messageOf(session, scope, { turn: kept }),
    ];
    for (const row of rows) await storage().messages.append(row);
    expect(await storage().messages.ofTurns([gone, kept])).toEqual(rows);
    expect(await storage().messages.eraseTurns([gone])).toBe(2);
    expect(await storage().messages.recent(session, 9)).toEqual(rows.slice(2));
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toHaveLength(1);
    expect((await storage().sessions.list(place, 1))[0]?.messages).toBe(1);
  });

  test("a character that a database cannot keep costs that character and not the message", async () => {
    const session = await newSession();
    await storage().messages.append(messageOf(session, newScope(), { text: "a\0b \u{1F600} العربية" }));
    expect((await storage().messages.recent(session, 1))[0]?.text).toBe("ab \u{1F600} العربية");
  });
}
