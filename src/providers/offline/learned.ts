import type { Knowledge } from "../../core/conversation/knowledge.ts";
import { sayFact } from "../../core/memory/answer.ts";
import type { Memory } from "../../core/memory/fact.ts";
import { type Words, words } from "../../locales/words.ts";
import type { Choose } from "./phrase.ts";

/** More facts than this are not read back one by one. */
const readBack = 3;

const isOwnName = (memory: Memory): boolean => memory.about === "self" && memory.attribute === "name";

/** What one message has taught, acknowledged in a sentence or two. A corrected or forgotten thing is told elsewhere. */
export function acknowledge({ plan, locale, appraisal }: Knowledge, choose: Choose): readonly string[] {
  if (plan.intent !== "teach") return [];
  const say = words(locale).offline;
  const own = plan.remember.find(isOwnName);
  const others = plan.remember.filter((memory) => !isOwnName(memory));
  const meeting = own && appraisal.cause !== "sad-news" ? [choose(say.niceToMeet(own.value))] : [];
  const told = others.length > readBack ? [say.rememberAll()] : readBackOf(others, locale, say);
  const repeated = plan.remember.length === 0 && plan.repeat.length > 0 ? [choose(say.knownAlready())] : [];
  return [...meeting, ...told, ...repeated];
}

function readBackOf(
  memories: readonly Memory[],
  locale: Knowledge["locale"],
  say: Words["offline"],
): readonly string[] {
  const names = memories.filter((memory) => memory.attribute === "name");
  const health = memories.filter((memory) => memory.kind === "health");
  const others = memories.filter((memory) => !names.includes(memory) && !health.includes(memory));
  const clauses = (some: readonly Memory[]): readonly string[] => some.map((memory) => sayFact(memory, locale));
  return [
    ...(names.length > 0
      ? [
          say.rememberNames(
            listed(
              names.map(({ value }) => value),
              locale,
            ),
          ),
        ]
      : []),
    ...(health.length > 0 ? [say.keepInMind(clauses(health))] : []),
    ...(others.length > 0 ? [say.rememberFacts(clauses(others))] : []),
  ];
}

const listed = (names: readonly string[], locale: Knowledge["locale"]): string =>
  new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(names);
