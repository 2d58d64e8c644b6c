import type {
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayReadyDispatchData,
  Snowflake,
} from "discord.js";
import type { Clock } from "../../core/ports.ts";
import type { Place } from "../../core/session.ts";
import type { Past } from "../../core/storage.ts";
import type { InOrder } from "./in-order.ts";
import type { Reach } from "./reach.ts";
import { idAt, isLater, timeOf } from "./snowflakes.ts";
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
  guildIsThere(data: GatewayGuildCreateDispatchData): void;
  guildIsAway(data: GatewayGuildDeleteDispatchData): void;
  /** Somebody turns to the companion there. */
  met(place: Place): void;
}

/** One session's fetching, and every shard has one: `left` counts what has to be over before the reach goes on. */
interface Round {
  /** Null where nobody has listened before. */
  readonly after: Snowflake | null;
  /** Those of which nothing is known yet. */
  readonly guilds: Set<Snowflake>;
  left: number;
  strangers: number;
}

/** An event may be dispatched so much later than others that were said after it. */
const lateMs = 120_000;
/** Who asked longer ago has given up. */
const longestMs = 86_400_000;
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

  /** The one that has waited for this guild, and waits no more. */
  const roundOf = (guild: Snowflake): Round | null =>
    [...rounds.values()].find(({ guilds }) => guilds.delete(guild)) ?? null;
  const over = (of: Round): void => {
    of.left -= 1;
    const all = [...rounds.values()];
    if (!all.includes(of) || all.length < shards || all.some(({ left }) => left > 0) || closing.aborted) return;
    reach.goOn(idAt(clock.now().getTime()));
    reach.save().catch(() => {});
  };
  const fetch = (of: Round, channel: Snowflake): void => {
    const { after } = of;
    if (after === null) return;
    of.left += 1;
    void order.after(channel, () => {
      anew(channel);
      const reading = read(channel, after).then((done) => done && over(of));
      return first(reading, holdMs, options);
    });
  };
  const fetchStranger = (of: Round, channel: Snowflake): void => {
    of.strangers += 1;
    if (of.strangers <= mostStrangers) fetch(of, channel);
  };
  /** Threads that are archived are in no guild's list. */
  const fetchHidden = (of: Round, guild: Snowflake, listed: readonly Snowflake[]): void => {
    for (const [id, place] of known)
      if (place.guild === guild && place.thread !== null && !listed.includes(id)) fetch(of, id);
  };

  return {
    ready: ({ guilds, shard: [shard, count] = [0, 1] }) => {
      reach.hold();
      shards = count;
      const after = beginning(reach.until(), clock);
      const of = { after, guilds: new Set(guilds.map(({ id }) => id)), left: guilds.length + 1, strangers: 0 };
      rounds.set(shard, of);
      for (const [id, { guild }] of known) if (guild === null) fetch(of, id);
      void clock.sleep(guildsMs, closing).then(() => {
        for (const id of of.guilds) if (of.guilds.delete(id)) over(of);
      });
      over(of);
    },
    guildIsThere: ({ id, channels, threads }) => {
      const of = roundOf(id);
      if (!of) return;
      for (const one of [...channels, ...threads])
        if (hasNews(one, of)) known.has(one.id) ? fetch(of, one.id) : fetchStranger(of, one.id);
      fetchHidden(
        of,
        id,
        threads.map((thread) => thread.id),
      );
      over(of);
    },
    guildIsAway: ({ id }) => {
      const of = roundOf(id);
      if (of) over(of);
    },
    met: (place) => void known.set(place.thread ?? place.channel, place),
  };
}

/** With whatever may still have been on its way, and not from so long ago that nobody waits for an answer. */
function beginning(until: Snowflake | null, clock: Clock): Snowflake | null {
  if (until === null) return null;
  return idAt(Math.max(timeOf(until) - lateMs, clock.now().getTime() - longestMs));
}

const hasNews = (channel: object, { after }: Round): boolean =>
  after !== null &&
  "last_message_id" in channel &&
  typeof channel.last_message_id === "string" &&
  isLater(channel.last_message_id, after);

/** Resolves when the work is done, or after so much time. */
async function first(work: Promise<unknown>, ms: number, { clock, closing }: UnheardOptions): Promise<void> {
  const enough = new AbortController();
  await Promise.race([work, clock.sleep(ms, AbortSignal.any([closing, enough.signal]))]);
  enough.abort();
}
