import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import { ConfigError, PlatformError } from "../../core/errors.ts";
import { Withheld } from "../shared/last-look.ts";
import { NotSent } from "../shared/wire.ts";

/** What it is about is not there: removed, never made, or its time is over. */
const gone: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

export const isGone = (error: unknown): boolean => error instanceof DiscordAPIError && gone.has(error.code);

/** An interaction was answered before: by us, when the answer to that request was lost. */
export const isAnsweredBefore = (error: unknown): boolean =>
  causeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

/** Null where the server does not know the request at all. */
export async function orUnknown<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    const cause = error instanceof PlatformError ? error.cause : error;
    if (cause instanceof DiscordAPIError && (cause.status === 404 || cause.status === 405)) return null;
    throw error;
  }
}

const causeOf = (error: unknown): unknown =>
  error instanceof PlatformError && error.cause instanceof DiscordAPIError ? error.cause.code : null;

/**
 * What Discord refuses stays refused; anything else may be tried again, and nobody knows whether it was carried out.
 * What has kept a request from being sent is told as it is.
 */
export function toPlatformError(error: unknown): unknown {
  if (error instanceof Withheld) return error.cause;
  if (error instanceof DiscordAPIError)
    return failed(`Discord refused it: ${error.message} (${error.code}).`, error.status === 429, error);
  if (error instanceof HTTPError) return failed(`Discord answered ${error.status}.`, true, error);
  if (error instanceof RateLimitError) return new NotSent("Discord has no room for it now.", error);
  return failed("Discord did not answer.", true, error);
}

const failed = (message: string, retryable: boolean, cause: unknown): PlatformError =>
  new PlatformError("E-PLATFORM-DELIVERY", message, { retryable, cause });

/** Null where the trouble is not the operator's. */
export function toConfigError(error: unknown): ConfigError | null {
  const cause = error instanceof PlatformError ? error.cause : error;
  if (isTokenRefused(cause))
    return new ConfigError(
      "E-DISCORD-TOKEN",
      "Discord refused the token in DISCORD_TOKEN. Developer Portal > your app > Bot > Reset Token, then put the new one there.",
    );
  if (isIntentRefused(cause))
    return new ConfigError(
      "E-DISCORD-INTENT",
      "Discord refused an intent that this app had a moment ago. Developer Portal > your app > Bot > Privileged Gateway Intents: look whether Message Content Intent is on, then start again.",
    );
  return null;
}

export const isIntentRefused = (error: unknown): boolean =>
  error instanceof Error && /disallowed intents/i.test(error.message);

export function isTokenRefused(error: unknown): boolean {
  const cause = error instanceof PlatformError ? error.cause : error;
  if (cause instanceof DiscordAPIError) return cause.status === 401;
  if (!(cause instanceof Error)) return false;
  return ("code" in cause && cause.code === "TokenInvalid") || /authentication failed/i.test(cause.message);
}
