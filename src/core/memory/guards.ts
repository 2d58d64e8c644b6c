import type { Clause } from "./clauses.ts";

const unreal =
  /(?<!\p{L})(?:if|unless|wish(?:ed)?|imagine|suppose|pretend(?:ing)?|hypothetically|let'?s say|as if|as though|dream(?:t|ed)?|would be|would have|wenn|falls|angenommen|stell dir vor|w(?:ä|ae)re|w(?:ü|ue)nschte|tr(?:ä|ae)umte|als ob|sofern)(?!\p{L})/iu;
const fiction =
  /(?<!\p{L})(?:in (?:the|a|this|that|my|an) (?:\p{L}+ )?(?:song|film|movie|book|game|novel|story|play|dream|poem|series|show)|(?:im|in dem|in einem|in meinem) (?:Lied|Film|Buch|Spiel|Roman|Traum|Gedicht|Rollenspiel)|the lyrics|the line goes|quote|zitat)(?!\p{L})/iu;
const reported =
  /(?<!\p{L})(?!(?:i|we|ich|wir)\s)(?:\p{L}+)\s+(?:(?:always|just|once|recently|immer|mal)\s+)?(?:says?|said|thinks?|thought|claims?|claimed|believes?|told (?:me|us|him|her|them)|asked|wrote|writes|jokes?|joked|sings?|sang|shouts?|sagt[e]?|meint[e]?|glaubt[e]?|denkt|dachte|behauptet[e]?|schrieb|schreibt|singt|sang|erzählt[e]?)(?!\p{L})/iu;
const ascribed =
  /^[\s,"'!]*(?:said|says|sang|sings|wrote|quoth|sagte?|meinte|sang|singt|rief|schrieb)\s+(?!(?:i|we|ich|wir)(?!\p{L}))\p{L}/iu;
const notSaid = /(?<!\p{L})(?:sagen|ask|someone|somebody|anyone)\s*$/iu;

/**
 * Whether what stands before a statement takes it back: a condition, a dream, a song, another person's words. A guard
 * in an earlier clause of the same sentence counts as well, and so does "..., said Kennedy".
 */
export function isGuarded(
  clause: Clause,
  { start, end }: { readonly start: number; readonly end: number },
  earlier: readonly Clause[],
): boolean {
  const before = clause.text.slice(0, start);
  const sentence = earlier.filter(({ sentence: at }) => at === clause.sentence).map(({ text }) => text);
  const left = [...sentence, before].join(" ");
  return (
    unreal.test(left) ||
    fiction.test(left) ||
    reported.test(left) ||
    notSaid.test(before) ||
    ascribed.test(clause.text.slice(end))
  );
}
