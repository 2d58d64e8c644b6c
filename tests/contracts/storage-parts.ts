/** What the inbox knows of the parts of a reply, and what is left of a turn at its end. */
import { expect, test } from "vitest";
import type { CommandAsk, ConcernAsk, TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { answeredTurn, openTurn, turnOf } from "./storage-inbox.ts";
import { accepted, askIn, at, later, newPlace, reply } from "./storage-rows.ts";

export function parts(storage: () => Storage): void {
  const partsOf = async (turn: TurnId) => (await openTurn(storage(), turn))?.parts;

  test("a part is known from before it is posted, and by its platform's name afterwards", async () => {
    const turn = await answeredTurn(storage());
    expect(await storage().inbox.sending(turn, 1, at)).toEqual({ part: 1, since: at, id: null });
    expect(await storage().inbox.sending(turn, 0, later)).toEqual({ part: 0, since: later, id: null });
    await storage().inbox.posted(turn, 1, "m1", later);
    expect(await partsOf(turn)).toEqual([
      { part: 0, since: later, id: null },
      { part: 1, since: at, id: "m1" },
    ]);
    expect(await storage().inbox.sending(turn, 1, later)).toEqual({ part: 1, since: at, id: "m1" });
    for (let n = 0; n < 2; n += 1) await storage().inbox.removed(turn, 0);
    expect(await partsOf(turn)).toEqual([{ part: 1, since: at, id: "m1" }]);
  });

  test("many askers for one part get the same one", async () => {
    const turn = await answeredTurn(storage());
    const times = [0, 1, 2, 3].map((n) => new Date(at.getTime() + n));
    const all = await Promise.all(times.map((time) => storage().inbox.sending(turn, 0, time)));
    expect(new Set(all.map(({ since }) => since.getTime())).size).toBe(1);
  });

  test("after a deletion nothing more is begun, and what had begun is still told", async () => {
    const ask = askIn(newPlace(), "hi");
    const turn = await answeredTurn(storage(), ask);
    await storage().inbox.check(turn);
    await storage().inbox.sending(turn, 0, at);
    await storage().inbox.withdraw(ask.key, later);
    for (const step of [() => storage().inbox.sending(turn, 1, later), () => storage().inbox.check(turn)])
      await expect(step()).rejects.toMatchObject({
        code: "E-TURN-GONE",
        message: expect.stringContaining("withdrawing"),
      });
    await storage().inbox.posted(turn, 0, "m0", later);
    expect(await partsOf(turn)).toEqual([{ part: 0, since: at, id: "m0" }]);
    await storage().inbox.removed(turn, 0);
    expect(await partsOf(turn)).toEqual([]);
  });

  test("while a turn is answered its parts may be shown already", async () => {
    const turn = await accepted(storage());
    await storage().inbox.begin(turn, [], at);
    await storage().inbox.sending(turn, 0, at);
    await storage().inbox.posted(turn, 0, "m0", at);
    await storage().inbox.check(turn);
    await storage().inbox.answered(turn, reply, at);
    expect(await partsOf(turn)).toEqual([{ part: 0, since: at, id: "m0" }]);
  });

  test("what was delivered keeps its state and its key, and not a word of question, joined questions or reply", async () => {
    const place = newPlace();
    const [early, late] = [askIn(place, "my secret"), askIn(place, "and another")];
    const [member, lead] = [await accepted(storage(), early), await accepted(storage(), late)];
    await storage().inbox.begin(lead, [member], at);
    await storage().inbox.answered(lead, reply, at);
    await storage().inbox.delivered(lead, later);
    for (const ask of [early, late]) {
      const wordless = { ...ask, text: "", quoted: null, attachments: [] };
      expect(await turnOf(storage(), ask)).toMatchObject({ state: "delivered", ask: wordless, reply: null });
    }
  });

  test("of a command that is over neither its words are left nor what answers it", async () => {
    const { addressing: _a, text: _t, quoted: _q, attachments: _f, ...said } = askIn(newPlace(), "");
    const input = { type: "fields", values: { text: "slept badly" } } as const;
    const ask: CommandAsk = { ...said, type: "command", command: "journal write", input, handle: "hidden:a token" };
    const turn = await answeredTurn(storage(), ask);
    expect((await openTurn(storage(), turn))?.ask).toEqual(ask);
    await storage().inbox.delivered(turn, later);
    const wordless = { ...ask, input: { type: "fields", values: {} }, handle: null };
    expect((await turnOf(storage(), ask)).ask).toEqual(wordless);
  });

  test("an end without an answer takes the words too, and keeps its reason", async () => {
    for (const state of ["refused", "expired", "uncertain", "failed"] as const) {
      const ask = askIn(newPlace(), "my secret");
      const turn = await answeredTurn(storage(), ask);
      await storage().inbox.end(turn, state, "E-INTERNAL", later);
      const left = { state, reason: "E-INTERNAL", reply: null, ask: { text: "", quoted: null, attachments: [] } };
      expect(await turnOf(storage(), ask)).toMatchObject(left);
    }
  });

  test("a blanked turn keeps its state and has no words any more, nor have those that it answers too", async () => {
    const place = newPlace();
    const [member, turn] = [await accepted(storage(), askIn(place, "x")), await accepted(storage(), askIn(place, "y"))];
    await storage().inbox.begin(turn, [member], at);
    await storage().inbox.answered(turn, reply, at);
    await storage().inbox.blank([turn]);
    expect(await openTurn(storage(), turn)).toMatchObject({
      ...{
        state: "answered",
        ask: { text: "", quoted: null, attachments: [] },
        joined: [{ ask: { text: "", quoted: null, attachments: [] } }],
      },
      reply: { body: "", aside: null, notices: [], visibility: reply.visibility },
    });
  });

  test("nothing tells after its end that a message was about somebody in danger", async () => {
    const place = newPlace();
    const { addressing: _a, text: _t, quoted: _q, attachments: _f, ...said } = askIn(place, "");
    const concern: ConcernAsk = { ...said, type: "concern", concern: "self-harm" };
    const [about, plain] = [concern, { ...askIn(place, "hi"), locale: said.locale }];
    const [first, second] = [await accepted(storage(), about), await accepted(storage(), plain)];
    for (const turn of [first, second]) {
      await storage().inbox.begin(turn, [], at);
      await storage().inbox.answered(turn, turn === first ? { ...reply, offRecord: true, receipt: null } : reply, at);
      await storage().inbox.delivered(turn, later);
    }
    const [one, other] = [await turnOf(storage(), about), await turnOf(storage(), plain)];
    expect({ ...one, id: null, ask: { ...one.ask, key: null } }).toEqual({
      ...{ ...other, id: null },
      ask: { ...other.ask, key: null },
    });
  });
}
