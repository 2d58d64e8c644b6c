import { z } from "zod";
import type { AdapterHost } from "../../core/platform.ts";
import type { Logger } from "../../core/ports.ts";
import type { Locale, Place } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { typedBy } from "./commands.ts";
import { channelId, slack, ts, userId } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import type { Titles } from "./titles.ts";

export interface OpeningOptions {
  readonly host: Pick<AdapterHost, "home">;
  readonly outbound: Outbound;
  readonly people: People;
  readonly titles: Titles;
  /** The slash command behind which all commands stand, without its slash, and those that have one of their own. */
  readonly commandName: string;
  readonly aliases: readonly string[];
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  readonly log: Logger;
}

const homeSchema = z.object({ user: userId, channel: channelId, tab: z.string().nullish() });
const threadSchema = z.object({ user_id: userId, channel_id: channelId, thread_ts: ts });

interface Opened {
  readonly user: string;
  readonly channel: string;
}

/** What people open of the app. Best effort, and nobody's ask: it is answered beside the event, and never stored. */
export function openings({ host, outbound, people, titles, log, ...options }: OpeningOptions) {
  const localeFor = async (user: string): Promise<Locale> => (await people.locale(user)) ?? options.locale;
  const show = async ({ user, channel }: Opened): Promise<void> => {
    const place: Place = { platform: slack, guild: null, channel, thread: null };
    try {
      const [author, locale] = [await people.author(user), await localeFor(user)];
      const page = await host.home({ place, author, locale, typed: typedBy(options) });
      await outbound.home.publish(user, page);
    } catch {
      log.debug({}, "somebody's home was not shown");
    }
  };
  const suggest = async ({ user, channel }: Opened, thread: string | null): Promise<void> => {
    const say = words(await localeFor(user)).slackPane;
    await outbound.assistant.suggest(channel, thread, { title: say.promptsTitle(), prompts: say.prompts() });
  };
  const home = oneByOne(show);
  return (event: Readonly<Record<string, unknown>>): void => {
    if (event["type"] === "app_home_opened") {
      const { data: opened } = homeSchema.safeParse(event);
      if (opened?.tab === "home") void home(opened);
      if (opened?.tab === "messages") void suggest(opened, null);
    }
    if (event["type"] === "assistant_thread_started") {
      const { data: begun } = threadSchema.safeParse(event["assistant_thread"]);
      if (!begun) return;
      titles.began({ channel: begun.channel_id, ts: begun.thread_ts });
      void suggest({ user: begun.user_id, channel: begun.channel_id }, begun.thread_ts);
    }
  };
}

/** However often somebody opens it meanwhile: it is made once more afterwards, so that the newest stands there. */
function oneByOne(work: (opened: Opened) => Promise<void>): (opened: Opened) => Promise<void> {
  const again = new Map<string, Opened | null>();
  return async (opened) => {
    const { user } = opened;
    if (again.has(user)) return void again.set(user, opened);
    for (let next: Opened | null = opened; next !== null; next = again.get(user) ?? null) {
      again.set(user, null);
      await work(next);
    }
    again.delete(user);
  };
}
