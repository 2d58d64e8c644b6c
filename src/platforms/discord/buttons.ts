import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { type Action, actions } from "../../core/reply.ts";
import type { Locale, TurnId } from "../../core/session.ts";
import { words } from "../../locales/words.ts";

/** Buttons in rows, as they stand below a message. */
export type Rows = readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];

export const rowOf = (buttons: readonly APIButtonComponentWithCustomId[]): Rows =>
  buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];

/** What people may want of a reply. Nothing but the action and the turn's name is in a button. */
export const buttonsOf = (turn: TurnId, wanted: readonly Action[], locale: Locale): Rows =>
  rowOf(
    wanted.map((action) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: `${action}:${turn}`,
      ...faceOf(action, locale),
    })),
  );

function faceOf(action: Action, locale: Locale): Pick<APIButtonComponentWithCustomId, "label" | "emoji"> {
  if (action === "good") return { emoji: { name: "👍" } };
  if (action === "bad") return { emoji: { name: "👎" } };
  return { label: words(locale).press.buttons[action]() };
}

/** What a button of ours was made for; null where none of ours was. */
export function wantedBy(customId: string): { readonly action: Action; readonly turn: TurnId } | null {
  const [name = "", turn = ""] = customId.split(":");
  const action = actions.find((one) => one === name);
  return action && turn !== "" ? { action, turn: turn as TurnId } : null;
}
