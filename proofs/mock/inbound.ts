import { type Ask, type AskKey, type MessageAsk, type Place, type RoomEvent, roomOf } from "../../src/core/session.ts";
import type { PlatformEvent, Spot } from "../../tests/doubles/mock-platform/records.ts";

export const mock = "mock";

/** A message by channel and id, an interaction by its id alone: never by the envelope, which is another one each time. */
const messageKey = (channel: string, id: string): AskKey => [mock, channel, id].join(":") as AskKey;
const commandKey = (id: string): AskKey => [mock, id].join(":") as AskKey;

/** The platform's own id of what a key names. */
export const idIn = (key: AskKey): string => key.slice(key.lastIndexOf(":") + 1);

const placeOf = ({ channel, thread }: Spot): Place => ({ platform: mock, guild: "guild", channel, thread });

export function toHeard(event: PlatformEvent): Ask | RoomEvent {
  const place = placeOf(event);
  if (event.type === "deleted") return { type: "deleted", key: messageKey(event.channel, event.message), place };
  const { author, at } = event;
  const base = { place, room: roomOf(place, event.kind), author, locale: "en", sentAt: new Date(at) } as const;
  if (event.type === "message") return { ...base, ...messageOf(event) };
  const input = { type: "fields", values: event.fields } as const;
  return { ...base, type: "command", key: commandKey(event.id), command: event.command, input, handle: null };
}

type Said = Extract<PlatformEvent, { type: "message" }>;

const messageOf = ({ channel, id, addressing, text, quoted }: Said): Pick<MessageAsk, Own> => ({
  type: "message",
  key: messageKey(channel, id),
  addressing,
  text,
  quoted,
  attachments: [],
});

type Own = "type" | "key" | "addressing" | "text" | "quoted" | "attachments";
