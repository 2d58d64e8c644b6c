import { estimateTokenCount } from "tokenx";
import type { StoredMessage } from "../storage.ts";

export interface Window {
  /** Tokens for everything that is sent. */
  readonly budget: number;
  /** Texts that are sent in any case. */
  readonly fixed: readonly string[];
}

/** Estimates run low on some languages; this share is kept back. */
const margin = 0.85;

/** Tokens that are free beside what is fixed. */
export const spare = ({ budget, fixed }: Window): number =>
  budget * margin - fixed.reduce((sum, text) => sum + estimateTokenCount(text), 0);

/** The newest messages that fit beside what is fixed: whole ones, oldest first. Their tokens were counted when written. */
export function recentWithin(messages: readonly StoredMessage[], { budget, fixed }: Window): readonly StoredMessage[] {
  let left = spare({ budget, fixed });
  let from = messages.length;
  while (from > 0) {
    left -= messages[from - 1]?.tokens ?? 0;
    if (left < 0) break;
    from -= 1;
  }
  return messages.slice(from);
}
