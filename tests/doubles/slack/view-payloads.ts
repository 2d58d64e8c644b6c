import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { contentOf, type View } from "./views.ts";

/** A view as the app sees it. `values`: what was entered, by block and action. */
export function viewPayload(view: View, { settings, world }: Parts, values: Payload = {}): Payload {
  const content = contentOf(view);
  const face = { title: content.title, close: content.close, submit: content.submit };
  return {
    id: view.id,
    team_id: view.team,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata,
    callback_id: content.callback_id,
    state: { values },
    hash: view.hash,
    ...face,
    clear_on_close: content.clear_on_close,
    notify_on_close: content.notify_on_close,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: settings.app.id,
    external_id: content.external_id,
    app_installed_team_id: view.team,
    bot_id: world.team(view.team).bot.id,
  };
}
