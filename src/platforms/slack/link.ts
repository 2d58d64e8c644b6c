/** One thing that Slack says, whichever way it came. */
export interface Envelope {
  readonly body: Readonly<Record<string, unknown>>;
  /** How often it was said before, and why it is said again. */
  readonly retry: { readonly number: number; readonly reason: string } | null;
}

/** Resolves, with what Slack is to be answered, when it is durable; where it rejects nothing is acknowledged. */
export type Hear = (envelope: Envelope) => Promise<unknown>;

/** The way by which Slack reaches us. */
export interface Link {
  /** Resolves when Slack can reach us. */
  open(hear: Hear): Promise<void>;
  /** Whether it can now. */
  isOpen(): boolean;
  close(): Promise<void>;
}
