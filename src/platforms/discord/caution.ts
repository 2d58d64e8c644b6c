import type { RESTOptions } from "discord.js";
import { PlatformError } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import { Withheld } from "../shared/last-look.ts";

/** Makes one request, and gives what came back. */
export type Send = RESTOptions["makeRequest"];

export interface CautionOptions {
  readonly clock: Pick<Clock, "now">;
  readonly log: Logger;
}

/** After ten thousand invalid requests in ten minutes Discord takes none from this address for a while. */
const windowMs = 600_000;
const warnedAt = 500;
const mostInvalid = 5_000;

/** Counts what Discord calls invalid, and lets nothing leave any more long before it would ban the machine. */
export function cautious(send: Send, { clock, log }: CautionOptions): Send {
  let count = 0;
  let until = 0;
  const isOver = (): boolean => clock.now().getTime() >= until;
  const note = (): void => {
    if (isOver()) {
      count = 0;
      until = clock.now().getTime() + windowMs;
    }
    count += 1;
    if (count === warnedAt) log.warn({ code: "E-DISCORD-CIRCUIT", requests: count }, warning);
    if (count === mostInvalid) log.error({ code: "E-DISCORD-CIRCUIT", requests: count }, stopped);
  };
  return async (url, init) => {
    if (count >= mostInvalid && !isOver()) throw new Withheld(tooMany());
    const response = await send(url, init);
    if (isInvalid(response)) note();
    return response;
  };
}

const warning =
  "Discord has refused many requests within ten minutes; docs/errors.md says what to do before it is 5,000";
const stopped = "Discord has refused 5,000 requests within ten minutes: for the rest of them nothing is sent";

const tooMany = (): PlatformError =>
  new PlatformError("E-DISCORD-CIRCUIT", "Discord has refused too many requests: nothing is sent for a while.", {
    retryable: true,
  });

const invalid: ReadonlySet<number> = new Set([401, 403, 429]);

/** What others have used up of a limit is not held against us. */
const isInvalid = ({ status, headers }: Awaited<ReturnType<Send>>): boolean =>
  invalid.has(status) && headers.get("x-ratelimit-scope") !== "shared";
