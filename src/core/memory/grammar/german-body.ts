import { germanWays as ways } from "./german-words.ts";
import { meanings } from "./rule.ts";

const { allergy, health, diet, likes, dislikes, goal, plan, event } = meanings;

const soft =
  /^(?:dir|ihr|euch|dich|du|es|das|dies\w*|ihn|sie|ihm|euch|mich|wie|wenn|dass|mein\w*|dein\w*|lieber|nicht)(?:\s|$)/iu;

export const body = [
  ...ways(
    { ...allergy, unless: /^(?:alles|nichts|etwas|montage?|dummheit|arbeit|dich)(?:\s|$)/iu },
    "<S>\\s+<BIN><ADV>\\s+allergisch\\s+(?:gegen|auf)",
    "<S>\\s+<BIN><ADV>\\s+gegen(?=\\s+[^.;]+\\s+allergisch)",
    "gegen\\s+(?<head>[^.;]{2,60}?)\\s+(?<verb>bin|ist)\\s+<T><ADV>\\s+allergisch",
    "allergisch\\s+(?<verb>bin|ist|reagiere?|reagiert)\\s+<T><ADV>\\s+(?:gegen|auf)",
    "<T><ADV>\\s+gegen\\s+(?<head>[^.;]{2,60}?)\\s+allergisch\\s+(?<verb>bin|ist|sind)",
    "<T><ADV>\\s+allergisch\\s+gegen\\s+(?<head>[^.;]{2,60}?)\\s+(?<verb>bin|ist|sind)<END>",
    "auf\\s+(?<head>[^.;]{2,60}?)\\s+reagiere\\s+(?<self>ich)<ADV>\\s+allergisch",
    "<S>\\s+(?<verb>reagiere?|reagiert)<ADV>\\s+(?:allergisch\\s+)?auf(?=\\s+[^.;]+\\s+allergisch|\\s)",
    "<S>\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)<ADV>\\s+kein(?:e[nrs]?)?",
    "<S>\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)(?=\\s+[^.;]+\\s+nicht)",
    "<S>\\s+(?<verb>darf|kann)<ADV>\\s+kein(?:e[nrs]?)?(?=\\s+[^.;]+?\\s+(?:essen|trinken|vertragen))",
    "<S>\\s+(?:habe?|hat)<ADV>\\s+(?:eine?|'?ne)\\s+(?:\\p{L}+\\s+)?(?:Allergie|Unvertr(?:ä|ae)glichkeit|Intoleranz)\\s+(?:gegen|auf)",
  ),
  ...ways(
    { ...allergy, sort: "phrase" },
    "<S>\\s+(?:habe?|hat)<ADV>\\s+(?:(?:eine?|'?ne)\\s+)?(?:starke\\s+|schwere\\s+|leichte\\s+)?(?<head>\\p{L}{3,}?)-?(?:allergie|intoleranz|unvertr(?:ä|ae)glichkeit)",
    "<S>\\s+<BIN><ADV>\\s+(?<head>\\p{L}{3,}?)-?intolerant",
    "(?<head>\\p{L}[\\p{L}, ]{1,30}?)\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)\\s+<T><ADV>\\s+nicht",
    "(?<head><THINGS>)\\s+(?:bekommt|bekommen|schadet|schaden)\\s+(?<self>mir)\\s+nicht",
  ),
  ...ways(
    { ...allergy, unless: /^(?:das|es|dies\w*|er|sie|dir|alle[sm]?|dem|diesem)(?:\s|$)/iu },
    "(?:von|bei|auf|durch)\\s+(?<head><THINGS>)\\s+(?:schw(?:i|e)ll\\p{L}*|juck\\p{L}*|tr(?:ä|ae)n\\p{L}*|brenn\\p{L}*|kratz\\p{L}*)\\s+(?<self>mir|mich|mein\\p{L}*)",
    "(?:von|bei|auf|durch)\\s+(?<head><THINGS>)\\s+(?:bekomme?|kriege?|habe?|muss)\\s+(?<self>ich)(?:\\s+\\p{L}+){0,3}?\\s+(?:<SYMPTOM>)",
    "(?<self>ich)\\s+(?:bekomme?|kriege?|habe?|muss)(?:\\s+(?:immer|sofort|gleich|total|schnell))*\\s+(?:von|bei|auf|durch)\\s+(?<head><THINGS>)(?:\\s+\\p{L}+){0,3}?\\s+(?:<SYMPTOM>)",
    "(?<self>ich)\\s+(?:bekomme?|kriege?|habe?|muss)(?:\\s+\\p{L}+){0,3}?\\s+(?:<SYMPTOM>),?\\s+(?:von|bei|auf|durch|wegen)",
    "(?<head><THINGS>)\\s+(?:ist|sind)\\s+f(?:ü|ue)r\\s+(?<self>mich)\\s+(?:lebensgef\\p{L}+|t(?:ö|oe)dlich|gift|tabu)",
    "(?<head><THINGS>)\\s+(?:l(?:ä|ae)sst|lassen|macht|machen)\\s+(?<self>meine?n?|mir)\\s+(?:<BODY>)",
    "(?:wenn|sobald)\\s+(?<self>ich)\\s+(?<head><THINGS>)\\s+(?:esse|trinke?|anfasse|rieche|habe),?\\s+(?:dann\\s+)?(?:schwi?ll\\p{L}*|juck\\p{L}*|bekomme?\\s+ich|kriege?\\s+ich|muss\\s+ich\\s+niesen)",
  ),
  ...ways(
    {
      ...diet,
      sort: "job",
      only: (value) =>
        /^(?:vegan|vegetarisch|vegetarierin|vegetarier|veganer|veganerin|pescetarier(?:in)?|antialkoholiker(?:in)?)$/iu.test(
          value,
        ),
    },
    "<S>\\s+<BIN><ADV>",
  ),
  ...ways(
    {
      ...diet,
      attribute: "diet",
      sort: "job",
      only: (value) => /^(?:vegan|vegetarisch|halal|koscher|glutenfrei)$/iu.test(value),
    },
    "<S>\\s+(?:lebe|esse?|ern(?:ä|ae)hre mich)<ADV>",
  ),
  ...ways({ ...diet, attribute: "avoids" }, "<S>\\s+(?<verb>esse?|isst|trinke?|trinkt)<ADV>\\s+kein(?:e[nrs]?)?"),
  ...ways(
    {
      ...health,
      sort: "job",
      only: (value) =>
        /^(?:schwanger|diabetiker(?:in)?|epileptiker(?:in)?|asthmatiker(?:in)?|autist(?:in)?|autistisch|legastheniker(?:in)?|bipolar|taub|blind|farbenblind|geh(?:ö|oe)rlos|schwerh(?:ö|oe)rig|depressiv|linksh(?:ä|ae)nder(?:in)?|rollstuhlfahrer(?:in)?)$/iu.test(
          value,
        ),
    },
    "<S>\\s+<BIN><ADV>",
  ),
  ...ways(
    { ...health, unless: /^(?:der situation|dem wetter|dir)(?:\s|$)/iu },
    "<S>\\s+(?<verb>leide[t]?)<ADV>\\s+(?:an|unter)",
    "bei\\s+(?<self>mir)\\s+wurde\\s+(?<head>\\p{L}[\\p{L} ]{2,30}?)\\s+(?:festgestellt|diagnostiziert)",
  ),
  ...ways(
    {
      ...health,
      only: (value) =>
        /(?:^|\s)(?:asthma|diabetes(?: typ \d)?|epilepsie|migr(?:ä|ae)ne|depressionen?|adhs|autismus|zwangsst(?:ö|oe)rung|ptbs|rheuma|krebs|hiv|bluthochdruck|schlafst(?:ö|oe)rungen|tinnitus|neurodermitis|schuppenflechte|endometriose|z(?:ö|oe)liakie|arthrose|multiple sklerose|ms|einen? herzschrittmacher|\p{L}+(?:itis|ose|phobie|krankheit|syndrom|st(?:ö|oe)rung))$/iu.test(
          value,
        ),
    },
    "<S>\\s+(?:habe?|hat)<ADV>",
  ),
];

