import type { Doing, Person, Spot } from "../../tests/doubles/mock-platform/records.ts";
import type { Random } from "../../tests/doubles/random.ts";

/** What people will do, in order: each message names its token, so that its answer can be found. */
export interface Script {
  next(): Said;
}

export interface Said {
  readonly doing: Exclude<Doing, { type: "deleted" }>;
  /** Its author thinks better of it, so many milliseconds after saying it; null: never. */
  readonly regretMs: number | null;
  /** Whether an answer is owed: nobody takes it back, somebody is asked, and there an answer can be posted. */
  readonly owed: boolean;
}

export interface ScriptOptions {
  readonly random: Random;
  readonly deletions: boolean;
}

/** In this one nothing can be posted. */
export const closedChannel = "c0";

export const authors: readonly Person[] = ["Anna", "Ben", "Chloe", "Dariusz", "Elif", "Femi", "Grace", "Hugo"].map(
  (name) => ({
    id: name.toLowerCase(),
    name,
  }),
);

export const directs: readonly Spot[] = authors.map(({ id }) => ({
  channel: `dm-${id}`,
  thread: null,
  kind: "direct",
}));
export const rooms: readonly Spot[] = Array.from({ length: 18 }, (_, at) => ({
  channel: `c${at}`,
  thread: null,
  kind: "channel",
}));
export const threads: readonly Spot[] = [1, 2, 3, 4].map((at) => ({
  channel: `c${at}`,
  thread: `t${at}`,
  kind: "channel",
}));
const spots = [...rooms, ...threads, ...directs];

/** Rooms of a stage, where one performance follows another. */
export const stages: readonly string[] = Array.from({ length: 60 }, (_, at) => `room${at + 1}`);

/** About thirty places, eight people, and everything they may say to a companion. */
export function script({ random, deletions }: ScriptOptions): Script {
  let tokens = 0;
  const authorIn = ({ kind, channel }: Spot): Person => {
    const own = kind === "direct" ? authors.find(({ id }) => channel === `dm-${id}`) : undefined;
    return own ?? random.pick(authors);
  };
  const command = (spot: Spot, author: Person): Said["doing"] => {
    const command = random.pick(["journal write", "journal write", "help", "mood"]);
    const fields = command === "journal write" ? { text: `A quiet day, number ${random.between(1, 1_000)}.` } : {};
    return { ...spot, type: "command", author, command, fields };
  };
  const message = (spot: Spot, author: Person) => {
    tokens += 1;
    const quoted = random.chance(0.1) ? { author: "Anna", text: `#T${random.between(1, tokens)}# as I said` } : null;
    const text = `#T${tokens}# ${wordsOf(random)}`;
    const addressing = addressingIn(spot, quoted !== null, random);
    return { ...spot, type: "message", author, addressing, text, quoted } as const;
  };
  return {
    next: () => {
      const spot = random.pick(spots);
      const author = authorIn(spot);
      const open = spot.channel !== closedChannel;
      if (random.chance(0.15)) return { doing: command(spot, author), regretMs: null, owed: open };
      const regretMs = deletions && random.chance(0.06) ? random.between(0, 900) : null;
      const doing = message(spot, author);
      return { doing, regretMs, owed: open && regretMs === null && doing.addressing !== "ambient" };
    },
  };
}

/** Words that no memory keeps and no floor minds; sometimes many. */
function wordsOf(random: Random): string {
  const subject = random.pick(["this melody", "the old bridge", "a chess opening", "that recipe", "the long novel"]);
  const question = random.pick([
    "What do you think of",
    "Can you explain",
    "What makes people like",
    "How would you begin",
  ]);
  const filler = random.chance(0.1)
    ? ` ${"Compare it with two others and name your sources. ".repeat(random.between(5, 30))}`
    : "";
  return `${question} ${subject}?${filler}`;
}

function addressingIn({ kind, thread }: Spot, replies: boolean, random: Random) {
  if (kind === "direct") return "direct";
  if (random.chance(0.05)) return "ambient";
  if (replies) return "reply";
  return thread === null ? "mention" : "thread";
}
