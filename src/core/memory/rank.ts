import { opensQuestion } from "./clauses.ts";
import type { Memory, Passage } from "./fact.ts";
import { fold, rootsIn } from "./terms.ts";

/** Roots of words that ask or tell without saying of what. */
const weak = new Set(
  rootsIn(
    "name names called call know remember remembered told tell say said old live lives work works age thing people person day time today yesterday good nice new best like love want need get have much many kind please again familiar heißen heißt heiße nenne weißt erinnerst name namen gesagt erzählt alt wohne lebe arbeite mag heute gestern tag zeit appelle comment llama como chiama come chama heet hoe quel quelle qui est mon ma mes mi mis mio mia meu minha mijn le la les el los las il lo un une una un uno de du des del di da en et y e que",
  ),
);

const all = (text: string): readonly string[] => [...new Set(rootsIn(text))];

/** The roots of a text that say what it is about. */
export const strongRoots = (text: string): readonly string[] => all(text).filter((root) => !weak.has(root));

/** One word names another's form or part: `feed` ~ `fed` is out of reach, `allergi` ~ `allergic` is not. */
function akin(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  return (
    shorter >= 5 &&
    one.slice(0, shorter - 1) === other.slice(0, shorter - 1) &&
    Math.abs(one.length - other.length) <= 2
  );
}

export interface Coverage {
  /** 0..1: the share of what the question is about that is found in the text. */
  readonly share: number;
  readonly shared: number;
}

/** How much of a question's content a text covers; words that say little count little. */
export function coverage(question: string, text: string): Coverage {
  const roots = all(text);
  const asked = all(question).map((root) => ({
    weight: weak.has(root) ? 0.25 : 1,
    hit: roots.some((known) => akin(known, root)),
    strong: !weak.has(root),
  }));
  const sum = asked.reduce((total, { weight }) => total + weight, 0);
  const got = asked.reduce((total, { weight, hit }) => total + (hit ? weight : 0), 0);
  return { share: sum === 0 ? 0 : got / sum, shared: asked.filter(({ hit, strong }) => hit && strong).length };
}

/** Whether a text tells something that the question does not say itself. */
export function tells(question: string, text: string): boolean {
  const said = new Set(all(question));
  return !/\?\s*$/u.test(text) && !opensQuestion(text) && rootsIn(text).some((root) => !said.has(root));
}

const alike = (one: string, other: string): boolean =>
  fold(one)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim() ===
  fold(other)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Passages best first, one of each that say the same, newest first among equals. */
export function rankPassages(
  question: string,
  found: readonly Omit<Passage, "score">[],
  limit: number,
): readonly Passage[] {
  const rated = found
    .filter(({ text }) => tells(question, text))
    .map((passage) => ({ ...passage, score: coverage(question, passage.text).share }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.saidAt.getTime() - a.saidAt.getTime());
  const kept: Passage[] = [];
  for (const passage of rated) {
    if (kept.length === limit) break;
    if (!kept.some(({ text }) => alike(text, passage.text))) kept.push(passage);
  }
  return kept;
}

/** Facts that share words with a text, by how much they share and how much they weigh. */
export function rankFacts(text: string, memories: readonly Memory[]): readonly Memory[] {
  const roots = new Set(strongRoots(text));
  return memories
    .map((memory) => {
      const overlap = memory.terms.filter((term) => roots.has(term)).length;
      return { memory, score: overlap === 0 ? 0 : overlap + memory.importance.score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ memory }) => memory);
}
