const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** One spelling for what people type in several: lower case, straight apostrophes, single blanks, `ae oe ue ss`. */
export const plainSpelling = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[äöüß]/g, (letter) => german[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
