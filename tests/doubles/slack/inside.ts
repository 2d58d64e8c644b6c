import { seeded } from "../random.ts";
import { type ScaledTime, scaledClock } from "../scaled-clock.ts";
import { scheduler } from "../scheduler.ts";
import { courier } from "./courier.ts";
import { requestDesk } from "./desk.ts";
import { type Faults, kind } from "./faults.ts";
import { feed } from "./feed.ts";
import { files } from "./files.ts";
import { ids, stamps } from "./ids.ts";
import { interactions } from "./interactions.ts";
import { buckets } from "./limits.ts";
import { messages } from "./messages.ts";
import { type SlackOptions, settingsOf } from "./options.ts";
import type { Parts } from "./parts.ts";
import { people } from "./people.ts";
import { poster } from "./posts.ts";
import { type Sockets, sockets } from "./sockets.ts";
import { statuses } from "./statuses.ts";
import { views } from "./views.ts";
import { worldOf } from "./world.ts";

/** Everything that Slack consists of here, put together. */
export type Inside = ReturnType<typeof insideOf>;

export function insideOf(options: SlackOptions) {
  const settings = settingsOf(options);
  const time: { now: ScaledTime } = { now: settings.time };
  const clock = scaledClock(() => time.now);
  const now = (): number => clock.now().getTime();
  const speed = (): number => time.now.speed;
  const faults: { now: Faults } = { now: kind };
  const address = { now: "" };
  const makeId = ids(settings.seed);
  const planned = scheduler(now, speed);
  const timers = scheduler(now, speed);
  const common = { settings, now, speed, random: seeded(settings.seed), faults: () => faults.now };
  const addressed = addressing(() => address.now);
  const post = poster({ ...common, addressed });
  // Each needs the other: envelopes go out by sockets, and are acknowledged there.
  const carrier = courier({ ...common, planned, timers, post, way: () => links.pick() });
  const links: Sockets = sockets({
    ...{ ...common, timers, addressed, address: () => address.now },
    acknowledge: (...acknowledged) => carrier.acknowledge(...acknowledged),
  });
  const parts: Parts = {
    ...{ ...common, makeId, timers, courier: carrier, address: () => address.now, stamps: stamps(now) },
    ...{ world: worldOf(settings, makeId, now), messages: messages(now), interactions: interactions() },
    ...{ views: views(makeId, now), statuses: statuses(now), files: files(makeId, now) },
    feed: feed({ ...common, planned, courier: carrier }),
  };
  const desk = requestDesk({ ...common, wait: clock.sleep, buckets: buckets(now), scheduler: planned });
  return {
    parts,
    addressed,
    time,
    faults,
    address,
    planned,
    timers,
    post,
    desk,
    sockets: links,
    people: people(parts),
  };
}

/** Addresses in what a process is told lead back by its own way, so that a history can name it. */
const addressing =
  (address: () => string) =>
  (payload: unknown, bot: string): unknown =>
    bot === "" ? payload : JSON.parse(JSON.stringify(payload).replaceAll(`"${address()}/`, `"${address()}/as/${bot}/`));
