import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { GatewayIntentBits } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { discordDouble } from "../doubles/discord/discord.ts";
import { sparingServer } from "../platforms/discord/sparing-server.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";

const lea = { id: "400000000000000011", name: "Lea" };
const channel = "300000000000000001";
const mention = "<@100000000000000001>";

/** The program as an operator starts it, and all that it tells them. */
async function operated(env: Readonly<Record<string, string>> = {}) {
  const double = await discordDouble();
  onTestFinished(double.close);
  const home = await aHome();
  const settings = { FAMILIAR_HOME: join(home, "data"), FAMILIAR_MODEL: "offline", LOG_LEVEL: "error" };
  const discord = { DISCORD_TOKEN: "double.of.discord", DISCORD_API_URL: `${double.address}/api` };
  const child = spawn(process.execPath, ["--conditions=development", "--import", "tsx", "src/main.ts"], {
    env: { PATH: process.env["PATH"], ...settings, ...discord, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += String(chunk);
  });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  const log = () => told.split("\n").filter((line) => line.startsWith("{"));
  return { double, told: () => told, log, ended };
}

test("who starts it is told on one line that Discord is connected, and as whom", async () => {
  const { told } = await operated();
  await until(() => /^Discord: connected as familiar\.$/m.test(told()), "that line", 25_000);
  expect(told().match(/connected as/g)).toHaveLength(1);
});

test("with a token that Discord refuses the program ends, with where to click and an exit code of its own", async () => {
  const { told, ended } = await operated({ DISCORD_TOKEN: "wrong.token.here" });
  expect(await ended).toEqual([7, null]);
  expect(told()).toMatch(/Reset Token.*\[E-DISCORD-TOKEN\]$/m);
  expect(told()).not.toContain("wrong.token");
});

test("with an intent that Discord refuses the program ends too, though its console is open", async () => {
  const { address } = await sparingServer({ refused: GatewayIntentBits.MessageContent, flags: 1 << 19 });
  const { told, ended } = await operated({ DISCORD_API_URL: `${address}/api` });
  expect(await ended).toEqual([8, null]);
  expect(told()).toMatch(/Privileged Gateway Intents.*\[E-DISCORD-INTENT\]$/m);
});

test("a missing permission is one line an hour and place for the operator, and the question is over", async () => {
  const { double, told, log } = await operated();
  await until(() => told().includes("connected"), "a connection", 25_000);
  await double.faults({ forbidden: [channel] });
  const refused = async () =>
    (await double.history()).requests.filter(({ kind, outcome }) => kind === "create" && outcome === "refused");
  for (const times of [1, 2]) {
    await double.does({ type: "say", by: lea, channel, content: `${mention} my cat is called Canary` });
    await until(async () => (await refused()).length === times, "a refusal");
  }
  await double.faults({ forbidden: [] });
  const asked = await double.does({ type: "say", by: lea, channel, content: `${mention} hello` });
  const replied = async () => (await double.history()).messages.filter(({ reference }) => reference === asked?.id);
  await until(async () => (await replied()).length > 0, "an answer");
  expect(log()).toHaveLength(1);
  expect(log()[0]).toMatch(/"code":"E-DISCORD-PERMISSION".*channel 300000000000000001 of server 200000000000000001/);
  expect(log()[0]).not.toContain("Canary");
  expect(await refused()).toHaveLength(2);
});
