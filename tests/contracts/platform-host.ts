import type { AdapterHost, Press, Pressed } from "../../src/core/platform.ts";
import type { Delivery, Part, PartLedger, Reply } from "../../src/core/reply.ts";
import type { Ask, TurnId } from "../../src/core/session.ts";

export const replyOf = (body: string, more: Partial<Reply> = {}): Reply => ({
  body,
  visibility: "place",
  aside: null,
  notices: [],
  addresses: [],
  offRecord: false,
  receipt: null,
  ...more,
});

/** The core as a recorder: what was asked, in order, and somebody to answer it. */
export interface Recorder extends AdapterHost {
  next(): Promise<{ ask: Ask; turn: TurnId }>;
  /** Takes nothing of what comes next, once. */
  refuse(error: Error): void;
  /** What was pressed, in order. */
  readonly presses: readonly Press[];
  /** What comes of each press from here on. */
  answerPresses(answer: () => Promise<Pressed>): void;
  /** What each home shows from here on. */
  showHomes(page: AdapterHost["home"]): void;
}

export function recorder(): Recorder {
  const asked: { ask: Ask; turn: TurnId }[] = [];
  let wake: () => void = () => {};
  let refusal: Error | null = null;
  let taken = 0;
  const presses: Press[] = [];
  let home: AdapterHost["home"] = async () => ({ sections: [], note: "" });
  let answer = async (): Promise<Pressed> => ({ type: "known", text: "noted" });
  return {
    receive: async (ask) => {
      if (ask.type === "deleted") return { type: "ambient" };
      const error = refusal;
      refusal = null;
      if (error) throw error;
      const turn = `turn-${asked.length + 1}` as TurnId;
      asked.push({ ask, turn });
      wake();
      return { type: "accepted", turn };
    },
    past: async () => ({ places: [], heardUntil: null }),
    heard: async () => {},
    suggest: () => [],
    complete: async () => [],
    stop: () => {},
    home: async (visit) => home(visit),
    press: (press) => {
      presses.push(press);
      return answer();
    },
    presses,
    showHomes: (given) => {
      home = given;
    },
    answerPresses: (given) => {
      answer = given;
    },
    next: async () => {
      while (asked.length <= taken)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      taken += 1;
      const last = asked[taken - 1];
      if (!last) throw new Error("nothing was asked");
      return last;
    },
    refuse: (error) => {
      refusal = error;
    },
  };
}

/** A ledger that remembers as the database would. */
export interface TestLedger extends PartLedger {
  /** What a later run is told. */
  parts(): readonly Part[];
}

export function testLedger(now: () => Date = () => new Date()): TestLedger {
  const parts = new Map<number, Part>();
  const keep = (part: Part): Part => {
    parts.set(part.part, part);
    return part;
  };
  return {
    sending: async (part) => parts.get(part) ?? keep({ part, since: now(), id: null }),
    posted: async (part, id) => void keep({ since: now(), ...parts.get(part), part, id }),
    removing: async () => {},
    removed: async (part) => void parts.delete(part),
    check: async () => {},
    parts: () => [...parts.values()],
  };
}

export const deliveryOf = (ask: Ask, turn: TurnId, more: Partial<Delivery> = {}): Delivery => ({
  turn,
  place: ask.place,
  room: ask.room,
  asker: ask.author,
  inReplyTo: ask.key,
  covers: [ask.key],
  locale: "en",
  subject: null,
  handle: null,
  offers: () => [],
  parts: [],
  ledger: testLedger(),
  gone: new AbortController().signal,
  ...more,
});
