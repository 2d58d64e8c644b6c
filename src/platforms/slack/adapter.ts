import { commandRegistry } from "../../core/commands/registry.ts";
import { ConfigError } from "../../core/errors.ts";
import type { AdapterHost, PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import type { Locale } from "../../core/session.ts";
import { callsOf } from "../shared/markdown/calling.ts";
import { pages } from "../shared/pages.ts";
import { patiently } from "../shared/patiently.ts";
import { partLength } from "./blocks.ts";
import { typedBy } from "./commands.ts";
import { boltOn, type Installed } from "./dispatch.ts";
import { scopesMissing, toConfigError } from "./failures.ts";
import { signedHttp } from "./http.ts";
import { slack } from "./inbound.ts";
import type { Link } from "./link.ts";
import { type Listening, listening } from "./listening.ts";
import { Outbound } from "./outbound.ts";
import { people } from "./people.ts";
import { heardBefore } from "./pulse.ts";
import { lackingIn } from "./rights.ts";
import type { Self } from "./self.ts";
import { socketMode } from "./socket.ts";
import { speaking } from "./speaking.ts";
import { titles } from "./titles.ts";

/** How Slack reaches us: through a socket that we open, or by signed requests to a port of ours. */
export type Transport =
  | { readonly type: "socket"; readonly appToken: Secret }
  | { readonly type: "http"; readonly signingSecret: Secret; readonly port: number };

export interface SlackOptions {
  readonly token: Secret;
  readonly transport: Transport;
  /** With or without a slash at its end; null means Slack's own. */
  readonly apiUrl: string | null;
  /** The slash command behind which all commands stand, without its slash: `familiar`. */
  readonly commandName?: string;
  /** Commands that have a slash command of their own, beside the one that has all behind it. */
  readonly aliases?: readonly string[];
  /** Channels shared with other workspaces in which people are answered all the same. */
  readonly sharedChannels?: readonly string[];
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  /** For the files of messages. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told once Slack can reach us, with the names of the app and of its workspace. */
  readonly connected?: (name: string) => void;
  /** Stands around each reply's requests: proofs interrupt there. */
  readonly around?: <P extends object>(name: string, port: P) => P;
}

/** Channels, threads, direct and group messages and the slash command of one Slack workspace. */
export function slackAdapter(options: SlackOptions): PlatformAdapter {
  const {
    token,
    clock,
    log,
    aliases = [],
    sharedChannels = [],
    commandName = "familiar",
    connected = () => {},
  } = options;
  const outbound = new Outbound(options);
  const crowd = { people: people(outbound, clock), titles: titles(outbound.assistant) };
  const known = { ...crowd, aliases, sharedChannels, commandName, outbound, pages: pages(clock) };
  const link = linkOf(options);
  const closing = new AbortController();
  const patience = { ...options, platform: "Slack", closing: closing.signal };
  let me: Promise<Self> | null = null;
  let registry = commandRegistry([]);
  let calls = callsOf([], (command) => `/${command}`);
  let ears: Listening | null = null;
  let core: AdapterHost | null = null;
  const self = (): Promise<Self> => {
    me ??= whoAmI(outbound, commandName);
    me.catch(() => {
      me = null;
    });
    return me;
  };
  return {
    platform: slack,
    capabilities: {
      partLength,
      streams: true,
      operatorOnly: false,
      coalesces: true,
      mayBeLate: true,
      buttons: true,
      commandsUnseen: true,
    },
    ...speaking({ ...options, ...known, self, calls: () => calls, stopped: (turn) => core?.stop(turn) }),
    // Slack is told of its commands by the manifest of the app.
    publishCommands: async (commands) => {
      registry = commandRegistry(commands);
      calls = callsOf(commands, typedBy({ commandName, aliases }));
    },
    start: async (host: AdapterHost) => {
      ears = null;
      core = host;
      const connect = async (): Promise<void> => {
        const own = await inWords(self());
        const from = await heardBefore(host, clock);
        const hears = ears ?? listening({ ...options, ...known, host, self: own, registry, from });
        ears = hears;
        const app = boltOn(link, () => installedAs(own, token), hears, log);
        await inWords(app.start().then(() => {}));
        hears.open(link.isOpen);
        log.info({}, `connected to Slack as ${own.name}`);
        connected(own.name);
      };
      await patiently(connect, patience);
    },
    rest: async () => {
      closing.abort();
      await ears?.rest();
    },
    stop: () => {
      closing.abort();
      return link.close();
    },
  };
}

function linkOf({ transport, ...options }: SlackOptions): Link {
  return transport.type === "socket"
    ? socketMode({ ...options, ...transport })
    : signedHttp({ ...options, ...transport });
}

async function whoAmI(outbound: Outbound, front: string): Promise<Self> {
  const { team_id, user_id, bot_id, user, response_metadata } = await outbound.whoAmI();
  const lacking = lackingIn(response_metadata?.scopes ?? null) ?? [];
  if (lacking.length > 0) throw scopesMissing(lacking);
  if (!team_id || !user_id) throw new ConfigError("E-SLACK-TOKEN", "Slack does not say whose the token is.");
  return { team: team_id, user: user_id, bot: bot_id ?? null, name: user ?? "Familiar", front };
}

const installedAs = ({ team, user, bot }: Self, token: Secret): Installed => ({
  teamId: team,
  botUserId: user,
  botId: bot ?? user,
  botToken: token.reveal(),
});

async function inWords<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw toConfigError(error) ?? error;
  }
}
