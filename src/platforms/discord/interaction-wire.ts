import type { Delivery } from "../../core/reply.ts";
import type { Pages } from "../shared/pages.ts";
import { firstPersonPart } from "../shared/posted-parts.ts";
import type { NewPart, Showing, Wire } from "../shared/wire.ts";
import { faceOfPage } from "./buttons.ts";
import { partId, spotOf } from "./message-wire.ts";
import type { Face, Outbound, Ticket } from "./outbound.ts";

export interface InteractionWireOptions {
  readonly delivery: Delivery;
  readonly ticket: Ticket;
  /** Whether "thinking" is shown to the asking person alone. */
  readonly hidden: boolean;
  readonly outbound: Outbound;
  readonly pages: Pages;
  /** Resolves with whether "thinking" stands there; recovery does not know it and tries. */
  readonly deferred: Promise<boolean>;
}

const original = "@original";
const added = "added/";

/**
 * One reply to a command. Its first part is what "thinking" becomes, which is the same however often it is asked for.
 * Where that is not to be had, a public answer is posted as a message, and a private one never in the channel.
 */
export function interactionWire({ delivery, ticket, hidden, outbound, pages, deferred }: InteractionWireOptions): Wire {
  const first = hidden ? firstPersonPart : 0;
  const here = delivery.place.thread ?? delivery.place.channel;
  const faceOf = ({ text, surface }: Showing): Face => {
    const page = surface === "person" ? pages.open(delivery.turn, delivery.asker.id, 0) : null;
    return page ? faceOfPage(page) : { text };
  };
  const post = async ({ nonce, ...shown }: NewPart): Promise<string> => {
    const inPlace = shown.surface === "place" || delivery.room.kind === "direct";
    const channel = inPlace ? here : await outbound.directWith(delivery.asker.id);
    return partId({ channel, message: await outbound.post(channel, { ...faceOf(shown), nonce, replyTo: null }) });
  };
  const create = async (part: NewPart): Promise<string> => {
    if (!(await deferred)) return post(part);
    if (part.part === first) return (await outbound.answer(ticket, faceOf(part))) ? original : post(part);
    return part.surface === "place" ? post(part) : `${added}${await outbound.add(ticket, faceOf(part))}`;
  };
  return {
    create,
    edit: (id, shown) => {
      if (id === original) return outbound.answer(ticket, faceOf(shown));
      if (id.startsWith(added)) return outbound.editAdded(ticket, id.slice(added.length), faceOf(shown));
      return outbound.edit(spotOf(id), faceOf(shown));
    },
    remove: async (id) => {
      if (id === original) await outbound.removeAnswer(ticket, original);
      else if (id.startsWith(added)) await outbound.removeAnswer(ticket, id.slice(added.length));
      else await outbound.remove(spotOf(id));
    },
    // What an interaction has shown is in no history, and to ask for it again does not show it twice.
    find: async () => null,
    typing: async () => {},
    typed: async () => {},
  };
}
