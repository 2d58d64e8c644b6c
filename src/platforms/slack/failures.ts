import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { ConfigError, PlatformError } from "../../core/errors.ts";
import { appScope } from "./rights.ts";

/** What it is about is not there any more, or never was. */
const gone: ReadonlySet<string> = new Set(["message_not_found", "channel_not_found", "cant_update_message"]);

/** Slack's own trouble, which passes. */
const passing: ReadonlySet<string> = new Set([
  ...["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited", "team_added_to_org"],
]);

/** Slack takes nothing from us: the operator has to do something. */
const refusedToken: ReadonlySet<string> = new Set([
  ...["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"],
]);

export const codeOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? error.data.error : null;

/** A message that was deleted heads no thread, unless there are replies. */
export const hasNoThread = (error: unknown): boolean => codeOf(causeOf(error)) === "thread_not_found";

/** The library's own error, behind ours. */
export const causeOf = (error: unknown): unknown => (error instanceof PlatformError ? error.cause : error);

export const isGone = (error: unknown): boolean => gone.has(codeOf(error) ?? "");

/** Slack says how long in whole seconds, and a clock may be a little behind its own. */
const graceMs = 250;

/** How long Slack asks to wait, in milliseconds; null where it does not. */
export const waitOf = (error: unknown): number | null =>
  error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 + graceMs : null;

/** What Slack has said no to, for good: it was not carried out. Null where it was, or where nobody knows. */
export const refusalOf = (error: unknown): string | null => {
  const code = codeOf(causeOf(error));
  return code !== null && !passing.has(code) ? code : null;
};

/** In our words; `retryable` also where nobody knows whether it was carried out. */
export function toPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof WebAPIPlatformError) return refused(error);
  if (error instanceof WebAPIHTTPError) return failed(`Slack answered ${error.statusCode}.`, true, error);
  if (error instanceof WebAPIRequestError) return failed("Slack did not answer.", true, error);
  return failed("Slack could not be asked.", true, error);
}

const failed = (message: string, retryable: boolean, cause: unknown): PlatformError =>
  new PlatformError("E-PLATFORM-DELIVERY", message, { retryable, cause });

function refused(error: WebAPIPlatformError): PlatformError {
  const code = error.data.error;
  const remedy = remedies[code]?.(neededIn(error));
  return failed(`Slack refused it: ${code}.${remedy ? ` ${remedy}` : ""}`, passing.has(code), error);
}

/** Slack does not take the token itself. */
export const isTokenRefused = (error: unknown): boolean => refusedToken.has(codeOf(causeOf(error)) ?? "");

/** Slack takes the token, and it lacks a permission. */
export const isScopeMissing = (error: unknown): boolean => codeOf(causeOf(error)) === "missing_scope";

type TokenName = keyof typeof tokenPlaces;

const tokenPlaces = {
  SLACK_BOT_TOKEN: "OAuth & Permissions > Bot User OAuth Token (it begins with xoxb-)",
  SLACK_APP_TOKEN: "Basic Information > App-Level Tokens (it begins with xapp-)",
};

/** Null where the trouble is not the operator's. The token is the one that was asked with. */
export function toConfigError(error: unknown, token: TokenName = "SLACK_BOT_TOKEN"): ConfigError | null {
  if (error instanceof ConfigError) return error;
  const cause = causeOf(error);
  if (isTokenRefused(cause)) return new ConfigError("E-SLACK-TOKEN", tokenWords(token, codeOf(cause) ?? ""));
  if (isScopeMissing(cause) && cause instanceof WebAPIPlatformError) return scopesMissing([neededIn(cause)]);
  return null;
}

const neededIn = ({ data }: WebAPIPlatformError): string => String((data as { needed?: string }).needed ?? "");

const tokenWords = (token: TokenName, code: string): string =>
  `Slack does not take the token in ${token} (${code}). ${tokenRemedy(token)}`;

const tokenRemedy = (token: TokenName): string =>
  `At api.slack.com/apps, under your app: ${tokenPlaces[token]}, then put that one in ${token} and start again.`;

/** What the token may not do, and where it is allowed to. */
export const scopesMissing = (needed: readonly string[]): ConfigError =>
  new ConfigError("E-SLACK-SCOPE", needed.includes(appScope) ? appScopeWords : scopeWords(needed.join(", ")));

const scopeWords = (needed: string): string =>
  `Slack says that the app lacks a permission: ${needed}. At api.slack.com/apps, under your app: OAuth & Permissions > Scopes > add it, then Reinstall to Workspace.`;

const appScopeWords = `The token in SLACK_APP_TOKEN opens no socket: it lacks ${appScope}. At api.slack.com/apps, under your app: Basic Information > App-Level Tokens > generate one with that scope, then put it there.`;

/** What can be done about a refusal, by Slack's own name of it, where anything can. */
const remedies: Readonly<Record<string, (needed: string) => string>> = {
  ...Object.fromEntries([...refusedToken].map((code) => [code, () => tokenRemedy("SLACK_BOT_TOKEN")])),
  missing_scope: (needed) => scopeWords(needed),
  not_in_channel: () => "The app is not in there: somebody who is can /invite the app to that channel.",
  is_archived: () => "The channel is archived, and nothing can be said there until somebody unarchives it.",
  restricted_action: () =>
    "A setting of the workspace lets the app not post there: whoever manages the workspace can allow it.",
};
