/** What becomes of a turn whose message was deleted. */
import { expect, test } from "vitest";
import type { AskKey, MessageAsk, TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { answeredTurn, openTurn, turnOf } from "./storage-inbox.ts";
import { accepted, askIn, at, ids, later, newPlace, reply } from "./storage-rows.ts";

interface Group {
  readonly asks: readonly [MessageAsk, MessageAsk, MessageAsk];
  readonly turns: readonly [TurnId, TurnId, TurnId];
}

export function withdrawals(storage: () => Storage): void {
  const wordless = { text: "", quoted: null, attachments: [] };
  const withdraw = ({ key }: { readonly key: AskKey }) => storage().inbox.withdraw(key, later);

  /** Two that are joined to the third, whose reply is posted in part. */
  async function group(): Promise<Group> {
    const place = newPlace();
    const asks = [askIn(place, "one"), askIn(place, "two"), askIn(place, "three")] as const;
    const [a, b, c] = asks;
    const turns = [await accepted(storage(), a), await accepted(storage(), b), await accepted(storage(), c)] as const;
    await storage().inbox.begin(turns[2], [turns[0], turns[1]], at);
    await storage().inbox.sending(turns[2], 0, at);
    await storage().inbox.answered(turns[2], reply, at);
    return { asks, turns };
  }

  test("a message that never got a turn is unknown", async () => {
    expect(await storage().inbox.withdraw(ids.next() as AskKey, at)).toEqual({ type: "unknown" });
  });

  test("what was deleted before it came is over as it comes, without its words, and others are heard", async () => {
    const [gone, other] = [askIn(newPlace(), "my secret"), askIn(newPlace(), "hello")];
    expect(await withdraw(gone)).toEqual({ type: "unknown" });
    const arrivals = [gone, other].map((ask) => ({ id: ids.next() as TurnId, ask, at: later, room: null }));
    const [first, second] = await storage().inbox.accept(arrivals);
    expect(first).toMatchObject({ fresh: false, turn: { state: "withdrawn", ask: wordless } });
    expect(second).toMatchObject({ fresh: true, turn: { state: "accepted" } });
    expect(await turnOf(storage(), gone)).toMatchObject({ state: "withdrawn", ask: wordless });
    expect(await withdraw(gone)).toMatchObject({ type: "over" });
  });

  test("an accepted, answering or answered turn is to be taken back, without its words", async () => {
    const asks = [0, 1, 2].map(() => askIn(newPlace(), "my secret")) as [MessageAsk, MessageAsk, MessageAsk];
    await accepted(storage(), asks[0]);
    await storage().inbox.begin(await accepted(storage(), asks[1]), [], at);
    await storage().inbox.posted(await answeredTurn(storage(), asks[2]), 0, "m0", at);
    for (const ask of asks) {
      const found = await withdraw(ask);
      expect(found).toMatchObject({ type: "withdrawing", turn: { state: "withdrawing", ask: wordless } });
      expect(await withdraw(ask)).toEqual(found);
      expect(await openTurn(storage(), found.type === "withdrawing" ? found.turn.id : ("" as TurnId))).toEqual(
        found.type === "withdrawing" && found.turn,
      );
    }
    expect(await turnOf(storage(), asks[2])).toMatchObject({
      reply: { body: "", aside: null, notices: [] },
      parts: [{ part: 0, since: at, id: "m0" }],
    });
  });

  test("a turn that is to be taken back goes no further, and is over once it was", async () => {
    const ask = askIn(newPlace(), "hi");
    const turn = await answeredTurn(storage(), ask);
    await storage().inbox.sending(turn, 0, at);
    await withdraw(ask);
    const gone = { code: "E-TURN-GONE" };
    await expect(storage().inbox.begin(turn, [], at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.answered(turn, reply, at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.delivered(turn, at)).rejects.toMatchObject(gone);
    await expect(storage().inbox.end(turn, "failed", "E-INTERNAL", at)).rejects.toMatchObject(gone);
    for (let n = 0; n < 2; n += 1) await storage().inbox.withdrawn(turn, later);
    expect(await turnOf(storage(), ask)).toMatchObject({ state: "withdrawn", parts: [], ask: wordless });
    expect(await withdraw(ask)).toEqual({ type: "over", turn });
  });

  test("what was delivered or ended is over, and those joined are over with the one that answered them", async () => {
    const ask = askIn(newPlace(), "hi");
    const turn = await answeredTurn(storage(), ask);
    await storage().inbox.delivered(turn, at);
    expect(await withdraw(ask)).toEqual({ type: "over", turn });
    const { asks, turns } = await group();
    await storage().inbox.delivered(turns[2], at);
    for (const joined of asks) expect(await withdraw(joined)).toEqual({ type: "over", turn: turns[2] });
    expect((await turnOf(storage(), ask)).state).toBe("delivered");
  });

  test("when one of several is deleted, the rest is asked again into what was posted", async () => {
    const { asks, turns } = await group();
    const found = await withdraw(asks[0]);
    expect(found).toMatchObject({
      type: "reopened",
      turn: { ...{ id: turns[2], state: "accepted", reply: null, ask: asks[2] }, parts: [{ part: 0, since: at }] },
    });
    expect(found.type === "reopened" && found.turn.joined.map(({ ask }) => ask)).toEqual([asks[1]]);
    expect(await openTurn(storage(), turns[2])).toEqual(found.type === "reopened" && found.turn);
    expect(await turnOf(storage(), asks[0])).toMatchObject({ state: "withdrawn", ask: wordless });
    expect(await withdraw(asks[0])).toEqual({ type: "over", turn: turns[0] });
    await storage().inbox.begin(turns[2], [turns[1]], later);
    await storage().inbox.answered(turns[2], { ...reply, body: "Second." }, later);
    await storage().inbox.delivered(turns[2], later);
    expect((await turnOf(storage(), asks[1])).state).toBe("delivered");
    expect((await turnOf(storage(), asks[0])).state).toBe("withdrawn");
  });

  test("when the last of several is deleted, it carries the others on without its words, also when told twice", async () => {
    const { asks, turns } = await group();
    for (let n = 0; n < 2; n += 1) {
      const found = await withdraw(asks[2]);
      expect(found).toMatchObject({
        type: "reopened",
        turn: {
          id: turns[2],
          state: "accepted",
          reply: null,
          ask: wordless,
          joined: [{ id: turns[0] }, { id: turns[1] }],
        },
      });
    }
  });

  test("a deletion that is told once more after the others were answered takes nothing of their answer", async () => {
    const { asks, turns } = await group();
    await withdraw(asks[2]);
    await storage().inbox.begin(turns[2], [turns[0], turns[1]], later);
    await storage().inbox.answered(turns[2], { ...reply, body: "To both." }, later);
    const found = await withdraw(asks[2]);
    expect(found).toMatchObject({ type: "reopened", turn: { state: "answered", reply: { body: "To both." } } });
  });

  test("when all of several are deleted, in any order, nothing is left to answer", async () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ] as const) {
      const { asks, turns } = await group();
      const types: string[] = [];
      for (const n of order) types.push((await withdraw(asks[n])).type);
      expect(types).toEqual(["reopened", "reopened", "withdrawing"]);
      expect(await openTurn(storage(), turns[2])).toMatchObject({ state: "withdrawing", joined: [] });
      await storage().inbox.withdrawn(turns[2], later);
    }
  });

  test("a reopened turn joined to a later one brings those that it led", async () => {
    const { asks, turns } = await group();
    await withdraw(asks[0]);
    const next = await accepted(storage(), askIn(asks[0].place, "four"));
    await storage().inbox.begin(next, [turns[2]], later);
    expect((await openTurn(storage(), next))?.joined.map(({ id }) => id)).toEqual([turns[1], turns[2]]);
    expect(await openTurn(storage(), turns[2])).toBeUndefined();
    await storage().inbox.answered(next, reply, later);
    await storage().inbox.delivered(next, later);
    expect((await turnOf(storage(), asks[1])).state).toBe("delivered");
  });

  test("a turn that begins on its own is joined to none any more", async () => {
    const { asks, turns } = await group();
    await storage().inbox.begin(turns[0], [], later);
    expect(await openTurn(storage(), turns[0])).toMatchObject({ state: "answering", joined: [] });
    expect((await openTurn(storage(), turns[2]))?.joined.map(({ id }) => id)).toEqual([turns[1]]);
    expect((await withdraw(asks[0])).type).toBe("withdrawing");
  });

  test("nothing is begun where one of those joined is gone", async () => {
    const place = newPlace();
    const [member, lead] = [await accepted(storage(), askIn(place, "a")), await accepted(storage(), askIn(place, "b"))];
    await storage().inbox.end(member, "expired", "E-EXPIRED", at);
    await expect(storage().inbox.begin(lead, [member], at)).rejects.toMatchObject({ code: "E-TURN-GONE" });
    expect(await openTurn(storage(), lead)).toMatchObject({ state: "accepted", attempts: 0 });
  });
}
