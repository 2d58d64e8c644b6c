import type { Faults } from "../tests/doubles/mock-platform/faults.ts";
import type { Facts } from "./checker/facts.ts";
import { check } from "./checker.ts";
import { type Proof, type ProofOptions, type ProofResult, within } from "./proof.ts";
import { deaths } from "./run/deaths.ts";
import { closedChannel, script } from "./run/people.ts";
import { type Talk, talk } from "./run/talk.ts";
import { settle, type World } from "./run/world.ts";
import { sweep } from "./sweep.ts";

/** However often the program is killed, and whatever the platform does: every message is answered exactly once. */
export const crash: Proof = { name: "crash", size: 2_000, platforms: ["mock", "discord", "slack"], run };

/**
 * Slow enough that the program's own patience (5 s, 15 s) is not over at every hiccup of a busy machine. Discord's and
 * Slack's program is the real one, and lives by the machine's time.
 */
const speeds = { mock: 5, discord: 1, slack: 1 };
/** Long enough that nonces are forgotten; where there are none, that no request is under way any more. */
const absenceMs = { mock: 180_000, discord: 180_000, slack: 20_000 };
const forbidden = [closedChannel];

const unkind = (speed: number): Partial<Faults> => ({
  slow: 0.1,
  slowMs: 600 * speed,
  limit: 0.02,
  retryAfterMs: 1_200 * speed,
  fail: 0.03,
  drop: 0.02,
  cut: 0.05,
  forbidden,
  repeat: 0.2,
  repeatMs: 6_000 * speed,
  delay: 0.1,
  delayMs: 1_000 * speed,
});
const kindAgain: Partial<Faults> = { slow: 0, limit: 0, fail: 0, drop: 0, cut: 0, outage: false, repeat: 0, delay: 0 };

async function run(options: ProofOptions): Promise<ProofResult> {
  return options.sweep === null
    ? within(options, speeds[options.platform], (here) => proveIn(here, options))
    : sweep(options);
}

async function proveIn(here: World, options: ProofOptions): Promise<ProofResult> {
  const { size, log } = options;
  const program = deaths(here, log);
  await program.keep();
  await here.platform.meet();
  await settle(here, program.keep);
  await here.platform.faults(unkind(speeds[options.platform]));
  const people = talk(here, script({ random: here.random, deletions: true }));
  await storm(here, program, people, options);
  await people.done();
  await here.platform.faults(kindAgain);
  const { kills, freezes } = program.seen;
  log(`${people.said()} said, ${kills} kills, ${freezes} freezes; waiting until everything is settled`);
  if (!(await settle(here, program.keep))) log("something has not settled");
  await program.end();
  const { committed, thawed, ownDeaths } = program.seen;
  const facts = await here.facts({ committed, thawed, forbidden });
  const { figures, findings, failed } = check(facts);
  for (const { fault, words } of findings.slice(0, 50)) log(`${fault}: ${words}`);
  const killsAtWork = Math.min(kills, botsAtWork(facts) - 1);
  const empty = killsAtWork * 4 < kills ? 1 : 0;
  if (empty) log(`${killsAtWork} of ${kills} kills met any work: this machine is too slow for a proof`);
  const all = { kills, freezes, killsAtWork, ...figures, ownDeaths };
  return { tried: size, failed: failed + ownDeaths + empty, figures: all };
}

/** How many of the processes have got as far as to acknowledge or to post something. */
const botsAtWork = ({ history }: Facts): number =>
  new Set([
    ...history.offers.flatMap(({ bot, acknowledgedAt }) => (acknowledgedAt === null ? [] : [bot])),
    ...history.requests.flatMap(({ bot }) => (bot === "" ? [] : [bot])),
  ]).size;

/** Kills and freezes while people talk, now and then through an outage or a longer absence. */
async function storm(here: World, program: ReturnType<typeof deaths>, people: Talk, options: ProofOptions) {
  const { size, kills, freezes, platform, log } = options;
  const { random } = here;
  for (let death = 1; death <= kills; death++) {
    // Slack brings a command once, to whoever is there: some have to meet a program that lives.
    if (platform === "slack") await program.keep();
    people.say(Math.round((size * death) / kills) - Math.round((size * (death - 1)) / kills), 900);
    await here.platform.faults({ outage: random.chance(0.05) });
    const afterMs = random.between(150, 400);
    if (freezes || random.chance(0.1)) await program.freeze(afterMs);
    else {
      await program.kill(afterMs);
      if (random.chance(0.05)) await here.advance(absenceMs[platform]);
    }
    if (death % 10 === 0) log(`${death} of ${kills} deaths, ${people.said()} said`);
  }
}
