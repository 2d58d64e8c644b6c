import type { Clause } from "./clauses.ts";
import type { Fact } from "./fact.ts";
import { noLead } from "./instruction.ts";
import { cutValues, type ValueSort } from "./values.ts";

const pointing =
  /^\s*(?:(?:it's|its|it is|he's|she's|das ist|es ist|er heißt|sie heißt|es heißt|i mean|ich meine)\s+)?/iu;

/** "I live in Perth. No sorry, Dundee": the last fact with the value that the same message puts in its place. */
export function amended(message: string, clause: Clause, former: Fact | undefined): Fact | null {
  const lead = noLead(clause.text);
  if (!former?.single || lead === 0) return null;
  const from = lead + (pointing.exec(clause.text.slice(lead))?.[0].length ?? 0);
  const [cut] = cutValues(clause.text.slice(from), sorts[former.attribute] ?? "phrase", false);
  if (!cut || !/^[\s,.!]*$/u.test(clause.text.slice(from + cut.end)) || cut.value.split(/\s/u).length > 4) return null;
  const start = clause.start + from + cut.start;
  const value = message.slice(start, start + cut.value.length);
  return { ...former, value, span: value, confidence: former.confidence * 0.9 };
}

const sorts: Readonly<Record<string, ValueSort>> = {
  name: "called",
  nickname: "called",
  home: "place",
  origin: "place",
  age: "number",
};
