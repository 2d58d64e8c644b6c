import type { Clock } from "../../core/ports.ts";
import type { Author } from "../../core/session.ts";
import type { Outbound } from "./outbound.ts";

/** What people are called, by their ids: asked for once, and nobody is kept waiting for a name. */
export interface People {
  author(user: string): Promise<Author>;
  /** Of those who have one. */
  names(users: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Their profile has changed. */
  forget(user: string): void;
}

const remembered = 5_000;
const unnamed = "someone";

/** Slack wants to hear within three seconds that something was taken. */
const namedWithinMs = 1_000;

export function people(outbound: Pick<Outbound, "user">, clock: Pick<Clock, "sleep">): People {
  const known = new Map<string, Promise<string>>();
  const ask = async (user: string): Promise<string> => {
    const found = await outbound.user(user);
    const { display_name, real_name } = found?.profile ?? {};
    return display_name || real_name || found?.real_name || found?.name || unnamed;
  };
  const nameOf = (user: string): Promise<string | null> => {
    const name = known.get(user) ?? ask(user);
    known.set(user, name);
    name.catch(() => known.delete(user));
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    const late = new AbortController();
    const named = name.catch(() => null).finally(() => late.abort());
    return Promise.race([
      named,
      clock.sleep(namedWithinMs, late.signal).then(() => (late.signal.aborted ? named : null)),
    ]);
  };
  return {
    author: async (user) => ({ id: user, name: (await nameOf(user)) ?? unnamed }),
    names: async (users) => {
      const named = users.map(async (user) => [user, await nameOf(user)] as const);
      return new Map((await Promise.all(named)).flatMap(([user, name]) => (name === null ? [] : [[user, name]])));
    },
    forget: (user) => void known.delete(user),
  };
}
