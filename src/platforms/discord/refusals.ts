import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { onceIn } from "../../core/conversation/once.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import type { Delivery } from "../../core/reply.ts";
import { type Place, placeKey } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Wire } from "../shared/wire.ts";
import type { Outbound } from "./outbound.ts";
import type { Permission } from "./permissions.ts";

export interface RefusalsOptions {
  readonly outbound: Outbound;
  readonly clock: Clock;
}

const anHour = 3_600_000;

/**
 * Puts words to a missing permission: which, and where to give it. Refused is refused: that reply asks no more, and its
 * person is told so in private, once an hour and place.
 */
export function refusals({ outbound, clock }: RefusalsOptions): (wire: Wire, delivery: Delivery) => Wire {
  const once = onceIn(clock);
  return (wire, delivery) => {
    const { place } = delivery;
    let refusal: PlatformError | null = null;
    const named = async <T>(request: () => Promise<T>): Promise<T> => {
      if (refusal) throw refusal;
      try {
        return await request();
      } catch (error) {
        const missing = missingBy(error, place);
        if (!missing) throw error;
        refusal = toRefusal(missing, place, error);
        if (once(placeKey(place), anHour)) await tellInPrivate(missing, delivery, outbound);
        throw refusal;
      }
    };
    return {
      ...wire,
      create: (part, still) =>
        part.surface === "place" ? named(() => wire.create(part, still)) : wire.create(part, still),
      edit: (id, text, still) => named(() => wire.edit(id, text, still)),
      find: (surface, known) => named(() => wire.find(surface, known)),
      typing: async () => {
        if (!refusal) await wire.typing();
      },
    };
  };
}

/** Null where it is no missing permission. Direct messages know none. */
function missingBy(error: unknown, { guild, thread }: Place): Permission | null {
  const cause = error instanceof PlatformError ? error.cause : null;
  if (guild === null || !(cause instanceof DiscordAPIError)) return null;
  if (cause.code === RESTJSONErrorCodes.MissingAccess) return "view";
  if (cause.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory) return "history";
  if (cause.code !== RESTJSONErrorCodes.MissingPermissions) return null;
  return thread === null ? "send" : "send-in-threads";
}

function toRefusal(missing: Permission, { guild, channel, thread }: Place, cause: unknown): PlatformError {
  const where = thread === null ? `channel ${channel}` : `thread ${thread} of channel ${channel}`;
  const permission = words("en").discord.permissions[missing];
  return new PlatformError(
    "E-DISCORD-PERMISSION",
    `Discord does not let Familiar answer in ${where} of server ${guild}. Channel settings > Permissions > the app's role: allow "${permission}" there.`,
    { cause },
  );
}

/** Best effort. Nothing of question or answer is in it. */
async function tellInPrivate(missing: Permission, delivery: Delivery, outbound: Outbound): Promise<void> {
  const { discord } = words(delivery.locale);
  const text = discord.refused(delivery.place.thread ?? delivery.place.channel, discord.permissions[missing]);
  await outbound
    .directWith(delivery.asker.id)
    .then((channel) => outbound.post(channel, { text, nonce: null, replyTo: null }))
    .catch(() => {});
}
