import { pauseAfter } from "../../core/conversation/deliver.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";

export interface Insistence {
  readonly clock: Clock;
  /** Aborts when nothing new is to be heard any more. */
  readonly closing: AbortSignal;
}

/** Takes a step again and again, within reason. Rate limits are waited for by the library. */
export type Insist = <T>(step: () => Promise<T>) => Promise<T>;

const attempts = 10;

export function insistently({ clock, closing }: Insistence): Insist {
  return async (step) => {
    for (let failures = 0; ; failures++) {
      try {
        return await step();
      } catch (error) {
        if (!mayRecover(error) || failures + 1 === attempts || closing.aborted) throw error;
        await clock.sleep(pauseAfter(failures), closing);
      }
    }
  };
}

/** What Discord refuses, such as a channel that is closed to us, it refuses again. */
export const mayRecover = (error: unknown): boolean => !(error instanceof PlatformError) || error.retryable;
