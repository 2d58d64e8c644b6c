import type { Delivery } from "../../core/reply.ts";
import type { Wire } from "../shared/wire.ts";
import { faceOf } from "./message-wire.ts";
import type { Outbound } from "./outbound.ts";

/**
 * One reply to a slash command, by the address that Slack has given for it. Slack knows no history of what is seen by one
 * person: a part whose answer was lost is sent once more. Slack takes five answers within half an hour.
 */
export function responseWire(delivery: Delivery, url: string, outbound: Outbound): Wire {
  return {
    create: async ({ part, surface, ...shown }, still) => {
      const face = faceOf(delivery, { ...shown, actions: [] });
      await outbound.whileAllowed(still, () => outbound.respond(url, { ...face, forAll: surface === "place" }));
      return `response/${part}`;
    },
    // What was answered so stays as it is.
    edit: async () => true,
    remove: async () => {},
    find: async () => null,
    typing: async () => {},
    typed: async () => {},
  };
}
