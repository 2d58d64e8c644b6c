/** What the app may do, and no more: each serves a request that we make or an event that we hear. */
export const botScopes = [
  ...(["app_mentions:read", "channels:history", "groups:history", "im:history", "mpim:history"] as const),
  ...(["chat:write", "commands", "im:write", "files:read", "users:read"] as const),
  ...(["channels:read", "groups:read", "im:read", "mpim:read"] as const),
] as const;

/** What only adds something: without it everything else works as well. */
export const extraScopes = ["assistant:write"] as const;

/** What Slack tells us of its own accord. */
export const botEvents = [
  ...(["app_mention", "message.channels", "message.groups", "message.im", "message.mpim"] as const),
  ...(["user_change", "app_home_opened", "app_uninstalled", "tokens_revoked"] as const),
] as const;

/**
 * Of apps that were made with the older view, which Slack lets nobody have beside the newer one: it tells of each
 * conversation that is begun there.
 */
export const olderEvents = ["assistant_thread_started"] as const;

/** Of the app's own token, which opens sockets. */
export const appScope = "connections:write";

/** The extra scopes that are missing; none where nobody has told which are there. */
export const extrasLackingIn = (granted: readonly string[] | null): readonly string[] =>
  extraScopes.filter((scope) => granted && !granted.includes(scope));

/** The scopes that are missing; null where nobody has told which are there. */
export function lackingIn(granted: readonly string[] | null): readonly string[] | null {
  return granted && botScopes.filter((scope) => !granted.includes(scope));
}
