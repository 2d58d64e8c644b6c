import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { setupDiscord } from "../../src/cli/setup-discord.ts";
import { readConfig } from "../../src/config.ts";
import { ConfigError, lastWords, PlatformError } from "../../src/core/errors.ts";
import { discordDouble } from "../doubles/discord/discord.ts";
import type { DiscordOptions, GuildOptions } from "../doubles/discord/options.ts";
import { aHome } from "../stories/familiar.ts";
import { familiar } from "./familiar.ts";

const token = "double.of.discord";
const invite =
  "https://discord.com/oauth2/authorize?client_id=100000000000000001&scope=bot+applications.commands&permissions=274877975552";

async function aDouble(options: DiscordOptions = {}) {
  const double = await discordDouble(options);
  onTestFinished(double.close);
  return { ...double, env: { DISCORD_TOKEN: token, DISCORD_API_URL: `${double.address}/api` } };
}

/** The same without a process: the lines, and what it ends in. */
async function lines(env: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const config = readConfig({ env, cwd: await aHome(), argv: [] });
  const code = await setupDiscord(config, (line) => said.push(line)).catch((error) => error.code);
  return { said, code };
}

test("where everything is right it says so, line by line, with the address that invites it, and ends well", async () => {
  const { env, history } = await aDouble();
  const { output, errors, code } = await familiar(env, "setup", "discord");
  expect(output.split("\n")).toEqual([
    "✓ Token: Discord knows it, and the app is Familiar.",
    "✓ Message Content Intent: on. Threads are followed without a mention.",
    "✓ Server The Harbour: it has every permission that it needs.",
    "· Commands: not registered yet. The first start does that: npm start.",
    `· To invite it to a server: ${invite}`,
    "",
  ]);
  expect([errors, code]).toEqual(["", 0]);
  const { requests, sessions } = await history();
  expect(requests.every(({ method }) => method === "GET")).toBe(true);
  expect(sessions).toEqual([]);
});

test("a token that is refused is told with where to click, by its own exit code, and is not repeated", async () => {
  const { env } = await aDouble();
  const home = await aHome();
  const file = join(home, "token");
  await writeFile(file, "wrong.token.here\n");
  const { DISCORD_TOKEN: _right, ...others } = env;
  const told = await familiar({ ...others, DISCORD_TOKEN_FILE: file, LANG: "de_DE.UTF-8" }, "setup", "discord");
  expect(told.output).toMatch(/^✗ Token: Discord hat den .* Reset Token/);
  expect(told.errors).toMatch(/^Discord ist noch nicht bereit.* \[E-DISCORD-TOKEN\]\n$/);
  expect(told.code).toBe(7);
  expect(told.output + told.errors).not.toContain("wrong.token");
});

test("a Discord that does not answer is nobody's mistake, and has another exit code", async () => {
  const { env, faults } = await aDouble();
  await faults({ outage: true });
  const { output, errors, code } = await familiar(env, "setup", "discord");
  expect([output, code]).toEqual(["", 6]);
  expect(errors).toMatch(/\[E-PLATFORM-DELIVERY\]\n$/);
});

test("a subcommand that does not exist is refused without repeating it", async () => {
  const { output, errors, code } = await familiar({}, "setup", "my.secret.token");
  expect([output, code]).toEqual(["", 2]);
  expect(errors).toBe(
    "There is no such subcommand. Known: setup discord, setup slack, slack-manifest. [E-CONFIG-INVALID]\n",
  );
});

test("without a token it says where to get one", async () => {
  const { said, code } = await lines({});
  expect(said).toEqual([expect.stringMatching(/^✗ Token: DISCORD_TOKEN is not set\. Developer Portal/)]);
  expect(code).toBe("E-DISCORD-TOKEN");
});

test("what is off or missing is told by its name in Discord's settings", async () => {
  const guild = (id: string, name: string, permissions: bigint): GuildOptions => ({
    ...{ id, name, channels: [] },
    permissions: String(permissions),
  });
  const { env } = await aDouble({
    messageContent: false,
    guilds: [
      guild("200000000000000001", "Ha\u001b[2Jrbour", (1n << 10n) | (1n << 11n)),
      guild("200000000000000002", "Attic", 1n << 3n),
    ],
  });
  const { said, code } = await lines(env);
  expect(said[1]).toMatch(/^· Message Content Intent: off\..*Developer Portal/);
  expect(said[2]).toMatch(/^✗ Server Ha\[2Jrbour: it lacks Send Messages in Threads, Read Message History\./);
  expect(said[3]).toMatch(/^✓ Server Attic/);
  expect(code).toBe("E-DISCORD-PERMISSION");
});

test("an app that is in no server yet has that left to do, and one in hundreds tells each of them", async () => {
  const alone = await aDouble({ guilds: [] });
  expect((await lines(alone.env)).said).toContainEqual(expect.stringMatching(/^✗ Servers: it is in none yet/));
  const guilds = Array.from({ length: 201 }, (_, at): GuildOptions => {
    return { id: String(200_000_000_000_000_000n + BigInt(at)), name: `no. ${at}`, channels: [] };
  });
  const busy = await aDouble({ guilds });
  const { said, code } = await lines(busy.env);
  expect(said.filter((line) => line.startsWith("✓ Server no. "))).toHaveLength(201);
  expect(code).toBeUndefined();
});

test("what is mended in three places of Discord's settings ends with three codes", () => {
  const codes = [
    new ConfigError("E-DISCORD-TOKEN", ""),
    new ConfigError("E-DISCORD-INTENT", ""),
    new PlatformError("E-DISCORD-PERMISSION", ""),
    new ConfigError("E-CONFIG-INVALID", ""),
  ].map((error) => lastWords(error).exitCode);
  expect(new Set(codes).size).toBe(4);
});
