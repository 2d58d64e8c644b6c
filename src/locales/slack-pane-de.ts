import type { Words } from "./en.ts";

/** Was in der Leiste des Assistenten neben den Nachrichten steht. */
export const slackPaneWords: Words["slackPane"] = {
  thinking: () => "denkt nach …",
  untitled: () => "Gespräch",
  about: () =>
    "Merkt sich, was du erzählst, und antwortet daraus, führt für dich allein ein verschlüsseltes Tagebuch und sieht nach dem Wetter. Was du hier sagst, erzählt es niemandem sonst.",
  promptsTitle: () => "Was ich zum Beispiel kann:",
  prompts: () => [
    { title: "Was weißt du über mich?", message: "Was weißt du über mich?" },
    { title: "Kannst du dir etwas merken?", message: "Was kannst du?" },
    { title: "Tagebuch führen", message: "Wie schreibe ich in mein Tagebuch?" },
    { title: "Das Wetter", message: "Wie ist das Wetter in Oslo?" },
  ],
};
