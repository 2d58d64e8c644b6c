import type { Call } from "../http-server.ts";
import { botMessage, change, shown } from "./api-messages.ts";
import { type Duty, done, type Reply, refused } from "./desk.ts";
import { type Draft, draftOf, flags, isError } from "./draft.ts";
import { type ApiError, apiErrors, invalidForm } from "./errors.ts";
import { type Interaction, interactionTypes } from "./interactions.ts";
import { type Message, messageTypes, stateOf } from "./messages.ts";
import { wrongInChoices, wrongInModal } from "./modals.ts";
import type { Parts } from "./parts.ts";
import { isLoading, post, removeMessages } from "./posting.ts";
import type { Response } from "./records.ts";

/** The first response to an interaction, and what its token is good for afterwards. */
export const interactionRoutes = (parts: Parts): Readonly<Record<string, Duty>> => ({
  "POST /interactions/:interaction/:token/callback": {
    ...{ kind: "respond", limit: "other", major: ["interaction"], token: false },
    work: (call) => respond(parts, call),
  },
  "POST /webhooks/:application/:token": duty("followup", (call) => followUp(parts, call)),
  "GET /webhooks/:application/:token/messages/:message": duty("original.get", (call) =>
    withAnswer(parts, call, (message) => done(shown(parts, message), message.id)),
  ),
  "PATCH /webhooks/:application/:token/messages/:message": duty("original.edit", (call) =>
    withAnswer(parts, call, (message) => change(parts, call, message)),
  ),
  "DELETE /webhooks/:application/:token/messages/:message": duty("original.remove", (call) =>
    withAnswer(parts, call, (message) => {
      // An ephemeral one goes too, though nobody else is told.
      if (message.visibleTo === null) removeMessages(parts, [message], null);
      else parts.messages.remove(message.id);
      return done(null, message.id);
    }),
  ),
});

const duty = (kind: Duty["kind"], work: Duty["work"]): Duty => ({
  ...{ kind, work, limit: "webhook" as const },
  major: ["application", "token"],
  token: false,
});

const responses: Readonly<Record<number, Response>> = {
  4: "message",
  5: "deferred",
  6: "deferred-update",
  7: "update",
  8: "choices",
  9: "modal",
};

function respond(parts: Parts, call: Call): Reply {
  const interaction = parts.interactions.get(call.params["interaction"] ?? "");
  if (interaction === null || interaction.token !== call.params["token"]) return refused(apiErrors.unknownInteraction);
  if (interaction.response !== null) return refused(apiErrors.acknowledged);
  if (parts.now() > interaction.at + parts.settings.respondMs) return refused(apiErrors.unknownInteraction);
  const { type, data = {} } = (call.body ?? {}) as { type?: number; data?: Record<string, unknown> };
  const response = responses[Number(type)];
  if (!response || !mayAnswer(interaction, response))
    return refused(invalidForm({ type: ["BASE_TYPE_CHOICES", "This response is not valid for the interaction"] }));
  const made = answerWith(parts, { interaction, response, data, call });
  if (isRefusal(made)) return refused(made);
  Object.assign(interaction, { response, respondedAt: parts.now() });
  return call.query.get("with_response") === "true" ? withResponse(parts, interaction, Number(type), made) : done(null);
}

function mayAnswer({ type, source }: Interaction, response: Response): boolean {
  if (type === interactionTypes.autocomplete) return response === "choices";
  if (response === "choices") return false;
  if (response === "modal") return type !== interactionTypes.modal;
  return response === "message" || response === "deferred" || source !== null;
}

interface Answering {
  readonly interaction: Interaction;
  readonly response: Response;
  readonly data: Record<string, unknown>;
  readonly call: Call;
}

const isRefusal = (made: Message | ApiError | null): made is ApiError => made !== null && "code" in made;

