import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { children } from "../proofs/run/children.ts";
import { type SlackControl, slackControl } from "../tests/doubles/slack/control.ts";
import type { EnvelopeRecord } from "../tests/doubles/slack/records.ts";
import type { Bench, BenchResult } from "./bench.ts";

/** How soon Slack is told that something was taken, while a thousand places wait for a model that takes half a minute. */
export const acknowledge: Bench = { name: "acknowledge", run: measure };

const places = 1_000;
const modelMs = 30_000;
/** Slack's own patience. */
const patienceMs = 3_000;
const saidPerSecond = 50;

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const bot = { user: "U0FAMILIAR1", id: "B0FAMILIAR1" };
const token = "xoxb-double-of-slack";
const channels = Array.from({ length: places }, (_, at) => ({
  id: `C0BENCH${String(at).padStart(4, "0")}`,
  name: `c${at}`,
}));
const teams = [{ id: "T0BENCH0001", name: "Bench", domain: "bench", token, bot, channels }];
const settings = { locale: "en", limits: { concurrentTurns: 256 } };

async function measure(log: (line: string) => void): Promise<BenchResult> {
  const processes = children();
  const home = await mkdtemp(join(tmpdir(), "familiar-bench-"));
  const model = await slowModel();
  try {
    const { firstLine } = await processes.start(beside("../tests/doubles/slack/main.js"), {
      args: [JSON.stringify({ teams })],
    });
    const slack = slackControl(firstLine);
    await writeFile(join(home, "familiar.config.json"), JSON.stringify(settings));
    const env = { ...environment(firstLine, model.baseUrl), FAMILIAR_HOME: home };
    const ready = async (): Promise<boolean> => (await slack.activity()).sockets.length > 0;
    await processes.start(beside("../src/main.js"), { args: ["--json"], cwd: home, env, ready });
    log(`${places} people ask in ${places} channels`);
    await askEverywhere(slack);
    return figuresOf((await slack.history()).envelopes);
  } finally {
    processes.killAll();
    model.close();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

const environment = (slack: string, model: string) => ({
  FAMILIAR_MODEL: "openai:slow",
  OPENAI_BASE_URL: model,
  OPENAI_API_KEY: "none-is-needed",
  SLACK_BOT_TOKEN: token,
  SLACK_APP_TOKEN: "xapp-double-of-slack",
  SLACK_API_URL: `${slack}/api`,
  LOG_LEVEL: "error",
});

/** Everybody once, and everybody once more while all answers are under way. */
async function askEverywhere(slack: SlackControl): Promise<void> {
  for (const round of [1, 2])
    for (const [at, { id: channel }] of channels.entries()) {
      const by = { id: `U0P${String(at).padStart(7, "0")}`, name: `person${at}` };
      await slack.does({
        type: "say",
        by,
        channel,
        text: `<@${bot.user}> What do you think of the old bridge? (${round})`,
      });
      await pause(1_000 / saidPerSecond);
    }
  await pause(patienceMs);
}

function figuresOf(envelopes: readonly EnvelopeRecord[]): BenchResult {
  const heard = envelopes.filter(({ name }) => name === "app_mention");
  const times = heard
    .map(({ at, acknowledgedAt }) => (acknowledgedAt ?? Number.POSITIVE_INFINITY) - at)
    .toSorted((a, b) => a - b);
  const share = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  const late = times.filter((ms) => ms > patienceMs).length;
  return {
    rounds: times.length,
    figures: { places, p50Ms: share(0.5), p99Ms: share(0.99), maxMs: times.at(-1) ?? 0, late },
  };
}

/** Speaks OpenAI's chat completions, after a while. */
async function slowModel() {
  const server = createServer(async (request, response) => {
    request.resume();
    await pause(modelMs, undefined, { ref: false });
    const chunk = (delta: object, reason: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`${chunk({ content: "It is a fine old bridge." }, null)}${chunk({}, "stop")}data: [DONE]\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { baseUrl, close };
}
