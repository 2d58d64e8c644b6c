import type { Delivery } from "../../core/reply.ts";
import type { Shown, Surface, Wire } from "../shared/wire.ts";
import { buttonsOf, sectionOf } from "./blocks.ts";
import type { Past, Spot } from "./history.ts";
import { messageIn } from "./inbound.ts";
import type { Mark } from "./mark.ts";
import type { Face, Outbound } from "./outbound.ts";
import type { Self } from "./self.ts";

/** A part is known by channel and time: what is for one person alone stands among their direct messages. */
export const partId = ({ channel, ts }: Spot): string => `${channel}/${ts}`;
export function spotOf(id: string): Spot {
  const [channel = "", ts = ""] = id.split("/");
  return { channel, ts };
}

/** Slack shows the text of a message where it shows no blocks: in notifications, and to who hears it read. */
export const faceOf = (delivery: Delivery, { text, actions }: Shown): Face => ({
  text,
  blocks: [sectionOf(text), ...buttonsOf(delivery.turn, actions, delivery.locale)],
});

export const markOf = ({ inReplyTo }: Delivery, part: number): Mark => ({ answers: inReplyTo, part });

/** One reply to a message, or the public one to a command. */
export function messageWire(delivery: Delivery, outbound: Outbound, self: () => Promise<Self>): Wire {
  const { place, asker, room } = delivery;
  const isHere = (surface: Surface): boolean => surface === "place" || room.kind === "direct";
  const targetOf = async (surface: Surface) =>
    isHere(surface)
      ? { channel: place.channel, thread: place.thread }
      : { channel: await outbound.directWith(asker.id), thread: null };
  return {
    create: async ({ part, surface, ...shown }, still) => {
      const target = await targetOf(surface);
      const mark = markOf(delivery, part);
      return partId(
        await outbound.whileAllowed(still, () => outbound.post({ ...target, ...faceOf(delivery, shown), mark })),
      );
    },
    edit: (id, { part, ...shown }, still) =>
      outbound.whileAllowed(still, () => outbound.edit(spotOf(id), faceOf(delivery, shown), markOf(delivery, part))),
    remove: (id, still) => outbound.whileAllowed(still, () => outbound.remove(spotOf(id))),
    find: async (surface, known) => {
      const from = startOf(delivery);
      if (!from) return null;
      const { channel, thread } = await targetOf(surface);
      const past = await outbound.history.after({ channel, ts: from.ts }, thread);
      const unknown = past.filter((message) => !known.includes(partId(message)));
      const own = thread === null ? null : await self();
      const ours = unknown.find(isMarked(delivery)) ?? unknown.find((one) => own && isUnfinished(one, own, from.ts));
      return ours ? partId(ours) : null;
    },
    // Slack shows of an app only in its assistant's pane that it is writing.
    typing: async () => {},
  };
}

const isMarked =
  ({ covers }: Delivery) =>
  ({ mark }: Past): boolean =>
    mark !== null && mark !== "line" && covers.some((key) => key === mark.answers);

/** A stream of ours in the thread: it has no mark before it ends, and there one reply is written at a time. */
const isUnfinished = ({ mark, user, bot_id, ts }: Past, own: Self, since: string): boolean =>
  mark === null && Number(ts) > Number(since) && (user === own.user || (bot_id && bot_id === own.bot) === true);

/** The first message that it answers: nothing of the reply is older. */
const startOf = ({ covers }: Delivery): Spot | null => covers.flatMap((key) => messageIn(key) ?? [])[0] ?? null;
