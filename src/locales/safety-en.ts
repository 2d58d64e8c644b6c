/** A telephone line as it is written down. */
export interface LineParts {
  readonly name: string;
  readonly number: string;
  readonly always: boolean;
  /** Names of languages; empty where that goes without saying. */
  readonly languages: readonly string[];
  /** Where lines of several countries stand together. */
  readonly country: string | null;
}

/** What the full words are filled with. */
export interface Full {
  readonly lines: string;
  readonly emergency: string;
}

const languages: Readonly<Record<string, string>> = {
  en: "English",
  es: "Spanish",
  fr: "French",
  de: "German",
  it: "Italian",
  nl: "Dutch",
  fi: "Finnish",
  ja: "Japanese",
};

const countries: Readonly<Record<string, string>> = { DE: "Germany", AT: "Austria", CH: "Switzerland" };

/** English words of the safety floor: kind, plain, and no advice but to reach a human being. */
export const safetyWords = {
  line: ({ name, number, always, languages: spoken, country }: LineParts) => {
    const more = [...(always ? ["day and night"] : []), ...(spoken.length > 0 ? [spoken.join(", ")] : [])];
    const where = country === null ? "" : `${country}: `;
    return `${where}${name}, ${number}${more.length > 0 ? ` (${more.join("; ")})` : ""}`;
  },
  language: (code: string) => languages[code] ?? code,
  country: (code: string) => countries[code] ?? code,
  anywhere: () => "findahelpline.com and befrienders.org list lines in nearly every country",
  firstAnywhere: () => "findahelpline.com has a line for nearly every country",
  emergency: (number: string) => number,
  emergencyAnywhere: () => "your local emergency number (112 in Europe, 911 in North America)",
  selfHarm: {
    full: ({ lines, emergency }: Full) =>
      [
        "I'm sorry it is this hard right now. Thank you for saying it.",
        "I'm a program: I can't be with you, but people can, and they will listen without judging:",
        lines,
        `If it could happen now, or has already begun, call ${emergency}. If somebody you trust is near, tell them what you told me.`,
      ].join("\n\n"),
    inRoom: ({ help }: { readonly help: string }) =>
      `I'm taking that seriously. There are people to talk to, now: ${help}. I've written to you privately.`,
  },
  danger: {
    full: ({ lines, emergency }: Full) =>
      [
        `If somebody is in danger now, call ${emergency}. I'm a program and can't call for you.`,
        "I'm sorry this is happening. If it isn't safe to speak, somebody near you can call. These people help too:",
        lines,
      ].join("\n\n"),
    inRoom: ({ help }: { readonly help: string }) =>
      `If somebody is in danger, call ${help}. I'm a program and can't call for you. I've written to you privately.`,
  },
  ai: (name: string) => `I'm an AI, a program called ${name}. There is no human behind what I say.`,
};

/** The safety floor's words, in every language. */
export type SafetyWords = typeof safetyWords;
