import type { Deed } from "./deed.ts";
import type { Doing, LookElsewhere, Looking, OpenAssistant, OpenHome } from "./doings.ts";
import { nameOf } from "./messages.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { messageFor } from "./people-chatting.ts";
import { newMessage } from "./posting.ts";
import { tell } from "./telling.ts";
import { viewPayload } from "./view-payloads.ts";
import type { Team } from "./world.ts";

/** What people open of the app: its home, and the assistant's pane. */
export function opening(parts: Parts, doing: Doing, team: Team): Deed | null {
  if (doing.type === "home") return home(parts, doing, team);
  if (doing.type === "assistant") return assistant(parts, doing, team);
  return doing.type === "context" ? lookElsewhere(parts, doing, team) : null;
}

function home(parts: Parts, { by, tab = "home" }: OpenHome, team: Team): Deed | null {
  if (!team.installed) return null;
  const channel = parts.world.direct(team.id, [by.id]);
  const id = parts.makeId("E");
  const view = tab === "home" ? parts.views.homeOf(team.id, by.id) : null;
  const event = {
    ...{ type: "app_home_opened", user: by.id, channel: channel.id, tab, event_ts: parts.stamps.now() },
    ...(view && { view: viewPayload(view, parts) }),
  };
  const telling = (): void => tell(parts, { team, channel, name: "app_home_opened", event, cause: id });
  return { id, team: team.id, channel: channel.id, tell: telling };
}

const threadPart = (user: string, channel: string, ts: string, context: Looking): Payload => ({
  assistant_thread: { user_id: user, context: { enterprise_id: null, ...context }, channel_id: channel, thread_ts: ts },
});

/** A new thread in the direct messages, headed by a message that nobody wrote. */
function assistant(parts: Parts, { by, context = {} }: OpenAssistant, team: Team): Deed | null {
  if (!team.installed) return null;
  const channel = parts.world.direct(team.id, [by.id]);
  const content = { text: "New Assistant Thread", blocks: [] };
  const message = newMessage(parts, channel, content, { author: team.bot.user, subtype: "assistant_app_thread" });
  const id = nameOf(channel.id, message.ts);
  parts.messages.add(message);
  const name = "assistant_thread_started";
  const event = { type: name, ...threadPart(by.id, channel.id, message.ts, context), event_ts: parts.stamps.now() };
  const telling = (): void => tell(parts, { team, channel, name, event, cause: id });
  return { id, team: team.id, channel: channel.id, ts: message.ts, thread: message.ts, tell: telling };
}

function lookElsewhere(parts: Parts, { by, context, channel: place, ts }: LookElsewhere, team: Team): Deed | null {
  const message = messageFor(parts, by, { channel: place, ts });
  const channel = parts.world.channel(place);
  if (message?.subtype !== "assistant_app_thread" || !channel) return null;
  const id = parts.makeId("E");
  const name = "assistant_thread_context_changed";
  const event = { type: name, ...threadPart(by.id, place, ts, context), event_ts: parts.stamps.now() };
  const telling = (): void => tell(parts, { team, channel, name, event, cause: id });
  return { id, team: team.id, channel: place, ts, thread: ts, tell: telling };
}
