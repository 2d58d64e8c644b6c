/** What the durable inbox promises of a turn on its way from arrival to delivery. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ask, type AskKey, placeKey, type TurnId } from "../../src/core/session.ts";
import type { Storage, Turn } from "../../src/core/storage.ts";
import { accepted, arrivalOf, arrive, askIn, at, ids, later, newPlace, newTurn, reply } from "./storage-rows.ts";

/** An open turn as recovery would find it, or undefined. */
export const openTurn = async (storage: Storage, turn: TurnId): Promise<Turn | undefined> =>
  (await storage.inbox.open()).find(({ id }) => id === turn);

export async function answeredTurn(storage: Storage, ask: Ask = askIn(newPlace(), "hi")): Promise<TurnId> {
  const turn = await accepted(storage, ask);
  await storage.inbox.begin(turn, [], at);
  await storage.inbox.answered(turn, reply, at);
  return turn;
}

/** The turn that arrived with this ask, whatever became of it: the same words once more give the first turn. */
export const turnOf = async (storage: Storage, ask: Ask): Promise<Turn> => (await arrive(storage, arrivalOf(ask))).turn;

export function inbox(storage: () => Storage): void {
  test("the same words arriving again are the turn that they were", async () => {
    const ask = askIn(newPlace(), "hi");
    const all = await Promise.all(Array.from({ length: 8 }, () => arrive(storage(), arrivalOf(ask))));
    expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(all.map(({ turn }) => turn.id)).size).toBe(1);
    const again = await arrive(storage(), arrivalOf(ask));
    expect(again.fresh).toBe(false);
    expect(again.turn).toEqual({
      ...{ id: all[0]?.turn.id, ask, state: "accepted", reason: null, attempts: 0, reply: null, acceptedAt: at },
      ...{ person: await storage().people.of("mock", ask.author, at), parts: [], joined: [] },
    });
  });

  test("a turn goes from accepted to delivered, and is open until then", async () => {
    const turn = await accepted(storage());
    const found = () => openTurn(storage(), turn);
    await storage().inbox.begin(turn, [], at);
    await storage().inbox.begin(turn, [], later);
    expect(await found()).toMatchObject({ state: "answering", attempts: 2, reply: null });
    expect(await storage().inbox.answered(turn, reply, later)).toEqual(reply);
    expect(await found()).toMatchObject({ state: "answered", reply });
    await storage().inbox.delivered(turn, later);
    expect(await found()).toBeUndefined();
  });

  test("a reply that was given stays, whatever a second attempt has made", async () => {
    const turn = await answeredTurn(storage());
    const second = { ...reply, body: "Momo.", aside: null };
    expect(await storage().inbox.answered(turn, second, later)).toEqual(reply);
    expect((await openTurn(storage(), turn))?.reply).toEqual(reply);
  });

  test("a step that leads nowhere from where the turn is, or from no turn, is refused", async () => {
    const ended = await accepted(storage());
    await storage().inbox.end(ended, "expired", "E-EXPIRED", at);
    const gone = { code: "E-TURN-GONE" };
    for (const turn of [ended, newTurn()]) {
      await expect(storage().inbox.begin(turn, [], at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.answered(turn, reply, at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.delivered(turn, at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.end(turn, "failed", "E-INTERNAL", at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.sending(turn, 0, at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.posted(turn, 0, "m1", at)).rejects.toMatchObject(gone);
      await expect(storage().inbox.check(turn)).rejects.toMatchObject(gone);
      await expect(storage().inbox.withdrawn(turn, at)).rejects.toMatchObject(gone);
    }
    const waiting = await accepted(storage());
    await expect(storage().inbox.answered(waiting, reply, at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.delivered(waiting, at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.sending(waiting, 0, at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.withdrawn(waiting, at)).rejects.toMatchObject(gone);
  });

  test("a step that was taken already is no error", async () => {
    const turn = await answeredTurn(storage());
    await storage().inbox.delivered(turn, at);
    await storage().inbox.delivered(turn, later);
    const ended = await accepted(storage());
    for (const when of [at, later]) await storage().inbox.end(ended, "expired", "E-EXPIRED", when);
  });

  test("open turns come in the order in which they arrived, commands too, with their dates as dates", async () => {
    const place = newPlace();
    const { addressing: _a, text: _t, quoted: _q, attachments: _f, ...said } = askIn(place, "");
    const key = () => ids.next() as AskKey;
    const fields = { text: "x", count: 3, on: true };
    const asks: readonly Ask[] = [
      { ...askIn(place, "first"), locale: null, quoted: null },
      {
        ...said,
        type: "command",
        command: "journal write",
        input: { type: "line", text: "slept badly" },
        handle: null,
      },
      {
        ...said,
        key: key(),
        type: "command",
        command: null,
        input: { type: "fields", values: fields },
        handle: "a token",
      },
      { ...said, key: key(), type: "concern", concern: "self-harm" },
    ];
    for (const ask of asks) await accepted(storage(), ask);
    const open = (await storage().inbox.open()).filter(({ ask }) => placeKey(ask.place) === placeKey(place));
    expect(open.map(({ ask }) => ask)).toEqual(asks);
  });

  test("any text comes back from the inbox as it was sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const turn = await accepted(storage(), askIn(newPlace(), text));
        const found = await openTurn(storage(), turn);
        await storage().inbox.end(turn, "refused", "test", at);
        expect(found?.ask).toMatchObject({ text });
      }),
      { numRuns: 20 },
    );
  });
}
