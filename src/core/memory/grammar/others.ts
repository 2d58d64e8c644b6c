import { meanings, type Rule, saying } from "./rule.ts";

/** Names in languages in which Familiar has no words of its own: enough to answer from what it was told. */
const ways = saying({ W: "\\p{L}[\\p{L}-]*", NP: "<W>(?:\\s+<W>){0,2}?" });
const self = { ...meanings.name, sort: "called", confidence: 0.85 } as const;

export const others: readonly Rule[] = [
  ...ways(
    self,
    "(?<self>je) m'appelle",
    "(?<self>me) llamo",
    "(?<self>mi) chiamo",
    "(?<self>me) chamo",
    "(?<self>ik) heet",
    "(?<self>mon|mi|il mio|(?:o )?meu|mijn) (?:nom|pr[eé]nom|nombre|nome|naam) (?:est|es|[eè]|é|is)",
    "(?<self>jag) heter",
    "(?<self>mam) na imię",
    "(?<self>nazywam) się",
    "(?<self>меня) зовут",
  ),
  ...ways(
    self,
    "(?:mon|ma|mes|notre|nos) (?<noun><NP>) s'appelle(?:nt)?",
    "(?:mis?|nuestr[oa]s?) (?<noun><NP>) se llaman?",
    "(?:il mio|la mia|mi[oa]|i miei|le mie|il nostro|la nostra) (?<noun><NP>) si chiama(?:no)?",
    "(?:(?:o |a )?(?:meu|minha|nosso|nossa)s?) (?<noun><NP>) (?:se chama|chama-se)m?",
    "(?:mijn|onze|ons) (?<noun><NP>) hee?t(?:en)?",
    "(?:min|mitt) (?<noun><NP>) heter",
    "(?:mój|moja|moje|nasz|nasza|nasze) (?<noun><NP>) (?:ma na imię|nazywa się|wabi się)",
    "(?:(?:ik|we|wij) (?:heb|hebben) een|(?:j'ai|nous avons) une?|tengo une?a?|ho une?[ao]?|tenho uma?) (?<noun><NP>) (?:genaamd|die|qui s'appelle|nommée?|appelée?|que se llama|llamad[oa]|che si chiama|chamad[oa]|que se chama)",
  ),
  ...ways(
    { ...meanings.allergy, confidence: 0.85 },
    "(?<self>je) suis allergique (?:aux?|à la|à l|à)",
    "(?<self>soy) al[eé]rgic[oa] (?:a los|a las|a la|al|a)",
    "(?<self>sono) allergic[oa] (?:alla|alle|allo|all|agli|ai|al|a)",
    "(?<self>sou) al[eé]rgic[oa] (?:aos?|[aà]s?)",
    "(?<self>ik) ben allergisch voor",
    "(?<self>(?:jestem uczulon[ya]|mam alergię)) na",
  ),
  ...ways(
    { ...meanings.likes, confidence: 0.8 },
    "(?<self>j)'(?:aime|adore)(?: beaucoup)?",
    "(?<self>me) (?:gustan?|encantan?)(?: mucho)?",
    "(?<self>mi) piac(?:e|ciono)(?: molto)?",
    "(?<self>(?:eu )?(?:gosto|adoro)) (?:muito )?d[eoa]s?",
    "(?<self>ik) hou(?: heel veel)? van",
    "(?<self>lubię)",
  ),
  ...ways(
    meanings.age,
    "(?<self>j)'ai (?<head>\\d{1,3}) ans",
    "(?<self>tengo) (?<head>\\d{1,3}) años",
    "(?<self>ho) (?<head>\\d{1,3}) anni",
    "(?<self>tenho) (?<head>\\d{1,3}) anos",
    "(?<self>ik) ben (?<head>\\d{1,3})(?: jaar(?: oud)?)?",
    "(?<self>mam) (?<head>\\d{1,3}) lat",
  ),
  ...ways(
    { ...meanings.work, confidence: 0.85 },
    "(?<self>je) travaille comme",
    "(?<self>trabajo) (?:como|de)",
    "(?<self>lavoro) come",
    "(?<self>trabalho) como",
    "(?<self>ik) werk als",
    "(?<self>pracuję) jako",
  ),
  ...ways(
    { ...meanings.home, confidence: 0.8 },
    "(?<self>mieszkam) we?",
    "(?:(?<self>j)'habite|(?<self2>je) vis) (?:à|en|au|aux)",
    "(?<self>yo )?vivo en",
    "(?<self>io )?(?:vivo|abito) a",
    "(?<self>ik) woon in",
    "(?<self>eu )?moro em",
  ),
];
