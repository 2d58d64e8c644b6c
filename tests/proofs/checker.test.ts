import { describe, expect, test } from "vitest";
import { type Figures, faults } from "../../proofs/checker/facts.ts";
import { check } from "../../proofs/checker.ts";
import { aRun } from "./a-run.ts";

const none = Object.fromEntries(faults.map((fault) => [fault, 0])) as Partial<Figures>;
const anna = { id: "anna", name: "Anna" };
const ben = { id: "ben", name: "Ben" };

describe("a run in which all is well", () => {
  test("has no fault, whatever people did", () => {
    const run = aRun();
    run.answered("T1");
    run.answered("T2", { author: ben });
    const write = run.commands("journal write");
    run.posts(write, "Entry 1 is written.", { privateTo: "anna" });
    run.keeps(write);
    run.says("T3", { addressing: "ambient" });
    const { figures, failed, findings } = check(run.facts({ journal: { anna: 1 } }));
    expect(findings).toEqual([]);
    expect(failed).toBe(0);
    expect(figures).toMatchObject({ ...none, answered: 3 });
  });

  test("messages that were answered together are answered, each of them", () => {
    const run = aRun();
    const [first, second] = [run.says("T1"), run.says("T2")];
    run.calls("T1", "T2");
    run.posts(second, "re:T1 c1.0 end:T1 re:T2 c1.1 end:T2");
    run.keeps(first);
    run.keeps(second, { lead: `t-${first.id}`, assistantMessages: 0, receipts: 0, stops: 0 });
    expect(check(run.facts()).figures).toMatchObject({ ...none, answered: 2 });
  });

  test("a long answer in parts is one answer, and long help is too", () => {
    const run = aRun();
    const said = run.says("T1");
    run.calls("T1");
    run.posts(said, "re:T1 c1.0");
    run.posts(said, "c1.1 end:T1");
    run.keeps(said);
    const help = run.commands("help");
    run.posts(help, "x".repeat(590), { privateTo: "anna" });
    run.posts(help, "the rest", { privateTo: "anna" });
    run.keeps(help);
    expect(check(run.facts()).figures).toMatchObject({ ...none, answered: 2 });
  });

  test("a line outside any reply answers nothing, and is no second answer", () => {
    const run = aRun();
    const write = run.commands("journal write");
    run.posts(write, "I'm behind.", { nonce: null });
    run.posts(write, "Entry 1 is written.", { privateTo: "anna" });
    run.keeps(write);
    const refused = run.commands("help");
    run.posts(refused, "Too much at once.", { nonce: null });
    run.keeps(refused, { state: "refused" });
    expect(check(run.facts({ journal: { anna: 1 } })).figures).toMatchObject({ ...none, answered: 1, refused: 1 });
  });

  test("refused, expired, uncertain, withdrawn and undeliverable are words of their own", () => {
    const run = aRun();
    run.keeps(run.says("T1"), { state: "refused" });
    run.keeps(run.says("T2"), { state: "expired" });
    run.keeps(run.says("T3"), { state: "uncertain" });
    const regretted = run.says("T4");
    run.deletes(regretted);
    run.keeps(regretted, { state: "withdrawn" });
    run.keeps(run.says("T5", { channel: "closed" }), { state: "failed", reason: "E-PLATFORM-DELIVERY" });
    const { figures } = check(run.facts({ forbidden: ["closed"] }));
    expect(figures).toMatchObject({
      ...none,
      answered: 0,
      refused: 1,
      expired: 1,
      uncertain: 1,
      withdrawn: 1,
      undeliverable: 1,
    });
  });
});

/** Only this fault is found, so often. */
const findsOnly = (run: ReturnType<typeof aRun>, fault: Partial<Figures>, more = {}) => {
  const { figures, findings } = check(run.facts(more));
  expect({ ...figures, findings }).toMatchObject({ ...none, ...fault });
};

