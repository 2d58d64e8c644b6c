import { type Duty, done, refused } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import type { Interaction } from "./interactions.ts";
import { type BotAsked, botMethod, orRefused } from "./methods.ts";
import type { Parts } from "./parts.ts";
import type { Reply } from "./verdict.ts";
import { viewPayload } from "./view-payloads.ts";
import { type View, type ViewContent, viewFrom } from "./views.ts";

/** Modals and home tabs. */
export const viewMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "views.open", { tier: "tier4", work: (asked) => open(parts, asked) }),
  botMethod(parts, "views.push", { tier: "tier4", work: (asked) => push(parts, asked) }),
  botMethod(parts, "views.update", { tier: "tier4", work: (asked) => update(parts, asked) }),
  botMethod(parts, "views.publish", { tier: "tier4", work: (asked) => publish(parts, asked) }),
];

/** A trigger opens one view, and that within seconds. */
function exchanged({ interactions, settings, now }: Parts, { args, team }: BotAsked): Interaction | Refusal {
  const found = interactions.byTrigger(args.text("trigger_id") ?? "");
  if (!found || found.team !== team.id) return refusal("invalid_trigger_id");
  if (found.exchanged) return refusal("exchanged_trigger_id");
  if (now() > found.at + settings.triggerMs) return refusal("expired_trigger_id");
  return found;
}

function contentOf(
  parts: Parts,
  { args, team }: BotAsked,
  types: readonly string[],
  self?: View,
): ViewContent | Refusal {
  const content = viewFrom(args.json("view"), types, parts.makeId);
  if (isRefusal(content) || content.external_id === "") return content;
  const other = parts.views.byExternalId(team.id, content.external_id);
  return other && other !== self ? refusal("duplicate_external_id") : content;
}

function opened(parts: Parts, asked: BotAsked, previous: (found: Interaction) => string | null | Refusal): Reply {
  return orRefused(contentOf(parts, asked, ["modal"]), (content) =>
    orRefused(exchanged(parts, asked), (found) => {
      const below = previous(found);
      if (isRefusal(below)) return refused(below);
      found.exchanged = true;
      const view = parts.views.open({
        team: asked.team.id,
        user: found.user,
        bot: asked.bot,
        previous: below,
        content,
      });
      return done({ view: viewPayload(view, parts) });
    }),
  );
}

const open = (parts: Parts, asked: BotAsked): Reply => opened(parts, asked, () => null);

const push = (parts: Parts, asked: BotAsked): Reply =>
  opened(parts, asked, ({ view: id }) => {
    const below = parts.views.get(id);
    if (!below) return refusal("invalid_trigger_id");
    return parts.views.stackOf(below).length >= 3 ? refusal("push_limit_reached") : below.id;
  });

function update(parts: Parts, asked: BotAsked): Reply {
  const { args, team } = asked;
  const external = args.text("external_id");
  const view = external === null ? parts.views.get(args.text("view_id")) : parts.views.byExternalId(team.id, external);
  if (!view || view.team !== team.id) return refused(refusal("not_found"));
  if (args.has("hash") && args.text("hash") !== view.hash) return refused(refusal("hash_conflict"));
  return orRefused(contentOf(parts, asked, ["modal", "home"], view), (content) => {
    parts.views.change(view, content);
    return done({ view: viewPayload(view, parts) });
  });
}

function publish(parts: Parts, asked: BotAsked): Reply {
  const { args, team, bot } = asked;
  const user = args.text("user_id") ?? "";
  if (!parts.world.users.has(user)) return refused(refusal("user_not_found"));
  const known = parts.views.homeOf(team.id, user);
  if (args.has("hash") && args.text("hash") !== known?.hash) return refused(refusal("hash_conflict"));
  return orRefused(contentOf(parts, asked, ["home"], known ?? undefined), (content) => {
    if (known) parts.views.change(known, content);
    const view = known ?? parts.views.open({ team: team.id, user, bot, previous: null, content });
    return done({ view: viewPayload(view, parts) });
  });
}