export const tastes = [
  ...ways(
    { ...dislikes, unless: soft },
    "<S>\\s+(?<verb>mag|liebe|mögen)<ADV>\\s+kein(?:e[nrs]?)?",
    "<S>\\s+(?<verb>mag|mögen)(?=\\s+[^.;,]+?\\s+(?:(?:gar|überhaupt|so)\\s+)?nicht(?:\\s|$))",
    "<S>\\s+(?<verb>hasse|hasst|verabscheue)",
    "<S>\\s+(?<verb>kann|kannst)(?=\\s+[^.;,]+?\\s+nicht\\s+(?:leiden|ausstehen|ab))",
    "<S>\\s+(?:habe?|hat)\\s+Angst\\s+vor",
  ),
  ...ways(
    { ...dislikes, sort: "phrase", unless: soft },
    "(?<head>[^,.;]{2,30}?)\\s+(?<verb>mag)\\s+<T><ADV>\\s+(?:(?:gar|überhaupt|so)\\s+)?nicht",
    "(?<head>[^,.;]{2,30}?)\\s+kann\\s+<T>\\s+nicht\\s+(?:leiden|ausstehen)",
  ),
  ...ways(
    { ...likes, unless: soft },
    "<S>\\s+(?<verb>mag|liebe|liebt|mögen|lieben)<ADV>(?!\\s+(?:kein|nicht))",
    "<S>\\s+(?<verb>esse?|isst|trinke?|trinkt|höre?|hört|lese?|liest|spiele?|spielt|schaue|fahre?|koche?)<ADV>\\s+(?:gerne?|am liebsten)",
    "<S>\\s+(?<verb>esse?|isst|trinke?|trinkt|höre?|hört|lese?|spiele?)(?=\\s+\\p{L}+\\s+(?:sehr\\s+)?gerne?(?:\\s|$))",
    "am\\s+liebsten\\s+(?:esse|trinke?|höre?|lese?|spiele?|mag)\\s+<T>",
    "<S>\\s+(?<verb>stehe?|steht)(?:\\s+(?:total|sehr|voll))?\\s+auf",
    "<S>\\s+(?<verb>bin|ist)\\s+(?:ein\\s+)?(?:großer\\s+|großes\\s+)?(?:Fan\\s+von|begeistert\\s+von|verrückt\\s+nach|süchtig\\s+nach)",
  ),
  ...ways(
    { ...likes, sort: "phrase", unless: soft },
    "(?<head>[^,.;]{2,30}?)\\s+(?<verb>mag|liebe)\\s+<T>(?:\\s+(?:sehr|gern|gerne|am liebsten|total|besonders))*<END>",
    "(?<head>\\p{L}[\\p{L} ]{1,28}?)\\s+(?:esse|trinke?|höre?|lese?|spiele?)\\s+<T>(?:\\s+sehr)?\\s+gerne?",
  ),
].map((rule) => ({ ...rule, confidence: 0.85 }));

