import type {
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayReadyDispatchData,
  Snowflake,
} from "discord.js";
import type { Place } from "../../core/session.ts";
import type { Past } from "../../core/storage.ts";
import { first } from "../shared/first.ts";
import type { InOrder } from "../shared/in-order.ts";
import { beginning, firstReach, type Gap, idsIn, mayHaveNews } from "./gap.ts";
import type { Reach } from "./reach.ts";
import { latest } from "./snowflakes.ts";
import { type UnheardOptions, unheard } from "./unheard.ts";

export interface CatchUpOptions extends UnheardOptions {
  readonly past: Past;
  readonly order: InOrder;
  readonly reach: Reach;
  /** What is known of a channel from before may have holes: it is to be looked at anew. */
  readonly anew: (channel: Snowflake) => void;
}

/**
 * What was said while nobody listened, fetched from the history: at the start, and whenever the gateway begins a new
 * session instead of resuming one. In each channel it comes before what is heard there from then on.
 */
export interface CatchUp {
  ready(data: GatewayReadyDispatchData): void;
  guildIsThere(data: Pick<GatewayGuildCreateDispatchData, "id" | "channels" | "threads">): void;
  guildIsAway(data: GatewayGuildDeleteDispatchData): void;
  /** Somebody turns to the companion there. */
  met(place: Place): void;
}

/** One session's fetching, and every shard has one: `left` counts what has to be over before the reach goes on. */
interface Round {
  /** Null where nobody has listened before. */
  readonly gap: Gap | null;
  /** Those of which nothing is known yet. */
  readonly guilds: Set<Snowflake>;
  left: number;
  strangers: number;
  /** How long guilds may come that were not announced. */
  isOpen: boolean;
}

/** Guilds that are there at all come within this time. */
const guildsMs = 15_000;
/** What is heard in a channel meanwhile waits no longer: then order gives way. */
const holdMs = 30_000;
/** Channels where nobody has turned to the companion yet are read as well, if they are not too many. */
const mostStrangers = 200;

export function catchUp(options: CatchUpOptions): CatchUp {
  const { past, order, reach, anew, clock, closing } = options;
  const known = new Map(past.places.map((place) => [place.thread ?? place.channel, place] as const));
  const read = unheard(options);
  const rounds = new Map<number, Round>();
  let shards = 1;
  let told: Snowflake | null = null;

  const over = (of: Round): void => {
    of.left -= 1;
    const all = [...rounds.values()];
    if (!all.includes(of) || all.length < shards || all.some(({ left }) => left > 0) || closing.aborted) return;
    reach.goOn(firstReach(told, clock));
    reach.save().catch(() => {});
  };
  const fetch = (of: Round, channel: Snowflake): void => {
    const { gap } = of;
    if (gap === null) return;
    of.left += 1;
    void order.after(channel, () => {
      anew(channel);
      const reading = read(channel, gap).then((done) => done && over(of));
      return first(reading, holdMs, options);
    });
  };
  const fetchStranger = (of: Round, channel: Snowflake): void => {
    of.strangers += 1;
    if (of.strangers <= mostStrangers) fetch(of, channel);
  };
  /** Threads that are archived are in no guild's list; a server may list nothing at all. */
  const fetchHidden = (of: Round, guild: Snowflake, listed: ReadonlySet<Snowflake>): void => {
    const mayHide = ({ thread }: Place): boolean => thread !== null || listed.size === 0;
    for (const [id, place] of known) if (place.guild === guild && mayHide(place) && !listed.has(id)) fetch(of, id);
  };
  /** The time for guilds is over: of those that are not there nothing is waited for. */
  const close = (of: Round): void => {
    if (closing.aborted) return;
    of.isOpen = false;
    for (const id of of.guilds) if (of.guilds.delete(id)) over(of);
    if (told === null && shards === 1) for (const id of inGuilds(known)) fetch(of, id);
  };

  return {
    ready: ({ guilds, shard: [shard, count] = [0, 1] }) => {
      reach.hold();
      shards = count;
      const of = roundFor(guilds, beginning(reach.until(), clock));
      rounds.set(shard, of);
      for (const [id, { guild }] of known) if (guild === null) fetch(of, id);
      const closed = clock.sleep(guildsMs, closing).then(() => close(of));
      // Where none is announced, those with something to fetch may come all the same.
      if (guilds.length > 0 || of.gap === null) over(of);
      else void closed.then(() => over(of));
    },
    guildIsThere: ({ id, channels, threads }) => {
      const all = [...channels, ...threads];
      told = latest([told ?? id, id, ...all.flatMap(idsIn)]);
      const of = roundOf(id, rounds);
      if (!of) return;
      for (const one of all) {
        const isKnown = known.has(one.id);
        if (mayHaveNews(one, of.gap, isKnown)) (isKnown ? fetch : fetchStranger)(of, one.id);
      }
      fetchHidden(of, id, new Set(all.map((one) => one.id)));
      over(of);
    },
    guildIsAway: ({ id }) => {
      const of = roundOf(id, rounds);
      if (of) over(of);
    },
    met: (place) => void known.set(place.thread ?? place.channel, place),
  };
}

const inGuilds = (known: ReadonlyMap<Snowflake, Place>): readonly Snowflake[] =>
  [...known].flatMap(([id, { guild }]) => (guild === null ? [] : [id]));

function roundFor(guilds: GatewayReadyDispatchData["guilds"], gap: Gap | null): Round {
  return { gap, guilds: new Set(guilds.map(({ id }) => id)), left: guilds.length + 1, strangers: 0, isOpen: true };
}

/** The one that has waited for this guild, and waits no more. Not every server announces a guild before it tells of it. */
function roundOf(guild: Snowflake, rounds: ReadonlyMap<number, Round>): Round | null {
  const all = [...rounds.values()];
  const waiting = all.find(({ guilds }) => guilds.delete(guild));
  if (waiting) return waiting;
  const open = all.find(({ isOpen }) => isOpen);
  if (open) open.left += 1;
  return open ?? null;
}
