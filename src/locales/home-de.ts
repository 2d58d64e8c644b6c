import { dateTime } from "./dates.ts";
import type { Words } from "./en.ts";

/** Jemandes eigene Seite: was von ihm bekannt ist, und wie man es ändert. */
export const homeWords: Words["home"] = {
  memory: {
    title: () => "Was ich von dir weiß",
    none: () => "Noch nichts. Erzähl mir etwas von dir, dann behalte ich es, für dich allein.",
    more: (notes) => `Und ${notes} mehr: Frag mich, was ich über dich weiß.`,
    elsewhere: (notes) =>
      notes === 1
        ? "1 weitere Notiz stammt aus einem Raum mit anderen und ist dort bekannt."
        : `${notes} weitere Notizen stammen aus Räumen mit anderen und sind dort bekannt.`,
  },
  sessions: {
    title: () => "Unsere Gespräche",
    count: (count, last) => {
      if (count === 0 || last === null) return "Noch keines. Schreib mir hier, dann beginnt das erste.";
      const many = count === 1 ? "1 hier zwischen uns" : `${count} hier zwischen uns`;
      return `${many}; das letzte Wort fiel ${dateTime("de", last)}.`;
    },
    fresh: (typed) => `${typed} beginnt ein neues.`,
  },
  mood: {
    title: () => "Meine Stimmung mit dir",
    now: (feeling) => `Hier mit dir bin ich ${feeling}, soweit ein Programm das sein kann.`,
    why: (typed) => `${typed} sagt, warum, und wie ich anderswo gestimmt bin, wenn du es dort tippst.`,
  },
  journal: {
    title: () => "Dein Tagebuch",
    count: (entries) => {
      if (entries === 0) return "Es ist leer.";
      return entries === 1 ? "1 Eintrag, verschlüsselt." : `${entries} Einträge, verschlüsselt.`;
    },
    read: (typed) => `${typed} zeigt sie dir allein.`,
    write: (typed) => `${typed} und ein paar Worte beginnt es.`,
  },
  settings: {
    title: () => "Einstellungen",
    language: () =>
      "Ich antworte in der Sprache, in der du schreibst, Deutsch oder Englisch. Diese Seite ist auf Deutsch.",
    help: (typed) => `${typed} zeigt alles, was ich kann.`,
  },
  privacy: {
    title: () => "Was mit deinen Worten geschieht",
    lines: () => [
      "Ich behalte, was zu mir gesagt wird, was ich mir davon merke, und dein Tagebuch. Was nicht zu mir gesagt wird, behalte ich nicht.",
      "Was du mir hier erzählst, erzähle ich niemandem sonst, und es ist in keinem Raum mit anderen bekannt. Um zu antworten, zeige ich es dem Sprachmodell, das mein Betreiber gewählt hat, wenn es eines gibt; wer die Datenbank samt ihrem Schlüssel hat, könnte es lesen.",
      "„Vergiss das“ nimmt zurück, was ich zuletzt gelernt habe, „merk dir das nicht“ hält eine Nachricht aus allem heraus, und „Entfernen“ unter einer Antwort nimmt beides weg.",
      "Ich bin ein Programm. Die Dateien README.md und SECURITY.md, die mit mir kamen, sagen mehr.",
    ],
    entry: (typed) => `${typed} löscht einen Tagebucheintrag endgültig.`,
  },
  asOf: (now) =>
    `Stand ${dateTime("de", now)}. Nur du siehst diese Seite; sie entsteht jedes Mal neu, wenn du sie öffnest.`,
};
