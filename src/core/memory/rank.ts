import { opensQuestion } from "./clauses.ts";
import type { Memory, Passage } from "./fact.ts";
import { rootsIn, wordsOf } from "./terms.ts";

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

function coverageOf(asked: readonly string[], roots: readonly string[]): Coverage {
  const rated = asked.map((root) => ({ strong: !weak.has(root), hit: roots.some((known) => akin(known, root)) }));
  const weigh = (some: typeof rated): number => some.reduce((sum, { strong }) => sum + (strong ? 1 : 0.25), 0);
  const hits = rated.filter(({ hit }) => hit);
  return {
    share: rated.length === 0 ? 0 : weigh(hits) / weigh(rated),
    shared: hits.filter(({ strong }) => strong).length,
  };
}

/** How much of a question's content a text covers; words that say little count little. */
export const coverage = (question: string, text: string): Coverage => coverageOf(all(question), all(text));

/** Whether a text tells something that the question does not say itself. */
const tells = (asked: readonly string[], text: string, roots: readonly string[]): boolean =>
  !/[?？]\s*$/u.test(text) && !opensQuestion(text) && roots.some((root) => !asked.includes(root));

const plainWords = (text: string): string => wordsOf(text).join(" ");

/** Passages best first, one of each that say the same, newest first among equals. */
export function rankPassages(
  question: string,
  found: readonly Omit<Passage, "score">[],
  limit: number,
): readonly Passage[] {
  const asked = all(question);
  const rated = found
    .map((passage) => ({ passage, roots: all(passage.text) }))
    .filter(({ passage, roots }) => tells(asked, passage.text, roots))
    .map(({ passage, roots }) => ({ ...passage, score: coverageOf(asked, roots).share }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.saidAt.getTime() - a.saidAt.getTime());
  const kept = new Map<string, Passage>();
  for (const passage of rated) {
    if (kept.size === limit) break;
    const said = plainWords(passage.text);
    if (!kept.has(said)) kept.set(said, passage);
  }
  return [...kept.values()];
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
