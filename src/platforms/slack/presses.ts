import { z } from "zod";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import { type Action, commandIn } from "../../core/reply.ts";
import { type Locale, locales } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { type Pages, pageBehind } from "../shared/pages.ts";
import { blocksOfPage, wantedBy } from "./blocks.ts";
import type { Channels } from "./channels.ts";
import { channelId, kindOf, placeOf, timeOf, ts, userId } from "./inbound.ts";
import type { Interactions } from "./interactions.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import type { Self } from "./self.ts";
import { telling } from "./telling.ts";

export interface PressesOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly places: Channels;
  readonly pages: Pages;
  readonly begin: Interactions["begin"];
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
}

const spot = z.object({ ts, thread_ts: ts.nullish() });

/** Of what one person alone sees, Slack does not give the message. */
const pressSchema = z.object({
  user: z.object({ id: userId }),
  channel: z.object({ id: channelId }),
  message: spot.nullish(),
  container: z.object({ is_ephemeral: z.boolean().nullish(), message_ts: ts, thread_ts: ts.nullish() }).nullish(),
  trigger_id: z.string().min(1),
  response_url: z.string().min(1),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish(), action_ts: z.string() })).min(1),
});

/** Its effect is there to be seen. */
const evident: ReadonlySet<Action> = new Set(["stop", "again"]);

/** A press on a button of a message. */
interface Pressing {
  readonly name: string;
  readonly value: string;
  readonly at: Date;
  readonly user: string;
  readonly channel: string;
  readonly message: z.output<typeof spot>;
  /** Whether whoever presses alone sees the message. */
  readonly unseen: boolean;
  readonly trigger: string;
  readonly url: string;
}

/** Null where it is none. */
function pressIn(body: Readonly<Record<string, unknown>>): Pressing | null {
  const { data } = pressSchema.safeParse(body);
  const [action] = data?.actions ?? [];
  if (!data || !action) return null;
  const { user, channel, container, trigger_id: trigger, response_url: url } = data;
  const message = data.message ?? (container && { ts: container.message_ts, thread_ts: container.thread_ts });
  if (!message) return null;
  const unseen = container?.is_ephemeral === true || kindOf(channel.id, null) === "direct";
  const pressed = { name: action.action_id, value: action.value ?? "", at: timeOf(action.action_ts) };
  return { ...pressed, user: user.id, channel: channel.id, message, unseen, trigger, url };
}

/** What people press below a reply, from the press to what they are told. Resolves when what was wanted is durable. */
export function presses(options: PressesOptions) {
  const { host, outbound, self, people, places, pages, begin, locale } = options;
  const tell = telling(options);
  const whereIs = async ({ channel, message }: Pressing) => {
    const kind = await places.kindOf(channel, null);
    return { kind, place: placeOf({ ...message, channel }, kind, self) };
  };
  /** Only where nobody else reads along. */
  const turn = ({ user, url, unseen }: Pressing, { turn, page }: NonNullable<ReturnType<typeof pageBehind>>): void => {
    const opened = unseen ? pages.open(turn, user, page) : null;
    const face = opened && { text: opened.text, blocks: blocksOfPage(opened) };
    if (face) void outbound.replace(url, face).catch(() => tell(url, words(locale).press.failed()));
    else tell(url, words(locale).press.pageGone());
  };
  const want = async (press: Pressing): Promise<void> => {
    const wanted = wantedBy(press.name, press.value);
    if (!wanted) return tell(press.url, words(locale).press.unknown());
    const [author, { place }] = await Promise.all([people.author(press.user), whereIs(press)]);
    const { type, text } = await host.press({ ...wanted, place, author, moderator: false, locale: null, at: press.at });
    if (type !== "done" || !evident.has(wanted.action)) tell(press.url, text);
  };
  return async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    const press = pressIn(body);
    if (!press) return;
    const page = pageBehind(press.name);
    const command = commandIn(press.name);
    if (page) turn(press, page);
    else if (command === null) await want(press);
    else await begin({ ...press, ...(await whereIs(press)), command, locale: localeIn(press.value) ?? locale });
  };
}

const localeIn = (value: string): Locale | null => locales.find((one) => one === value) ?? null;
