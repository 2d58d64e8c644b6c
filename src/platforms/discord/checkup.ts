import type { APIApplication, RESTAPIPartialCurrentUserGuild } from "discord.js";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import type { Locale } from "../../core/session.ts";
import type { Finding } from "../../core/setup.ts";
import { type Words, words } from "../../locales/words.ts";
import { connection } from "./connection.ts";
import { isTokenRefused } from "./failures.ts";
import { readsMessages } from "./identity.ts";
import { largestGuildPage, Outbound } from "./outbound.ts";
import { inviteAddress, lackingIn } from "./permissions.ts";

export interface CheckupOptions {
  readonly token: Secret | null;
  readonly apiUrl: string | null;
  readonly commandGuilds: readonly string[];
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What is right and what is left to do, as Discord itself says it. Nothing is sent there but questions. */
export async function* checkup({ token, commandGuilds, locale, ...ways }: CheckupOptions): AsyncGenerator<Finding> {
  const say = words(locale);
  if (!token) return yield left("E-DISCORD-TOKEN", say.setup.tokenMissing());
  const outbound = new Outbound(connection({ ...ways, token }).departure.rest);
  const app = await applicationOf(outbound);
  if (!app) return yield left("E-DISCORD-TOKEN", say.setup.tokenRefused());
  yield right(say.setup.token(readable(app.name)));
  yield readsMessages(app) === true ? right(say.setup.content()) : hint(say.setup.noContent());
  yield* servers(outbound, say);
  const registered = (await outbound.commands(app.id, commandGuilds[0] ?? null)).length > 0;
  yield registered ? right(say.setup.commands()) : hint(say.setup.noCommands());
  yield hint(say.setup.invite(inviteAddress(app.id)));
}

type Left = Extract<Finding, { readonly state: "left" }>;

const right = (text: string): Finding => ({ state: "right", text });
const left = (code: Left["code"], text: string): Left => ({ state: "left", code, text });
const hint = (text: string): Finding => ({ state: "hint", text });

/** Null where Discord does not know the token. */
async function applicationOf(outbound: Outbound): Promise<APIApplication | null> {
  try {
    return await outbound.application();
  } catch (error) {
    if (isTokenRefused(error)) return null;
    throw error;
  }
}

async function* servers(outbound: Outbound, { setup, discord }: Words): AsyncGenerator<Finding> {
  let none = true;
  for await (const { name, permissions } of guildsOf(outbound)) {
    none = false;
    const lacking = lackingIn(permissions).map((one) => discord.permissions[one]);
    yield lacking.length > 0
      ? left("E-DISCORD-PERMISSION", setup.missing(readable(name), lacking))
      : right(setup.server(readable(name)));
  }
  if (none) yield left("E-DISCORD-SETUP", setup.noServer());
}

async function* guildsOf(outbound: Outbound): AsyncGenerator<RESTAPIPartialCurrentUserGuild> {
  let last: RESTAPIPartialCurrentUserGuild | undefined;
  let page: readonly RESTAPIPartialCurrentUserGuild[];
  do {
    page = await outbound.guilds(last?.id ?? "0");
    yield* page;
    last = page.at(-1);
  } while (page.length === largestGuildPage);
}

/** Others have chosen these names: a terminal must find nothing to obey in them. */
const readable = (name: string): string => name.replaceAll(/\p{C}/gu, "");
