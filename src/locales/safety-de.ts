import type { SafetyWords } from "./safety-en.ts";

const languages: Readonly<Record<string, string>> = {
  en: "Englisch",
  es: "Spanisch",
  fr: "Französisch",
  de: "Deutsch",
  it: "Italienisch",
  nl: "Niederländisch",
  fi: "Finnisch",
  ja: "Japanisch",
};

const countries: Readonly<Record<string, string>> = { DE: "Deutschland", AT: "Österreich", CH: "Schweiz" };

/** Deutsche Worte für den Ernstfall: freundlich, schlicht, und kein Rat außer dem, einen Menschen zu erreichen. */
export const safetyWords: SafetyWords = {
  line: ({ name, number, always, languages: spoken, country }) => {
    const more = [...(always ? ["Tag und Nacht"] : []), ...(spoken.length > 0 ? [spoken.join(", ")] : [])];
    const where = country === null ? "" : `${country}: `;
    return `${where}${name}, ${number}${more.length > 0 ? ` (${more.join("; ")})` : ""}`;
  },
  language: (code) => languages[code] ?? code,
  country: (code) => countries[code] ?? code,
  anywhere: () => "findahelpline.com nennt Nummern für fast jedes andere Land",
  firstAnywhere: () => "TelefonSeelsorge 0800 111 0 111 in Deutschland, 142 in Österreich, 143 in der Schweiz",
  emergency: (number) => number,
  emergencyAnywhere: () => "112 (in ganz Europa; anderswo die dortige Notrufnummer)",
  selfHarm: {
    full: ({ lines, emergency }) =>
      [
        "Es tut mir leid, dass es gerade so schwer ist. Gut, dass du es sagst.",
        "Ich bin ein Programm und kann nicht bei dir sein. Menschen können es, und sie hören zu, ohne zu urteilen:",
        lines,
        `Wenn es jetzt passieren könnte oder schon begonnen hat, ruf ${emergency} an. Ist jemand in der Nähe, dem du vertraust, dann sag ihm, was du mir gesagt hast.`,
      ].join("\n\n"),
    inRoom: ({ help }) =>
      `Das nehme ich ernst. Es gibt Menschen, mit denen du jetzt reden kannst: ${help}. Ich habe dir privat geschrieben.`,
  },
  danger: {
    full: ({ lines, emergency }) =>
      [
        `Ist jetzt jemand in Gefahr, ruf ${emergency} an. Ich bin ein Programm und kann nicht für dich anrufen.`,
        "Es tut mir leid, dass das passiert. Wenn du nicht sprechen kannst, kann jemand in der Nähe anrufen. Auch diese Menschen helfen:",
        lines,
      ].join("\n\n"),
    inRoom: ({ help }) =>
      `Ist jemand in Gefahr, ruf ${help} an. Ich bin ein Programm und kann nicht für dich anrufen. Ich habe dir privat geschrieben.`,
  },
  ai: (name) => `Ich bin eine KI, ein Programm namens ${name}. Hinter dem, was ich sage, steht kein Mensch.`,
};
