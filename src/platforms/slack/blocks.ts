import { type Action, actions, commandIn, type Offer } from "../../core/reply.ts";
import type { Locale, TurnId } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Page } from "../shared/pages.ts";

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
  readonly action_id: string;
  readonly text: Text;
  readonly value: string;
}
interface Buttons {
  readonly type: "actions";
  readonly elements: readonly Button[];
}
interface Context {
  readonly type: "context";
  readonly elements: readonly Text[];
}
export type Block = Section | Buttons | Context;

/** A section takes 3,000 characters, each of `&<>` in up to five of them: they are counted as they are sent. */
export const partLength = 2_900;

/** `verbatim`: no name, channel or address in it is made a link by Slack. */
export const sectionOf = (text: string): Section => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
  expand: true,
});

const longestLabel = 75;

/** Nothing but what it is for is in a button, with the turn's name, or with the language in which it offers a command. */
export const buttonsOf = (turn: TurnId, wanted: readonly Offer[], locale: Locale): readonly Buttons[] =>
  rowOf(wanted.map((offer) => button(offer, labelOf(offer, locale), commandIn(offer) === null ? turn : locale)));

const rowOf = (elements: readonly Button[]): readonly Buttons[] =>
  elements.length === 0 ? [] : [{ type: "actions", elements }];

const button = (name: string, label: string, value: string): Button => ({
  type: "button",
  action_id: name,
  text: { type: "plain_text", text: label.slice(0, longestLabel), emoji: true },
  value,
});

function labelOf(offer: Offer, locale: Locale): string {
  const say = words(locale).press.buttons;
  const command = commandIn(offer);
  if (command !== null) return say.privately(command);
  const signs: Partial<Record<Offer, string>> = { good: "👍", bad: "👎" };
  return signs[offer] ?? say[offer as Exclude<Action, "good" | "bad">]();
}

/** One page of a long answer, and below it which it is, and the buttons that turn it: Slack knows none that are idle. */
export const blocksOfPage = ({ text, leaves }: Page): readonly Block[] => [
  sectionOf(text),
  ...leaves
    .slice(1, -1)
    .map(({ label }): Context => ({ type: "context", elements: [{ type: "plain_text", text: label }] })),
  ...rowOf(leaves.filter(({ idle }) => !idle).map(({ name, label }) => button(name, label, name))),
];

/** What a button of ours was made for; null where none of ours was. */
export function wantedBy(name: string, value: string): { readonly action: Action; readonly turn: TurnId } | null {
  const action = actions.find((one) => one === name);
  return action && value !== "" ? { action, turn: value as TurnId } : null;
}
