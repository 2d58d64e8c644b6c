import { within } from "../conversation/phrasing.ts";
import type { NewsTongue } from "./news-tongue.ts";

/** Deutsch. */
export const german: NewsTongue = {
  own: /\b(?:ich|mein\w*|mich|mir|wir|uns|unser\w*)\b|^(?:bin|hab|habe|so|gerade|voll|total) |^(?:heute|was fuer ein|(?:gute|tolle|schlechte|traurige) (?:neuigkeit|nachricht))/,
  frame:
    /(?:\bich bin|\bbin ich|^bin|\bich fuehle? mich|\bfuehle? ich mich) (?:(?:so|sehr|echt|total|ganz|heute|gerade|einfach|richtig|wirklich|voll|mega|ziemlich|etwas|ein bisschen|immer noch) )*([a-z]+)\b(?! vor\b)/,
  plain: /^(?:nicht|kein\w*|krank|muede|gut|nett|ruhig|sauer|dumm|gern|gerne)$/,
  negation: /\b(?:nicht|nie|niemals|ohne|kaum|kein\w*|nicht mehr|aufgehoert)(?: \w+){0,3}$/,
  hypothetical: /^(?:wenn|falls|ob|angenommen|stell dir vor)\b/,
  sorrow: within(
    "traurig|depressiv|einsam|ungluecklich|verzweifelt|hoffnungslos|niedergeschlagen|weine|geweint",
    "heule|erschoepft|ueberfordert|trauere|trauer|am ende|liebeskummer",
    "(?:geht|gehts|geht's)(?: es)?(?: mir)? (?:\\w+ ){0,2}(?:nicht (?:so |sehr )?gut|schlecht|mies|dreckig|beschissen|schei\\w+)",
    "(?:schlecht|schlimm|schrecklich|furchtbar|mies|beschissen|schwer|hart)\\w* (?:tag|woche|nacht|monat|jahr|zeit|nachricht\\w*)",
    "gestorben|verstorben|ist tot|eingeschlaefert|schluss gemacht|(?:uns|mich|haben) getrennt",
    "verlassen worden|hat mich verlassen|gekuendigt worden|wurde gekuendigt",
    "(?:job|arbeit|stelle|wohnung|vater|mutter|mann|frau|kind|bruder|schwester|hund|katze|freund|freundin|opa|oma)\\w* verloren",
    "durchgefallen|hat krebs|fehlgeburt|im krankenhaus (?:liegt|ist)|(?:liegt|ist) im krankenhaus",
    "niemand (?:mag|liebt|braucht) mich|fuehle nichts|ging (?:total )?schief",
    "vermisse (?:ihn|sie|mein\\w*)",
  ),
  joy: within(
    "gluecklich|froh|freue? mich|gefreut|stolz(?! auf dich)|erleichtert|begeistert|ueberglueckl\\w+",
    "(?:gute|tolle|super|wunderbare) (?:neuigkeit|nachricht)\\w*",
    "(?:job|stelle|zusage|wohnung|studienplatz)\\w* (?:bekommen|gekriegt)|bestanden|befoerdert",
    "geheiratet|heirate\\w*|verlobt|gewonnen|(?:habe?|hab ich) (?:heute )?geburtstag|geschafft",
    "bekommen ein (?:baby|kind)|(?:mama|papa|opa|oma|tante|onkel|vater|mutter) geworden",
    "(?:toll|super|wunderbar|schoen)er tag",
  ),
  dark: within(
    "(?:will|moechte|wollte) (?:\\w+ )?(?:sterben|tot sein|nicht mehr leben|verschwinden|einschlafen und)",
    "bringe? mich (?:\\w+ )?um|mich (?:\\w+ )?(?:um(?:zu)?bringen|ritzen|verletzen)",
    "(?:ritze|verletze) mich|selbstmord|suizid\\w*",
    "mein(?:em|es)? leben(?:s)? (?:ein ende|beenden|nehmen)",
    "(?:kann|will|mag) (?:\\w+ )?nicht mehr(?: leben| weiter)?$",
    "(?:keinen|kein) (?:sinn|grund) (?:mehr|zu leben)|hasse (?:mich(?: selbst)?|mein leben)",
    "ohne mich besser dran|waere? (?:ich )?(?:lieber )?tot",
  ),
};
