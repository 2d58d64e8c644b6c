import type { APIMessage, Snowflake } from "discord.js";

/**
 * Who writes in a thread that the companion has joined: it is joined where it has spoken. Nothing of it is stored; after
 * a start each thread is looked through once.
 */
export interface Threads {
  /** Whether this person is answered there without a mention. */
  answers(thread: Snowflake, owner: Snowflake | null, author: Snowflake, message: Snowflake): Promise<boolean>;
  /** Somebody has written there. */
  heard(thread: Snowflake, author: Snowflake): void;
  forget(thread: Snowflake): void;
}

interface Thread {
  readonly writers: Set<Snowflake>;
}

type Before = (thread: Snowflake, message: Snowflake) => Promise<readonly APIMessage[]>;

export function threads(before: Before, self: () => Snowflake): Threads {
  const known = new Map<Snowflake, Promise<Thread>>();
  const look = async (thread: Snowflake, message: Snowflake): Promise<Thread> => {
    const authors = (await before(thread, message)).filter(({ author }) => !author.bot || author.id === self());
    return { writers: new Set(authors.map(({ author }) => author.id)) };
  };
  const of = (thread: Snowflake, message: Snowflake): Promise<Thread> => {
    const one = known.get(thread) ?? look(thread, message);
    known.set(thread, one);
    one.catch(() => known.delete(thread));
    return one;
  };
  return {
    answers: async (thread, owner, author, message) => {
      const { writers } = await of(thread, message);
      if (!writers.has(self())) return false;
      const people = [...writers].filter((id) => id !== self());
      return author === owner || people.every((id) => id === author);
    },
    heard: (thread, author) =>
      void known
        .get(thread)
        ?.then(({ writers }) => writers.add(author))
        .catch(() => {}),
    forget: (thread) => void known.delete(thread),
  };
}
