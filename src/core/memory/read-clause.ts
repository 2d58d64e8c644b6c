import type { Clause } from "./clauses.ts";
import { equate } from "./copula.ts";
import { english, englishCopula } from "./grammar/english.ts";
import { german, germanCopula } from "./grammar/german.ts";
import { others } from "./grammar/others.ts";
import { type Match, matchesOf, type Rule, smallLetters } from "./grammar/rule.ts";
import { introductions } from "./introduction.ts";
import type { Reading, Whom } from "./reading.ts";
import { aboutOf } from "./subject.ts";
import { type Cut, cutValues } from "./values.ts";

const thirdEnglish = /^(?:.{2,}s|is|has)$/iu;
const thirdGerman = /^(?:ist|hat|isst|spricht|.{2,}t)$/iu;
const several =
  /(?<!\p{L})(?:are|were|names|hei(?:ß|ss)en|sind|two|three|four|five|six|seven|eight|\d|some|zwei|drei|vier|f[üu]nf|sechs)(?!\p{L})/iu;

function whomOf({ groups }: Match, third: RegExp): Whom | null {
  const isThird = groups["verb"] !== undefined && third.test(groups["verb"]);
  if (groups["noun"] !== undefined && groups["owner"] !== undefined)
    return { type: "about", about: `${aboutOf(groups["owner"])}'s ${aboutOf(groups["noun"])}` };
  if (groups["noun"] !== undefined)
    return { type: "noun", noun: groups["noun"], shared: groups["elided"] !== undefined };
  if (groups["self"] !== undefined || groups["self2"] !== undefined) return isThird ? null : { type: "self" };
  if (groups["again"] !== undefined) return { type: "again", plural: /^(?:they|sie)$/iu.test(groups["again"]) };
  if (groups["elided"] !== undefined) return { type: "elided", third: isThird, bare: groups["verb"] === undefined };
  return { type: "self" };
}

const shift = (cut: Cut, by: number): Cut => ({ value: cut.value, start: cut.start + by, end: cut.end + by });

/** The values at their place: before or inside the predicate, or after it. */
function valuesOf(rule: Rule, match: Match, text: string): readonly Cut[] {
  const { head } = match;
  const list = !rule.single || several.test(match.words);
  const from = head?.start ?? match.end;
  const cuts = cutValues(head?.text ?? text.slice(from), rule.sort, list).map((cut) => shift(cut, from));
  const last = cuts[cuts.length - 1];
  const whole = head === null || (last !== undefined && last.end >= from + head.text.trimEnd().length);
  return whole ? cuts : [];
}

/** "My daughter's middle name" is not her name. */
const otherName = /(?<!\p{L})(?:middle|last|maiden|user|brand|stage|pen|family|domain)$/iu;

const accepts = (rule: Rule, cut: Cut): boolean => !rule.unless?.test(cut.value) && (rule.only?.(cut.value) ?? true);

const joint = /^(?:[,&\s]|and\b|und\b|but\b|aber\b|plus\b)*/iu;

function readingOf(rule: Rule, match: Match, text: string, third: RegExp): Reading | null {
  if (rule.attribute === "name" && otherName.test(match.groups["noun"] ?? "")) return null;
  const values = valuesOf(rule, match, text).filter((cut) => accepts(rule, cut));
  const whom = whomOf(match, third);
  const last = values[values.length - 1];
  if (!whom || !last) return null;
  const lead = whom.type === "elided" ? (joint.exec(match.words)?.[0].length ?? 0) : 0;
  const { attribute, kind, weight, confidence } = rule;
  return {
    whom,
    attribute,
    kind,
    single: rule.single && values.length === 1 && !(whom.type === "noun" && several.test(match.words)),
    weight,
    confidence,
    ...(rule.after === undefined ? {} : { after: rule.after }),
    values,
    start: match.start + lead,
    end: match.head === null ? last.end : Math.max(last.end, match.end),
  };
}

/** A clause, and the same in small letters. */
interface Line {
  readonly text: string;
  readonly small: string;
}

const byRules = (rules: readonly Rule[], { text, small }: Line, third: RegExp): readonly Reading[] =>
  rules.flatMap((rule) => matchesOf(rule, text, small).flatMap((match) => readingOf(rule, match, text, third) ?? []));

function equationOf(rule: Rule, match: Match, text: string): readonly Reading[] {
  const { groups, head, words, start } = match;
  const from = head?.start ?? match.end;
  const side = { noun: groups["noun"] ?? "", attribute: groups["attribute"] ?? null, before: head !== null };
  const found = equate({ ...side, text: head?.text ?? text.slice(from), several: several.test(words) });
  const last = found?.values[found.values.length - 1];
  if (!found || !last) return [];
  const { about, attribute, kind } = found;
  const values = found.values.map((cut) => shift(cut, from));
  const single = rule.single && values.length === 1;
  const end = head === null ? from + last.end : match.end;
  const { weight, confidence } = rule;
  return [{ whom: { type: "about", about }, attribute, kind, single, weight, confidence, values, start, end }];
}

const byCopula = (rules: readonly Rule[], { text, small }: Line): readonly Reading[] =>
  rules.flatMap((rule) => matchesOf(rule, text, small).flatMap((match) => equationOf(rule, match, text)));

/** Words without which a clause tells nothing of the person in this language; they cost less to look for than the rules. */
const speaksEnglish =
  /(?<![\p{L}])(?:i|i'?m|i'?ve|my|me|we|we'?ve|our|he|she|it|they|hes|shes|its|her|name|name's)(?![\p{L}])|^\s*(?:,|&|and\s)/iu;
const speaksGerman =
  /(?<!\p{L})(?:ich|mir|mich|mein\p{L}{0,2}|wir|uns|unse?r\p{L}{0,2}|er|sie|es)(?!\p{L})|^\s*(?:,|&|und\s)/iu;
const speaksOther =
  /(?<!\p{L})(?:je|mon|ma|mes|notre|j|me|mis?|mio|mia|ik|mijn|meu|minha|nosso|nossa|min|jag|mam|tengo|ho|tenho|nuestr[oa]s?|vivo|onze|wij|j|soy|sono|sou|nazywam|mieszkam|jestem|lubię|pracuję|trabajo|trabalho|lavoro|gosto|adoro|m[oó]j|moj[ae]|nasz[ae]?|меня)(?!\p{L})/iu;

/** All readings of a clause, the more telling ways first. */
export function readingsOf({ text }: Clause): readonly Reading[] {
  const line = { text, small: smallLetters(text) };
  const inEnglish = speaksEnglish.test(text);
  const inGerman = speaksGerman.test(text);
  return [
    ...(inEnglish ? byRules(english, line, thirdEnglish) : []),
    ...(inGerman ? byRules(german, line, thirdGerman) : []),
    ...(speaksOther.test(text) ? byRules(others, line, /^$/u) : []),
    ...introductions(text),
    ...(inEnglish ? byCopula(englishCopula, line) : []),
    ...(inGerman ? byCopula(germanCopula, line) : []),
  ];
}