describe("each fault is found", () => {
  test("lost: nobody knows of it, it failed, or its answer went away", () => {
    const run = aRun();
    run.says("T1");
    run.keeps(run.says("T2"), { state: "failed", reason: "E-INTERNAL" });
    const said = run.says("T3");
    run.calls("T3");
    run.posts(said, "re:T3 c1.0 end:T3", {
      states: [
        { at: run.later(), text: "re:T3" },
        { at: run.later(), text: null },
      ],
    });
    run.keeps(said);
    run.keeps(run.commands("help"));
    findsOnly(run, { lost: 4 });
  });

  test("duplicates: a second message with the answer, also a private one", () => {
    const run = aRun();
    run.posts(run.answered("T1"), "re:T1 c1.0 end:T1", { replyTo: "e1", privateTo: "anna" });
    expect(check(run.facts()).figures.duplicates).toBe(1);
  });

  test("duplicates: a command that is answered twice, in the same words or in others", () => {
    const run = aRun();
    const write = run.commands("journal write");
    for (const text of ["Entry 1 is written.", "Entry 2 is written."]) run.posts(write, text, { privateTo: "anna" });
    run.keeps(write);
    const help = run.commands("help");
    for (const text of ["x".repeat(590), "x".repeat(590)]) run.posts(help, text, { privateTo: "anna" });
    run.keeps(help);
    findsOnly(run, { duplicates: 2 }, { journal: { anna: 1 } });
  });

  test("disorder: a later message of the place is answered first; other places do not matter", () => {
    const run = aRun();
    const [first, second, elsewhere] = [
      run.says("T1"),
      run.says("T2", { author: ben }),
      run.says("T3", { channel: "b" }),
    ];
    for (const [said, token] of [
      [elsewhere, "T3"],
      [second, "T2"],
      [first, "T1"],
    ] as const) {
      run.posts(said, `re:${token} c${run.calls(token).serial}.0 end:${token}`);
      run.keeps(said);
    }
    findsOnly(run, { disorder: 1 });
  });

  test("disorder is seen by when the answer first appeared, not by its last edit", () => {
    const run = aRun();
    const [first, second] = [run.says("T1"), run.says("T2")];
    run.calls("T1");
    run.calls("T2");
    const [early, middle, late] = [run.later(), run.later(), run.later()];
    run.posts(first, "", {
      states: [
        { at: early, text: "re:T1 c1.0" },
        { at: late, text: "re:T1 c1.0 end:T1" },
      ],
    });
    run.posts(second, "", { states: [{ at: middle, text: "re:T2 c2.0 end:T2" }] });
    for (const said of [first, second]) run.keeps(said);
    findsOnly(run, {});
  });

  test("half written: an answer that does not end, or has lost a part", () => {
    const run = aRun();
    for (const [token, text] of [
      ["T1", "re:T1 c1.0"],
      ["T2", "re:T2 c2.0 c2.2 end:T2"],
    ] as const) {
      const said = run.says(token);
      run.calls(token);
      run.posts(said, text);
      run.keeps(said);
    }
    findsOnly(run, { halfWritten: 2 });
  });

  test("half written: a part of an older answer is still there", () => {
    const run = aRun();
    const said = run.answered("T1");
    run.posts(said, "c7.2 c7.3 end:T1");
    findsOnly(run, { halfWritten: 1 });
  });

  test.each([
    ["the words of the person", { userMessages: 0 }],
    ["one of two answers too many", { assistantMessages: 2 }],
    ["the receipt", { receipts: 0 }],
    ["a second model call", { stops: 2 }],
    ["the end of the turn", { state: "answered" }],
  ])("half written: the database misses or has %s", (_, more) => {
    const run = aRun();
    const said = run.says("T1");
    run.calls("T1");
    run.posts(said, "re:T1 c1.0 end:T1");
    run.keeps(said, more);
    findsOnly(run, { halfWritten: 1 });
  });

  test("words that their author has deleted, or asked to forget, may be gone", () => {
    for (const how of ["deleted", "forgotten"]) {
      const run = aRun();
      const said = run.says("T1");
      run.calls("T1");
      run.posts(said, "re:T1 c1.0 end:T1");
      run.keeps(said, { userMessages: 0, assistantMessages: 0 });
      if (how === "deleted") run.deletes(said);
      else {
        const wish = run.says("", { text: "Forget my dog" });
        run.posts(wish, "Done.");
        run.keeps(wish);
      }
      findsOnly(run, {});
    }
  });

  test.each([
    ["a question that was answered with another one is taken back", { deletes: true, halfWritten: 0 }],
    ["none is taken back", { deletes: false, halfWritten: 1 }],
  ])("half written: two model calls for one reply, where %s", (_, { deletes, halfWritten }) => {
    const run = aRun();
    const [first, second] = [run.says("T1"), run.says("T2")];
    run.calls("T1", "T2");
    if (deletes) run.deletes(first);
    run.calls("T2", ...(deletes ? [] : ["T1"]));
    run.posts(second, `re:T2 c2.0 end:T2${deletes ? "" : " re:T1 c2.1 end:T1"}`);
    run.keeps(first, { stops: 2, userMessages: 0 });
    run.keeps(second, { lead: `t-${first.id}`, assistantMessages: 0, receipts: 0, stops: 0 });
    findsOnly(run, { halfWritten });
  });

  test("half written: a journal command has written two entries, or none", () => {
    for (const entries of [0, 2]) {
      const run = aRun();
      const write = run.commands("journal write");
      run.posts(write, "Entry 1 is written.", { privateTo: "anna" });
      run.keeps(write);
      findsOnly(run, { halfWritten: 1 }, { journal: { anna: entries } });
    }
  });

  test("a repeated model call: the answer was in the database already", () => {
    const run = aRun();
    const said = run.answered("T1");
    const committed = new Map([[`mock:room:${said.id}`, run.later()]]);
    run.calls("T1");
    findsOnly(run, { repeatedModelCalls: 1 }, { committed });
  });

  test("a call for what is left of a question after a part of it was deleted is no repetition", () => {
    const run = aRun();
    const said = run.answered("T1");
    const committed = new Map([[`mock:room:${said.id}`, run.later()]]);
    const other = run.says("T2");
    run.keeps(other, { state: "withdrawn" });
    run.deletes(other);
    run.calls("T1");
    findsOnly(run, {}, { committed });
  });

  test("unasked: an answer to what was said to others, elsewhere, to somebody else, or in public", () => {
    const run = aRun();
    const overheard = run.says("T1", { addressing: "ambient" });
    run.posts(overheard, "re:T1 c1.0 end:T1");
    const said = run.says("T2");
    run.calls("T2");
    run.posts(said, "re:T2 c1.0 end:T2", { channel: "elsewhere" });
    run.keeps(said);
    const write = run.commands("journal write");
    run.posts(write, "Entry 1 is written.");
    run.keeps(write);
    const help = run.commands("help");
    run.posts(help, "Help.", { privateTo: "ben" });
    run.keeps(help);
    findsOnly(run, { unasked: 5 }, { journal: { anna: 1 } });
  });

  test("unasked: one person's message is answered in the reply to another's", () => {
    const run = aRun();
    const [first, second] = [run.says("T1", { author: anna }), run.says("T2", { author: ben })];
    run.calls("T1", "T2");
    run.posts(first, "re:T1 c1.0 end:T1 re:T2 c1.1 end:T2");
    for (const said of [first, second]) run.keeps(said);
    findsOnly(run, { unasked: 1 });
  });

  test("after a deletion: the answer stays, or is shown later on", () => {
    const run = aRun();
    const [first, second] = [run.says("T1"), run.says("T2")];
    run.posts(first, "re:T1 c1.0 end:T1");
    for (const said of [first, second]) {
      run.deletes(said);
      run.keeps(said, { state: "withdrawn" });
    }
    run.later();
    run.requests({ kind: "edit", text: "re:T2 c2.0 c2.1" });
    expect(check(run.facts()).figures).toMatchObject({ ...none, answered: 1, withdrawn: 1, afterDeletion: 2 });
  });

  test("an answer that was delivered before its question was deleted may stay", () => {
    const run = aRun();
    run.deletes(run.answered("T1"));
    findsOnly(run, { answered: 1 });
  });

  test("a replaced process that goes on to write, and a request that was to wait", () => {
    const run = aRun();
    run.answered("T1");
    run.requests({ bot: "old" });
    const thawed = [{ bot: "old", at: run.later() }];
    run.requests({ bot: "old", kind: "typing" });
    run.requests({ bot: "old", kind: "create", message: null, outcome: "failed", carriedOut: false });
    run.requests({ early: true });
    findsOnly(run, { afterThaw: 1, early: 1 }, { thawed });
  });
});
