/** Random steps over three turns, legal and illegal, against a small model of what the inbox promises. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { InboxModel, isOpen, type ModelTurn, type Step } from "./inbox-model.ts";
import { accepted, askIn, at, newPlace, reply } from "./storage-rows.ts";

const on = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("begin" as const), on, joined: fc.subarray([0, 1, 2]) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("answered" as const), on, body: fc.constantFrom("a", "b") }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom("sending" as const, "posted" as const, "removed" as const),
      on,
      part: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("end" as const),
      on,
      state: fc.constantFrom("expired" as const, "failed" as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom(
        ...(["check", "delivered", "withdraw", "withdraw", "withdraw", "withdrawn", "blank"] as const),
      ),
      on,
    }),
  },
);

async function call({ inbox }: Storage, turns: readonly ModelTurn[], turn: ModelTurn, taken: Step, n: number) {
  const when = new Date(at.getTime() + n);
  switch (taken.type) {
    case "begin":
      return inbox.begin(
        turn.id,
        taken.joined.map((m) => turns[m]?.id ?? turn.id).filter((id) => id !== turn.id),
        when,
      );
    case "answered":
      return (await inbox.answered(turn.id, { ...reply, body: taken.body }, when)).body;
    case "sending":
      return String((await inbox.sending(turn.id, taken.part, when)).id);
    case "posted":
      return inbox.posted(turn.id, taken.part, "id", when);
    case "removed":
      return inbox.removed(turn.id, taken.part);
    case "check":
      return inbox.check(turn.id);
    case "delivered":
      return inbox.delivered(turn.id, when);
    case "end":
      return inbox.end(turn.id, taken.state, "E-INTERNAL", when);
    case "withdraw":
      return (await inbox.withdraw(turn.key, when)).type;
    case "withdrawn":
      return inbox.withdrawn(turn.id, when);
    case "blank":
      return inbox.blank([turn.id]);
  }
}

const outcome = (result: Promise<unknown>): Promise<string> =>
  result.then(
    (value) => (typeof value === "string" ? value : "done"),
    (error: unknown) =>
      error instanceof Error && "code" in error && error.code === "E-TURN-GONE" ? "gone" : String(error),
  );

/** What recovery would find. */
async function seen(storage: Storage, ids: readonly TurnId[]): Promise<unknown> {
  const open = (await storage.inbox.open()).filter(({ id }) => ids.includes(id));
  return open.map(({ id, state, attempts, reply: kept, ask, parts, joined }) => ({
    ...{ n: ids.indexOf(id), state, attempts, reply: kept?.body ?? null },
    words: ask.type === "message" && ask.text !== "",
    parts: parts.map(({ part, id: platformId }) => [part, platformId]),
    joined: joined.map((member) => ids.indexOf(member.id)),
  }));
}

const expected = (model: InboxModel): unknown =>
  model.turns
    .filter((turn) => isOpen(turn) && !(turn.lead && isOpen(turn.lead)))
    .map((turn) => ({
      ...{
        n: model.turns.indexOf(turn),
        state: turn.state,
        attempts: turn.attempts,
        reply: turn.reply,
        words: turn.words,
      },
      parts: [...turn.parts].sort(([a], [b]) => a - b),
      joined: model.membersOf(turn).map((member) => model.turns.indexOf(member)),
    }));

async function begun(storage: Storage): Promise<InboxModel> {
  const turns: ModelTurn[] = [];
  for (const text of ["one", "two", "three"]) {
    const ask = askIn(newPlace(), text);
    const fresh = { state: "accepted", words: true, attempts: 0, reply: null, lead: null } as const;
    turns.push({ id: await accepted(storage, ask), key: ask.key, ...fresh, parts: new Map() });
  }
  return new InboxModel(turns);
}

async function walk(storage: Storage, steps: readonly Step[]): Promise<void> {
  const model = await begun(storage);
  const ids = model.turns.map(({ id }) => id);
  for (const [n, taken] of steps.entries()) {
    const turn = model.turns[taken.on];
    if (!turn) continue;
    const given = await outcome(call(storage, model.turns, turn, taken, n));
    expect(given, JSON.stringify(taken)).toBe(model.take(turn, taken));
    expect(await seen(storage, ids)).toEqual(expected(model));
  }
  for (const id of ids) await storage.inbox.end(id, "failed", "test", at).catch(() => {});
  for (const id of ids) await storage.inbox.withdrawn(id, at).catch(() => {});
}

export function walks(storage: () => Storage): void {
  test("whatever steps are tried in whatever order, every turn is where the rules say", async () => {
    const steps = fc.array(step, { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, (taken) => walk(storage(), taken)),
      { numRuns: 40 },
    );
  }, 120_000);
}
