/** What people want of a reply that is there already. */
import { expect, test } from "vitest";
import type { TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { answeredTurn, openTurn } from "./storage-inbox.ts";
import { accepted, askIn, at, later, newPerson, newPlace, newTurn, reply } from "./storage-rows.ts";

export function wanted(storage: () => Storage): void {
  const wordless = { text: "", quoted: null };
  const states = async (...turns: readonly TurnId[]) =>
    Promise.all(turns.map(async (turn) => (await storage().inbox.find(turn))?.state));

  /** One that carries another, answered and delivered in one part. */
  async function delivered() {
    const place = newPlace();
    const asks = [askIn(place, "one"), askIn(place, "two")] as const;
    const turns = [await accepted(storage(), asks[0]), await accepted(storage(), asks[1])] as const;
    await storage().inbox.begin(turns[1], [turns[0]], at);
    await storage().inbox.posted(turns[1], 0, "m0", at);
    await storage().inbox.answered(turns[1], reply, at);
    await storage().inbox.delivered(turns[1], at);
    return { asks, turns };
  }

  test("a turn is found in whatever state, with what it carries; one that never was is not", async () => {
    const { turns } = await delivered();
    const found = await storage().inbox.find(turns[1]);
    expect(found).toMatchObject({ id: turns[1], state: "delivered", parts: [{ part: 0, id: "m0" }] });
    expect(found?.joined.map(({ id }) => id)).toEqual([turns[0]]);
    expect(await storage().inbox.find(newTurn())).toBeNull();
  });

  test("a delivered reply is taken back with all that it answers, and once", async () => {
    const { turns } = await delivered();
    const removed = await storage().inbox.remove(turns[1], later);
    expect(removed).toMatchObject({ id: turns[1], state: "withdrawing", parts: [{ part: 0, id: "m0" }] });
    expect(await states(...turns)).toEqual(["withdrawn", "withdrawing"]);
    expect(await openTurn(storage(), turns[1])).toEqual(removed);
    expect(await storage().inbox.remove(turns[1], later)).toBeNull();
    await storage().inbox.withdrawn(turns[1], later);
    expect(await storage().inbox.remove(turns[1], later)).toBeNull();
    expect(await storage().inbox.find(turns[1])).toMatchObject({ state: "withdrawn", parts: [], ask: wordless });
  });

  test("one that is not delivered yet is taken back too, without its words, and goes no further", async () => {
    const turn = await answeredTurn(storage(), askIn(newPlace(), "my secret"));
    expect(await storage().inbox.remove(turn, later)).toMatchObject({ state: "withdrawing", ask: wordless });
    await expect(storage().inbox.delivered(turn, later)).rejects.toMatchObject({ code: "E-TURN-GONE" });
  });

  test("a delivered turn is opened again with what it carries, once, and reads as it is said now", async () => {
    const { asks, turns } = await delivered();
    expect(await storage().inbox.reopen(turns[1], later)).toBe(true);
    expect(await storage().inbox.reopen(turns[1], later)).toBe(false);
    for (const ask of asks) expect(await storage().inbox.reword({ ...ask, text: `${ask.text}!` }, later)).toBe(true);
    const open = await openTurn(storage(), turns[1]);
    expect(open).toMatchObject({ state: "accepted", reply: null, ask: { text: "two!" }, parts: [{ id: "m0" }] });
    expect(open?.joined.map(({ ask }) => ask)).toMatchObject([{ text: "one!" }]);
    await storage().inbox.begin(turns[1], [turns[0]], later);
    await storage().inbox.answered(turns[1], reply, later);
    await storage().inbox.delivered(turns[1], later);
    expect(await states(...turns)).toEqual(["delivered", "delivered"]);
  });

  test("what is not delivered is not opened again, and what is begun does not change its words", async () => {
    const ask = askIn(newPlace(), "hi");
    const turn = await accepted(storage(), ask);
    expect(await storage().inbox.reopen(turn, later)).toBe(false);
    await storage().inbox.begin(turn, [], at);
    expect(await storage().inbox.reword({ ...ask, text: "ho" }, later)).toBe(false);
    expect(await storage().inbox.find(turn)).toMatchObject({ ask: { text: "hi" } });
    expect(await storage().inbox.reword(askIn(newPlace(), "nobody's"), later)).toBe(false);
  });

  test("a receipt of an answer given again takes the place of the first", async () => {
    const turn = newTurn();
    const receipt = { provider: "p", model: "m", inputTokens: 1, outputTokens: 2, usd: null, firstTokenMs: null };
    await storage().receipts.add(turn, { ...receipt, memories: [turn] }, at);
    await storage().receipts.add(turn, { ...receipt, memories: [] }, later);
    expect(await storage().receipts.turnsThatUsed([turn as never])).toEqual([]);
  });

  test("one person has one vote and one report a turn, until they are erased", async () => {
    const { feedback } = storage();
    const [turn, other] = [newTurn(), newTurn()];
    const [anna, ben] = [await newPerson(storage()), await newPerson(storage())];
    expect(await feedback.voteOf(turn, anna)).toBeNull();
    await feedback.vote(turn, anna, { vote: "good", at });
    await feedback.vote(turn, ben, { vote: "good", at });
    await feedback.vote(turn, anna, { vote: "none", at: later });
    await feedback.vote(other, anna, { vote: "bad", at });
    expect(await feedback.voteOf(turn, anna)).toEqual({ vote: "none", at: later });
    expect(await feedback.voteOf(turn, ben)).toEqual({ vote: "good", at });
    expect([await feedback.report(turn, anna, at), await feedback.report(turn, anna, later)]).toEqual([true, false]);
    await feedback.erase([turn]);
    expect([await feedback.voteOf(turn, ben), await feedback.voteOf(other, anna)]).toEqual([null, { vote: "bad", at }]);
    expect(await feedback.report(turn, anna, at)).toBe(true);
  });
}
