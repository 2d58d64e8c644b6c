import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type DiscordControl, discordControl } from "../../tests/doubles/discord/control.ts";
import type { DiscordOptions } from "../../tests/doubles/discord/options.ts";
import { type TokenModel, tokenModel } from "../../tests/doubles/token-model.ts";
import { type Children, children } from "../run/children.ts";
import type { Databases } from "../run/database.ts";
import { leavingNothing } from "../run/world.ts";

export interface CityOptions {
  readonly seed: number;
  readonly streamed: boolean;
  readonly databases: Databases;
}

/** The program itself, connected to a Discord with a hundred channels; each is a process of its own. */
export interface City {
  readonly discord: DiscordControl;
  readonly channels: readonly string[];
  close(): Promise<void>;
}

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const programScript = beside("../../src/main.js");
const discordScript = beside("../../tests/doubles/discord/main.js");

const bot = { id: "100000000000000001", name: "Familiar", bot: true };
const token = "double.of.discord";
export const mention = `<@${bot.id}>`;
const channels = Array.from({ length: 100 }, (_, at) => ({
  id: String(300_000_000_000_000_000n + BigInt(at)),
  name: `c${at}`,
}));
const guilds = [{ id: "200000000000000001", name: "The City", channels }];

/** However long people wait: what is proved is that they are answered, and how. */
const settings = { locale: "en", limits: { concurrentTurns: 100, waitingInPlace: 1_000, lateMinutes: 10_080 } };

export async function city({ seed, streamed, databases }: CityOptions): Promise<City> {
  const processes = children();
  const home = await mkdtemp(join(tmpdir(), "familiar-proof-"));
  const unwatch = leavingNothing(() => {
    processes.killAll();
    rmSync(home, { recursive: true, force: true });
  });
  await writeFile(join(home, "familiar.config.json"), JSON.stringify(settings));
  const database = await databases.open(home);
  const model = await tokenModel({ seed, now: Date.now });
  model.weather({ slow: 1 });
  const options: DiscordOptions = { seed, bot, token, guilds };
  const discord = discordControl((await processes.start(discordScript, { args: [JSON.stringify(options)] })).firstLine);
  const mind = streamed ? askingModel(model) : { FAMILIAR_MODEL: "offline" };
  await begin(processes, { ...environment(home, database.url, discord.address), ...mind }, discord);
  return {
    discord,
    channels: channels.map(({ id }) => id),
    close: async () => {
      processes.killAll();
      unwatch();
      await model.close();
      await database.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Resolves once Discord has taken the program. */
async function begin(processes: Children, env: Readonly<Record<string, string>>, discord: DiscordControl) {
  const cwd = env["FAMILIAR_HOME"] ?? null; // where its settings are
  const program = await processes.start(programScript, { args: ["--json"], cwd, env });
  while (!(await discord.activity()).sessions.some(({ connected }) => connected)) {
    if (program.gone()) throw new Error(`the program did not start:\n${program.lastWords()}`);
    await pause(100);
  }
}

const environment = (home: string, database: string, discord: string) => ({
  FAMILIAR_HOME: home,
  DATABASE_URL: database,
  DISCORD_TOKEN: token,
  DISCORD_API_URL: `${discord}/api`,
  LOG_LEVEL: process.env["LOG_LEVEL"] ?? "error",
});

const askingModel = ({ baseUrl }: TokenModel) => ({
  FAMILIAR_MODEL: "openai:fake",
  OPENAI_BASE_URL: baseUrl,
  OPENAI_API_KEY: "none-is-needed",
});
