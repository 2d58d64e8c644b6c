import type { Random } from "../../doubles/random.ts";

const oddities: readonly unknown[] = [
  ...[null, 0, -1, 1e308, true, "", " ", "\u0000", "a:b/c", "<@U0FAMILIAR1>", "1e9.5", "../..", [], {}, [[]], [null]],
  ...[{ type: "message" }, { toString: 1 }, { __proto__: null, length: 1 }, "9".repeat(400), "é😀"],
];

/** The same text with something wrong in it: a sign, a piece, or in JSON the value of a key. */
export function mutated(text: string, random: Random): string {
  const at = random.between(0, Math.max(0, text.length - 1));
  const lot = random.between(0, 7);
  if (lot === 0) return text.slice(0, at) + text.slice(at + 1);
  if (lot === 1) return text.slice(0, at) + String.fromCharCode(random.between(32, 126)) + text.slice(at + 1);
  if (lot === 2) return text.slice(0, at) + random.pick(["0", "}", '"', "é", " "]) + text.slice(at);
  if (lot === 3) return text.slice(0, at);
  return text.startsWith("{") ? otherwise(text, random) : text.slice(at) + text.slice(0, at);
}

function otherwise(text: string, random: Random): string {
  const whole: unknown = JSON.parse(text);
  const objects = objectsIn(whole);
  for (let count = random.between(1, 2); count > 0; count -= 1) {
    const one = random.pick(objects);
    const [key] = random.shuffle(Object.keys(one));
    if (key === undefined) continue;
    if (random.chance(0.25)) delete one[key];
    else one[key] = random.pick(oddities);
  }
  return JSON.stringify(whole);
}

function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const own = value as Record<string, unknown>;
  return [own, ...Object.values(own).flatMap(objectsIn)];
}
