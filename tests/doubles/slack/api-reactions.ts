import { type Duty, done, refused } from "./desk.ts";
import { refusal } from "./errors.ts";
import { type BotAsked, botMethod, channelOf, orRefused } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { react } from "./reacting.ts";
import type { Reply } from "./verdict.ts";

const scopes = ["reactions:write"];

export const reactionMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "reactions.add", { tier: "tier3", scopes, work: (asked) => reactAs(parts, asked, "react") }),
  botMethod(parts, "reactions.remove", { tier: "tier2", scopes, work: (asked) => reactAs(parts, asked, "unreact") }),
];

function reactAs(parts: Parts, asked: BotAsked, type: "react" | "unreact"): Reply {
  const { args, team } = asked;
  const emoji = args.text("name") ?? "";
  return orRefused(channelOf(parts, asked, args.text("channel")), (channel) => {
    if (!channel.members.has(team.bot.user)) return refused(refusal("not_in_channel"));
    if (channel.archived) return refused(refusal("is_archived"));
    const message = parts.messages.alive(channel.id, args.text("timestamp"));
    if (!message) return refused(refusal("message_not_found"));
    if (!/^[\w+\-']+(::skin-tone-\d)?$/.test(emoji)) return refused(refusal("invalid_name"));
    if (!react(parts, message, { type, by: team.bot.user, emoji, cause: null }))
      return refused(refusal(type === "react" ? "already_reacted" : "no_reaction"));
    return done({}, message);
  });
}
