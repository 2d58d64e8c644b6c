/**
 * Who writes in a thread that the companion has joined: it is joined where it has spoken, or was mentioned and is about
 * to. Nothing of it is stored; after a start each thread is looked through once.
 */
export interface Threads {
  /** Whether this person is answered there without a mention. */
  answers(thread: string, owner: string | null, author: string, message: string): Promise<boolean>;
  /** Somebody has written there, or is as good as there: whoever mentions the companion brings it along. */
  heard(thread: string, author: string): void;
  forget(thread: string): void;
}

interface Thread {
  readonly writers: Set<string>;
}

/** Who wrote there before a message, whoever they are, and the companion where it was mentioned; other programs left out. */
type Before = (thread: string, message: string) => Promise<readonly string[]>;

export function threads(before: Before, self: () => string): Threads {
  const known = new Map<string, Promise<Thread>>();
  const look = async (thread: string, message: string): Promise<Thread> => {
    return { writers: new Set(await before(thread, message)) };
  };
  const of = (thread: string, message: string): Promise<Thread> => {
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
