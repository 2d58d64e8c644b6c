import type { Deed } from "./deed.ts";
import type { ChangeApp, ChangeUser, Doing } from "./doings.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { tell } from "./telling.ts";
import { userPayload } from "./user-payloads.ts";
import type { Team } from "./world.ts";

/** What administrators do to users and to the app. */
export function managing(parts: Parts, doing: Doing, team: Team): Deed | null {
  switch (doing.type) {
    case "deactivate":
    case "reactivate":
    case "change-user":
      return changeUser(parts, doing, team);
    case "uninstall":
    case "revoke":
      return changeApp(parts, doing, team);
    default:
      return null;
  }
}

function changeUser(parts: Parts, { type, user }: ChangeUser, team: Team): Deed | null {
  const { world, now } = parts;
  if (!world.users.has(user.id)) return null;
  world.users.set(user.id, user);
  if (type === "deactivate")
    for (const { kind, members } of world.channels.values()) if (kind !== "im") members.delete(user.id);
  if (type === "deactivate") world.deactivated.add(user.id);
  if (type === "reactivate") world.deactivated.delete(user.id);
  const id = parts.makeId("E");
  const event: Payload = {
    type: "user_change",
    user: userPayload(user, team, world),
    cache_ts: Math.floor(now() / 1_000),
    event_ts: parts.stamps.now(),
  };
  const telling = (): void => {
    if (team.installed) tell(parts, { team, channel: null, name: "user_change", event, cause: id });
  };
  return { id, team: team.id, channel: null, tell: telling };
}

/** Both are told, though the token is worth nothing any more; they come in no certain order. */
function changeApp(parts: Parts, { type }: ChangeApp, team: Team): Deed | null {
  if (!team.installed) return null;
  if (type === "uninstall") team.installed = false;
  team.revoked = true;
  const id = parts.makeId("E");
  const revoked = { type: "tokens_revoked", tokens: { oauth: [], bot: [team.bot.user] }, event_ts: parts.stamps.now() };
  const uninstalled = { type: "app_uninstalled", event_ts: parts.stamps.now() };
  const events = type === "uninstall" ? [revoked, uninstalled] : [revoked];
  const telling = (): void => {
    for (const event of parts.random.shuffle(events))
      tell(parts, { team, channel: null, name: event.type, event, cause: id });
  };
  return { id, team: team.id, channel: null, tell: telling };
}
