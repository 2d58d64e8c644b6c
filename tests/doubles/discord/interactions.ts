import { randomBytes } from "node:crypto";
import type { Person } from "./options.ts";
import type { InteractionRecord, Response } from "./records.ts";

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** An interaction and what a bot has made of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly at: number;
  readonly by: Person;
  readonly channel: string;
  readonly locale: string;
  /** The message whose component was used. */
  readonly source: string | null;
  /** Type of the option that is being typed. */
  readonly focused: number | null;
  response: Response | null;
  respondedAt: number | null;
  original: string | null;
  ephemeral: boolean;
  readonly followups: string[];
  choices: readonly unknown[] | null;
  modal: unknown;
}

export type NewInteraction = Pick<
  Interaction,
  "id" | "type" | "at" | "by" | "channel" | "locale" | "source" | "focused"
>;

export interface Interactions {
  open(asked: NewInteraction): Interaction;
  get(id: string): Interaction | null;
  byToken(token: string): Interaction | null;
  records(): readonly InteractionRecord[];
}

export function interactions(): Interactions {
  const all = new Map<string, Interaction>();
  return {
    open: (asked) => {
      const empty = { response: null, respondedAt: null, original: null, ephemeral: false, choices: null, modal: null };
      const interaction = { ...asked, ...empty, token: randomBytes(60).toString("base64url"), followups: [] };
      all.set(asked.id, interaction);
      return interaction;
    },
    get: (id) => all.get(id) ?? null,
    byToken: (token) => [...all.values()].find((one) => one.token === token) ?? null,
    records: () => [...all.values()].map(({ token, type, locale, source, focused, ...record }) => record),
  };
}
