import type { Clock } from "../../core/ports.ts";
import type { Delivery } from "../../core/reply.ts";
import type { Pages } from "../shared/pages.ts";
import type { Showing, Wire } from "../shared/wire.ts";
import { blocksOfPage } from "./blocks.ts";
import { faceOf, messageWire } from "./message-wire.ts";
import type { Face, Outbound } from "./outbound.ts";
import type { Self } from "./self.ts";

export interface ResponseWireOptions {
  readonly delivery: Delivery;
  /** By which Slack takes five answers within half an hour. */
  readonly url: string;
  readonly outbound: Outbound;
  readonly self: () => Promise<Self>;
  readonly pages: Pages;
  readonly clock: Pick<Clock, "now">;
}

const answered = "response/";
/** An answer that Slack has refused to take for longer is given up. */
const lookBackMs = 24 * 3_600_000;

/**
 * One reply to a slash command, a form or a press, by the address that Slack has given for it. Where that is not to be had
 * any more it is a message: a private one among the direct messages, and never in the channel. Slack knows no history of
 * what one person sees: a part whose answer was lost is sent once more.
 */
export function responseWire({ delivery, url, outbound, self, pages, clock }: ResponseWireOptions): Wire {
  const { turn, asker, place } = delivery;
  const facing = ({ surface, ...shown }: Showing): Face => {
    const page = surface === "person" ? pages.open(turn, asker.id, 0) : null;
    return page ? { text: page.text, blocks: blocksOfPage(page) } : faceOf(delivery, { ...shown, actions: [] });
  };
  const since = String((clock.now().getTime() - lookBackMs) / 1_000);
  const message = messageWire({ delivery, outbound, self, faceOf: facing, since });
  return {
    create: async (part, still) => {
      const answer = { ...facing(part), thread: place.thread, forAll: part.surface === "place" };
      const taken = await outbound.whileAllowed(still, () => outbound.respond(url, answer));
      return taken ? `${answered}${part.part}` : message.create(part, still);
    },
    // What was answered so stays as it is.
    edit: async (id, shown, still) => (id.startsWith(answered) ? true : message.edit(id, shown, still)),
    remove: async (id, still) => (id.startsWith(answered) ? undefined : message.remove(id, still)),
    // Into a channel that the app is not in it cannot look.
    find: async (surface, known) => (surface === "person" ? message.find(surface, known) : null),
    typing: async () => {},
    typed: async () => {},
  };
}
