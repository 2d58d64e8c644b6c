import type { attachmentWords as english } from "./attachment-en.ts";

export const attachmentWords: typeof english = {
  unreachable: ({ names }) => `Ich komme an ${names} nicht heran. Bitte schick es noch einmal.`,
  tooLarge: ({ names }) =>
    `Zu groß für mich: ${names}. Ich lese Textdateien bis 256 KB und sehe mir Bilder bis 5 MB an.`,
  tooMany: ({ names }) =>
    `Das ist mehr, als ich auf einmal aufnehmen kann. Weggelassen habe ich ${names}; bitte schick den Rest für sich.`,
  unreadable: ({ names }) =>
    `${names} kann ich nicht lesen. Ich lese einfachen Text (UTF-8) und Bilder als PNG, JPEG, WebP oder GIF.`,
  unseen: ({ names }) => `Mein Modell kann keine Bilder sehen, ich weiß also nicht, was auf ${names} ist.`,
  cut: ({ name, shown, length }) =>
    `${name} ist länger, als ich auf einmal lesen kann: Gelesen habe ich die ersten ${shown} von ${length} Zeichen.`,
  have: ({ name, lines, characters }) =>
    `Ich habe ${name}: ${lines === 1 ? "1 Zeile" : `${lines} Zeilen`}, ${characters} Zeichen. Was darin steht, kann ich ohne Sprachmodell nicht sagen.`,
};
