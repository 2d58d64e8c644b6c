import { attachmentWords } from "./attachment-de.ts";
import { ago, dateTime } from "./dates.ts";
import type { Words } from "./en.ts";
import { homeWords } from "./home-de.ts";
import { memoryWords } from "./memory-de.ts";
import { pressWords } from "./press-de.ts";
import { safetyWords } from "./safety-de.ts";
import { slackPaneWords } from "./slack-pane-de.ts";
import { slackSetupWords } from "./slack-setup-de.ts";

/** Deutsch. */
export const de: Words = {
  banner: {
    getModel: () =>
      "Für ein echtes Modell: ollama pull llama3.2:3b (2,0 GB), dann einfach hier weiterreden. Oder nenn eines in FAMILIAR_MODEL; die README sagt, wie.",
    help: ({ home }) =>
      `/help zeigt die Befehle. Was du mir erzählst, bleibt in ${home}, dein Tagebuch verschlüsselt; „vergiss das“ nimmt es zurück.`,
  },
  notice: {
    remembered: () => "Das behalte ich für später; „vergiss das“ nimmt es zurück.",
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
  status: {
    thinking: () => "denkt nach",
    thinkingFor: ({ seconds }) => `denkt nach (${seconds} s)`,
    loading: ({ seconds }) => `wartet auf das lokale Modell; kalt kann es Minuten brauchen (${seconds} s)`,
  },
  model: {
    configured: ({ model }) => `${model}, wie eingestellt`,
    found: ({ model, host }) => `${model}, läuft unter ${host}`,
    offlineConfigured: () => "offline, ohne Sprachmodell, wie eingestellt",
    offline: ({ host }) => `offline, ohne Sprachmodell: Unter ${host} antwortet kein Ollama mit einem Chat-Modell`,
    keyUnused: ({ key, example }) => `${key} allein wählt keines: Nenne eines, etwa FAMILIAR_MODEL=${example}`,
    stays: () => "nichts verlässt diesen Rechner",
    staysUntil: ({ host }) =>
      `nichts verlässt diesen Rechner, bis unter ${host} ein Modell antwortet; dann geht dorthin, was hier gesagt wird`,
    leaves: ({ host }) => `was hier gesagt wird, geht an ${host}`,
    leavesThroughOllama: () => "was hier gesagt wird, geht in die Cloud von Ollama",
  },
  console: {
    you: () => "du",
    leaveHint: () => "Noch einmal Strg-C, oder Strg-D, und du bist draußen.",
    notTaken: () =>
      "Das konnte ich nicht aufnehmen, und nichts davon wurde behalten. Schick es bitte noch einmal; im Protokoll steht mehr.",
    inputBroken: () => "Weiter konnte ich nicht lesen, deshalb endet das Gespräch hier.",
  },
  failure: {
    internal: () =>
      "Bei mir ist etwas schiefgegangen, und ich konnte nicht antworten. Deine Nachricht ist noch da; frag bitte noch einmal.",
    length: () => "Die Antwort ist an meine Längengrenze gestoßen. Bitte mich weiterzumachen, dann kommt der Rest.",
    away: () =>
      "Mein Sprachmodell antwortet gerade nicht. Ich antworte hier, sobald es wieder da ist; oder sag „schon gut“.",
    slow: () => "Mein Sprachmodell braucht lange. Ich antworte hier, sobald es antwortet; oder sag „schon gut“.",
    neverMind: () => "In Ordnung.",
    stopped: () => "Angehalten.",
    model: {
      unreachable: () =>
        "Mein Modell antwortet nicht, also kann ich es auch nicht. Frag bitte später noch einmal; Befehle gehen weiter.",
      auth: () =>
        "Mein Modell hat seinen Schlüssel abgelehnt. Wer mich betreibt, muss einen gültigen eintragen; Befehle gehen weiter.",
      "rate-limit": ({ seconds }) =>
        seconds === null
          ? "Mein Modell bittet mich, langsamer zu machen. Frag bitte in einer Minute noch einmal."
          : `Mein Modell bittet mich, langsamer zu machen. Frag bitte in ${seconds} s noch einmal.`,
      overloaded: () => "Mein Modell ist gerade überlastet. Frag bitte in einer Minute noch einmal.",
      "not-found": () =>
        "Das Modell, das ich benutzen soll, gibt es dort nicht. Wer mich betreibt, muss ein anderes nennen.",
      "context-length": () =>
        "Das war mehr, als mein Modell auf einmal lesen kann. Fang mit /session new neu an oder schick weniger.",
      "bad-request": () => "Mein Modell hat diese Anfrage abgelehnt. Frag bitte mit anderen Worten; im Log steht mehr.",
      empty: () => "Mein Modell hat leer geantwortet. Frag bitte noch einmal.",
      malformed: () => "Die Antwort meines Modells war nicht lesbar. Frag bitte noch einmal.",
      cut: () => "Hier ist mein Modell abgebrochen. Frag bitte noch einmal.",
      timeout: () => "Mein Modell hat zu lange gebraucht. Frag bitte später noch einmal.",
      unknown: () =>
        "Mein Modell ist ausgefallen, und ich weiß nicht, warum. Frag bitte noch einmal; im Log steht mehr.",
    },
  },
  trouble: {
    busy: () => "Ich komme nicht nach und kann das nicht mehr annehmen. Schick es bitte in einer Minute noch einmal.",
    expired: () => "Ich war weg und habe das verpasst. Wenn es noch wichtig ist, frag mich bitte noch einmal.",
    database: () =>
      "Ich komme gerade nicht an das heran, was ich aufbewahre. Ich habe deine Nachricht und antworte, sobald das behoben ist.",
  },
  command: {
    unknown: (name, near) =>
      [
        name === null ? "Diesen Befehl kenne ich nicht." : `/${name} kenne ich nicht.`,
        near === null ? "/help zeigt, was ich kann." : `Meinst du /${near}? /help zeigt alle.`,
      ].join(" "),
    missing: (field, usage) => `Da fehlt etwas: ${field}. Schreib es so: ${usage}`,
    unfit: (field, usage) => {
      const expected = {
        text: "einen Text erwartet, mit dem ich etwas anfangen kann",
        number: "eine passende Zahl erwartet",
        integer: "eine passende ganze Zahl erwartet",
        boolean: "ja oder nein erwartet",
        choice: `eines davon erwartet: ${field.choices.join(", ")}`,
      };
      return `Für ${field.name} hatte ich ${expected[field.kind]}. Schreib es so: ${usage}`;
    },
    tooLong: (field, limit, usage) =>
      `Das ist zu lang für ${field}: höchstens ${limit} Zeichen. Schreib es so: ${usage}`,
    extra: (usage) => `In dieser Zeile steht mehr, als ich brauchen kann. Schreib es so: ${usage}`,
    group: (name) => `Mit /${name} kannst du:`,
    withheld: (name, button) =>
      [
        `/${name} ist privat, und hier können alle mitlesen. Deshalb habe ich nichts von dem behalten, was du geschrieben hast.`,
        button ? "Der Knopf darunter öffnet es für dich allein." : "Schreib es mir bitte in einer Direktnachricht.",
      ].join(" "),
  },
  slack: {
    connected: (name) => `Slack: verbunden als ${name}.`,
    about: () => "Ein KI-Begleiter, der sich erinnert, Tagebuch führt und im falschen Raum nichts ausplaudert.",
    command: () => "Alles, was der Begleiter kann; help zeigt es",
    usage: () => "help | journal write ...",
    alias: (long) => `Dasselbe wie ${long}`,
    closed: () =>
      "In dieser Unterhaltung bin ich nicht dabei und kann hier nichts tun. Hol mich mit /invite dazu, oder schreib mir direkt.",
    shared: () =>
      "Diesen Kanal teilt ihr mit einem anderen Workspace. Hier halte ich mich heraus, solange die, die mich betreiben, es nicht erlauben. Schreib mir direkt, das geht immer.",
  },
  discord: {
    connected: (name) => `Discord: verbunden als ${name}.`,
    refused: (channel, permission) =>
      `In <#${channel}> kann ich dir nicht antworten: Mir fehlt dort das Recht "${permission}". Wer den Server verwaltet, kann es mir geben; frag danach bitte noch einmal, oder frag mich hier.`,
    permissions: {
      view: "Kanäle ansehen",
      send: "Nachrichten senden",
      "send-in-threads": "Nachrichten in Threads senden",
      history: "Nachrichtenverlauf anzeigen",
    },
  },
  setup: {
    tokenMissing: () =>
      "Token: DISCORD_TOKEN ist nicht gesetzt. Developer Portal (https://discord.com/developers/applications) > New Application > Bot > Reset Token. Trag ihn in DISCORD_TOKEN ein, oder in eine Datei, die DISCORD_TOKEN_FILE nennt.",
    tokenRefused: () =>
      "Token: Discord hat den in DISCORD_TOKEN abgelehnt. Developer Portal > deine App > Bot > Reset Token, dann den neuen dort eintragen.",
    token: (app) => `Token: Discord kennt ihn, und die App heißt ${app}.`,
    content: () => "Message Content Intent: an. In Threads geht es ohne Erwähnung weiter.",
    noContent: () =>
      'Message Content Intent: aus. Erwähnungen, Befehle und Direktnachrichten werden trotzdem beantwortet. Damit es in Threads ohne Erwähnung weitergeht: Developer Portal > deine App > Bot > "Message Content Intent" einschalten.',
    noServer: () => "Server: noch keiner. Öffne die Adresse unten und wähl deinen aus.",
    server: (server) => `Server ${server}: alle nötigen Rechte sind da.`,
    missing: (server, permissions) =>
      `Server ${server}: es fehlt ${permissions.join(", ")}. Servereinstellungen > Rollen > die Rolle der App > Berechtigungen: dort einschalten, oder die Adresse unten noch einmal öffnen.`,
    commands: () => "Befehle: registriert.",
    noCommands: () => "Befehle: noch nicht registriert. Der erste Start erledigt das: npm start.",
    invite: (address) => `Auf einen Server einladen: ${address}`,
    left: (steps) =>
      steps === 1
        ? "Discord ist noch nicht bereit: Was hinter dem Kreuz steht, ist noch zu tun."
        : `Discord ist noch nicht bereit: ${steps} Dinge sind noch zu tun, die hinter den Kreuzen.`,
  },
  form: {
    send: () => "Senden",
    cancel: () => "Abbrechen",
    unopened: () => "Das Formular ließ sich gerade nicht öffnen. Bitte versuch es noch einmal.",
    outdated: () =>
      "Dieses Formular kenne ich nicht mehr und habe deshalb nichts daraus übernommen. Ruf den Befehl bitte noch einmal auf.",
    empty: () => "Hier steht noch nichts.",
  },
  help: {
    summary: () => "Was ich kann, oder wie ein Befehl geht",
    command: () => "Ein Befehl, etwa journal",
    title: () => "Was ich kann:",
    more: () => "/help und ein Name sagt mehr, etwa /help journal. Auf alles andere, was du schreibst, antworte ich.",
    private: () => "Die Antwort siehst nur du.",
    public: () => "Die Antwort sehen alle hier.",
  },
  journal: {
    writeSummary: () => "Etwas in dein privates Tagebuch schreiben",
    listSummary: () => "Deine Einträge, die neuesten zuerst",
    searchSummary: () => "Einträge nach ihren Wörtern finden",
    deleteSummary: () => "Einen Eintrag endgültig löschen",
    text: () => "Was du festhalten willst",
    page: () => "Welche Seite der Liste",
    words: () => "Wörter, die im Eintrag stehen",
    number: () => "Die Nummer des Eintrags in der Liste",
    written: (number) =>
      `Steht als #${number} verschlüsselt in deinem Tagebuch. Ich zeige es nur dir; wer die Datenbank und ihren Schlüssel hat, könnte es lesen.`,
    deleted: (number) => `Weg: Eintrag #${number}.`,
    unknown: (number) => `In deinem Tagebuch gibt es keinen Eintrag #${number}. /journal list zeigt die Nummern.`,
    empty: () => "Dein Tagebuch ist noch leer. Mit /journal write und ein paar Worten fängt es an.",
    emptyPage: (page) => `Dein Tagebuch hat keine Seite ${page}. /journal list beginnt mit den neuesten Einträgen.`,
    notFound: () => "Keiner deiner Einträge enthält diese Wörter.",
    title: () => "Dein Tagebuch, das Neueste zuerst:",
    found: () => "In deinem Tagebuch, das Neueste zuerst:",
    entry: (number, writtenAt, text) => `#${number} · ${dateTime("de", writtenAt)} · ${text}`,
    older: (page) => `Ältere Einträge: /journal list ${page}`,
    narrow: () => "Es gibt noch mehr; ein weiteres Wort grenzt es ein.",
  },
  session: {
    newSummary: () => "Hier ein neues Gespräch beginnen",
    listSummary: () => "Die Gespräche an diesem Ort",
    name: () => "Wie es heißen soll",
    started: (name) =>
      name === null
        ? "Hier beginnt ein neues Gespräch. Was ich mir gemerkt habe, bleibt."
        : `Hier beginnt ein neues Gespräch: ${name}. Was ich mir gemerkt habe, bleibt.`,
    empty: () => "Hier gibt es noch kein Gespräch. Es beginnt mit deiner ersten Nachricht.",
    title: () => "Gespräche hier, das neueste zuerst:",
    row: (name, startedAt, messages, current) =>
      [
        name ?? "ohne Namen",
        `seit ${dateTime("de", startedAt)}`,
        messages === 1 ? "1 Nachricht" : `${messages} Nachrichten`,
        ...(current ? ["dieses hier"] : []),
      ].join(" · "),
  },
  mood: {
    summary: () => "Wie es mir in diesem Raum geht, und warum",
    feelings: {
      low: { calm: "ein wenig gedrückt", lively: "ein wenig angespannt" },
      even: { calm: "ruhig", lively: "hellwach" },
      content: { calm: "ruhig und zufrieden", lively: "munter und zufrieden" },
      glad: { calm: "still vergnügt", lively: "fröhlich" },
    },
    now: (feeling) => `In diesem Raum bin ich ${feeling}, soweit ein Programm das sein kann.`,
    unmoved: () => "Nichts, was hier in letzter Zeit gesagt wurde, hat mich bewegt.",
    because: () => "Was mich in letzter Zeit bewegt hat:",
    causes: {
      "kind-words": "freundliche Worte",
      "harsh-words": "harte Worte",
      "good-news": "gute Neuigkeiten",
      "sad-news": "traurige Neuigkeiten",
      "lively-talk": "lebhaftes Gespräch",
      thanks: "Dank",
    },
    row: (cause, by, times, at, now) =>
      times === 1
        ? `${cause} von ${by ?? "dir"}, ${ago("de", at, now)}`
        : `${cause} von ${by ?? "dir"}, ${times}-mal, zuletzt ${ago("de", at, now)}`,
  },
  offline: {
    hello: (name) => {
      const who = name === null ? "" : `, ${name}`;
      return [`Hallo${who}.`, `Hi${who}.`];
    },
    welcome: (name) =>
      `Ich bin ${name}, ein Gefährte, vorerst ohne Sprachmodell. Erzähl mir etwas, und ich merke es mir; /help zeigt, was ich sonst kann.`,
    niceToMeet: (name) => [`Schön, dich kennenzulernen, ${name}.`, `Freut mich, ${name}.`],
    goodbye: (name) => {
      const who = name === null ? "" : `, ${name}`;
      return [`Tschüss${who}.`, `Mach's gut${who}.`, `Bis dann${who}.`];
    },
    welcomeThanks: () => ["Gern.", "Gern geschehen.", "Jederzeit."],
    forgiven: () => ["Nichts passiert.", "Schon gut."],
    assent: () => ["Alles klar.", "Okay."],
    feeling: (feeling) => [
      `Ich bin ${feeling}, soweit ein Programm das sein kann.`,
      `Für ein Programm: ${feeling}. /mood sagt, warum.`,
    ],
    whatIAm: (name) => [
      `Ich bin ein Programm: ${name}, ein KI-Gefährte. Hinter dem, was ich sage, steht kein Mensch.`,
      `Ein Programm. Ich heiße ${name} und bin eine KI, kein Mensch.`,
    ],
    myName: (name) => [`Ich bin ${name}, ein KI-Gefährte.`, `Ich heiße ${name} und bin ein KI-Gefährte.`],
    myMaker: () => [
      "Ich bin ein Programm, das Leute auf ihren eigenen Rechnern betreiben. Wer mich hier betreibt, hat mich eingerichtet.",
    ],
    noLife: () => [
      "Ich bin ein Programm. Vorlieben und ein eigenes Leben habe ich nicht.",
      "Ich bin ein Programm und könnte dir darüber nichts Wahres sagen.",
    ],
    cannotDo: () => ["Das kann ich nicht.", "So etwas kann ich nicht."],
    knowYou: (name) =>
      name === null
        ? "Deinen Namen kenne ich noch nicht. Sag ihn mir, und ich merke ihn mir."
        : `Ja, du bist ${name}. Frag mich, was ich über dich weiß, und ich sage es dir.`,
    rememberNames: (names) => `${names} merke ich mir.`,
    rememberFacts: (facts) => `Ich merke mir: ${facts.join(", und ")}.`,
    keepInMind: (facts) => `Das behalte ich im Kopf: ${facts.join(", und ")}.`,
    rememberAll: () => "Das merke ich mir alles.",
    knownAlready: () => ["Das weiß ich noch.", "Ja, das hast du mir gesagt. Ich weiß es noch."],
    sympathy: (name) => {
      const who = name === null ? "" : `, ${name}`;
      return [`Das tut mir leid${who}. Das klingt schwer.`, `Es tut mir leid${who}, dass du das durchmachst.`];
    },
    gladness: () => ["Das freut mich.", "Das sind gute Neuigkeiten. Das freut mich für dich.", "Schön zu hören."],
    kindness: () => ["Das ist lieb von dir.", "Danke. Das ist nett von dir."],
    harshness: () => [
      "Es tut mir leid, dass ich dir nicht mehr nütze.",
      "Das tut mir leid. Ich würde es gern besser machen.",
    ],
    kept: () => [
      "Das habe ich mir gemerkt.",
      "Gemerkt. Du kannst mich später danach fragen.",
      "Das habe ich mir in deinen Worten gemerkt.",
    ],
    noted: () => ["In Ordnung.", "Ah ja."],
    here: () => ["Ich bin da.", "Ja, ich bin da."],
    wishedBack: () => ["Danke.", "Das ist lieb, danke."],
    goodToHear: () => ["Gut zu hören.", "Das ist gut."],
    wrong: () => "Dann habe ich das falsch. Sag mir, wie es ist, und ich berichtige es.",
    weather: (place) =>
      place === null ? "Das sagt dir /weather mit einem Ort, etwa /weather Oslo." : `Das sagt dir /weather ${place}.`,
    journal: () =>
      "/journal write und deine Worte: So ist es aufgeschrieben, nur für dich. /journal list zeigt, was dort steht.",
    abilities: ({ journal, weather }) => {
      const more = [...(journal ? ["dein /journal führen"] : []), ...(weather ? ["dir das /weather sagen"] : [])];
      if (more.length === 0) return "Ich kann mir Dinge merken und daraus antworten.";
      return `Ich kann mir Dinge merken${more.length === 2 ? `, ${more[0]}` : ""} und ${more.at(-1)}.`;
    },
    help: (abilities) => [
      `${abilities} Erzähl mir etwas über dich und frag mich später danach; /help nennt die Befehle.`,
    ],
    firstOpen: () => "Offene Fragen kann ich ohne Sprachmodell nicht beantworten.",
    laterOpen: () => [
      "Das kann ich ohne Sprachmodell nicht beantworten.",
      "Das weiß ich nicht. Dafür braucht es ein Sprachmodell, und ich habe keins.",
    ],
    writing: () => [
      "Das kann ich ohne Sprachmodell nicht schreiben.",
      "Witze, Gedichte und Geschichten kann ich mir ohne Sprachmodell nicht ausdenken.",
    ],
    model: () => "Wer mich betreibt, kann eins verbinden: ollama pull llama3.2:3b, dann geht es einfach hier weiter.",
  },
  home: homeWords,
  slackPane: slackPaneWords,
  slackSetup: slackSetupWords,
  attachment: attachmentWords,
  memory: memoryWords,
  press: pressWords,
  safety: safetyWords,
  plugin: {
    "E-PLUGIN": () =>
      "Dieser Befehl ist bei mir zusammengebrochen. Alles andere läuft weiter; versuch es später noch einmal.",
    "E-PLUGIN-HOST-DENIED": () =>
      "Dieser Befehl wollte eine Adresse erreichen, die er nicht erreichen darf; ich habe ihn gestoppt. Wer mich betreibt, findet sie im Protokoll.",
    "E-PLUGIN-UNREACHABLE": () =>
      "Den Dienst hinter diesem Befehl erreiche ich gerade nicht. Versuch es später noch einmal.",
    "E-PLUGIN-RESPONSE": () =>
      "Der Dienst hinter diesem Befehl hat etwas geantwortet, das ich nicht lesen kann. Versuch es später noch einmal.",
  },
  program: {
    usage: () =>
      [
        "Familiar, ein KI-Begleiter, der sich erinnert.",
        "",
        "  npm start                      ein Gespräch in diesem Terminal",
        "  npm start --silent < DATEI     eine Nachricht oder ein /Befehl je Zeile, Antworten auf stdout",
        "  npm start --silent -- --json   dasselbe, ein JSON-Objekt je Ereignis",
        "  npm run familiar -- setup discord   sieht nach, was auf Discord noch zu tun ist",
        "  npm run familiar -- setup slack     sieht nach, was auf Slack noch zu tun ist",
        "  npm run familiar -- slack-manifest  druckt, woraus Slack die App macht; --url ADRESSE ohne Socket",
        "",
        "  --json      JSON schreiben",
        "  --help      dies zeigen",
        "  --version   die Version zeigen",
        "",
        "FAMILIAR_MODEL nennt das Modell (ollama:llama3.2:3b, openai:NAME, anthropic:NAME oder offline),",
        "FAMILIAR_HOME den Ordner, in dem alles liegt (./data). Die übrigen Einstellungen stehen in der README.",
      ].join("\n"),
  },
};
