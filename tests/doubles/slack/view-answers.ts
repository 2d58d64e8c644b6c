import { isRefusal } from "./errors.ts";
import type { Parts } from "./parts.ts";
import { type View, viewFrom } from "./views.ts";

interface ViewAnswer {
  readonly response_action?: "clear" | "update" | "push" | "errors";
  readonly view?: unknown;
}

/** What becomes of a modal that was sent: nothing said closes it, and what is wrong leaves it as it is. */
export function answerView(parts: Parts, view: View, response: unknown, bot: string): void {
  const answer = (response ?? {}) as ViewAnswer;
  const { response_action: action } = answer;
  if (action === undefined || action === "clear") parts.views.close(view, action === "clear");
  if (action !== "update" && action !== "push") return;
  const content = viewFrom(answer.view, ["modal"], parts.makeId);
  if (isRefusal(content)) return;
  if (action === "update") parts.views.change(view, content);
  else parts.views.open({ team: view.team, user: view.user, bot, previous: view.id, content });
}
