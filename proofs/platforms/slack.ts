import { fileURLToPath, pathToFileURL } from "node:url";
import type { Faults } from "../../tests/doubles/mock-platform/faults.ts";
import type { PlatformEvent, RequestKind } from "../../tests/doubles/mock-platform/records.ts";
import { type SlackControl, slackControl } from "../../tests/doubles/slack/control.ts";
import type { SlackOptions } from "../../tests/doubles/slack/options.ts";
import type { History } from "../../tests/doubles/slack/records.ts";
import { owedAmong } from "./owed.ts";
import type { Platform, PlatformOptions, ProgramOptions } from "./platform.ts";
import { doings, keyOf, nameIn } from "./slack/doings.ts";
import { repliesTo, toHistory } from "./slack/history.ts";
import { reachOf, signingSecret } from "./slack/reach.ts";
import { type Town, townOf } from "./slack/town.ts";

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const programScript = beside("../../src/main.js");
const watchedScript = beside("../child.js");
const machineScript = beside("./machine.js");
const doubleScript = beside("../../tests/doubles/slack/main.js");

const acknowledgeMs = 3_000;
/**
 * Slack tries again at once, after a minute and after five. A program that is killed every few seconds, and is away for
 * most of the time between, would miss all of that half of the time: here the pauses are short, and there are more.
 */
const retryMs = [0, 3_000, ...Array.from({ length: 12 }, () => 5_000)];

/** What is under way for longer than its own process waits for it, nobody can reckon with: Slack knows no nonces. */
const lateMs = 10_000;

/** Slack's double, and the whole program pointed at it by its environment: nothing in it knows of a proof. */
export async function slackPlatform({ processes, seed, time, transport }: PlatformOptions): Promise<Platform> {
  const town = townOf();
  const teams = [town.team];
  const options: SlackOptions = { seed, time, teams, acknowledgeMs, retryMs, signingSecret, signedBy: "clock" };
  const { firstLine: address } = await processes.start(doubleScript, { args: [JSON.stringify(options)] });
  const slack = slackControl(address);
  await town.settle(slack);
  await slack.faults({ lateMs });
  const events: PlatformEvent[] = [];
  let starts = 0;
  let newest: string | null = null;

  return {
    address,
    does: doings(slack, town, events),
    keyOf,
    // A socket keeps the order of sending; each request goes its own way.
    crossingMs: transport === "http" ? 1_000 : 1,
    channelNamed: town.channel,
    // The events themselves name everybody's direct messages.
    meet: async () => {},
    // What it has given up to bring stands in its history.
    owed: () => owedAmong(events).map(keyOf),
    givenUp: async () => commandsGivenUp(await slack.history()),
    faults: (changes) => slack.faults(faultsOf(changes, town)),
    fate: async (kind, fate) => slack.fate(methods[kind], fate as Parameters<SlackControl["fate"]>[1]),
    advance: slack.advance,
    history: async () => toHistory(await slack.history(), events),
    activity: async () => {
      const { scheduled, unacknowledged, acknowledged, underway, envelopes, ...now } = await slack.activity();
      const bot = transport === "http" ? newest : (now.sockets.at(-1)?.bot ?? null);
      const open = unacknowledged + underway;
      const { requestsOfTalk: requests } = now;
      return {
        unacknowledged: open,
        repeats: scheduled,
        requests,
        offers: envelopes,
        acknowledgements: acknowledged,
        bot,
      };
    },
    press: (said, action) => press(said, action, slack, events),
    start: async ({ time: now, env, watched, patienceMs, logFile }: ProgramOptions) => {
      starts += 1;
      const name = `run${starts}`;
      const { env: way, ready, introduce } = await reachOf(slack, name, transport);
      const own = {
        SLACK_BOT_TOKEN: town.team.token,
        SLACK_API_URL: `${address}/as/${name}/api`,
        PROOF_AHEAD: String(now.ahead),
      };
      const nodeArgs = ["--import", pathToFileURL(machineScript).href];
      // Where its settings are: nobody tells the real program by name.
      const cwd = env["FAMILIAR_HOME"] ?? null;
      const options = { nodeArgs, cwd, env: { ...own, ...way, ...env }, patienceMs, logFile };
      const child = await (watched
        ? processes.start(watchedScript, options)
        : processes.start(programScript, { ...options, ready }));
      newest = name;
      void introduce(child).catch(() => {});
      return child;
    },
  };
}

/** Slack says them once; their authors are told that nobody was there. */
const commandsGivenUp = ({ interactions }: History): readonly string[] =>
  interactions.flatMap(({ trigger, outcome }) => (outcome === "acknowledged" ? [] : [trigger]));

const methods: Readonly<Record<RequestKind, string>> = {
  create: "chat.postMessage",
  edit: "chat.update",
  remove: "chat.delete",
  history: "conversations.replies",
  typing: "assistant.threads.setStatus",
};

function faultsOf({ forbidden, ...changes }: Partial<Faults>, town: Town) {
  return { ...changes, ...(forbidden && { forbidden: forbidden.map(town.channel) }) };
}

/** What is removed is, for the books, as good as taken back by its author. */
async function press(said: PlatformEvent, action: string, slack: SlackControl, events: PlatformEvent[]) {
  if (said.type === "deleted") return false;
  const { author: by, channel, thread, kind, id: message } = said;
  for (const reply of repliesTo(await slack.history(), keyOf(said)).toReversed()) {
    const done = await slack.does({ type: "press", by, message: nameIn(reply.id), action });
    if (!done) continue;
    if (action === "remove") events.push({ type: "deleted", channel, thread, kind, message, id: done.id, at: done.at });
    return true;
  }
  return false;
}
