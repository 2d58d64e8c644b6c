import type { Logger } from "../../core/ports.ts";
import { sectionOf } from "./blocks.ts";
import type { Outbound } from "./outbound.ts";

/** A line for whoever has called a command or pressed a button, seen by nobody else. Best effort. */
export const whispering =
  (outbound: Outbound, log: Logger) =>
  (url: string, text: string): void =>
    void outbound
      .respond(url, { text, blocks: [sectionOf(text)], forAll: false })
      .catch(() => log.debug({}, "somebody was not told what came of their command or press"));
