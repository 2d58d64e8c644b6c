import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { setupSlack } from "../../src/cli/setup-slack.ts";
import { readConfig } from "../../src/config.ts";
import { botScopes } from "../../src/platforms/slack/rights.ts";
import type { SlackOptions, TeamOptions } from "../doubles/slack/options.ts";
import { slackDouble } from "../doubles/slack/slack.ts";
import { aHome } from "../stories/familiar.ts";
import { familiar } from "./familiar.ts";

const botToken = "xoxb-double-of-slack";
const appToken = "xapp-double-of-slack";

const team = (more: Partial<TeamOptions> = {}): TeamOptions => ({
  ...{ id: "T0HARBOUR01", name: "The Harbour", domain: "the-harbour", token: botToken, channels: [] },
  bot: { user: "U0FAMILIAR1", id: "B0FAMILIAR1" },
  ...more,
});

async function aDouble(options: SlackOptions = {}) {
  const double = await slackDouble(options);
  onTestFinished(double.close);
  const api = { SLACK_API_URL: `${double.address}/api` };
  return { ...double, api, env: { ...api, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } };
}

/** The lines, and what it ends in. */
async function lines(env: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const config = readConfig({ env, cwd: await aHome(), argv: [] });
  const code = await setupSlack(config, (line) => said.push(line)).catch((error) => error.code);
  return { said, code };
}

test("where everything is right it says so, line by line, and ends well, having opened and changed nothing", async () => {
  const { env, history } = await aDouble();
  const { output, errors, code } = await familiar(env, "setup", "slack");
  expect(output.split("\n")).toEqual([
    "✓ Bot token: Slack knows it, the workspace is The Harbour, and the bot is familiar.",
    "✓ Scopes: it has every one that it needs.",
    "✓ Socket Mode: Slack opens sockets for the token in SLACK_APP_TOKEN.",
    expect.stringMatching(/^· Events, the command and buttons .*slack-manifest/),
    "· In a channel: /invite @familiar, then mention it, or type /familiar.",
    "",
  ]);
  expect([errors, code]).toEqual(["", 0]);
  const { requests, sockets } = await history();
  expect(requests.map(({ method }) => method)).toEqual(["auth.test", "apps.connections.open"]);
  expect(sockets).toEqual([]);
});

test("a bot token that is refused is told with where to click, by its own exit code, and is not repeated", async () => {
  const { env } = await aDouble();
  const file = join(await aHome(), "token");
  await writeFile(file, "xoxb-wrong-token\n");
  const { SLACK_BOT_TOKEN: _right, ...others } = env;
  const told = await familiar({ ...others, SLACK_BOT_TOKEN_FILE: file, LANG: "de_DE.UTF-8" }, "setup", "slack");
  expect(told.output).toMatch(/^✗ Bot-Token: Slack nimmt das .* OAuth & Permissions/);
  expect(told.output).toMatch(/^✓ Socket Mode/m);
  expect(told.errors).toMatch(/^Slack ist noch nicht bereit.* \[E-SLACK-TOKEN\]\n$/);
  expect(told.code).toBe(10);
  expect(told.output + told.errors).not.toContain("xoxb-wrong");
});

test("scopes that are missing are named, each, with where to add them, by an exit code of their own", async () => {
  const scopes = botScopes.filter((scope) => scope !== "files:read" && scope !== "im:history");
  const { env } = await aDouble({ teams: [team({ scopes })] });
  const { output, code } = await familiar(env, "setup", "slack");
  expect(output).toMatch(/^✗ Scopes: it lacks im:history, files:read\. .*OAuth & Permissions.*Reinstall to Workspace/m);
  expect(code).toBe(11);
});

test("a scope that only adds something is told with what it brings, and nothing is left to do for it", async () => {
  const { env } = await aDouble({ teams: [team({ scopes: botScopes })] });
  const { said, code } = await lines(env);
  expect(said[1]).toMatch(/^✓ Scopes/);
  expect(said[2]).toMatch(
    /^· assistant:write is not granted\. Everything else works without it; .*OAuth & Permissions/,
  );
  expect(code).toBeUndefined();
});

test("a Slack that does not answer is nobody's mistake, and has another exit code", async () => {
  const { env, faults } = await aDouble();
  await faults({ outage: true });
  const { output, errors, code } = await familiar(env, "setup", "slack");
  expect([output, code]).toEqual(["", 6]);
  expect(errors).toMatch(/\[E-PLATFORM-DELIVERY\]\n$/);
});

test("without tokens it says where to get both", async () => {
  const { said, code } = await lines({});
  expect(said).toEqual([
    expect.stringMatching(/^✗ Bot token: SLACK_BOT_TOKEN is not set\. .*From a manifest.*slack-manifest/),
    expect.stringMatching(/^✗ Socket Mode: SLACK_APP_TOKEN is not set\. .*connections:write.*SLACK_SIGNING_SECRET/),
  ]);
  expect(code).toBe("E-SLACK-TOKEN");
});

test("with the bot's token alone it says what else is needed, and how it ends tells that from a wrong token", async () => {
  const { api } = await aDouble();
  const { output, errors, code } = await familiar({ ...api, SLACK_BOT_TOKEN: botToken }, "setup", "slack");
  expect(output).toMatch(/^✓ Bot token[\s\S]*^✗ Socket Mode: SLACK_APP_TOKEN is not set/m);
  expect(errors).toMatch(/\[E-SLACK-SETUP\]\n$/);
  expect(code).toBe(2);
});

test("an app token that is refused is told apart from the bot's", async () => {
  const { env } = await aDouble();
  const { said, code } = await lines({ ...env, SLACK_APP_TOKEN: "xapp-wrong-token" });
  expect(said[0]).toMatch(/^✓ Bot token/);
  expect(said[2]).toMatch(/^✗ Socket Mode: Slack does not take the token in SLACK_APP_TOKEN.*App-Level Tokens/);
  expect(code).toBe("E-SLACK-TOKEN");
});

test("tokens that stand in each other's place are both refused", async () => {
  const { env } = await aDouble();
  const { said } = await lines({ ...env, SLACK_BOT_TOKEN: appToken, SLACK_APP_TOKEN: botToken });
  expect(said.map((line) => line[0])).toEqual(["✗", "✗"]);
});

test("by signed requests it says what has to reach which port, and needs no app token", async () => {
  const { api } = await aDouble();
  const http = { SLACK_SIGNING_SECRET: "secret", SLACK_PORT: "3000" };
  const { said, code } = await lines({ ...api, SLACK_BOT_TOKEN: botToken, ...http });
  expect(said[2]).toMatch(/^· Signed requests: .*port 3000.*\/slack\/events/);
  expect(code).toBeUndefined();
});

test("a workspace's name cannot speak to the terminal", async () => {
  const { env } = await aDouble({ teams: [team({ name: "Har\u001b[2Jbour" })] });
  expect((await lines(env)).said[0]).toContain("the workspace is Har[2Jbour,");
});
