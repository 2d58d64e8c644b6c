import { type Addresses, addressesIn, isAmong } from "../addresses.ts";
import type { Persona } from "../persona/persona.ts";
import type { Scene } from "./scene.ts";

/**
 * Addresses that occurred in this conversation, said by people or by the program's own words: in the question, in what
 * it replies to, in the session, and in what memory gives to this turn. What a model said earlier makes none known.
 */
export function addressesOf({ ask, recent, knowledge }: Scene, { self, manners, limits }: Persona): Addresses {
  const { facts, passages } = knowledge.recall;
  return addressesIn(
    knowledge.said,
    ask.quoted?.text ?? "",
    ...recent.filter(({ role }) => role === "user").map(({ text }) => text),
    ...facts.flatMap(({ span, value }) => [span, value]),
    ...passages.map(({ text }) => text),
    ...[...self, ...manners, ...limits],
  );
}

/** Those of them that stand in a text: what is not shown need not be kept with it. */
export const shownIn = (text: string, addresses: Addresses): Addresses => addressesIn(text).filter(isAmong(addresses));
