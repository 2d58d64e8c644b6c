import { type Row, slot, waysOf } from "./question-ways.ts";

const foreignRows: readonly Row[] = [
  [
    slot("name"),
    "comment (?:je m'appelle|est-ce que je m'appelle|m'appelle-je)|quel est mon (?:pr[ée])?nom|qui suis-je",
    "c[oó]mo me llamo|cu[aá]l es mi nombre|qui[eé]n soy|come mi chiamo|qual [èe] il mio nome|chi sono|como (?:eu )?me chamo|qual [ée] (?:o )?meu nome|hoe heet ik|wat is mijn naam|wie ben ik|vad heter jag|как меня зовут",
    "comment s'appelle(?:nt)? (?:mon|ma|mes|notre|nos) (?<noun><NP>)",
    "comment (?:mon|ma|mes|notre|nos) (?<noun><NP>) s'appelle(?:nt)?",
    "c[oó]mo se llaman? (?:mis?|nuestr[oa]s?) (?<noun><NP>)",
    "come si chiama(?:no)? (?:il mio|la mia|i miei|le mie|mi[oa]) (?<noun><NP>)",
    "como se chamam? (?:o |a )?(?:meu|minha)s? (?<noun><NP>)",
    "hoe he(?:et|ten) (?:mijn|onze|ons) (?<noun><NP>)",
    "vad heter (?:min|mitt|mina) (?<noun><NP>)",
  ],
  [
    slot("home"),
    "o[uù] (?:est-ce que )?(?:j'habite|habit[ée]-je|je vis)|d[oó]nde vivo|dove (?:vivo|abito)|onde (?:eu )?moro|waar woon ik",
  ],
];

export const otherQuestions = waysOf(foreignRows, { NP: "\\p{L}[\\p{L}-]*(?: \\p{L}[\\p{L}-]*){0,2}?" });
