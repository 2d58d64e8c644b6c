/** What the durable inbox promises. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ask, type AskKey, type PersonId, placeKey } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { accepted, askIn, at, ids, later, newPlace, newTurn, reply } from "./storage-rows.ts";

export function inbox(storage: () => Storage): void {
  test("the same words arriving again are the turn that they were", async () => {
    const ask = askIn(newPlace(), "hi");
    const arrive = () => storage().inbox.accept({ id: newTurn(), ask, person: "p" as PersonId, at });
    const all = await Promise.all(Array.from({ length: 8 }, arrive));
    expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(all.map(({ turn }) => turn.id)).size).toBe(1);
    const again = await arrive();
    expect(again.fresh).toBe(false);
    expect(again.turn).toEqual({
      id: all[0]?.turn.id,
      ask,
      person: "p",
      state: "accepted",
      reason: null,
      attempts: 0,
      reply: null,
      acceptedAt: at,
    });
  });

  test("a turn goes from accepted to delivered, and is open until then", async () => {
    const turn = await accepted(storage());
    const found = async () => (await storage().inbox.open()).find(({ id }) => id === turn);
    await storage().inbox.begin(turn, at);
    await storage().inbox.begin(turn, later);
    expect(await found()).toMatchObject({ state: "answering", attempts: 2, reply: null });
    await storage().inbox.answered(turn, reply, later);
    expect(await found()).toMatchObject({ state: "answered", reply });
    await storage().inbox.delivered(turn, ["part-1", "part-2"], later);
    expect(await found()).toBeUndefined();
  });

  test("a turn that was ended or delivered is not taken up again", async () => {
    const ended = await accepted(storage());
    await storage().inbox.end(ended, "expired", "E-TOO-LATE", at);
    expect((await storage().inbox.open()).map(({ id }) => id)).not.toContain(ended);
    await expect(storage().inbox.begin(ended, at)).rejects.toMatchObject({ code: "E-DATABASE" });
    const fresh = await accepted(storage());
    await expect(storage().inbox.answered(fresh, reply, at)).rejects.toMatchObject({ code: "E-DATABASE" });
    await expect(storage().inbox.delivered(fresh, [], at)).rejects.toMatchObject({ code: "E-DATABASE" });
  });

  test("open turns come in the order in which they arrived, commands too, with their dates as dates", async () => {
    const place = newPlace();
    const base = askIn(place, "");
    const { addressing: _a, text: _t, quoted: _q, ...said } = base;
    const asks: readonly Ask[] = [
      { ...askIn(place, "first"), locale: null, quoted: null },
      { ...said, type: "command", command: "journal write", input: { type: "line", text: "slept badly" } },
      {
        ...said,
        key: ids.next() as AskKey,
        type: "command",
        command: null,
        input: { type: "fields", values: { text: "x", count: 3, on: true } },
      },
    ];
    for (const ask of asks) await accepted(storage(), ask);
    const open = (await storage().inbox.open()).filter(({ ask }) => placeKey(ask.place) === placeKey(place));
    expect(open.map(({ ask }) => ask)).toEqual(asks);
  });

  test("a blanked turn keeps its state and has no words any more", async () => {
    const turn = await accepted(storage(), askIn(newPlace(), "my secret"));
    await storage().inbox.begin(turn, at);
    await storage().inbox.answered(turn, reply, at);
    await storage().inbox.blank([turn]);
    const found = (await storage().inbox.open()).find(({ id }) => id === turn);
    expect(found).toMatchObject({
      state: "answered",
      ask: { text: "", quoted: null },
      reply: { body: "", notices: [] },
    });
  });

  test("any text comes back from the inbox as it was sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const turn = await accepted(storage(), askIn(newPlace(), text));
        const found = (await storage().inbox.open()).find(({ id }) => id === turn);
        await storage().inbox.end(turn, "refused", "test", at);
        expect(found?.ask).toMatchObject({ text });
      }),
      { numRuns: 20 },
    );
  });
}
