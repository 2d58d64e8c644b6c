import { opensQuestion } from "./clauses.ts";
import type { Passage } from "./fact.ts";
import type { Question } from "./question.ts";
import { coverage, strongRoots } from "./rank.ts";

const requests =
  /(?<!\p{L})(?:tell me|remind me|do you (?:know|remember)|remember|sag mir|erzähl|erinner\p{L}*|weißt du|weisst du)(?!\p{L})/iu;
const ownWords =
  /(?<!\p{L})(?:i|i'm|my|our|we|me|mine|ich|mein\p{L}*|wir|uns\p{L}*|mir|mich|je|mon|ma|mes|mi|mis|mio|mia|meu|minha|mijn|ik)(?!\p{L})/iu;
const theThing = /(?<!\p{L})(?:the|der|die|das|den|dem|le|la|el|il|de|het)\s+\p{L}/iu;

/** Scripts whose terms are overlapping runs of letters: the question's own words make up half of them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const naming =
  /(?<!\p{L})(?:names?|named|called|calls?|hei(?:ß|ss)\p{L}*|namens|nenn\p{L}*|genannt|going by|goes by)(?!\p{L})/iu;
const bearing =
  /(?<!\p{L})(?:my|our)\s+\p{L}+\s+\p{L}{2,}\s+(?:is|was|has|had|ate|got|went|can|will|just|never|always|keeps|\p{L}{3,}(?:ed|[^su]s))(?!\p{L})/iu;
const nameLike = /\S\s+\p{Lu}\p{Ll}/u;

/** "My dog rex ate it" tells a name; "my therapist says I should sleep more" tells none. */
const mayName = (text: string): boolean =>
  naming.test(text) || nameLike.test(text) || bearing.test(text) || unspaced.test(text);

/**
 * Whether a passage may stand as an answer: it has to cover what is asked, and more strictly so where the question is
 * not about the person's own world. Of what may harm, every mention is shown.
 */
function bears(said: string, { text }: Pick<Passage, "text">, question: Question | null): boolean {
  if (question?.type === "check" && question.attribute === "allergy")
    return coverage(question.value, text).share >= 0.5;
  const { share, shared } = coverage(said, text);
  if (shared === 0) return false;
  const alone = strongRoots(said).length === 1;
  if (unspaced.test(said)) return share >= 0.4 && shared > 1;
  if (question?.type === "slot") return share >= 0.6 && (question.attribute !== "name" || mayName(text));
  if (ownWords.test(said)) return share >= 0.5 && (shared > 1 || strongRoots(said).length <= 2);
  return shared > 1 ? share >= (theThing.test(said) ? 0.6 : 0.75) : alone && share >= 0.6;
}

const asks = (said: string): boolean => /[?？]|吗|什么|谁|哪/u.test(said) || opensQuestion(said) || requests.test(said);

/** The first of the person's earlier words that may stand as an answer, best first; none where nothing is asked. */
export const quotable = <P extends Pick<Passage, "text">>(
  said: string,
  question: Question | null,
  passages: readonly P[],
): P | undefined =>
  asks(said) || question ? passages.find((candidate) => bears(said, candidate, question)) : undefined;
