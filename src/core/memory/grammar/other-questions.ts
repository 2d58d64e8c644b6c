import { type Row, slot, waysOf } from "./question-ways.ts";

const foreignRows: readonly Row[] = [
  [
    slot("name"),
    "comment (?:je m'appelle|est-ce que je m'appelle|m'appelle-je)|quel est mon (?:pr[ée])?nom|qui suis-je",
    "c[oó]mo me llamo|cu[aá]l es mi nombre|qui[eé]n soy|come mi chiamo|qual [èe] il mio nome|chi sono|como (?:eu )?me chamo|qual [ée] (?:o )?meu nome|hoe heet ik|wat is mijn naam|wie ben ik|jak (?:się nazywam|mam na imię)|vad heter jag|как меня зовут",
    "comment s'appelle(?:nt)? (?:mon|ma|mes|notre|nos) (?<noun><NP>)",
    "comment (?:mon|ma|mes|notre|nos) (?<noun><NP>) s'appelle(?:nt)?",
    "c[oó]mo se llaman? (?:mis?|nuestr[oa]s?) (?<noun><NP>)",
    "come si chiama(?:no)? (?:il mio|la mia|i miei|le mie|mi[oa]) (?<noun><NP>)",
    "como se chamam? (?:o |a )?(?:meu|minha)s? (?<noun><NP>)",
    "hoe he(?:et|ten) (?:mijn|onze|ons) (?<noun><NP>)",
    "vad heter (?:min|mitt|mina) (?<noun><NP>)",
    "jak (?:ma na imię|nazywa się|się nazywa|wabi się) (?:mój|moja|moje|nasz|nasza|nasze) (?<noun><NP>)",
  ],
  [
    slot("allergy"),
    "[àa] quoi (?:suis-je|je suis|est-ce que je suis) allergique|a qu[eé] soy al[eé]rgic[oa]|a (?:che )?cosa sono allergic[oa]|a qu[eê] (?:eu )?sou al[eé]rgic[oa]|waar(?:voor)? ben ik allergisch(?: voor)?|na co (?:jestem uczulon[ya]|mam alergię)",
  ],
  [
    slot("likes"),
    "qu'est-ce que j'(?:aime|adore)|qu[eé] me (?:gusta|encanta)|(?:che )?cosa mi piace|do que (?:eu )?gosto|waar hou ik van|co lubię",
  ],
  [
    slot("age"),
    "quel [âa]ge (?:ai-je|j'ai)|cu[aá]ntos años tengo|quanti anni ho|quantos anos (?:eu )?tenho|hoe oud ben ik|ile mam lat",
  ],
  [
    slot("work"),
    "quel est mon (?:m[ée]tier|travail)|(?:en|de) qu[eé] trabajo|che lavoro faccio|(?:em|com) qu[eê] (?:eu )?trabalho|wat is mijn (?:werk|beroep|baan)|wat (?:voor werk doe ik|doe ik voor werk)|jako kto pracuję",
  ],
  [
    slot("home"),
    "o[uù] (?:est-ce que )?(?:j'habite|habit[ée]-je|je vis)|d[oó]nde vivo|dove (?:vivo|abito)|onde (?:eu )?moro|waar woon ik|gdzie mieszkam",
  ],
];

export const otherQuestions = waysOf(foreignRows, { NP: "\\p{L}[\\p{L}-]*(?: \\p{L}[\\p{L}-]*){0,2}?" });
