import type { Delivery } from "../../core/reply.ts";
import { words } from "../../locales/words.ts";
import type { Showing, Shown, Surface, Wire } from "../shared/wire.ts";
import { buttonsOf, sectionOf } from "./blocks.ts";
import type { Past, Spot } from "./history.ts";
import { messageIn } from "./inbound.ts";
import type { Mark } from "./mark.ts";
import type { Face, Outbound } from "./outbound.ts";
import type { Self } from "./self.ts";
import type { StatusLine } from "./status-line.ts";

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

export interface MessageWireOptions {
  readonly delivery: Delivery;
  readonly outbound: Outbound;
  readonly self: () => Promise<Self>;
  readonly faceOf: (showing: Showing) => Face;
  /** In Slack's time: nothing of the reply is older. Null where nothing is looked for in a history. */
  readonly since: string | null;
}

/** One reply to a message, or the part of one to a command that stands as a message. */
export function messageWire({ delivery, outbound, self, faceOf, since }: MessageWireOptions): Wire {
  const { place, asker, room } = delivery;
  const isHere = (surface: Surface): boolean => surface === "place" || room.kind === "direct";
  const targetOf = async (surface: Surface) =>
    isHere(surface)
      ? { channel: place.channel, thread: place.thread }
      : { channel: await outbound.directWith(asker.id), thread: null };
  const status = statusOf(delivery, outbound);
  return {
    create: async ({ part, surface, ...shown }, still) => {
      const target = await targetOf(surface);
      const mark = markOf(delivery, part);
      const face = faceOf({ ...shown, surface, part });
      const post = (): Promise<Spot> => outbound.whileAllowed(still, () => outbound.post({ ...target, ...face, mark }));
      return partId(await (isHere(surface) && status ? status.around(post) : post()));
    },
    edit: (id, shown, still) =>
      outbound.whileAllowed(still, () => outbound.edit(spotOf(id), faceOf(shown), markOf(delivery, shown.part))),
    remove: (id, still) => outbound.whileAllowed(still, () => outbound.remove(spotOf(id))),
    find: async (surface, known) => {
      if (since === null) return null;
      const { channel, thread } = await targetOf(surface);
      const past = await outbound.history.after({ channel, ts: since }, thread);
      const unknown = past.filter((message) => !known.includes(partId(message)));
      const own = thread === null ? null : await self();
      const ours = unknown.find(isMarked(delivery)) ?? unknown.find((one) => own && isUnfinished(one, own, since));
      return ours ? partId(ours) : null;
    },
    typing: async () => status?.show(),
    typed: async () => status?.end(),
  };
}

/** Slack shows of an app only in threads that it is writing. */
const statusOf = ({ place: { channel, thread }, locale }: Delivery, { assistant }: Outbound): StatusLine | null =>
  thread === null ? null : assistant.statusIn({ channel, ts: thread }, words(locale).slackPane.thinking());

const isMarked =
  ({ covers }: Delivery) =>
  ({ mark }: Past): boolean =>
    mark !== null && mark !== "line" && covers.some((key) => key === mark.answers);

/** A stream of ours in the thread: it has no mark before it ends, and there one reply is written at a time. */
const isUnfinished = ({ mark, user, bot_id, ts }: Past, own: Self, since: string): boolean =>
  mark === null && Number(ts) > Number(since) && (user === own.user || (bot_id && bot_id === own.bot) === true);

/** When the first message was said that it answers. */
export const startOf = ({ covers }: Delivery): string | null =>
  covers.flatMap((key) => messageIn(key)?.ts ?? [])[0] ?? null;
