import type { Logger } from "../../core/ports.ts";
import { sectionOf } from "./blocks.ts";
import type { Outbound } from "./outbound.ts";

/** Says something to whoever has called or pressed, for them alone. Best effort, and nobody waits for it. */
export type Tell = (url: string, text: string) => void;

export const telling =
  ({ outbound, log }: { readonly outbound: Outbound; readonly log: Logger }): Tell =>
  (url, text) =>
    void outbound
      .respond(url, { text, blocks: [sectionOf(text)], thread: null, forAll: false })
      .catch(() => log.debug({}, "somebody was not told what came of what they did"));
