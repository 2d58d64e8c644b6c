import type { FactKind } from "./fact.ts";
import type { Cut } from "./values.ts";

/** Whom a reading is about, before it is known who "she" or the unsaid subject is. */
export type Whom =
  | { readonly type: "self" }
  /** `shared` where the owner goes unsaid: "... and a cat called Mia". */
  | { readonly type: "noun"; readonly noun: string; readonly shared: boolean }
  | { readonly type: "about"; readonly about: string }
  | { readonly type: "again"; readonly plural: boolean }
  /** Nothing was said: "and work as a baker". `bare` has no verb either and must follow at once. */
  | { readonly type: "elided"; readonly third: boolean; readonly bare: boolean };

/** One possible fact in a clause. Places count from the clause's start. */
export interface Reading {
  readonly whom: Whom;
  readonly attribute: string;
  readonly kind: FactKind;
  readonly single: boolean;
  readonly weight: number;
  readonly confidence: number;
  /** The attribute that the words before must have told, where these tell too little. */
  readonly after?: string;
  readonly values: readonly Cut[];
  readonly start: number;
  readonly end: number;
}
