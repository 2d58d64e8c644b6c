import type { Action } from "../../core/reply.ts";
import { actions } from "../../core/reply.ts";
import type { Locale, TurnId } from "../../core/session.ts";
import { words } from "../../locales/words.ts";

interface Text {
  readonly type: "mrkdwn" | "plain_text";
  readonly text: string;
  readonly verbatim?: boolean;
  readonly emoji?: boolean;
}
interface Section {
  readonly type: "section";
  readonly text: Text;
  readonly expand: true;
}
interface Button {
  readonly type: "button";
  readonly action_id: Action;
  readonly text: Text;
  readonly value: string;
}
interface Buttons {
  readonly type: "actions";
  readonly elements: readonly Button[];
}
export type Block = Section | Buttons;

/** A section takes 3,000 characters, each of `&<>` in up to five of them: they are counted as they are sent. */
export const partLength = 2_900;

/** `verbatim`: no name, channel or address in it is made a link by Slack. */
export const sectionOf = (text: string): Section => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
  expand: true,
});

/** What people may want of a reply. Nothing but the action and the turn's name is in a button. */
export const buttonsOf = (turn: TurnId, wanted: readonly Action[], locale: Locale): readonly Buttons[] =>
  wanted.length === 0
    ? []
    : [{ type: "actions", elements: wanted.map((action) => ({ ...faceOf(action, locale), value: turn })) }];

function faceOf(action: Action, locale: Locale): Omit<Button, "value"> {
  const signs: Partial<Record<Action, string>> = { good: "👍", bad: "👎" };
  const text = signs[action] ?? words(locale).press.buttons[action as Exclude<Action, "good" | "bad">]();
  return { type: "button", action_id: action, text: { type: "plain_text", text, emoji: true } };
}

/** What a button of ours was made for; null where none of ours was. */
export function wantedBy(name: string, value: string): { readonly action: Action; readonly turn: TurnId } | null {
  const action = actions.find((one) => one === name);
  return action && value !== "" ? { action, turn: value as TurnId } : null;
}
