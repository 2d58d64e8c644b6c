import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import type { Locale } from "../../core/session.ts";
import type { Finding } from "../../core/setup.ts";
import { type Words, words } from "../../locales/words.ts";
import type { Transport } from "./adapter.ts";
import { isScopeMissing, isTokenRefused } from "./failures.ts";
import { eventsPath } from "./manifest.ts";
import { Outbound } from "./outbound.ts";
import { extrasLackingIn, lackingIn } from "./rights.ts";

export interface CheckupOptions {
  readonly token: Secret | null;
  /** Null where neither an app token nor a signing secret and a port are set. */
  readonly transport: Transport | null;
  readonly apiUrl: string | null;
  readonly commandName: string;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
}

type Say = Words["slackSetup"];

/** What is right and what is left to do, as Slack itself says it. Nothing is sent there but questions. */
export async function* checkup(options: CheckupOptions): AsyncGenerator<Finding> {
  const say = words(options.locale).slackSetup;
  const known = yield* bot(options, say);
  yield* way(options, say);
  if (known === null) return;
  yield hint(say.unseen());
  yield hint(say.invite(known, options.commandName));
}

type Left = Extract<Finding, { readonly state: "left" }>;

const right = (text: string): Finding => ({ state: "right", text });
const left = (code: Left["code"], text: string): Left => ({ state: "left", code, text });
const hint = (text: string): Finding => ({ state: "hint", text });

/** The bot's own name, where Slack knows its token. */
async function* bot({ token, ...options }: CheckupOptions, say: Say): AsyncGenerator<Finding, string | null> {
  if (!token) {
    yield left("E-SLACK-TOKEN", say.botTokenMissing());
    return null;
  }
  const known = await unlessRefused(new Outbound({ ...options, token }).whoAmI());
  if (known === "token" || known === "scope" || !known.bot_id) {
    yield left("E-SLACK-TOKEN", say.botTokenRefused());
    return null;
  }
  const name = readable(known.user ?? "Familiar");
  yield right(say.botToken(readable(known.team ?? ""), name));
  const granted = known.response_metadata?.scopes ?? null;
  yield scopes(granted, say);
  if (extrasLackingIn(granted).includes("assistant:write")) yield hint(say.assistantScopeMissing());
  return name;
}

function scopes(granted: readonly string[] | null, say: Say): Finding {
  const lacking = lackingIn(granted);
  if (lacking === null) return hint(say.scopesUntold());
  return lacking.length > 0 ? left("E-SLACK-SCOPE", say.scopesMissing(lacking)) : right(say.scopes());
}

/** How Slack reaches us. */
async function* way({ transport, ...options }: CheckupOptions, say: Say): AsyncGenerator<Finding> {
  if (!transport) return yield left("E-SLACK-SETUP", say.noWay());
  if (transport.type === "http") return yield hint(say.http(transport.port, eventsPath));
  const opened = await unlessRefused(new Outbound({ ...options, token: transport.appToken }).socketAddress());
  if (opened === "scope") yield left("E-SLACK-SCOPE", say.appScopeMissing());
  else yield opened === "token" ? left("E-SLACK-TOKEN", say.appTokenRefused()) : right(say.appToken());
}

/** Which of both it is that Slack refuses; whatever else happens is nobody's mistake. */
async function unlessRefused<T>(request: Promise<T>): Promise<T | "token" | "scope"> {
  try {
    return await request;
  } catch (error) {
    if (isTokenRefused(error)) return "token";
    if (isScopeMissing(error)) return "scope";
    throw error;
  }
}

/** Others have chosen these names: a terminal must find nothing to obey in them. */
const readable = (name: string): string => name.replaceAll(/\p{C}/gu, "");
