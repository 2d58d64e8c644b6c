import type { Words } from "./words.ts";

/** Deutsch. */
export const de: Words = {
  notice: {
    offline: () =>
      "Ich bin offline: Noch steht kein Sprachmodell hinter mir. Ich kann mir Dinge merken, dein /journal führen und dir das /weather sagen.",
    remembered: () => "Das merke ich mir.",
  },
  input: {
    empty: () => "In dieser Zeile stand nichts. Schreib eine Nachricht oder /help.",
    tooLong: ({ length, limit }) =>
      `Diese Nachricht hat ${length} Zeichen, und ich lese höchstens ${limit}. Nichts davon wurde behalten; schick sie bitte in kleineren Teilen.`,
    control: ({ count }) =>
      count === 1
        ? "Ein Steuerzeichen habe ich ausgelassen und den Rest gelesen."
        : `${count} Steuerzeichen habe ich ausgelassen und den Rest gelesen.`,
  },
  failure: {
    internal: () =>
      "Bei mir ist etwas schiefgegangen, und ich konnte nicht antworten. Deine Nachricht ist noch da; frag bitte noch einmal.",
  },
};
