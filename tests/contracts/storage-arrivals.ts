/** What the inbox promises of messages that arrive together. */
import { expect, test } from "vitest";
import { type AskKey, type MessageAsk, placeKey } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { turnOf } from "./storage-inbox.ts";
import { arrivalOf, arrive, askIn, at, ids, later, newPlace } from "./storage-rows.ts";

export function arrivals(storage: () => Storage): void {
  const said = (text: string, changes: Partial<MessageAsk> = {}) => ({ ...askIn(newPlace(), text), ...changes });

  test("what arrives together gets its turns in order, and the same words among it one turn", async () => {
    const place = newPlace();
    const [first, second, third] = ["first", "second", "third"].map((text) => askIn(place, text));
    if (!first || !second || !third) throw new Error("no asks");
    const all = await storage().inbox.accept([first, second, first, third].map((ask) => arrivalOf(ask)));
    expect(all.map(({ turn }) => turn.ask)).toEqual([first, second, first, third]);
    expect(all.map(({ fresh }) => fresh)).toEqual([true, true, false, true]);
    expect(all[2]?.turn.id).toBe(all[0]?.turn.id);
    const open = (await storage().inbox.open()).filter(({ ask }) => placeKey(ask.place) === placeKey(place));
    expect(open.map(({ ask }) => ask)).toEqual([first, second, third]);
  });

  test("nothing arriving is nothing done", async () => {
    expect(await storage().inbox.accept([])).toEqual([]);
  });

  test("its people are made once, and keep the name that they had last", async () => {
    const author = { id: ids.next(), name: "Priya" };
    const asks = [said("a", { author }), said("b", { author: { ...author, name: "Priya K." } }), said("c", { author })];
    const batches = [0, 1, 2].map((n) => storage().inbox.accept(asks.slice(n).map((ask) => arrivalOf(ask))));
    const people = (await Promise.all(batches)).flat().map(({ turn }) => turn.person);
    expect(new Set(people).size).toBe(1);
    expect(await storage().people.of("mock", author, later)).toBe(people[0]);
  });

  test("beyond the room of a place messages are refused, and not a word of them is kept", async () => {
    const place = newPlace();
    await arrive(storage(), arrivalOf(askIn(place, "waits already")));
    const asks = ["fits", "too many", "too many as well"].map((text) => askIn(place, text));
    const all = await storage().inbox.accept(asks.map((ask) => arrivalOf(ask, 2)));
    expect(all.map(({ turn, fresh }) => [turn.state, turn.reason, fresh])).toEqual([
      ["accepted", null, true],
      ["refused", "E-BUSY", true],
      ["refused", "E-BUSY", true],
    ]);
    expect(all[1]?.turn.ask).toMatchObject({ key: asks[1]?.key, text: "", quoted: null, attachments: [] });
    const known = await turnOf(storage(), asks[1] ?? askIn(place, ""));
    expect(known).toEqual(all[1]?.turn);
  });

  test("another place has room of its own, and a turn that is being answered takes none", async () => {
    const place = newPlace();
    const { turn } = await arrive(storage(), arrivalOf(askIn(place, "first"), 1));
    expect((await arrive(storage(), arrivalOf(askIn(newPlace(), "elsewhere"), 1))).turn.state).toBe("accepted");
    expect((await arrive(storage(), arrivalOf(askIn(place, "no room"), 1))).turn.state).toBe("refused");
    expect((await arrive(storage(), arrivalOf(askIn(place, "always let in"), null))).turn.state).toBe("accepted");
    await storage().inbox.begin(turn.id, [], at);
    expect((await arrive(storage(), arrivalOf(askIn(place, "room again"), 2))).turn.state).toBe("accepted");
  });

  test("words that were let in are no newcomers when they arrive again into a full place", async () => {
    const ask = askIn(newPlace(), "hi");
    const { turn } = await arrive(storage(), arrivalOf(ask, 1));
    const again = await arrive(storage(), arrivalOf(ask, 1));
    expect(again).toMatchObject({ fresh: false, turn: { id: turn.id, state: "accepted" } });
  });

  test("one that cannot be kept keeps the whole batch out", async () => {
    const [good, bad] = [said("good"), said("bad")];
    const { id } = (await arrive(storage(), arrivalOf(said("there already")))).turn;
    const batch = [arrivalOf(good), { ...arrivalOf(bad), id }];
    await expect(storage().inbox.accept(batch)).rejects.toMatchObject({ code: "E-DATABASE" });
    expect((await arrive(storage(), arrivalOf(good))).fresh).toBe(true);
  });

  test("an arrival whose first answer was lost is fresh when it is told again under its own name", async () => {
    const arrival = arrivalOf(said("hi", { key: ids.next() as AskKey }));
    for (let n = 0; n < 2; n += 1) expect(await arrive(storage(), arrival)).toMatchObject({ fresh: true });
  });
}
