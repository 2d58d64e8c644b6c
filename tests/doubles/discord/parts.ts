import type { Random } from "../random.ts";
import type { Commands } from "./commands.ts";
import type { Faults } from "./faults.ts";
import type { Feed } from "./feed.ts";
import type { Files } from "./files.ts";
import type { Interactions } from "./interactions.ts";
import type { Messages } from "./messages.ts";
import type { Settings } from "./options.ts";
import type { World } from "./world.ts";

/** What the doings of people and the requests of bots work on. */
export interface Parts {
  readonly settings: Settings;
  readonly now: () => number;
  readonly random: Random;
  readonly makeId: () => string;
  readonly faults: () => Faults;
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly commands: Commands;
  readonly feed: Feed;
  readonly files: Files;
}