export const aims = [
  ...ways(
    { ...goal, unless: /^(?:das|es|nur|wissen|dass|nicht|gerade|mal|kurz|dir|dich|dein\w*|etwas fragen)(?:\s|$)/iu },
    "<S>\\s+(?<verb>will|möchte|moechte|würde gerne?|hoffe)(?=\\s+[^.;]{2,60}(?:lernen|werden|machen|schreiben|reisen|laufen|bauen|kaufen|ziehen|studieren|aufhören|abnehmen|bestehen|gründen|heiraten|fahren|fliegen)\\s*$)",
    "<MEIN>\\s+(?:Ziel|Traum|Vorsatz)\\s+ist(?:\\s+es)?,?",
    "<S>\\s+(?<verb>lerne?|lernt)(?:\\s+(?:gerade|grade?|jetzt|seit \\p{L}+))?",
    "<S>\\s+(?<verb>spare?|spart)(?:\\s+gerade)?\\s+(?:auf|f(?:ü|ue)r)",
  ),
  ...ways(
    plan,
    "<S>\\s+(?<verb>plane?|plant)(?=\\s+\\p{L})",
    "<S>\\s+(?<verb>ziehe?|fliege?|reise?)(?=\\s+[^.;]*nach\\s)",
  ),
  ...ways(
    event,
    "<S>\\s+(?:habe?|hat|haben|bin|ist|sind|wurde)(?=\\s+[^.;]{0,40}?(?:geheiratet|verlobt|getrennt|gekündigt|verloren|bestanden|befördert|abgeschlossen|gestorben|verstorben|geboren worden|gewonnen)(?:\\s|$))",
  ),
];
