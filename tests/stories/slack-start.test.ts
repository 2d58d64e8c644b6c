import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { lastWords } from "../../src/core/errors.ts";
import { botEvents, botScopes } from "../../src/platforms/slack/rights.ts";
import type { TeamOptions } from "../doubles/slack/options.ts";
import { slackDouble } from "../doubles/slack/slack.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";
import { channel, lea, mention, slackWorkspace, tom } from "./slack-workspace.ts";

const say = (text: string, more: object = {}) => ({ type: "say" as const, by: lea, channel, text, ...more });

const team = (scopes: readonly string[]): TeamOptions => ({
  ...{ id: "T0HARBOUR01", name: "The Harbour", domain: "the-harbour", token: "xoxb-double-of-slack", scopes },
  ...{ bot: { user: "U0FAMILIAR1", id: "B0FAMILIAR1" }, channels: [{ id: channel, name: "general" }] },
  members: [lea, tom],
});

/** How the program ends that cannot start. */
async function endOf(start: Promise<unknown>) {
  const error = await start.then(
    () => null,
    (reason: unknown) => reason,
  );
  return lastWords(error);
}

test("a wrong bot token is one line that says where to click", async () => {
  const { run } = await slackWorkspace();
  const { text, exitCode } = await endOf(run({ SLACK_BOT_TOKEN: "xoxb-wrong" }));
  expect(text).toMatch(/^Slack does not take the token in SLACK_BOT_TOKEN .*OAuth & Permissions.* \[E-SLACK-TOKEN\]$/);
  expect(exitCode).toBe(10);
});

test("a wrong app token is one line that says where to click", async () => {
  const { run } = await slackWorkspace();
  const { text, exitCode } = await endOf(run({ SLACK_APP_TOKEN: "xapp-wrong" }));
  expect(text).toMatch(/^Slack does not take the token in SLACK_APP_TOKEN .*App-Level Tokens.* \[E-SLACK-TOKEN\]$/);
  expect(exitCode).toBe(10);
});

test("a missing scope is named at the start, with where to add it", async () => {
  const scopes = botScopes.filter((scope) => scope !== "im:history");
  const { run } = await slackWorkspace("socket", { teams: [team(scopes)] });
  const { text, exitCode } = await endOf(run());
  expect(text).toMatch(/lacks a permission: im:history\..*Reinstall to Workspace\. \[E-SLACK-SCOPE\]$/);
  expect(exitCode).toBe(11);
});

test("with the scopes and events of the manifest, and no more, it hears and answers everywhere", async () => {
  const { double, run, does, hears } = await slackWorkspace("socket", { teams: [team(botScopes)], events: botEvents });
  await run();
  const asked = await does(say(`${mention} my name is Lea`));
  await hears(asked, /Lea/);
  await hears(await does(say("what is my name?", { channel: null })), /./);
  await does({ type: "command", by: tom, channel, command: "/familiar", text: "mood" });
  await until(async () => (await double.history()).requests.some(({ method }) => method === "response_url"), "a mood");
  const { requests } = await double.history();
  expect(requests.filter(({ outcome }) => outcome === "refused")).toEqual([]);
});

test("an alias is the command itself", async () => {
  const { double, run, does } = await slackWorkspace(
    "socket",
    { commands: ["/familiar", "/journal"] },
    {
      slack: { aliases: ["journal"] },
    },
  );
  await run();
  await does({ type: "command", by: tom, channel, command: "/journal", text: "write slept badly" });
  const messages = async () => (await double.history()).messages;
  await until(async () => (await messages()).length > 0, "an answer");
  expect(await messages()).toMatchObject([{ visibleTo: tom.id }]);
  expect(JSON.stringify(await messages())).toContain("journal as #1");
});

test("a mention with a command behind it is that command, in a thread too", async () => {
  const { run, does, hears, replies } = await slackWorkspace();
  await run();
  const asked = await does(say(`${mention} hello`));
  await hears(asked, /./);
  await does(say(`${mention} /mood`, { thread: asked.ts ?? "" }));
  await hears(asked, /In this room I feel/);
  expect((await replies(asked)).every(({ thread }) => thread === asked.ts)).toBe(true);
});

test("a start while Slack is away is no end: the console answers meanwhile, and Slack is there when it is back", async () => {
  const double = await slackDouble();
  onTestFinished(double.close);
  await double.faults({ outage: true });
  const slack = { SLACK_BOT_TOKEN: "xoxb-double-of-slack", SLACK_APP_TOKEN: "xapp-double-of-slack" };
  const home = await aHome();
  const api = { SLACK_API_URL: `${double.address}/api` };
  const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "offline", LOG_LEVEL: "silent", ...slack, ...api };
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const config = readConfig({ env, cwd: home, argv: ["--json"] });
  const app = await createApp(config, { terminal: { input, output, errors, interactive: false } });
  onTestFinished(() => app.stop());
  const told: string[] = [];
  createInterface({ input: output }).on("line", (line) => told.push(line));
  await app.start();
  input.write("my name is Lea\n");
  await until(async () => told.some((line) => /"reply".*Lea/.test(line)), "an answer at the console");
  expect(told.join()).not.toContain("Slack: connected");
  await double.faults({ outage: false });
  await until(async () => told.some((line) => line.includes("Slack: connected as familiar.")), "Slack is back");
  await double.does(say(`${mention} hello`));
  await until(async () => (await double.history()).messages.length > 0, "an answer in Slack");
});

test("a Slack that answers and opens no socket is waited for as well", async () => {
  const { double, run, does, hears } = await slackWorkspace();
  await double.faults({ refuse: true });
  await run();
  await double.faults({ refuse: false });
  await until(async () => (await double.activity()).sockets.length > 0, "a socket");
  await hears(await does(say(`${mention} my name is Lea`)), /Lea/);
});

test("a program that is stopped while Slack is away stops, and opens nothing afterwards", async () => {
  const { double, run } = await slackWorkspace();
  await double.faults({ outage: true });
  const app = await run();
  await app.stop();
  await double.faults({ outage: false });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await double.history()).sockets).toEqual([]);
});

test("a port that is taken is one line that names the setting", async () => {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  const { run } = await slackWorkspace("http");
  const { text, exitCode } = await endOf(run({ SLACK_PORT: String(port) }));
  expect(text).toMatch(/^SLACK_PORT: \d+ is taken.*\[E-CONFIG-INVALID\]$/);
  expect(exitCode).toBe(2);
});
