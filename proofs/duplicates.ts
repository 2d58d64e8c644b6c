import { setTimeout as pause } from "node:timers/promises";
import { check } from "./checker.ts";
import { type Proof, type ProofOptions, type ProofResult, within } from "./proof.ts";
import { deaths } from "./run/deaths.ts";
import { script } from "./run/people.ts";
import { settle, type World } from "./run/world.ts";

/** Every event comes one to five times, in any order within five minutes: each is answered once. */
export const duplicates: Proof = {
  name: "duplicates",
  size: 200,
  platforms: ["mock", "slack"],
  run: (options) => within(options, timings[options.platform].speed, (here) => proveIn(here, options)),
};

/** Five minutes; where the real program lives by the machine's time it is one. */
const timings = {
  mock: { speed: 20, spanMs: 300_000 },
  discord: { speed: 1, spanMs: 60_000 },
  slack: { speed: 1, spanMs: 60_000 },
};

async function proveIn(here: World, { size, log, platform: kind }: ProofOptions): Promise<ProofResult> {
  const { platform, random } = here;
  const { speed, spanMs } = timings[kind];
  // Four of five come again, one to four times: each comes one to five times.
  const timing = { repeat: 0.8, repeatTimes: 4, repeatMs: spanMs, delay: 1, delayMs: spanMs };
  await platform.faults({ ...timing, shuffle: true });
  const program = deaths(here, log);
  const people = script({ random, deletions: false });
  await program.keep();
  for (let one = 0; one < size; one++) await platform.does(people.next().doing);
  const third = spanMs / speed / 3;
  await pause(third);
  await program.kill(0);
  await program.keep();
  await pause(third);
  await program.end();
  if (!(await settle(here, program.keep))) log("something has not settled");
  await program.end();
  return resultOf(here, program.seen, { size, log });
}

type Seen = ReturnType<typeof deaths>["seen"];

async function resultOf(here: World, seen: Seen, { size, log }: Pick<ProofOptions, "size" | "log">) {
  const facts = await here.facts({ ...seen, forbidden: [] });
  // What comes shuffled is answered in the order in which it came.
  const { figures, findings } = check(facts);
  const faults = findings.filter(({ fault }) => fault !== "disorder");
  for (const { fault, words } of faults.slice(0, 50)) log(`${fault}: ${words}`);
  const { answered, lost, refused, expired, repeatedModelCalls, halfWritten } = figures;
  const events = facts.history.offers.length;
  const rest = { answered, lost, refused, expired, repeatedModelCalls, halfWritten };
  const failed = faults.length + seen.ownDeaths;
  return { tried: size, failed, figures: { events, duplicates: figures.duplicates, ...rest } };
}
