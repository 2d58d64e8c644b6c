import {
  type APIInteraction,
  type APIMessageComponentInteraction,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { AdapterHost, Press, Pressed } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import { type Action, commandIn } from "../../core/reply.ts";
import type { Locale, Place } from "../../core/session.ts";
import { type Words, words } from "../../locales/words.ts";
import { type Pages, pageBehind } from "../shared/pages.ts";
import { faceOfPage, wantedBy } from "./buttons.ts";
import { callerIn, localeIn } from "./inbound.ts";
import type { Outbound, Ticket } from "./outbound.ts";
import type { Rooms } from "./rooms.ts";
import { madeAt } from "./snowflakes.ts";

export interface PressesOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly places: Rooms;
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  readonly pages: Pages;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Buttons, from a press to what the person who pressed is told. */
export interface Presses {
  take(interaction: APIInteraction): Promise<void>;
}

/** Discord gives three seconds. */
const soonMs = 2_000;

/** Its effect is there to be seen. */
const evident: ReadonlySet<Action> = new Set(["stop", "again"]);

export function presses(options: PressesOptions): Presses {
  return {
    take: async (interaction) => {
      if (interaction.type !== InteractionType.MessageComponent) return;
      // What offers a command is heard with the commands.
      if (commandIn(interaction.data.custom_id) === null) await take(interaction, options);
    },
  };
}

async function take(data: APIMessageComponentInteraction, options: PressesOptions): Promise<void> {
  const { outbound } = options;
  const ticket = { application: data.application_id, interaction: data.id, token: data.token };
  const say = words(localeIn(data) ?? options.locale).press;
  const page = pageBehind(data.data.custom_id);
  if (page) return turn(data, page, ticket, options);
  const wanted = wantedBy(data.data.custom_id);
  if (!wanted) return void (await outbound.say(ticket, say.unknown()));
  const outcome = outcomeOf(data, wanted, say, options);
  const soon = await within(soonMs, outcome, options.clock);
  if (soon === null) return sayLate(ticket, outcome, outbound);
  if (soon.type === "done" && evident.has(wanted.action)) await outbound.acknowledge(ticket);
  else await outbound.say(ticket, soon.text);
}

/** Only where nobody else reads along. */
async function turn(
  data: APIMessageComponentInteraction,
  { turn, page }: NonNullable<ReturnType<typeof pageBehind>>,
  ticket: Ticket,
  { outbound, pages, locale }: PressesOptions,
): Promise<void> {
  const isPrivate = !data.guild_id || ((data.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const opened = isPrivate ? pages.open(turn, callerIn(data).id, page) : null;
  if (opened) await outbound.turn(ticket, faceOfPage(opened));
  else await outbound.say(ticket, words(localeIn(data) ?? locale).press.pageGone());
}

type Outcome = Pick<Pressed, "text"> & { readonly type: Pressed["type"] | "failed" };
type Wanted = Pick<Press, "action" | "turn">;

async function outcomeOf(
  data: APIMessageComponentInteraction,
  wanted: Wanted,
  say: Words["press"],
  { host, places, clock, log }: PressesOptions,
): Promise<Outcome> {
  try {
    const { where } = await places.of(data.channel?.id ?? data.channel_id, data.guild_id ?? null);
    return await host.press(toPress(data, wanted, where.place, clock.now()));
  } catch (error) {
    log.error({ code: "E-PLATFORM-DELIVERY", action: wanted.action }, "a button did not do what it was for", error);
    return { type: "failed", text: say.failed() };
  }
}

function toPress(data: APIMessageComponentInteraction, { action, turn }: Wanted, place: Place, now: Date): Press {
  const permissions = BigInt(data.member?.permissions ?? 0);
  const { ManageMessages, Administrator } = PermissionFlagsBits;
  const moderator = (permissions & (ManageMessages | Administrator)) !== 0n;
  return {
    action,
    turn,
    place,
    moderator,
    author: callerIn(data),
    locale: localeIn(data),
    at: madeAt(data.id, now),
  };
}

/** Null where it is not there by then. */
async function within<T>(ms: number, work: Promise<T>, clock: Clock): Promise<T | null> {
  const enough = new AbortController();
  try {
    return await Promise.race([work, clock.sleep(ms, enough.signal).then(() => null)]);
  } finally {
    enough.abort();
  }
}

async function sayLate(ticket: Ticket, outcome: Promise<Outcome>, outbound: Outbound): Promise<void> {
  await outbound.defer(ticket, true);
  await outbound.answer(ticket, { text: (await outcome).text });
}
