import { controlsIn } from "./block-elements.ts";
import { nameIn } from "./channel-payloads.ts";
import type { Deed } from "./deed.ts";
import type { CloseView, Doing, Press, Submit } from "./doings.ts";
import { type Interacting, interact, interactiveFace, urlFor } from "./interact.ts";
import type { Interaction } from "./interactions.ts";
import { isStreaming, type Message, stateOf } from "./messages.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { messagePayload } from "./payloads.ts";
import { messageFor } from "./people-chatting.ts";
import type { Block } from "./records.ts";
import { answerView } from "./view-answers.ts";
import { viewPayload } from "./view-payloads.ts";
import { canSubmit, valuesOf } from "./view-values.ts";
import { contentOf, type View } from "./views.ts";
import type { Team } from "./world.ts";

/** What people do with buttons and forms. */
export function pressing(parts: Parts, doing: Doing, team: Team): Deed | null {
  if (doing.type === "press")
    return doing.view === undefined ? pressMessage(parts, doing) : pressView(parts, doing, team);
  if (doing.type === "submit") return submit(parts, doing, team);
  return doing.type === "close" ? close(parts, doing, team) : null;
}

type Found = readonly [block: Block, control: Readonly<Record<string, unknown>>];

function controlFor(blocks: readonly Block[], { action, block }: Press): Found | null {
  for (const one of blocks)
    for (const control of controlsIn(one))
      if (control["action_id"] === action && (block === undefined || one["block_id"] === block)) return [one, control];
  return null;
}

function actionOf([block, control]: Found, value: string | undefined, action_ts: string): Payload {
  const { confirm, accessibility_label, placeholder, options, ...own } = control;
  const selected = Array.isArray(options) ? options.find((option) => option?.value === value) : undefined;
  const picked = control["type"] === "plain_text_input" ? { value } : {};
  return { ...own, block_id: block["block_id"], ...picked, ...(selected && { selected_option: selected }), action_ts };
}

function pressMessage(parts: Parts, doing: Press): Deed | null {
  const message = doing.message ? messageFor(parts, doing.by, doing.message) : null;
  const found = message && !isStreaming(message) ? controlFor(stateOf(message).blocks, doing) : null;
  const channel = message && parts.world.channel(message.channel);
  if (!message || !found || !channel) return null;
  const team = parts.world.team(message.team);
  const payload = (interaction: Interaction): Payload => ({
    type: "block_actions",
    ...interactiveFace(parts, team, doing.by, interaction),
    container: containerOf(message),
    channel: { id: channel.id, name: nameIn(channel) },
    ...(message.visibleTo === null && { message: messagePayload(message, parts) }),
    state: { values: {} },
    response_url: urlFor(parts, "actions", interaction),
    actions: [actionOf(found, doing.value, parts.stamps.now())],
  });
  const asked = { kind: "interactive", by: doing.by, team, name: "block_actions", channel } as const;
  const source = { channel: channel.id, ts: message.ts };
  return interact(parts, {
    ...asked,
    source,
    thread: message.thread,
    answerable: true,
    acceptsResponse: false,
    payload,
  });
}

const containerOf = ({ ts, channel, thread, visibleTo }: Message): Payload => ({
  type: "message",
  message_ts: ts,
  channel_id: channel,
  is_ephemeral: visibleTo !== null,
  ...(thread !== null && { thread_ts: thread }),
});

const viewFor = ({ views }: Parts, { by, view: id }: Press | Submit | CloseView): View | null => {
  const view = views.get(id ?? null);
  return view?.user === by.id ? view : null;
};

function inView(parts: Parts, view: View, team: Team, doing: Press | Submit | CloseView, asked: ViewAsked): Deed {
  const { name, payload, settled } = asked;
  const common = { kind: "interactive", by: doing.by, team, channel: null, answerable: false } as const;
  return interact(parts, {
    ...{ ...common, name, view: view.id, acceptsResponse: name === "view_submission" },
    payload: (interaction) => ({ type: name, ...interactiveFace(parts, team, doing.by, interaction), ...payload() }),
    ...(settled && { settled }),
  });
}

interface ViewAsked extends Pick<Interacting, "name" | "settled"> {
  readonly payload: () => Payload;
}

function pressView(parts: Parts, doing: Press, team: Team): Deed | null {
  const view = viewFor(parts, doing);
  const found = view && controlFor(contentOf(view).blocks, doing);
  if (!view || !found) return null;
  const payload = (): Payload => ({
    container: { type: "view", view_id: view.id },
    view: viewPayload(view, parts),
    actions: [actionOf(found, doing.value, parts.stamps.now())],
  });
  return inView(parts, view, team, doing, { name: "block_actions", payload });
}

/** Slack keeps back what does not fit the form. */
function submit(parts: Parts, doing: Submit, team: Team): Deed | null {
  const view = viewFor(parts, doing);
  if (!view || contentOf(view).type !== "modal" || !canSubmit(contentOf(view), doing.values)) return null;
  const values = valuesOf(contentOf(view), doing.values);
  const payload = (): Payload => ({ view: viewPayload(view, parts, values), response_urls: [] });
  return inView(parts, view, team, doing, {
    name: "view_submission",
    payload,
    settled: (_, { outcome, response, bot }) => {
      if (outcome === "acknowledged") answerView(parts, view, response, bot);
    },
  });
}

/** Heard only where the view asks for it. */
function close(parts: Parts, doing: CloseView, team: Team): Deed | null {
  const view = viewFor(parts, doing);
  if (!view || contentOf(view).type !== "modal") return null;
  const { notify_on_close, clear_on_close } = contentOf(view);
  const before = viewPayload(view, parts);
  parts.views.close(view, clear_on_close);
  const payload = (): Payload => ({ view: before, is_cleared: clear_on_close });
  const deed = inView(parts, view, team, doing, { name: "view_closed", payload });
  return notify_on_close ? deed : { ...deed, tell: () => {} };
}
