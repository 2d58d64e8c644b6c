import { pauseAfter } from "../../core/conversation/deliver.ts";
import { ConfigError, type ErrorCode, FamiliarError, PlatformError } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";

export interface Patience {
  /** As people call it. */
  readonly platform: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborts when nobody waits for it any more. */
  readonly closing: AbortSignal;
}

/**
 * Takes a step of the start. Where the platform is away it is taken later, again and again, and nobody else in the
 * program has to wait for that. Rejects where another try is of no use.
 */
export async function patiently(step: () => Promise<void>, patience: Patience): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!mayRecover(error)) throw error;
    void again(step, patience);
  }
}

async function again(step: () => Promise<void>, { platform, clock, log, closing }: Patience): Promise<void> {
  log.warn({ code: away }, `${platform} is away; the connection is tried again until it is there`);
  for (let failures = 0; !closing.aborted; failures++) {
    await clock.sleep(pauseAfter(failures), closing);
    try {
      if (!closing.aborted) await step();
      return;
    } catch (error) {
      if (!mayRecover(error)) return log.error({ code: codeOf(error) }, `${platform} refuses the connection`, error);
    }
  }
}

const away = "E-PLATFORM-DELIVERY";
const codeOf = (error: unknown): ErrorCode => (error instanceof FamiliarError ? error.code : away);

const mayRecover = (error: unknown): boolean =>
  !(error instanceof ConfigError) && !(error instanceof PlatformError && !error.retryable);
