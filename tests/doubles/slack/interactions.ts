import { randomBytes } from "node:crypto";
import type { InteractionRecord } from "./records.ts";

/** A command, a press, a shortcut or a form: what it may still be answered by. */
export interface Interaction {
  readonly trigger: string;
  readonly event: string;
  readonly name: string;
  readonly at: number;
  readonly team: string;
  readonly user: string;
  readonly channel: string | null;
  readonly thread: string | null;
  /** The message whose button was pressed. */
  readonly source: { readonly channel: string; readonly ts: string } | null;
  /** The modal that it was done in. */
  readonly view: string | null;
  /** The secret of its response_url; null: it has none. */
  readonly secret: string | null;
  outcome: InteractionRecord["outcome"];
  acknowledgedAt: number | null;
  response: unknown;
  uses: number;
  exchanged: boolean;
  /** What the first answer has posted. */
  original: { readonly channel: string; readonly ts: string } | null;
}

export type NewInteraction = Pick<
  Interaction,
  "event" | "name" | "at" | "team" | "user" | "channel" | "thread" | "source" | "view"
> & { readonly answerable: boolean };

export interface Interactions {
  open(asked: NewInteraction): Interaction;
  byTrigger(trigger: string): Interaction | null;
  bySecret(secret: string): Interaction | null;
  records(): readonly InteractionRecord[];
}

export function interactions(): Interactions {
  const all: Interaction[] = [];
  return {
    open: ({ answerable, ...asked }) => {
      const interaction: Interaction = {
        ...asked,
        trigger: `${all.length + 1}.${Math.floor(asked.at / 1_000)}.${randomBytes(16).toString("hex")}`,
        secret: answerable ? randomBytes(18).toString("base64url") : null,
        ...{ outcome: "open", acknowledgedAt: null, response: null, uses: 0, exchanged: false, original: null },
      };
      all.push(interaction);
      return interaction;
    },
    byTrigger: (trigger) => all.find((one) => one.trigger === trigger) ?? null,
    bySecret: (secret) => all.find((one) => one.secret === secret) ?? null,
    records: () =>
      all.map(({ trigger, event, name, at, outcome, acknowledgedAt, response, uses }) => ({
        ...{ trigger, event, name, at, outcome, acknowledgedAt, response, responseUrlUses: uses },
      })),
  };
}
