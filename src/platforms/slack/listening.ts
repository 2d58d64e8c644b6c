import type { CommandRegistry } from "../../core/commands/registry.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Locale, Place } from "../../core/session.ts";
import type { Pages } from "../shared/pages.ts";
import { channels } from "./channels.ts";
import type { Ears } from "./dispatch.ts";
import { channelId, slack } from "./inbound.ts";
import { interactions } from "./interactions.ts";
import { messagesIn } from "./messages.ts";
import { missed } from "./missed.ts";
import { openings } from "./opening.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import { presses } from "./presses.ts";
import { type Pulse, pulse } from "./pulse.ts";
import type { Self } from "./self.ts";
import type { Titles } from "./titles.ts";
import { withdrawals } from "./withdrawn.ts";

export interface ListeningOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly registry: CommandRegistry;
  readonly pages: Pages;
  readonly titles: Titles;
  /** The slash command behind which all others stand. */
  readonly commandName: string;
  /** Commands that are called by a slash command of their own. */
  readonly aliases: readonly string[];
  /** Channels shared with other workspaces in which people are answered all the same. */
  readonly sharedChannels: readonly string[];
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  /** All that was said up to this was heard by an earlier run, in milliseconds since 1970. */
  readonly from: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What Slack says, handed on to the core. */
export interface Listening extends Ears {
  /** Slack can reach us, as long as `isOpen`: what was said while it could not is fetched. */
  open(isOpen: () => boolean): void;
  /** Hears nothing new from here on: what comes is not acknowledged, and Slack says it to the next run. */
  rest(): Promise<void>;
}

export function listening(options: ListeningOptions): Listening {
  const { host, people: crowd, clock } = options;
  const places = channels(options.outbound, clock);
  const mayHear = (channel: string, shared: boolean): boolean => !shared || options.sharedChannels.includes(channel);
  const unheard = channelsUnheard(options.log);
  const commands = interactions({ ...options, places, mayHear, unheard });
  const pressed = presses({ ...options, places, begin: commands.begin });
  const opened = openings(options);
  const withdrawn = withdrawals(options.self, options.log);
  const resting = new AbortController();
  const said = messagesIn({ ...options, places, closing: resting.signal });
  const closing = resting.signal;
  let beating: Pulse | null = null;
  const awake = (): void => {
    if (resting.signal.aborted) throw new Error("nothing new is heard any more");
  };
  const keepUp = (isOpen: () => boolean): Pulse => {
    const known = async (): Promise<readonly Place[]> => (await host.past(slack)).places;
    const fetch = missed({ ...options, places: known, mayHear, before: said.before, closing });
    const keep = (until: number): Promise<void> => host.heard(slack, String(until));
    return pulse({ ...options, isOpen, fetch, keep, closing });
  };
  const hear = async (event: Readonly<Record<string, unknown>>, told: unknown): Promise<void> => {
    const { data: channel } = channelId.safeParse(event["channel"]);
    if (channel === undefined) return;
    const shared = places.isShared(channel, told);
    // One that says itself that it is not shared is heard in the order of its events.
    if (!mayHear(channel, typeof shared === "boolean" ? shared : await shared)) return unheard(channel);
    await said.now(event);
  };
  return {
    open: (isOpen) => {
      beating ??= keepUp(isOpen);
    },
    rest: async () => {
      resting.abort();
      await beating?.save().catch(() => {});
    },
    event: async (event, body) => {
      awake();
      if (event["type"] === "user_change") return crowd.forget(userIn(event));
      opened(event);
      withdrawn(event);
      if (event["type"] !== "message" && event["type"] !== "app_mention") return;
      await hear(event, body["is_ext_shared_channel"]).catch((error: unknown) => {
        beating?.broke();
        throw error;
      });
    },
    command: async (body) => {
      awake();
      await commands.call(body);
    },
    view: async (body) => {
      awake();
      return commands.submit(body);
    },
    action: async (body) => {
      awake();
      await pressed(body);
    },
  };
}

const userIn = ({ user }: Readonly<Record<string, unknown>>): string =>
  typeof user === "object" && user !== null && "id" in user && typeof user.id === "string" ? user.id : "";

/** Who else is in there nobody here knows: one line a channel tells the operator. */
function channelsUnheard(log: Logger): (channel: string) => void {
  const told = new Set<string>();
  return (channel) => {
    if (told.has(channel)) return;
    told.add(channel);
    log.warn(
      { channel },
      "a channel is shared with another workspace, or closed to the app: nothing is heard there. Where it is shared, its id in slack.sharedChannels opens it",
    );
  };
}
