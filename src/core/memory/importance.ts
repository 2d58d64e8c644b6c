import type { Fact, Importance } from "./fact.ts";

const emphasis = /\b(?:remember|don'?t forget|for the record|important|merk dir|vergiss nicht|wichtig|denk dran)\b/iu;
const intensity =
  /\b(?:deathly|severely|really|absolutely|always|never|extremely|total|unbedingt|immer|nie|lebensgefährlich)\b|!/iu;

const round = (value: number): number => Math.round(value * 100) / 100;

/** What a fact weighs: its sort, and what the person's own words add to it. */
export function importanceOf(weight: number, message: string, span: string): Importance {
  const components = {
    sort: round(weight * 0.85),
    emphasis: emphasis.test(message) ? 0.15 : 0,
    intensity: intensity.test(span) ? 0.05 : 0,
  };
  const sum = components.sort + components.emphasis + components.intensity;
  return { score: Math.min(1, round(sum)), components };
}

const privateSlots =
  /^(?:health|allergy|belief|orientation|money|salary|income|religion|therapist|medication|diagnosis)$/u;
const privateWords =
  /(?<!\p{L})(?:diagnos\p{L}+|therap(?:y|ist|eut\p{L}*|ie)|depress\p{L}+|anxiety|suicid\p{L}*|medication|antidepress\p{L}+|pregnan\p{L}+|miscarriage|abortion|cancer|hiv|surgery|rehab|alcoholic|addict\p{L}*|gay|lesbian|bisexual|transgender|queer|church|mosque|synagogue|religio\p{L}+|muslim|christian|catholic|jewish|atheist|vote[ds]?|salary|debts?|bankrupt\p{L}*|mortgage|loan|i earn|schwanger|fehlgeburt|abtreibung|krebs|medikament\p{L}*|sucht|süchtig|schwul|lesbisch|kirche|moschee|synagoge|gläubig|gehalt|schulden|kredit|insolven\p{L}*|verdiene|wähle|krankheit|operation|klinik|angststörung|panikattacken?)(?!\p{L})/iu;

/** Health, sexuality, religion, politics, state of mind, money: kept from direct rooms alone, and there after a yes. */
export const sensitive = (fact: Pick<Fact, "kind" | "attribute" | "span">): boolean =>
  fact.kind === "health" || privateSlots.test(fact.attribute) || privateWords.test(fact.span);
