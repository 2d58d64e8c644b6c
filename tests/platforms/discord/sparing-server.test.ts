import { GatewayIntentBits } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { helpCommands } from "../../../commands/help.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import type { Logger } from "../../../src/core/ports.ts";
import { Secret } from "../../../src/core/secret.ts";
import { discordAdapter } from "../../../src/platforms/discord/adapter.ts";
import { systemClock } from "../../../src/system.ts";
import { recorder } from "../../contracts/platform-host.ts";
import { type LogLine, noting, silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { type SparingServer, sparingServer } from "./sparing-server.ts";

const commands: readonly AnyCommand[] = helpCommands({ commands: () => commands });
const content = GatewayIntentBits.MessageContent;
const ida = { id: "21", username: "ida" };

async function connected({ address }: SparingServer, log: Logger = silent) {
  const host = recorder();
  const token = new Secret("x.y.z");
  const apiUrl = `${address}/api/v10`;
  const adapter = discordAdapter({
    token,
    apiUrl,
    commandGuilds: [],
    locale: "en",
    fetch,
    clock: systemClock,
    log,
  });
  onTestFinished(adapter.stop);
  await adapter.publishCommands(commands);
  await adapter.start(host);
  return host;
}

test("events that lack what the library would read end nothing, and commands that are not taken end nothing", async () => {
  const server = await sparingServer();
  const host = await connected(server);
  server.tell("GUILD_CREATE", { id: "31" });
  server.tell("CHANNEL_UPDATE", {});
  const command = { id: "1002", application_id: "11", token: "t", type: 2, user: ida, channel_id: "41" };
  server.tell("INTERACTION_CREATE", { ...command, channel: { id: "41", type: 1 }, data: { name: "help", type: 1 } });
  expect((await host.next()).ask).toMatchObject({ command: "help", room: { kind: "direct" } });
  server.tell("MESSAGE_CREATE", { id: "1003", channel_id: "41", author: ida, content: "hello" });
  expect((await host.next()).ask).toMatchObject({ text: "hello", addressing: "direct" });
});

test("a gateway that answers no heartbeat is not taken for dead because of that", async () => {
  const server = await sparingServer();
  const host = await connected(server);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  expect(server.intents).toHaveLength(1);
  server.tell("MESSAGE_CREATE", { id: "1003", channel_id: "41", author: ida, content: "still there?" });
  expect((await host.next()).ask).toMatchObject({ text: "still there?" });
}, 20_000);

test("the right to read messages is tried where nobody tells of it, and done without where it is refused", async () => {
  const granting = await sparingServer();
  await connected(granting);
  expect(granting.intents.map((asked) => (asked & content) !== 0)).toEqual([true]);
  const refusing = await sparingServer({ refused: content });
  await connected(refusing);
  expect(refusing.intents.map((asked) => (asked & content) !== 0)).toEqual([true, false]);
});

test("an intent that is refused though it was granted a moment ago ends the start, in words that say where to look", async () => {
  const server = await sparingServer({ refused: content, flags: 1 << 19 });
  const error: unknown = await connected(server).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-DISCORD-INTENT", message: expect.stringContaining("Message Content Intent") });
  expect(server.intents).toHaveLength(1);
});

test.each([
  ["at its address", { unauthorized: "GET /api/v10/gateway/bot" }, 0],
  ["when it is told who comes", { refused: content, refusal: [4004, "Authentication failed."] as const }, 1],
])("a token that the gateway alone refuses, %s, ends the start, and it is not asked again", async (_, how, asked) => {
  const server = await sparingServer({ ...how, flags: 1 << 19 });
  const error: unknown = await connected(server).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-DISCORD-TOKEN", message: expect.stringContaining("Reset Token") });
  expect(server.intents).toHaveLength(asked);
});

test.each([
  ["token", 4004, "Authentication failed.", "E-DISCORD-TOKEN"],
  ["intent", 4014, "Disallowed intent(s).", "E-DISCORD-INTENT"],
] as const)("where the %s is taken back later, one line tells what to do", async (_, code, reason, told) => {
  const server = await sparingServer({ flags: 1 << 19 });
  const lines: LogLine[] = [];
  await connected(server, noting(lines));
  server.end(code, reason);
  const errors = () => lines.filter(({ level, fields }) => level === "error" && fields["code"] === told);
  await until(() => errors().length > 0, "the line");
  expect(errors()).toMatchObject([{ message: expect.stringContaining("Developer Portal") }]);
  expect(server.intents).toHaveLength(1);
});
