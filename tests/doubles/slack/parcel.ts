import type { EnvelopeKind } from "./records.ts";

/** Something that the app is to be told. */
export interface Parcel {
  readonly kind: EnvelopeKind;
  readonly name: string;
  readonly event: string | null;
  readonly eventId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly acceptsResponse: boolean;
  /** What became of it in the end. */
  readonly settled: (result: Settled) => void;
}

export interface Settled {
  readonly outcome: "acknowledged" | "timeout" | "failed";
  readonly response: unknown;
  readonly bot: string;
}
