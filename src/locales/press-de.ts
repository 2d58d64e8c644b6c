import type { Words } from "./en.ts";

/** The buttons below a reply, and what is said to whoever presses one. */
export const pressWords: Words["press"] = {
  buttons: {
    stop: () => "Stopp",
    again: () => "Neu antworten",
    remove: () => "Entfernen",
    report: () => "Melden",
    privately: (command) => `Nur für mich: /${command}`,
  },
  done: {
    stop: () => "Angehalten.",
    again: () => "Ich antworte neu, an derselben Stelle.",
    remove: () => "Entfernt. Auch was ich davon behalten hatte, ist weg.",
    report: () =>
      "Danke. Ich habe denen, die mich betreiben, gesagt, wo sie nachsehen sollen; was gesagt wurde, steht nicht darin.",
    good: () => "Danke, ist notiert. Noch ein Druck nimmt es zurück.",
    bad: () => "Danke, ist notiert. Noch ein Druck nimmt es zurück.",
  },
  known: {
    stop: () => "Diese Antwort ist schon fertig.",
    again: () => "Ich bin schon dabei.",
    remove: () => "Das wird schon entfernt.",
    report: () => "Das hast du schon gemeldet. Danke.",
    good: () => "Das habe ich schon von dir.",
    bad: () => "Das habe ich schon von dir.",
  },
  tookBack: () => "Zurückgenommen.",
  onlyAsker: () => "Das kann nur, wer gefragt hat.",
  onlyAskerOrModerator: () => "Das kann nur, wer gefragt hat, oder wer hier moderiert.",
  gone: () => "Diese Antwort habe ich nicht mehr, also kann ich damit nichts tun.",
  questionGone: () => "Ich finde die Frage nicht mehr, also kann ich sie nicht neu beantworten.",
  failed: () => "Das ging gerade nicht. Bitte drück in einer Minute noch einmal.",
  unknown: () => "Diesen Knopf kenne ich nicht mehr. Frag mich bitte einfach neu.",
  pageGone: () => "Diese Seiten habe ich nicht mehr. Frag mich bitte noch einmal.",
};
