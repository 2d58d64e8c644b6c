const longest = 60;

/** The name that was probably meant, or null where nothing is near: the only one that begins so, else the least mistyped. */
export function nearest(word: string, names: readonly string[]): string | null {
  if (word.length > longest) return null;
  const typed = word.toLowerCase();
  const begun = names.filter((name) => typed.length > 1 && name.toLowerCase().startsWith(typed));
  if (begun.length === 1) return begun[0] ?? null;
  const [best] = names
    .map((name) => ({ name, edits: editDistance(typed, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.min(tolerance(typed), tolerance(name)))
    .sort((a, b) => a.edits - b.edits);
  return best?.name ?? null;
}

/** One slip in a short word, a third of a longer one: more would be guessing. */
const tolerance = (word: string): number => {
  if (word.length < 3) return 0;
  return word.length < 6 ? 1 : Math.floor(word.length / 3);
};

/** Letters put in, taken out or changed; two neighbours that changed places count once (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const edited = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1));
      next.push(swapped ? Math.min(edited, at(before, j - 2) + 1) : edited);
    }
    before = row;
    row = next;
  }
  return at(row, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
