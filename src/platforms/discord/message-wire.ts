import type { Delivery } from "../../core/reply.ts";
import type { Shown, Surface, Wire } from "../shared/wire.ts";
import { buttonsOf } from "./buttons.ts";
import { messageIn } from "./inbound.ts";
import type { Face, Outbound, Spot } from "./outbound.ts";

/** A part is known by channel and message: what is for one person alone stands among their direct messages. */
export const partId = ({ channel, message }: Spot): string => `${channel}/${message}`;
export function spotOf(id: string): Spot {
  const [channel = "", message = ""] = id.split("/");
  return { channel, message };
}

/** One reply to a message. */
export function messageWire(delivery: Delivery, outbound: Outbound, self: string): Wire {
  const { place, asker, inReplyTo } = delivery;
  const here = place.thread ?? place.channel;
  const channelFor = async (surface: Surface): Promise<string> =>
    surface === "place" || delivery.room.kind === "direct" ? here : outbound.directWith(asker.id);
  const faceOf = ({ text, actions }: Shown): Face => ({
    text,
    rows: buttonsOf(delivery.turn, actions, delivery.locale),
  });
  return {
    create: async ({ nonce, surface, ...shown }) => {
      const channel = await channelFor(surface);
      const asked = messageIn(inReplyTo);
      const replyTo = asked?.channel === channel ? asked : null;
      return partId({ channel, message: await outbound.post(channel, { ...faceOf(shown), nonce, replyTo }) });
    },
    edit: (id, shown) => outbound.edit(spotOf(id), faceOf(shown)),
    remove: (id) => outbound.remove(spotOf(id)),
    find: (surface, known) => (surface === "place" ? findIn(delivery, known, outbound, self) : Promise.resolve(null)),
    typing: () => outbound.typing(here),
    // Discord takes it away by itself.
    typed: async () => {},
  };
}

/** Our message that refers to what was asked: Discord's history does not tell nonces. */
async function findIn(
  { covers }: Delivery,
  known: readonly string[],
  outbound: Outbound,
  self: string,
): Promise<string | null> {
  const asked = covers.flatMap((key) => messageIn(key) ?? []);
  const [first] = asked;
  if (!first) return null;
  const ids = new Set(asked.map(({ message }) => message));
  const ours = (await outbound.history(first, "after")).find(
    ({ author, message_reference: reference, channel_id: channel, id: message }) =>
      author.id === self &&
      reference?.message_id !== undefined &&
      ids.has(reference.message_id) &&
      !known.includes(partId({ channel, message })),
  );
  return ours ? partId({ channel: ours.channel_id, message: ours.id }) : null;
}
