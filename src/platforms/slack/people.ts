import type { Clock } from "../../core/ports.ts";
import { type Author, type Locale, locales } from "../../core/session.ts";
import type { Outbound } from "./outbound.ts";

/** What people are called and what they read, by their ids: asked for once, and nobody is kept waiting for a name. */
export interface People {
  author(user: string): Promise<Author>;
  /** Of those who have one. */
  names(users: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What they read Slack in; null where it has no words here, or Slack does not say. */
  locale(user: string): Promise<Locale | null>;
  /** Their profile has changed. */
  forget(user: string): void;
}

const remembered = 5_000;
const unnamed = "someone";

/** Slack wants to hear within three seconds that something was taken. */
const namedWithinMs = 1_000;

interface Profile {
  readonly name: string;
  readonly locale: Locale | null;
}

export function people(outbound: Pick<Outbound, "user">, clock: Pick<Clock, "sleep">): People {
  const known = new Map<string, Promise<Profile>>();
  const ask = async (user: string): Promise<Profile> => {
    const found = await outbound.user(user);
    const { display_name, real_name } = found?.profile ?? {};
    const name = display_name || real_name || found?.real_name || found?.name || unnamed;
    return { name, locale: locales.find((one) => found?.locale?.startsWith(one)) ?? null };
  };
  const profileOf = (user: string): Promise<Profile | null> => {
    const profile = known.get(user) ?? ask(user);
    known.set(user, profile);
    profile.catch(() => known.delete(user));
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    const late = new AbortController();
    const told = profile.catch(() => null).finally(() => late.abort());
    return Promise.race([
      told,
      clock.sleep(namedWithinMs, late.signal).then(() => (late.signal.aborted ? told : null)),
    ]);
  };
  return {
    author: async (user) => ({ id: user, name: (await profileOf(user))?.name ?? unnamed }),
    locale: async (user) => (await profileOf(user))?.locale ?? null,
    names: async (users) => {
      const named = users.map(async (user) => [user, await profileOf(user)] as const);
      return new Map((await Promise.all(named)).flatMap(([user, found]) => (found ? [[user, found.name]] : [])));
    },
    forget: (user) => void known.delete(user),
  };
}
