import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlatformError } from "../../../src/core/errors.ts";
import type { Delivery, LiveReply, Part, Reply } from "../../../src/core/reply.ts";
import { type AskKey, roomOf, type TurnId } from "../../../src/core/session.ts";
import { liveMessage, nonceOf } from "../../../src/platforms/shared/live-message.ts";
import { type ManualClock, manualClock } from "../../doubles/manual-clock.ts";
import { type MessageBoard, messageBoard } from "../../doubles/message-board.ts";
import { silent } from "../../storage-fixture.ts";

const failed = () => new PlatformError("E-PLATFORM-DELIVERY", "The platform did not answer.", { retryable: true });
const replyOf = (body: string, more: Partial<Reply> = {}): Reply => ({
  body,
  visibility: "place",
  aside: null,
  notices: [],
  addresses: [],
  offRecord: false,
  receipt: null,
  ...more,
});
const place = { platform: "board", guild: null, channel: "c", thread: null };
/** Parts of at most ten characters. */
const split = (text: string): readonly string[] => text.match(/.{1,10}/gsu) ?? [""];

/** One reply, its rows in the database, and the platform: a run of the program opens it anew. */
class Posting {
  readonly clock: ManualClock = manualClock();
  readonly board: MessageBoard = messageBoard(failed);
  readonly rows = new Map<number, Part>();
  gone = new AbortController();
  /** Why the database permits nothing any more. */
  refusal: Error | null = null;
  /** How often it was asked whether a part may be made visible. */
  permissions = 0;
  /** How long its first two answers are on their way. */
  slowMs = 0;

  /** Whether the platform has room for progress. */
  room = true;

