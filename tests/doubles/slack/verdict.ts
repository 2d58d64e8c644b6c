import type { Answer } from "../http-server.ts";
import type { Outcome } from "./records.ts";

/** What carrying it out has done. */
export interface Reply {
  readonly outcome: "done" | "refused";
  readonly body: Readonly<Record<string, unknown>>;
  /** What it made or was about. */
  readonly channel?: string;
  readonly ts?: string;
  /** Where it is not answered as methods are. */
  readonly answer?: Answer;
}

/** What was decided of a request. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly answer: Answer;
  readonly done: Reply | null;
  readonly retryAfterMs?: number;
  /** Carries it out, later. */
  readonly later?: () => Reply;
}
