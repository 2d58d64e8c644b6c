import { saying } from "./rule.ts";

const reserved =
  "ich|wir|du|er|es|bin|ist|sind|war|waren|und|oder|aber|dass|weil|wenn|habe?|hat|haben|mein\\p{L}{0,2}|unser\\p{L}{0,2}|dein\\p{L}{0,2}|sein\\p{L}{0,2}|h(?:ei|ie)(?:ß|ss)\\p{L}*|wohn\\p{L}*|leb(?:e|t|en)|mag|liebe?t?|komm(?:e|t|en)|arbeite\\p{L}*|in|im|auf|aus|von|mit|zu|nicht|nennt?|nennen|namens|k(?:a|ö|oe)nn\\p{L}*|wird|werde[nt]?|genannt|der|die|das|den|gern\\p{L}?|gegen|geholt|gekauft|gekriegt|bekommen|adoptiert|vertr(?:a|ä|ae)g\\p{L}*|h(?:ö|oe)rt|esse|isst";

const macros = {
  W: `(?!(?:${reserved})(?!\\p{L}))\\p{L}[\\p{L}\\p{N}-]*`,
  NP: "<W>(?:\\s+<W>){0,2}?",
  THINGS: "<W>(?:(?:,| und| oder)? <W>){0,3}?",
  SYMPTOM:
    "ausschlag|quaddeln|atemnot|pusteln|hautausschlag|juckreiz|durchfall|bauchschmerzen|bauchweh|luft|niesen|schnupfen|migr(?:ä|ae)ne|schock",
  BODY: "hals|rachen|gesicht|lippen?|zunge|mund|haut|augen?|nase|hände?",
  MEIN: "(?:mein|unser|unsr)(?:e[rnms]?)?",
  OF: "(?:mein|unser|unsr)e[rs]",
  MY: "(?:mein|meine|unser|unsere|unsre)",
  S: "(?:(?<self>ich|wir)|<MY>\\s+(?<noun><NP>)|(?<again>er|sie|es)|(?<elided>,|&|und|aber))",
  T: "(?:(?<self>ich|wir)|<MY>\\s+(?<noun><NP>))",
  HEISS: "(?<verb>hei(?:ß|ss)(?:e|t|en)?|hie(?:ß|ss)(?:en)?)",
  BIN: "(?<verb>bin|ist|sind|war|waren)",
  ADV: "(?:\\s+(?:jetzt|nun|gerade|derzeit|momentan|aktuell|eigentlich|auch|noch|immer|immer noch|schon|bereits|nur|sehr|total|stark|leider|leicht|schwer|extrem|hoch|ziemlich|wirklich|besonders|übrigens|nämlich|einfach|ursprünglich|gebürtig|richtig|absolut|so|ja|doch|halt|am liebsten|unheimlich|wahnsinnig))*",
  GAP: "(?:\\s+(?!(?:würde|möchte|will|wollte|könnte|kann|in|aus|als|bei|nicht|nie|kein\\p{L}*)\\s)[\\p{L}\\d]+){0,4}?",
  END: "(?=\\s*$|\\s*[,;)]|\\s+(?:seit|und|jetzt|schon|auch|mit|nämlich|übrigens)(?!\\p{L}))",
  NUM: "(?:ein(?:e[nmrs]?)?|'?nen?|zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|\\d+|noch eine?n?)(?:\\s+\\d{1,2}-?j(?:ä|ae)hrige\\p{L}?)?",
  HABE: "(?:(?<self>ich|wir)(?:\\s+(?:auch|noch))?\\s+(?:habe?n?|hatten?|hatte|besitzen?|halten?|hab)|(?:habe?n?|hab|hatte)\\s+(?<self2>ich|wir)|(?<elided>,|&|und)\\s+(?:auch\\s+)?(?:habe?n?|besitze))",
} as const;

/** The words that German sentences about oneself are built of. Rules of one meaning, one for each way to say it. */
export const germanWays = saying(macros);
