import { z } from "zod";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Action } from "../../core/reply.ts";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { wantedBy } from "./blocks.ts";
import type { Channels } from "./channels.ts";
import { channelId, placeOf, timeOf, userId } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import type { Self } from "./self.ts";
import { whispering } from "./whisper.ts";

export interface PressesOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly places: Channels;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
}

const pressSchema = z.object({
  user: z.object({ id: userId }),
  channel: z.object({ id: channelId }),
  message: z.object({ ts: z.string(), thread_ts: z.string().nullish() }),
  response_url: z.string().min(1),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish(), action_ts: z.string() })).min(1),
});

/** Its effect is there to be seen. */
const evident: ReadonlySet<Action> = new Set(["stop", "again"]);

/** What people press below a reply, from the press to what they are told. Resolves when what was wanted is durable. */
export function presses({ host, outbound, self, people, places, locale, log }: PressesOptions) {
  const tell = whispering(outbound, log);
  return async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const read = pressSchema.safeParse(body);
    const [pressed] = read.success ? read.data.actions : [];
    if (!read.success || !pressed) return;
    const { user, channel, message, response_url: url } = read.data;
    const wanted = wantedBy(pressed.action_id, pressed.value ?? "");
    if (!wanted) return tell(url, words(locale).press.unknown());
    const [author, kind] = await Promise.all([people.author(user.id), places.kindOf(channel.id, null)]);
    const place = placeOf({ ...message, channel: channel.id }, kind, self);
    const at = timeOf(pressed.action_ts);
    const { type, text } = await host.press({ ...wanted, place, author, moderator: false, locale: null, at });
    if (type !== "done" || !evident.has(wanted.action)) tell(url, text);
  };
}
