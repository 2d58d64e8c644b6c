import type { AppsManifestCreateArguments } from "@slack/web-api";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { botEvents, botScopes, extraScopes } from "./rights.ts";

export type Manifest = AppsManifestCreateArguments["manifest"];

export interface ManifestOptions {
  /** As people are to see it. */
  readonly name: string;
  readonly commandName: string;
  readonly aliases: readonly string[];
  /** Of the descriptions, which a whole workspace reads. */
  readonly locale: Locale;
  /** The address that Slack sends requests to; null where a socket is opened instead. */
  readonly address: string | null;
}

/** Where `signedHttp` hears events, commands and what people press. */
export const eventsPath = "/slack/events";
const unnamed = "https://replace-this-with-your-address.example";

/** The address as Slack is to call it, below what others see of this machine; a placeholder where nobody has told it. */
export const requestAddress = (url: string | null): string => {
  const base = (url ?? unnamed).replace(/\/+$/, "");
  return base.endsWith(eventsPath) ? base : `${base}${eventsPath}`;
};

/** What api.slack.com/apps takes under "Create from a manifest". */
export function manifest(options: ManifestOptions): Manifest {
  const { name, locale, address } = options;
  return {
    display_information: { name: name.slice(0, 35), description: words(locale).slack.about() },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      // The older `assistant_view` cannot stand beside it, and Slack gives it to no new app.
      agent_view: agentOf(locale),
      bot_user: { display_name: handleOf(name), always_online: true },
      slash_commands: commandsOf(options),
    },
    oauth_config: { scopes: { bot: [...botScopes, ...extraScopes] as BotScopes } },
    settings: {
      event_subscriptions: { ...(address !== null && { request_url: address }), bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...(address !== null && { request_url: address }) },
      org_deploy_enabled: false,
      socket_mode_enabled: address === null,
      token_rotation_enabled: false,
    },
  };
}

/** The library's list of scopes does not know all of them. */
type BotScopes = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>;

type AgentView = NonNullable<NonNullable<Manifest["features"]>["agent_view"]>;

function agentOf(locale: Locale): AgentView {
  const { about, prompts } = words(locale).slackPane;
  return { agent_description: about(), suggested_prompts: prompts().map((prompt) => ({ ...prompt })) };
}

type Command = NonNullable<NonNullable<Manifest["features"]>["slash_commands"]>[number];

function commandsOf({ commandName, aliases, locale, address }: ManifestOptions): [Command, ...Command[]] {
  const { command, alias, usage } = words(locale).slack;
  // What people type is taken as they typed it: mentions in a command stay names.
  const more = { should_escape: false, ...(address !== null && { url: address }) };
  const main = { command: `/${commandName}`, description: command(), usage_hint: usage(), ...more };
  return [
    main,
    ...aliases.map((name) => ({ command: `/${name}`, description: alias(`/${commandName} ${name}`), ...more })),
  ];
}

/** Slack lets a bot be called by small Latin letters, digits and few signs. */
const handleOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(/[^a-z0-9._-]/g, "")
    .slice(0, 80) || "familiar";
