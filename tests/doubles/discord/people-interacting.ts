import { commandTypes, focusedIn, optionsFor, usersIn } from "./commands.ts";
import type { Deed } from "./deed.ts";
import type { Click, Complete, Doing, SubmitModal, UseCommand, UseMenu } from "./doings.ts";
import { componentsIn } from "./draft.ts";
import { interactionTypes } from "./interactions.ts";
import { stateOf } from "./messages.ts";
import { canSubmit, inputsIn } from "./modals.ts";
import type { Person } from "./options.ts";
import type { Parts } from "./parts.ts";
import {
  channelPayload,
  everydayPermissions,
  memberPayload,
  messagePayload,
  type Payload,
  userPayload,
  usualPermissions,
} from "./payloads.ts";
import { placeFor } from "./people-chatting.ts";
import type { Channel } from "./world.ts";

/** What people ask of the application itself. */
export function interacting(parts: Parts, doing: Doing): Deed | null {
  if (doing.type === "command" || doing.type === "autocomplete") return command(parts, doing);
  if (doing.type === "menu") return menu(parts, doing);
  if (doing.type === "click") return click(parts, doing);
  return doing.type === "modal" ? submit(parts, doing) : null;
}

interface Asked {
  readonly by: Person;
  readonly channel: Channel | null;
  readonly type: number;
  readonly data: Payload;
  readonly locale?: string | undefined;
  readonly source?: string | null;
  readonly focused?: number | null;
  readonly permissions?: string | undefined;
}

/** An interaction needs no intent, and is heard from channels that the bot cannot see. */
function interact(parts: Parts, asked: Asked): Deed | null {
  const { by, channel, type, data, locale = "en-US", source = null, focused = null } = asked;
  const { permissions = everydayPermissions } = asked;
  if (!channel) return null;
  const { world, settings, feed } = parts;
  const id = parts.makeId();
  const { guild } = channel;
  const fresh = { id, type, at: parts.now(), by, channel: channel.id, locale, source, focused };
  const { token } = parts.interactions.open(fresh);
  const message = parts.messages.alive(source);
  const who =
    guild === null ? { user: userPayload(by) } : { member: { ...fullMember(by, guild), permissions }, guild_id: guild };
  const open = {
    id,
    token,
    type,
    version: 1,
    application_id: settings.application.id,
    channel_id: channel.id,
    channel: { ...channelPayload(channel, world), ...(guild !== null && { permissions: usualPermissions }) },
    ...who,
    data,
    locale,
    ...(guild !== null && { guild_locale: "en-US", guild: { id: guild, locale: "en-US", features: [] } }),
    ...(message && { message: messagePayload(message, { ...parts, open: true }) }),
    app_permissions: usualPermissions,
    entitlements: [],
    authorizing_integration_owners: { 0: guild ?? "0" },
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
  const dispatch = { name: "INTERACTION_CREATE", event: id, guild, intents: 0, open, veiled: open };
  // Never held back by what is hidden: a command reaches the application wherever it is used.
  return { id, channel: channel.id, tell: () => feed.emit(dispatch, null) };
}

const fullMember = (by: Person, guild: string): Payload => ({
  ...memberPayload(guild, by),
  user: userPayload(by),
});

function command(parts: Parts, doing: UseCommand | Complete): Deed | null {
  const [name = "", ...path] = doing.name.split(" ");
  const channel = placeFor(parts, doing.by, doing.channel);
  const found = parts.commands.find(name, commandTypes.chatInput, channel?.guild ?? null);
  const focused = doing.type === "autocomplete" ? doing.focused : null;
  const options = found && optionsFor(found, path, doing.options ?? {}, focused);
  if (!options) return null;
  const users = usersIn(options).flatMap((id) => parts.world.users.get(id) ?? []);
  const data = {
    ...{ id: found.id, name, type: found.type },
    ...(options.length > 0 && { options }),
    ...(found.guild !== null && { guild_id: found.guild }),
    ...(users.length > 0 && { resolved: resolvedUsers(users, channel?.guild ?? null) }),
  };
  const type = focused === null ? interactionTypes.command : interactionTypes.autocomplete;
  const typing = focusedIn(options);
  return interact(parts, { by: doing.by, channel, type, data, locale: doing.locale, focused: typing });
}

const resolvedUsers = (users: readonly Person[], guild: string | null): Payload => ({
  users: Object.fromEntries(users.map((user) => [user.id, userPayload(user)])),
  ...(guild !== null && {
    members: Object.fromEntries(
      users.map((user) => [user.id, { ...memberPayload(guild, user), permissions: usualPermissions }]),
    ),
  }),
});

function menu(parts: Parts, { by, channel: id, name, target, locale }: UseMenu): Deed | null {
  const channel = placeFor(parts, by, id);
  const message = parts.messages.alive(target);
  const user = parts.world.users.get(target);
  const type = message ? commandTypes.message : commandTypes.user;
  const found = parts.commands.find(name, type, channel?.guild ?? null);
  if (!found || (message && message.channel !== channel?.id) || !(message ?? user)) return null;
  // Whatever the intents: the person has handed it over.
  const resolved = message
    ? { messages: { [target]: messagePayload(message, { ...parts, open: true }) } }
    : resolvedUsers(user ? [user] : [], channel?.guild ?? null);
  const data = { id: found.id, name, type, target_id: target, resolved };
  return interact(parts, { by, channel, type: interactionTypes.command, data, locale });
}

function click(parts: Parts, { by, message: id, custom_id, values, locale, permissions }: Click): Deed | null {
  const message = parts.messages.alive(id);
  const channel = message && placeFor(parts, by, message.channel);
  const hidden = message !== null && message.visibleTo !== null && message.visibleTo !== by.id;
  if (!message || hidden) return null;
  const component = componentsIn(stateOf(message).components).find((one) => one["custom_id"] === custom_id);
  if (!component || component["disabled"] === true) return null;
  const data = { custom_id, component_type: component["type"], ...(values && { values }) };
  return interact(parts, { by, channel, type: interactionTypes.component, data, locale, source: id, permissions });
}

function submit(parts: Parts, { by, interaction: id, fields, locale }: SubmitModal): Deed | null {
  const opened = parts.interactions.get(id);
  if (opened?.response !== "modal" || opened.by.id !== by.id) return null;
  const modal = opened.modal as { readonly custom_id?: string; readonly components?: readonly unknown[] };
  if (!canSubmit(inputsIn(modal), fields)) return null;
  const data = { custom_id: modal.custom_id, components: filled(modal.components ?? [], fields) };
  const channel = parts.world.channel(opened.channel);
  const { source } = opened;
  return interact(parts, { by, channel, type: interactionTypes.modal, data, locale, source });
}

/** The modal's own components, with what was typed instead of how they look. */
function filled(components: readonly unknown[], fields: Readonly<Record<string, string>>): readonly unknown[] {
  return components.map((one, at) => {
    const own = one as Record<string, unknown>;
    const inner = own["components"];
    const base = { type: own["type"], id: at + 1 };
    if (Array.isArray(inner)) return { ...base, components: filled(inner, fields) };
    if (own["component"] !== undefined) return { ...base, component: filled([own["component"]], fields)[0] };
    const custom_id = String(own["custom_id"]);
    const value = fields[custom_id] ?? String(own["value"] ?? "");
    return own["type"] === 4
      ? { ...base, custom_id, value }
      : { ...base, custom_id, values: value === "" ? [] : [value] };
  });
}