  open(): LiveReply {
    const whenRoom = async (work: () => Promise<void>): Promise<boolean> => {
      if (this.room) await work();
      return this.room;
    };
    const options = {
      wire: this.board,
      whenRoom,
      split,
      clock: this.clock,
      log: silent,
      editMs: 1_000,
      nonceMs: 120_000,
    };
    return liveMessage({ ...options, delivery: this.#delivery() });
  }

  /** What a person reads, parts in their order. */
  read(): readonly string[] {
    return this.board.visible.map(({ text }) => text);
  }

  #delivery(): Delivery {
    const key = "k" as AskKey;
    const asker = { id: "1", name: "Lea" };
    const frame = { turn: "t" as TurnId, place, room: roomOf(place, "channel"), asker, inReplyTo: key, covers: [key] };
    const { rows, clock } = this;
    const now = (): Date => {
      clock.advance(1); // no two requests of a real platform fall into one instant
      return clock.now();
    };
    return {
      ...frame,
      locale: "en",
      subject: null,
      handle: null,
      offers: (finished) => (finished === null ? ["stop"] : ["again", "remove"]),
      parts: [...rows.values()],
      gone: this.gone.signal,
      ledger: {
        sending: async (part) => {
          this.permissions += 1;
          if (this.permissions <= 2) clock.advance(this.slowMs);
          if (this.refusal) throw this.refusal;
          const row = rows.get(part) ?? { part, since: now(), id: null };
          rows.set(part, row);
          return row;
        },
        posted: async (part, id) => void rows.set(part, { part, since: rows.get(part)?.since ?? now(), id }),
        removing: async () => {},
        removed: async (part) => void rows.delete(part),
        check: async () => {},
      },
    };
  }
}

describe("a reply in a place", () => {
  test("grows in one message, and its last text always gets there", async () => {
    const posting = new Posting();
    const live = posting.open();
    live.show("Good");
    await posting.clock.sleeping(1_000);
    live.show("Good mor");
    live.show("Good morn");
    posting.clock.advance(1_000);
    await posting.clock.sleeping(1_000);
    await live.finish(replyOf("Good day."));
    expect(posting.board.shown).toEqual(["Good", "Good morn", "Good day."]);
    expect(posting.read()).toEqual(["Good day."]);
  });

  test("shows what was left out when there is room again, also where nothing new has come", async () => {
    const posting = new Posting();
    posting.room = false;
    const live = posting.open();
    live.show("Good");
    await posting.clock.sleeping(1_000);
    posting.room = true;
    posting.clock.advance(1_000);
    await posting.clock.sleeping(1_000);
    expect(posting.board.shown).toEqual(["Good"]);
    await live.finish(replyOf("Good day."));
    expect(posting.read()).toEqual(["Good day."]);
  });

  test("has as many parts as it needs, and those that a shorter answer does not need go away", async () => {
    const posting = new Posting();
    await posting.open().finish(replyOf("0123456789abcdefghijXYZ"));
    expect(posting.read()).toEqual(["0123456789", "abcdefghij", "XYZ"]);
    await posting.open().finish(replyOf("short"));
    expect(posting.read()).toEqual(["short"]);
    expect([...posting.rows.keys()]).toEqual([0]);
  });

  test("says what is for the asker alone to the asker alone", async () => {
    const posting = new Posting();
    await posting.open().finish(replyOf("I wrote.", { aside: "Details." }));
    expect(posting.board.visible.map(({ surface, text }) => [surface, text])).toEqual([
      ["place", "I wrote."],
      ["person", "Details."],
    ]);
    const whispered = new Posting();
    await whispered.open().finish(replyOf("secret", { visibility: "person" }));
    expect(whispered.board.visible.map(({ surface }) => surface)).toEqual(["person"]);
  });

  test("that is for the asker alone never stands where everybody has read something before", async () => {
    const posting = new Posting();
    const live = posting.open();
    live.show("One moment");
    await posting.clock.sleeping(1_000);
    await live.finish(replyOf("a secret", { visibility: "person" }));
    expect(posting.board.visible.map(({ surface, text }) => [surface, text])).toEqual([["person", "a secret"]]);
    await posting.open().finish(replyOf("a secret", { visibility: "person" }));
    expect(posting.board.visible).toHaveLength(1);
  });

  test("that was posted though its answer was lost is found again also where the platform knows no nonces", async () => {
    const posting = new Posting();
    posting.board.fates = ["answer lost"];
    await expect(posting.open().finish(replyOf("Hello."))).rejects.toThrow();
    posting.board.forgetNonces();
    await posting.open().finish(replyOf("Hello."));
    expect(posting.read()).toEqual(["Hello."]);
  });

  test("that was posted though its answer was lost is found again, in time by its nonce and later in the history", async () => {
    for (const minutes of [1, 10]) {
      const posting = new Posting();
      posting.board.fates = ["answer lost"];
      await expect(posting.open().finish(replyOf("Here I am"))).rejects.toThrow("did not answer");
      posting.clock.advance(minutes * 60_000);
      if (minutes > 2) posting.board.forgetNonces();
      await posting.open().finish(replyOf("Here I am"));
      expect(posting.read()).toEqual(["Here I am"]);
    }
  });

  test("that had to wait before it could be sent is sent on a fresh permission, or not at all", async () => {
    const taken = new Error("another process has taken over");
    for (const refusal of [null, taken]) {
      const posting = new Posting();
      const { board, clock } = posting;
      board.before = async () => {
        clock.advance(10_000);
        posting.refusal = refusal;
        board.before = async () => {};
      };
      const finished = posting.open().finish(replyOf("Here I am"));
      if (refusal) await expect(finished).rejects.toBe(taken);
      else await finished;
      expect(posting.permissions).toBe(2);
      expect(posting.read()).toEqual(refusal ? [] : ["Here I am"]);
    }
  });

  test("is not sent on a permission that was long on its way", async () => {
    const posting = new Posting();
    posting.slowMs = 10_000;
    await posting.open().finish(replyOf("Here I am"));
    expect(posting.permissions).toBe(3);
    expect(posting.read()).toEqual(["Here I am"]);
  });

  test("whose question is deleted while it waits to be sent is not sent", async () => {
    const posting = new Posting();
    posting.board.before = async () => posting.gone.abort(new Error("deleted"));
    await expect(posting.open().finish(replyOf("Here I am"))).rejects.toThrow("deleted");
    expect(posting.read()).toEqual([]);
  });

  test("is not forced upon a place from which somebody has removed it", async () => {
    const posting = new Posting();
    const live = posting.open();
    live.show("Half an");
    await posting.clock.sleeping(1_000);
    await posting.board.remove("m1");
    await live.finish(replyOf("answer"));
    expect(posting.read()).toEqual([]);
  });
});

describe("a question that is deleted", () => {
  test("takes back what was posted, also where nobody knew whether it was", async () => {
    const posting = new Posting();
    await posting.open().finish(replyOf("0123456789abc"));
    posting.board.fates = ["answer lost"];
    await expect(posting.open().finish(replyOf("0123456789abcdefghijXYZ"))).rejects.toThrow();
    posting.gone.abort();
    await posting.open().withdraw();
    expect(posting.read()).toEqual([]);
    expect(posting.rows.size).toBe(0);
  });

  test("lets no further request begin that would show text, whatever was under way", async () => {
    const posting = new Posting();
    const live = posting.open();
    let arrive: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let carryOn: () => void = () => {};
    posting.board.underWay = () => {
      arrive();
      return new Promise((resolve) => {
        carryOn = resolve;
      });
    };
    live.show("Half an");
    await arrived;
    posting.gone.abort(new Error("deleted"));
    live.show("Half an answer");
    posting.board.underWay = async () => {};
    const withdrawn = live.withdraw();
    carryOn();
    await withdrawn;
    await expect(live.finish(replyOf("answer"))).rejects.toThrow("deleted");
    expect(posting.board.shown).toEqual(["Half an"]);
    expect(posting.read()).toEqual([]);
  });
});

type Step = "finish" | "crash" | "refused" | "answer lost" | "minute" | "long";

/** What one step does; a crash is a new run, which knows only what the database knows. */
async function take(step: Step, live: LiveReply, posting: Posting, reply: Reply): Promise<LiveReply> {
  if (step === "refused" || step === "answer lost") posting.board.fates.push(step);
  else if (step === "minute") posting.clock.advance(60_000);
  else if (step === "long") {
    posting.clock.advance(600_000);
    posting.board.forgetNonces();
  } else if (step === "crash") return posting.open();
  else await live.finish(reply).catch(() => {});
  return live;
}

test("whatever is refused, lost, interrupted or forgotten: in the end each part is there once, with its text", async () => {
  const steps = fc.array(
    fc.constantFrom<Step>("finish", "finish", "crash", "refused", "answer lost", "minute", "long"),
    { maxLength: 30 },
  );
  const texts = fc.array(fc.stringMatching(/^[a-z]{1,35}$/), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(steps, texts, fc.boolean(), async (all, bodies, withAside) => {
      const posting = new Posting();
      let live = posting.open();
      const replies = bodies.map((body) => replyOf(body, { aside: withAside ? "for you" : null }));
      const last = replies.at(-1) ?? replyOf("");
      for (const [index, step] of all.entries())
        live = await take(step, live, posting, replies[index % replies.length] ?? last);
      posting.board.fates = [];
      await posting.open().finish(last);
      const expected = [...split(last.body), ...(withAside ? ["for you"] : [])];
      expect([...posting.read()].sort()).toEqual([...expected].sort());
    }),
    { numRuns: 300 },
  );
});

test("a nonce is the same in every run, differs by question and part, and is short enough for every platform", () => {
  const nonce = (asked: string, part: number, ms: number) => nonceOf(asked as AskKey, part, new Date(ms));
  expect(nonce("t", 0, 5)).toBe(nonce("t", 0, 5));
  const some = [nonce("t", 0, 5), nonce("t", 1, 5), nonce("u", 0, 5), nonce("t", 0, 6)];
  expect(new Set(some).size).toBe(4);
  for (const one of some) expect(one.length).toBeLessThanOrEqual(25);
});
