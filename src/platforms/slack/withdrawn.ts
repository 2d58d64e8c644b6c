import type { Logger } from "../../core/ports.ts";
import type { Self } from "./self.ts";

type Event = Readonly<Record<string, unknown>>;

/** Slack tells, mostly twice, that the app or its token was taken from the workspace: the operator is told once. */
export function withdrawals(self: Pick<Self, "user">, log: Logger): (event: Event) => void {
  let told = false;
  return (event) => {
    const why = reasonIn(event, self);
    if (why === null || told) return;
    told = true;
    log.error({ code: "E-SLACK-TOKEN" }, `${why}: nothing is heard or answered on Slack from here on. ${remedy}`);
  };
}

const remedy =
  "At api.slack.com/apps, under your app: Install App > Install to Workspace, then put the new token in SLACK_BOT_TOKEN and start again. What was kept here stays.";

function reasonIn(event: Event, { user }: Pick<Self, "user">): string | null {
  if (event["type"] === "app_uninstalled") return "Slack says that the app was removed from the workspace";
  if (event["type"] !== "tokens_revoked" || !botsIn(event).includes(user)) return null;
  return "Slack says that the app's token was revoked";
}

/** A person's own token is none of ours. */
function botsIn({ tokens }: Event): readonly unknown[] {
  const bots = typeof tokens === "object" && tokens !== null && "bot" in tokens ? tokens.bot : null;
  return Array.isArray(bots) ? bots : [];
}
