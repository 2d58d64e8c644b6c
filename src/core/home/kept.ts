import { audienceOf } from "../memory/audience.ts";
import type { Memory } from "../memory/fact.ts";
import type { Mood } from "../mood/mood.ts";
import { moodAt } from "../mood/next-mood.ts";
import type { Memberships } from "../ports.ts";
import { type Author, type PersonId, type Place, type Room, roomOf } from "../session.ts";
import type { Repositories, SessionTally } from "../storage.ts";

/** What is kept of one person, as far as their own direct messages could be told of it. */
export interface Kept {
  /** Of their direct messages. */
  readonly sessions: SessionTally;
  /** What they said in private that holds, most important first. */
  readonly facts: readonly Memory[];
  /** How many such they have said in rooms that they can read now. */
  readonly elsewhere: number;
  /** Of their direct messages. */
  readonly mood: Mood;
  /** In their journal. */
  readonly entries: number;
}

export interface KeptDeps {
  readonly storage: Pick<Repositories, "people" | "sessions" | "memories" | "moods" | "journal">;
  readonly memberships: Memberships;
}

/** Who asks, and where they and the companion talk alone. */
interface Visitor {
  readonly place: Place;
  readonly author: Author;
}

/** As many as a turn knows. */
const knownMemories = 300;

/** Reads, and writes nothing: who was never heard stays unknown. */
export async function keptOf({ place, author }: Visitor, now: Date, { storage, memberships }: KeptDeps): Promise<Kept> {
  const room = roomOf(place, "direct");
  const person = await storage.people.known(place.platform, author.id);
  if (person === null) return nothing(now);
  const [remembered, sessions, mood, entries] = await Promise.all([
    rememberedOf(room, person, storage, memberships),
    storage.sessions.inRoom(room.key),
    storage.moods.get(room.key),
    storage.journal.count(person),
  ]);
  return { ...remembered, sessions, mood: moodAt(mood, now), entries };
}

const nothing = (now: Date): Kept => ({
  sessions: { count: 0, newest: null },
  facts: [],
  elsewhere: 0,
  mood: moodAt(null, now),
  entries: 0,
});

/** The wall is the audience; whose memory it is narrows it further: what others said in a room is not this person's. */
async function rememberedOf(
  room: Room,
  person: PersonId,
  { memories }: KeptDeps["storage"],
  memberships: Memberships,
): Promise<Pick<Kept, "facts" | "elsewhere">> {
  const all = await memories.current(await audienceOf(room, person, memberships), knownMemories);
  const own = all.filter((memory) => memory.person === person);
  const facts = own.filter(({ scope }) => scope.kind === "person");
  return { facts, elsewhere: own.length - facts.length };
}
