import type { Clock } from "../../core/ports.ts";
import type { Markdown } from "../../core/reply.ts";
import type { TurnId } from "../../core/session.ts";

/** A button below a page: the way to a neighbour, or, in the middle, which of how many this is. */
export interface Leaf {
  /** By which a press on it is known. */
  readonly name: string;
  readonly label: string;
  /** It leads nowhere. */
  readonly idle: boolean;
}

/** One page of a long answer, and what stands below it; nothing below the only one. */
export interface Page {
  readonly text: Markdown;
  readonly leaves: readonly Leaf[];
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
      return one && text !== undefined ? { text, leaves: leavesOf(turn, page, one.texts.length) } : null;
    },
  };
}

function leavesOf(turn: TurnId, page: number, count: number): readonly Leaf[] {
  const to = (other: number, label: string, idle: boolean): Leaf => ({ name: `${mark}:${other}:${turn}`, label, idle });
  if (count === 1) return [];
  const here = `${page + 1}/${count}`;
  return [to(page - 1, "◀", page === 0), to(page, here, true), to(page + 1, "▶", page === count - 1)];
}

const mark = "page";

/** Which page a button of that name leads to; null where it is no such button. */
export function pageBehind(button: string): { readonly turn: TurnId; readonly page: number } | null {
  const [name, page = "", turn = ""] = button.split(":");
  return name === mark && /^\d+$/.test(page) ? { turn: turn as TurnId, page: Number(page) } : null;
}