/** Null: it makes no message. */
function answerWith(parts: Parts, { interaction, response, data, call }: Answering): Message | ApiError | null {
  const choices = (data["choices"] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const amiss = response === "choices" ? wrongInChoices(choices, interaction.focused) : null;
  if (amiss) return amiss;
  if (response === "choices") interaction.choices = choices;
  const wrong = response === "modal" ? wrongInModal(data) : null;
  if (wrong) return wrong;
  if (response === "modal") interaction.modal = data;
  if (response === "choices" || response === "modal") return null;
  if (response === "deferred-update" || response === "update") return updateSource(parts, interaction, response, call);
  const loading = response === "deferred";
  const asked = Number(data["flags"] ?? 0);
  const draft = loading ? draftOf({ flags: (asked & flags.ephemeral) | flags.loading }, []) : draftOf(data, call.files);
  if (isError(draft)) return draft;
  const message = answerMessage(parts, { draft, interaction, bot: call.bot, loading });
  interaction.original = message.id;
  interaction.ephemeral = message.visibleTo !== null;
  return message;
}

function updateSource(
  parts: Parts,
  interaction: Interaction,
  response: Response,
  call: Call,
): Message | ApiError | null {
  const message = parts.messages.alive(interaction.source);
  if (!message) return apiErrors.unknownMessage;
  interaction.original = message.id;
  interaction.ephemeral = message.visibleTo !== null;
  const { data } = (call.body ?? {}) as { data?: unknown };
  const changed = response === "update" ? change(parts, { body: data, files: call.files }, message) : null;
  return changed?.outcome === "refused" ? { ...(changed.body as ApiError), status: changed.status } : message;
}

interface AnswerMessage {
  readonly draft: Draft;
  readonly interaction: Interaction;
  readonly bot: string;
  readonly loading: boolean;
}

function answerMessage(parts: Parts, { draft, interaction, bot, loading }: AnswerMessage): Message {
  const { channel, id, by, type } = interaction;
  const visibleTo = (draft.flags & flags.ephemeral) === 0 ? null : by.id;
  const messageType = type === interactionTypes.command ? messageTypes.chatInput : messageTypes.usual;
  const where = { channel, bot, interaction: id, reference: null, type: messageType, visibleTo, loading };
  const message = botMessage(parts, { ...draft, nonce: null }, where);
  post(parts, message, null);
  return message;
}

function withResponse(parts: Parts, interaction: Interaction, type: number, made: Message | null): Reply {
  const about = {
    id: interaction.id,
    type: interaction.type,
    ...(made && {
      response_message_id: made.id,
      response_message_loading: isLoading(made),
      response_message_ephemeral: made.visibleTo !== null,
    }),
  };
  return done({ interaction: about, resource: { type, ...(made && { message: shown(parts, made) }) } }, made?.id);
}

/** The token's interaction, while it is good for anything. */
function holder(parts: Parts, call: Call): Interaction | ApiError {
  const found = parts.interactions.byToken(call.params["token"] ?? "");
  if (!found || call.params["application"] !== parts.settings.application.id) return apiErrors.unknownWebhook;
  if (parts.now() > found.at + parts.settings.tokenMs) return apiErrors.invalidToken;
  return found.response === null ? apiErrors.unknownWebhook : found;
}

function withAnswer(parts: Parts, call: Call, work: (message: Message) => Reply): Reply {
  const interaction = holder(parts, call);
  if (isError(interaction)) return refused(interaction);
  const { original, followups } = interaction;
  const asked = call.params["message"] === "@original" ? original : (call.params["message"] ?? null);
  const own = asked !== null && (asked === original || followups.includes(asked));
  const message = own ? parts.messages.alive(asked) : null;
  return message ? work(message) : refused(apiErrors.unknownMessage);
}

/** The first one after a deferral takes the place of the "thinking", and stays as visible as that was. */
function followUp(parts: Parts, call: Call): Reply {
  const interaction = holder(parts, call);
  if (isError(interaction)) return refused(interaction);
  const original = parts.messages.alive(interaction.original);
  if (interaction.response === "deferred" && original && stateOf(original).loading)
    return change(parts, call, original);
  const draft = draftOf(call.body, call.files);
  if (isError(draft)) return refused(draft);
  const message = answerMessage(parts, { draft, interaction, bot: call.bot, loading: false });
  interaction.followups.push(message.id);
  return done(shown(parts, message), message.id);
}
