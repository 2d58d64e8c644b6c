import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from "discord.js";
import type { Clock } from "../../core/ports.ts";
import type { Markdown } from "../../core/reply.ts";
import type { TurnId } from "../../core/session.ts";
import { type Rows, rowOf } from "./buttons.ts";

/** One page of a long answer, and the buttons that lead to the others. */
export interface Page {
  readonly text: Markdown;
  readonly rows: Rows;
}

/**
 * Long private answers, one page of which is shown at a time, so that one message holds them. They are kept in memory
 * alone and not for long: what is private is not stored for the sake of turning its pages.
 */
export interface Pages {
  /** Gives the first. */
  keep(turn: TurnId, asker: string, texts: readonly Markdown[]): Markdown;
  /** Null where it is not kept (any more), or this is not whose it is. */
  open(turn: TurnId, asker: string, page: number): Page | null;
}

const keptMs = 15 * 60_000;
const mostKept = 500;

interface Kept {
  readonly asker: string;
  readonly texts: readonly Markdown[];
  readonly since: number;
}

export function pages(clock: Clock): Pages {
  const kept = new Map<TurnId, Kept>();
  const isOld = ({ since }: Kept): boolean => clock.now().getTime() - since > keptMs;
  const tidy = (): void => {
    for (const [turn, one] of kept) if (isOld(one) || kept.size > mostKept) kept.delete(turn);
  };
  return {
    keep: (turn, asker, texts) => {
      kept.delete(turn);
      kept.set(turn, { asker, texts, since: clock.now().getTime() });
      tidy();
      return texts[0] ?? "";
    },
    open: (turn, asker, page) => {
      tidy();
      const one = kept.get(turn);
      const text = one?.asker === asker ? one.texts[page] : undefined;
      return one && text !== undefined ? { text, rows: turning(turn, page, one.texts.length) } : null;
    },
  };
}

function turning(turn: TurnId, page: number, count: number): Rows {
  const to = (other: number, label: string, disabled: boolean): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: `${mark}:${other}:${turn}`,
    label,
    disabled,
  });
  if (count === 1) return [];
  const here = `${page + 1}/${count}`;
  return rowOf([to(page - 1, "◀", page === 0), to(page, here, true), to(page + 1, "▶", page === count - 1)]);
}

const mark = "page";

/** Which page a button leads to; null where it is no such button. */
export function pageBehind(customId: string): { readonly turn: TurnId; readonly page: number } | null {
  const [name, page = "", turn = ""] = customId.split(":");
  return name === mark && /^\d+$/.test(page) ? { turn: turn as TurnId, page: Number(page) } : null;
}
