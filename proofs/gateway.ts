import { setTimeout as pause } from "node:timers/promises";
import type { History } from "../tests/doubles/discord/records.ts";
import { seeded } from "../tests/doubles/random.ts";
import { type City, city, mention } from "./limits/city.ts";
import type { Proof, ProofOptions, ProofResult } from "./proof.ts";
import { databasesOf } from "./run/database.ts";

/**
 * Discord breaks the connection, lets it look alive, or refuses everything, for `size` seconds at most: when it is well
 * again the program is there again, and everybody is answered once.
 */
export const gateway: Proof = {
  name: "gateway",
  size: 180,
  platforms: ["discord"],
  run: async (options) => {
    const databases = await databasesOf(options.db);
    try {
      const here = await city({ ...options, streamed: false, databases });
      return await proveIn(here, options).finally(here.close);
    } finally {
      await databases.close();
    }
  },
};

/** `refused`: neither a connection nor a request is taken. */
type Trouble = "drop" | "half-open" | "refused";
const troubles: readonly Trouble[] = ["drop", "half-open", "refused", "refused", "half-open", "drop"];

/** So soon it must be there again. */
const soonMs = 10_000;
const lastAnswerMs = 120_000;

async function proveIn(here: City, { size, seed, log }: ProofOptions): Promise<ProofResult> {
  const random = seeded(seed);
  const people = askerIn(here);
  await answeredWithin(here, await people.ask("free"), lastAnswerMs);
  const back: number[] = [];
  for (const trouble of random.shuffle(troubles)) {
    const seconds = trouble === "refused" ? random.between(Math.ceil(size / 2), size) : 0;
    const ms = await befall(trouble, seconds, here, people);
    log(`${trouble}${seconds > 0 ? ` for ${seconds} s` : ""}: an answer after ${ms} ms`);
    back.push(ms);
  }
  const deadline = Date.now() + lastAnswerMs;
  for (const id of people.asked) await answeredWithin(here, id, deadline - Date.now());
  const answers = answersTo(await here.discord.history());
  const lost = people.asked.filter((id) => answers(id) === 0).length;
  const duplicates = people.asked.reduce((sum, id) => sum + Math.max(0, answers(id) - 1), 0);
  const late = back.filter((ms) => ms > soonMs).length;
  const figures = { troubles: back.length, longestBackMs: Math.max(...back), late, lost, duplicates };
  return { tried: people.asked.length, failed: lost + duplicates + late, figures };
}

/** How soon somebody is answered who asks when all is well again, or who meets a connection that is none. */
async function befall(trouble: Trouble, seconds: number, here: City, people: Asker): Promise<number> {
  const { discord } = here;
  if (trouble === "refused") await discord.faults({ outage: true });
  else await discord.gateway({ type: trouble });
  for (let second = 0; second < seconds; second += 1) {
    await people.ask("crowded");
    await pause(1_000);
  }
  if (trouble === "refused") await discord.faults({ outage: false });
  const since = Date.now();
  await answeredWithin(here, await people.ask("free"), lastAnswerMs);
  return Date.now() - since;
}

/** People who ask in one channel after another. */
interface Asker {
  /** In a crowded channel others may still wait for their answers. Resolves with the question's id. */
  ask(where: "crowded" | "free"): Promise<string>;
  readonly asked: readonly string[];
}

/** Nobody asks twice in a channel: questions of one person that wait together would be answered together. */
const personAt = (round: number) => ({ id: String(400_000_000_000_000_001n + BigInt(round)), name: `Person ${round}` });

function askerIn({ discord, channels }: City): Asker {
  const asked: string[] = [];
  const places = { crowded: channels.slice(0, channels.length / 2), free: channels.slice(channels.length / 2) };
  return {
    asked,
    ask: async (where) => {
      const channel = places[where][asked.length % places[where].length] ?? "";
      const by = personAt(Math.floor(asked.length / places[where].length));
      const content = `${mention} What do you think of the old bridge?`;
      const event = await discord.does({ type: "say", by, channel, content });
      if (!event) throw new Error("nobody can ask there");
      asked.push(event.id);
      return event.id;
    },
  };
}

async function answeredWithin({ discord }: City, id: string, ms: number): Promise<void> {
  const deadline = Date.now() + ms;
  while (answersTo(await discord.history())(id) === 0 && Date.now() < deadline) await pause(50);
}

/** How many messages stand in reply to a question. */
function answersTo({ messages }: History): (question: string) => number {
  const counts = new Map<string, number>();
  for (const { reference, states } of messages)
    if (reference !== null && states.at(-1)?.content) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return (question) => counts.get(question) ?? 0;
}
