import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { type Action, actions, commandIn, type Markdown, type Offer } from "../../core/reply.ts";
import type { Locale, TurnId } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Page } from "../shared/pages.ts";

/** Buttons in rows, as they stand below a message. */
export type Rows = readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];

const rowOf = (buttons: readonly APIButtonComponentWithCustomId[]): Rows =>
  buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];

const longestLabel = 80;

/** Nothing but what it is for and the turn's name is in a button. */
export const buttonsOf = (turn: TurnId, wanted: readonly Offer[], locale: Locale): Rows =>
  rowOf(
    wanted.map((offer) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: commandIn(offer) === null ? `${offer}:${turn}` : offer,
      ...faceOf(offer, locale),
    })),
  );

function faceOf(offer: Offer, locale: Locale): Pick<APIButtonComponentWithCustomId, "label" | "emoji"> {
  const say = words(locale).press.buttons;
  const command = commandIn(offer);
  if (command !== null) return { label: say.privately(command).slice(0, longestLabel) };
  if (offer === "good") return { emoji: { name: "👍" } };
  if (offer === "bad") return { emoji: { name: "👎" } };
  return { label: say[offer as Exclude<Action, "good" | "bad">]() };
}

/** One page of a long answer, with the buttons that turn it. */
export const faceOfPage = ({ text, leaves }: Page): { readonly text: Markdown; readonly rows: Rows } => ({
  text,
  rows: rowOf(
    leaves.map(({ name, label, idle }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: name,
      label,
      disabled: idle,
    })),
  ),
});

/** What a button of ours was made for; null where none of ours was. */
export function wantedBy(customId: string): { readonly action: Action; readonly turn: TurnId } | null {
  const [name = "", turn = ""] = customId.split(":");
  const action = actions.find((one) => one === name);
  return action && turn !== "" ? { action, turn: turn as TurnId } : null;
}
