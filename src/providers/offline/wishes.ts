import { atStart, within } from "../../core/conversation/phrasing.ts";

/** What a question wants of the companion. */
export type Wish = "weather" | "journal" | "writing" | "task" | "your-life" | "open";

/** English and German side by side, in plain spelling; the first that fits counts. */
export const wishes: readonly (readonly [Wish, RegExp])[] = [
  [
    "weather",
    within(
      "weather|forecast|temperature|umbrella|raincoat|how (?:cold|warm|hot) (?:is it|will it)",
      "(?:is|will|does|gonna) (?:it|be) .*(?:rain|snow|sunny|cold|warm|hot|storm)\\w*",
      "wetter\\w*|temperatur\\w*|regenschirm|regnet|schneit|mit (?:regen|schnee|sonne)|wie (?:kalt|warm|heiss) (?:ist|wird) es|wie viel grad",
      "(?:wird|ist|bleibt) es .*(?:regn|schnei|sonn|kalt|warm|heiss)\\w*",
    ),
  ],
  [
    "journal",
    within(
      "journal|diary|(?:write|note|jot) (?:it |this |that |something |a few things )?down|(?:take|make|write) a note",
      "tagebuch|schreib\\w* .*auf|aufschreiben|notiere?n?|notiz",
    ),
  ],
  [
    "writing",
    within(
      "joke|poem|story|song|haiku|limerick|riddle|rap|essay|lyrics|fairy tale",
      "witz\\w*|gedicht\\w*|geschichte|lied|raetsel|maerchen|aufsatz",
    ),
  ],
  [
    "task",
    atStart(
      "(?:please |pls )?(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:remind|translate|write|create|make|draw|paint|play|sing|search|google|calculate|compute|solve|call|send|book|order|buy|open|summari[sz]e|set (?:an?|the))",
      "(?:bitte )?(?:(?:kannst|koenntest|wuerdest) du (?:\\w+ ){0,6})?(?:erinnern?|uebersetzen?|schreiben?|erstellen?|mach|malen?|zeichnen?|spielen?|singen?|suchen?|googeln?|berechnen?|rechnen?|loesen?|anrufen|ruf|schick(?:en?)?|buchen?|bestellen?|kaufen?|oeffnen?|stellen?)",
    ),
  ],
  [
    "your-life",
    atStart(
      "(?:and |so |but )?(?:do|did|can|would|will) (?:you|u) (?:ever |really |also |even |still )*(?:like|love|hate|eat|drink|sleep|dream|believe|want|wish|miss|enjoy|get (?:tired|bored|lonely|sad|hungry))",
      "(?:do|did) you have (?:an? |any )?(?:family|friends?|pets?|kids?|favou?rite\\w*|hobb\\w+|body|birthday|girlfriend|boyfriend|parents)",
      "(?:what|who|which)(?:'?s| is| are) your (?:favou?rite|hobb\\w*|opinion|dream|age)|how old are you|when(?:'?s| is) your birthday",
      "where (?:are|do) you (?:live|from|at)|what are you (?:doing|wearing|thinking)",
      "are you (?:married|single|hungry|tired|bored|lonely|in love|asleep|free|busy)",
      "(?:magst|liebst|hasst|isst|trinkst|schlaefst|traeumst|glaubst|willst|vermisst) du",
      "hast du (?:\\w+ )?(?:familie|freunde?|haustiere?|kinder|hobbys?|lieblings\\w+|geburtstag|hunger|langeweile|eltern|geschwister)",
      "was (?:ist|sind) deine? (?:lieblings\\w*|hobb\\w*|meinung|traum)|wie alt bist du|wo (?:wohnst|lebst|bist) du",
      "bist du (?:verheiratet|single|hungrig|muede|verliebt|gelangweilt|einsam)|was machst du (?:gerade|heute|da)|wann hast du geburtstag",
    ),
  ],
];

/** How questions and requests begin where nobody writes the question mark. */
export const asking = atStart(
  "(?:(?:and|so(?! ist| sind)|but|now|und|aber|also|please|pls|bitte) )*(?:" +
    [
      "what'?s?|why|how'?s?|who'?s?|whom|when|where'?s?|which|whose|is|are|am|was|were|do|does|did|can|could|would",
      "should|will|shall|has|tell|explain|define|describe|give|show|help|find|recommend|suggest|write|make|create",
      "translate|summari[sz]e|calculate|compute|solve|draw|search|google|compare|remind|play|sing",
      "wer|wen|wem|wo|wie|wann|warum|wieso|weshalb|welche[rsnm]?|woher|wohin|womit|wozu|wofuer|wogegen|worueber",
      "ist|sind|bist|kann|kannst|koennen|koenntest|darf|soll|sollte|hast|habe? ich|weisst|kennst|magst|gibt es",
      "erzaehle?|erklaere?|sage?|gib|zeige?|hilf|schreibe?|uebersetze?|rechne|loese?|empfiehl|suche?|erinnere?|spiele?",
      "qui|quel(?:le)?s?|quand|comment|pourquoi|cual|como|cuando|donde|quien|chi|cosa|dove|perche",
    ].join("|") +
    ")",
);

/** What is left of a sentence when all that had content is taken: nothing to answer. */
export const connective =
  /^(?:(?:and|but|so|also|too|then|well|oh|btw|by the way|und|aber|also|auch|dann|ach|uebrigens|naja|ja|hier|here) ?)+$/;
