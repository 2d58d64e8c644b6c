import type { Random } from "../random.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Courier } from "./courier.ts";
import type { Faults } from "./faults.ts";
import type { Feed } from "./feed.ts";
import type { Files } from "./files.ts";
import type { MakeId, Stamps } from "./ids.ts";
import type { Interactions } from "./interactions.ts";
import type { Messages } from "./messages.ts";
import type { Settings } from "./options.ts";
import type { Statuses } from "./statuses.ts";
import type { Views } from "./views.ts";
import type { World } from "./world.ts";

/** What the doings of people and the requests of bots work on. */
export interface Parts {
  readonly settings: Settings;
  readonly now: () => number;
  readonly random: Random;
  readonly makeId: MakeId;
  readonly stamps: Stamps;
  readonly faults: () => Faults;
  /** Where it is, without a final slash. */
  readonly address: () => string;
  readonly timers: Scheduler;
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly views: Views;
  readonly statuses: Statuses;
  readonly files: Files;
  readonly courier: Courier;
  readonly feed: Feed;
}
