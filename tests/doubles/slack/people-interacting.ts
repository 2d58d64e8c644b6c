import { nameIn } from "./channel-payloads.ts";
import type { Deed } from "./deed.ts";
import type { Doing, UseCommand, UseShortcut } from "./doings.ts";
import { type Interacting, interact, interactiveFace, urlFor } from "./interact.ts";
import type { Interaction } from "./interactions.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { messagePayload } from "./payloads.ts";
import { messageFor, placeFor } from "./people-chatting.ts";
import { pressing } from "./people-pressing.ts";
import { respond } from "./responding.ts";
import type { Team } from "./world.ts";

/** What people ask of the app itself. */
export function interacting(parts: Parts, doing: Doing, team: Team): Deed | null {
  if (doing.type === "command") return command(parts, doing, team);
  if (doing.type === "shortcut")
    return doing.message ? messageShortcut(parts, doing, team) : shortcut(parts, doing, team);
  return pressing(parts, doing, team);
}

/** Only what is registered can be used, and in no thread. */
function command(parts: Parts, doing: UseCommand, team: Team): Deed | null {
  const { by, command: name, text = "" } = doing;
  const channel = placeFor(parts, doing, team);
  if (!channel || !parts.settings.commands.includes(name) || !team.installed) return null;
  const payload = (interaction: Interaction): Payload => ({
    token: parts.settings.verificationToken,
    ...{ team_id: team.id, team_domain: team.domain, channel_id: channel.id, channel_name: nameIn(channel) },
    ...{ user_id: by.id, user_name: by.name, command: name, text, api_app_id: parts.settings.app.id },
    is_enterprise_install: "false",
    response_url: urlFor(parts, "commands", interaction),
    trigger_id: interaction.trigger,
  });
  const settled: Interacting["settled"] = (interaction, { outcome, response, bot }) => {
    const body = typeof response === "string" ? { text: response } : response;
    if (outcome === "acknowledged" && body !== null && body !== undefined)
      respond(parts, interaction, body, { bot, method: "acknowledgement" });
  };
  const asked = { kind: "slash_commands", by, team, name, channel, answerable: true, acceptsResponse: true } as const;
  return interact(parts, { ...asked, payload, settled });
}

function shortcut(parts: Parts, { by, callback_id }: UseShortcut, team: Team): Deed | null {
  if (!parts.settings.shortcuts.includes(callback_id) || !team.installed) return null;
  const payload = (interaction: Interaction): Payload => ({
    type: "shortcut",
    ...interactiveFace(parts, team, by, interaction),
    callback_id,
    action_ts: parts.stamps.now(),
  });
  const asked = { kind: "interactive", by, team, name: "shortcut", channel: null } as const;
  return interact(parts, { ...asked, answerable: false, acceptsResponse: false, payload });
}

function messageShortcut(parts: Parts, { by, callback_id, message: name }: UseShortcut, team: Team): Deed | null {
  const message = name ? messageFor(parts, by, name) : null;
  const channel = message && parts.world.channel(message.channel);
  if (!message || !channel || !parts.settings.messageShortcuts.includes(callback_id)) return null;
  const payload = (interaction: Interaction): Payload => ({
    type: "message_action",
    ...interactiveFace(parts, team, by, interaction),
    channel: { id: channel.id, name: nameIn(channel) },
    callback_id,
    response_url: urlFor(parts, "actions", interaction),
    ...{ action_ts: parts.stamps.now(), message_ts: message.ts, message: messagePayload(message, parts) },
  });
  const source = { channel: channel.id, ts: message.ts };
  const asked = { kind: "interactive", by, team, name: "message_action", channel, source } as const;
  return interact(parts, { ...asked, thread: message.thread, answerable: true, acceptsResponse: false, payload });
}
