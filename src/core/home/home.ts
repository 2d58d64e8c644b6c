import type { Clock } from "../ports.ts";
import { type KeptDeps, keptOf } from "./kept.ts";
import { type Page, pageOf, type Visit } from "./page.ts";

export interface HomeDeps extends KeptDeps {
  readonly clock: Clock;
  /** Names of the commands that there are. */
  readonly commands: readonly string[];
}

/** Somebody's own page, as of this moment. Opening it is nobody's ask: nothing is kept of it, and nothing logged. */
export const homePage =
  ({ clock, commands, ...deps }: HomeDeps) =>
  async (visit: Visit): Promise<Page> => {
    const now = clock.now();
    return pageOf(await keptOf(visit, now, deps), { ...visit, commands, now });
  };
