const mostWords = 7;
const longest = 48;

/** How a text begins, in one line of a few whole words; empty where there are none. */
export function fewWords(text: string): string {
  const all = text
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .split(" ");
  const kept = all.slice(0, mostWords);
  while (kept.length > 1 && kept.join(" ").length > longest) kept.pop();
  const begun = [...kept.join(" ")].slice(0, longest).join("");
  return begun === all.join(" ") ? begun : `${begun.replace(/[\s,.;:]+$/u, "")}…`;
}
