import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifest } from "../../../src/platforms/slack/manifest.ts";
import { appScope, botEvents, botScopes, extraScopes, olderEvents } from "../../../src/platforms/slack/rights.ts";

const room = "src/platforms/slack";
const sources = readdirSync(room).map((name) => ({ name, text: readFileSync(join(room, name), "utf8") }));
const text = sources.map((source) => source.text).join("\n");
const found = (pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
];

const kinds = ["channels", "groups", "im", "mpim"];
const each = (what: string): readonly string[] => kinds.map((kind) => `${kind}:${what}`);

/** What Slack's reference says that each method wants; it wants nothing for auth.test and views.open. */
const wantedByMethod: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "apps.connections.open": [appScope],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.delete": ["chat:write"],
  "chat.startStream": ["chat:write"],
  "chat.appendStream": ["chat:write"],
  "chat.stopStream": ["chat:write"],
  "conversations.history": each("history"),
  "conversations.replies": each("history"),
  "conversations.info": each("read"),
  "conversations.open": ["im:write"],
  "users.conversations": each("read"),
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "assistant.threads.setStatus": ["chat:write"],
  "assistant.threads.setTitle": ["assistant:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
};

const wantedByEvent: Readonly<Record<string, readonly string[]>> = {
  app_mention: ["app_mentions:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  "message.mpim": ["mpim:history"],
  user_change: ["users:read"],
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
};

/** For the slash command, and for the files of messages, which are fetched and not asked for by a method. */
const wantedBeside = ["commands", "files:read"];

test("every method that is asked is known here, and no other", () => {
  const asked = found(/\bclient\.([a-zA-Z]+(?:\.[a-zA-Z]+)+)\(/g);
  expect([...asked].sort()).toEqual(Object.keys(wantedByMethod).sort());
  const clients = sources.filter((source) => source.text.includes("new WebClient("));
  expect(clients.map(({ name }) => name)).toEqual(["requests.ts"]);
});

test("the scopes are those that methods, events, the command and files want, the extra ones apart, and none is too many", () => {
  const methods = Object.values(wantedByMethod).flat();
  const events = botEvents.flatMap((event) => wantedByEvent[event] ?? [`nothing known of ${event}`]);
  const wanted = new Set([...methods, ...events, ...wantedBeside].filter((scope) => scope !== appScope));
  expect([...botScopes, ...extraScopes].sort()).toEqual([...wanted].sort());
});

test("the events are those that are listened to, and none is too many", () => {
  const heard = found(/event\["type"\] [!=]== "(\w+)"/g);
  const known = [...botEvents, ...olderEvents].map((event) => event.split(".")[0]);
  expect([...new Set(known)].sort()).toEqual([...heard].sort());
});

test("the manifest asks for these and keeps within what Slack takes", () => {
  const options = { name: "N".repeat(40), commandName: "c".repeat(31), aliases: ["journal"], address: null };
  for (const locale of ["en", "de"] as const) {
    const { display_information: shown, features, oauth_config, settings } = manifest({ ...options, locale });
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description?.length).toBeLessThanOrEqual(140);
    expect(oauth_config?.scopes).toEqual({ bot: [...botScopes, ...extraScopes] });
    expect(settings?.event_subscriptions).toEqual({ bot_events: botEvents });
    const tabs = { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false };
    expect(features?.app_home).toEqual(tabs);
    expect(features).not.toHaveProperty("assistant_view");
    expect(features?.agent_view?.agent_description?.length).toBeLessThanOrEqual(300);
    expect(features?.agent_view?.suggested_prompts?.length).toBeLessThanOrEqual(4);
    for (const { command } of features?.slash_commands ?? []) expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
  }
});

test("a name that Slack's handles cannot spell leaves a handle all the same", () => {
  const options = { commandName: "familiar", aliases: [], locale: "en", address: null } as const;
  const handle = (name: string) => manifest({ ...options, name }).features?.bot_user?.display_name;
  expect(["Momo", "Möbius the 2nd", "猫"].map(handle)).toEqual(["momo", "mobius-the-2nd", "familiar"]);
});
