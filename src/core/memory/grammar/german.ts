import { isCapital } from "../vocabulary.ts";
import { isOccupation } from "./occupation.ts";
import { meanings, type Rule, saying } from "./rule.ts";

const reserved =
  "ich|wir|du|er|es|bin|ist|sind|war|waren|und|oder|aber|dass|weil|wenn|habe?|hat|haben|mein\\p{L}{0,2}|unser\\p{L}{0,2}|dein\\p{L}{0,2}|sein\\p{L}{0,2}|hei(?:ß|ss)\\p{L}*|wohn\\p{L}*|leb(?:e|t|en)|mag|liebe?t?|komm(?:e|t|en)|arbeite\\p{L}*|in|im|auf|aus|von|mit|zu|nicht|nennt?|nennen|namens|k(?:a|ö|oe)nn\\p{L}*|wird|werde[nt]?|genannt|der|die|das|den|gern\\p{L}?|gegen|vertr(?:a|ä|ae)g\\p{L}*|h(?:ö|oe)rt|esse|isst";
const macros = {
  W: `(?!(?:${reserved})(?!\\p{L}))\\p{L}[\\p{L}\\p{N}-]*`,
  NP: "<W>(?:\\s+<W>){0,2}?",
  MEIN: "(?:mein|unser|unsr)(?:e[rnms]?)?",
  OF: "(?:mein|unser|unsr)e[rs]",
  MY: "(?:mein|meine|unser|unsere|unsre)",
  S: "(?:(?<self>ich|wir)|<MY>\\s+(?<noun><NP>)|(?<again>er|sie|es)|(?<elided>,|&|und|aber))",
  T: "(?:(?<self>ich|wir)|<MY>\\s+(?<noun><NP>))",
  HEISS: "(?<verb>hei(?:ß|ss)(?:e|t|en)?)",
  BIN: "(?<verb>bin|ist|sind|war|waren)",
  ADV: "(?:\\s+(?:jetzt|nun|gerade|derzeit|momentan|aktuell|eigentlich|auch|noch|immer|immer noch|schon|bereits|nur|sehr|total|stark|leider|leicht|schwer|extrem|hoch|ziemlich|wirklich|besonders|übrigens|nämlich|einfach|ursprünglich|gebürtig|richtig|absolut|so|ja|doch|halt|am liebsten|unheimlich|wahnsinnig))*",
  GAP: "(?:\\s+(?!(?:in|aus|als|bei|nicht|nie|kein\\p{L}*)\\s)[\\p{L}\\d]+){0,4}?",
  END: "(?=\\s*$|\\s*[,;)]|\\s+(?:seit|und|jetzt|schon|auch|mit|nämlich|übrigens)(?!\\p{L}))",
  NUM: "(?:ein(?:e[nmrs]?)?|'?nen?|zwei|drei|vier|f(?:ü|ue)nf|sechs|sieben|acht|\\d+|noch eine?n?)",
  HABE: "(?:(?<self>ich|wir)(?:\\s+(?:auch|noch))?\\s+(?:habe?n?|hatten?|hatte|besitzen?|halten?|hab)|(?:habe?n?|hab|hatte)\\s+(?<self2>ich|wir)|(?<elided>,|&|und)\\s+(?:auch\\s+)?(?:habe?n?|besitze))",
} as const;
const ways = saying(macros);
const {
  name,
  nickname,
  age,
  home,
  origin,
  birthday,
  work,
  workplace,
  study,
  allergy,
  health,
  diet,
  likes,
  dislikes,
  language,
  goal,
  plan,
  event,
} = meanings;

const soft =
  /^(?:dir|ihr|euch|dich|du|es|das|dies\w*|ihn|sie|ihm|euch|mich|wie|wenn|dass|mein\w*|dein\w*|lieber|nicht)(?:\s|$)/iu;

const names = [
  ...ways(
    name,
    "(?:der|die|das)\\s+(?<noun><W>)\\s+(?:<OF>|von <MEIN>)\\s+(?<owner><NP>)\\s+<HEISS>",
    "(?<again>sein|ihr)e?\\s+Namen?\\s+(?:ist|sind|lautet)",
    "(?<!wie |wie\\s\\p{L}{1,12}\\s)<S>\\s+<HEISS>",
    "(?<head>[^,.;]{1,40}?)\\s+<HEISS>\\s+<T><END>",
    "<S>\\s+(?<verb>h(?:ö|oe)rt|h(?:ö|oe)re)\\s+auf(?:\\s+den Namen)?",
    "<S>\\s+(?<verb>tr(?:ä|ae)gt|hat|habe|trage)\\s+den\\s+Namen",
    "(?:ich|wir)\\s+(?:nennen?|taufte[n]?)\\s+<MEIN>\\s+(?<noun><W>)",
    "<MEIN>\\s+(?<noun><NP>)\\s+(?:nenne ich|nennen wir)",
  ),
  ...ways(
    { ...name, sort: "proper" },
    "(?<!wie |was )<T>\\s+(?<head>\\p{L}[\\p{L}-]*(?:\\s+\\p{L}[\\p{L}-]*)?)\\s+<HEISS><END>",
  ),
  ...ways(
    { ...name, sort: "name" },
    "(?<self>mein)\\s+(?:Vorname|Name|voller Name|richtiger Name)(?:\\s+(?:ist|lautet|war|w(?:ä|ae)re)|\\s*:)",
    "(?:der\\s+)?Name\\s+(?:<OF>|von <MEIN>)\\s+(?<noun><NP>)\\s+(?:ist|lautet)",
    "<MEIN>\\s+(?<noun><NP>)s?\\s+(?:sein|ihr)\\s+Name\\s+ist",
    "(?<head>[^,.;]{1,40}?)\\s+(?:ist|lautet)\\s+(?<self>mein)\\s+Name<END>",
    "(?<head>[^,.;]{1,40}?)\\s+(?:ist|lautet)\\s+der\\s+Name\\s+(?:<OF>|von <MEIN>)\\s+(?<noun><NP>)<END>",
  ),
  ...ways(
    nickname,
    "(?:nennt?|ruft|nennen|rufen)(?:\\s+(?:alle|sie|die Leute|meine Freunde))?\\s+(?<self>mich)(?:\\s+(?:alle|einfach|bitte|ruhig|nur|gern|die meisten|immer|auch|meistens|doch))*",
    "(?<self>ich)\\s+werde\\s+(?:\\p{L}+\\s+)??(?<head>\\p{L}[\\p{L}-]*)\\s+(?:genannt|gerufen)",
    "kannst\\s+(?<self>mich)(?:\\s+(?:auch|einfach|gern|gerne|ruhig))*(?=\\s+\\p{L}+\\s+nennen)",
    "(?<self>mein)\\s+Spitzname\\s+ist",
  ),
  ...ways(
    { ...name, confidence: 0.85 },
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>),?\\s+(?:namens|genannt|mit\\s+(?:dem\\s+)?Namen|(?:und\\s+)?(?:er|sie|es)\\s+hei(?:ß|ss)t|(?:und\\s+)?die\\s+hei(?:ß|ss)en|(?:und\\s+)?(?:der|die|das)\\s+hei(?:ß|ss)t|(?:und\\s+)?(?:sein|ihr)e?\\s+Namen?\\s+(?:ist|sind)|(?:der|die|das)\\s+auf(?:\\s+den\\s+Namen)?(?=\\s+\\p{L}+\\s+h(?:ö|oe)rt))",
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>),\\s+(?:der|die|das)\\s+(?<head>[^,.;]{1,40}?)\\s+hei(?:ß|ss)(?:t|en)",
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>),\\s+(?:deren|dessen)\\s+Namen?\\s+(?<head>[^,.;]{1,40}?)\\s+(?:ist|sind|lautet)",
    "<MEIN>\\s+(?<noun><NP>),\\s+(?:der|die|das)\\s+(?<head>[^,.;]{1,40}?)\\s+hei(?:ß|ss)(?:t|en)",
    "(?<elided>,|&|und)\\s+(?:auch\\s+)?(?:ein(?:e[nmrs]?)?|zwei|drei)\\s+(?<noun><NP>)\\s+(?:namens|mit (?:dem )?Namen)",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.8 },
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)\\s*[,:(–-](?!\\s*(?:der|die|das|den|dem|deren|dessen)\\s)",
  ),
];

const person = [
  ...ways(
    age,
    "<S>\\s+<BIN><ADV>",
    "(?<verb>bin|ist)\\s+<T><ADV>",
    "<S>\\s+(?<verb>werde|wird|wurde)(?:\\s+(?:bald|heute|morgen))?",
    "<MEIN>\\s+Alter\\s+ist",
    "(?<elided>,)",
  ),
  ...ways(
    birthday,
    "<T>\\s+(?:habe?|hat)\\s+(?<head>(?:am|im)\\s+[^,;]{2,25}?)\\s+Geburtstag",
    "(?<head>(?:am|im)\\s+[^,;]{2,25}?)\\s+(?:habe?|hat)\\s+<T>\\s+Geburtstag",
    "<S>\\s+<BIN>\\s+(?<head>am\\s+[^,;]{2,25}?)\\s+geboren",
    "<S>\\s+<BIN>\\s+geboren(?=\\s+am\\s)",
    "(?<self>mein)\\s+Geburtstag\\s+ist",
    "der\\s+Geburtstag\\s+<OF>\\s+(?<noun><NP>)\\s+ist",
  ),
  ...ways(
    { ...home, unless: /^(?:angst|sorge|frieden|ruhe|hoffnung|der vergangenheit|der hoffnung|saus)(?:\s|$)/iu },
    "<S>\\s+(?<verb>wohnt?e?n?|lebt?e?n?)(?!\\s+(?:nicht|nie))<GAP>\\s+(?:in|bei)",
    "(?<verb>wohnt?e?n?|lebt?e?n?)\\s+<T><GAP>\\s+in",
    "(?:in|bei)\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>wohne?n?t?|lebe?n?t?)\\s+<T><END>",
    "<T><GAP>\\s+in\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>wohne?n?t?|lebe?n?t?|zuhause bin|zu Hause bin)<END>",
    "<S>\\s+(?<verb>bin|ist|sind)<GAP>\\s+nach\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?:um)?gezogen",
    "<S>\\s+(?<verb>bin|ist|sind)\\s+in(?=\\s+[\\p{L} ]{2,30}\\s+(?:zu ?hause|daheim))",
  ),
  ...ways(
    { ...home, sort: "phrase" },
    "<S>\\s+(?<verb>wohnt?e?n?|lebt?e?n?)(?=\\s+(?:am|auf|an|neben|nahe|im|außerhalb|hinter)\\s)",
  ),
  ...ways(
    {
      ...origin,
      unless:
        /^(?:der arbeit|dem urlaub|der schule|spaß|spass|dem bett|neugier|versehen|langeweile|dem haus|dem lachen|dem staunen)(?:\s|$)/iu,
    },
    "<S>\\s+(?<verb>komme?n?t?|stamme?n?t?)<ADV>\\s+aus",
    "<S>\\s+<BIN><ADV>\\s+aus",
    "(?<verb>komme?n?t?|stamme?n?t?|bin)\\s+<T><ADV>\\s+aus",
    "(?<elided>(?:(?:,|und)\\s+)?)(?:(?:ursprünglich|komme)\\s+)?aus",
    "aus\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>komme?n?t?|stamme?n?t?|bin)\\s+<T><END>",
    "<T><ADV>\\s+aus\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>komme|stamme)<END>",
    "<S>\\s+<BIN><ADV>\\s+in\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?:geboren|aufgewachsen)",
    "(?:aufgewachsen|geboren)\\s+(?:bin|wurde)\\s+(?<self>ich)\\s+in",
    "(?<self>meine)\\s+(?:Heimatstadt|Heimat)\\s+ist",
  ),
  ...ways(
    work,
    "<S>\\s+(?<verb>arbeite?[nt]?)<GAP>\\s+als",
    "(?<verb>arbeite?[nt]?)\\s+<T><GAP>\\s+als",
    "<S>\\s+<BIN><ADV>\\s+(?<head>\\p{L}[\\p{L} -]{2,30}?)\\s+von\\s+Beruf",
    "von\\s+Beruf\\s+(?<verb>bin|ist)\\s+<T>",
    "<MEIN>\\s+Beruf\\s+ist",
    "<T>\\s+als\\s+(?<head>\\p{L}[\\p{L} -]{2,30}?)\\s+(?<verb>arbeite[t]?)<END>",
  ),
  ...ways(
    { ...work, only: isOccupation, confidence: 0.85 },
    "<S>\\s+<BIN><ADV>",
    "(?<elided>,|und)(?=\\s+(?:eine?\\s)?\\p{L}+(?:\\s+(?:aus|in|bei|und)\\s|\\s*[,.]|\\s*$))",
  ),
  ...ways(
    { ...workplace, unless: /^(?:zu hause|teilzeit|vollzeit|schichten|der nacht|ruhe|\d+)(?:\s|$)/iu },
    "<S>\\s+(?<verb>arbeite?[nt]?)(?!\\s+nicht)(?:\\s+(?!(?:als)\\s)[\\p{L}\\d]+){0,3}?\\s+(?:bei(?:m)?|f(?:ü|ue)r|im|in|an)(?:\\s+(?:der|einer|einem|dem))?",
  ),
  ...ways(
    { ...study, unless: /^(?:in|an|noch|seit|nicht|gerade)(?:\s|$)/iu },
    "<S>\\s+(?<verb>studiere?[nt]?)(?:\\s+(?:gerade|jetzt|seit \\d+))*",
    "<S>\\s+(?<verb>mache|macht)\\s+(?:gerade\\s+)?eine\\s+(?:Ausbildung|Lehre)\\s+(?:zu[mr]|als)",
  ),
  ...ways(
    { ...language, unless: /^(?:mit|über|von|zu|leise|laut|gern|nicht)(?:\s|$)/iu },
    "<S>\\s+(?<verb>spreche[n]?|spricht)(?:\\s+(?:auch|etwas|ein bisschen|flie(?:ß|ss)end|gut|nur))*",
    "<MEIN>\\s+Muttersprache\\s+ist",
  ),
];

const body = [
  ...ways(
    { ...allergy, unless: /^(?:alles|nichts|etwas|montage?|dummheit|arbeit|dich)(?:\s|$)/iu },
    "<S>\\s+<BIN><ADV>\\s+allergisch\\s+(?:gegen|auf)",
    "<S>\\s+<BIN><ADV>\\s+gegen(?=\\s+[^.;]+\\s+allergisch)",
    "gegen\\s+(?<head>[^.;]{2,60}?)\\s+(?<verb>bin|ist)\\s+<T><ADV>\\s+allergisch",
    "allergisch\\s+(?<verb>bin|ist|reagiere|reagiert)\\s+<T><ADV>\\s+(?:gegen|auf)",
    "<T><ADV>\\s+gegen\\s+(?<head>[^.;]{2,60}?)\\s+allergisch\\s+(?<verb>bin|ist|sind)",
    "<T><ADV>\\s+allergisch\\s+gegen\\s+(?<head>[^.;]{2,60}?)\\s+(?<verb>bin|ist|sind)<END>",
    "auf\\s+(?<head>[^.;]{2,60}?)\\s+reagiere\\s+(?<self>ich)<ADV>\\s+allergisch",
    "<S>\\s+(?<verb>reagiere|reagiert)<ADV>\\s+(?:allergisch\\s+)?auf(?=\\s+[^.;]+\\s+allergisch|\\s)",
    "<S>\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)<ADV>\\s+kein(?:e[nrs]?)?",
    "<S>\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)(?=\\s+[^.;]+\\s+nicht)",
    "<S>\\s+(?<verb>darf|kann)<ADV>\\s+kein(?:e[nrs]?)?(?=\\s+[^.;]+?\\s+(?:essen|trinken|vertragen))",
    "<S>\\s+(?:habe?|hat)<ADV>\\s+eine?\\s+(?:\\p{L}+\\s+)?(?:Allergie|Unvertr(?:ä|ae)glichkeit|Intoleranz)\\s+(?:gegen|auf)",
  ),
  ...ways(
    { ...allergy, sort: "phrase" },
    "<S>\\s+(?:habe?|hat)<ADV>\\s+(?:eine?\\s+)?(?:starke\\s+|schwere\\s+|leichte\\s+)?(?<head>\\p{L}{3,}?)(?:allergie|intoleranz|unvertr(?:ä|ae)glichkeit)",
    "<S>\\s+<BIN><ADV>\\s+(?<head>\\p{L}{3,}?)-?intolerant",
    "(?<head>\\p{L}[\\p{L}, ]{1,30}?)\\s+(?<verb>vertrage?|vertr(?:ä|ae)gt)\\s+<T><ADV>\\s+nicht",
    "(?:von|auf)\\s+(?<head>\\p{L}[\\p{L} ]{1,30}?)\\s+bekomme\\s+(?<self>ich)\\s+(?:Ausschlag|Quaddeln|Atemnot|Pusteln|Hautausschlag)",
    "(?<self>ich)\\s+bekomme\\s+(?:von|auf)\\s+(?<head>\\p{L}[\\p{L} ]{1,30}?)\\s+(?:Ausschlag|Quaddeln|Atemnot|Pusteln|Hautausschlag)",
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
    "<S>\\s+(?:lebe|esse|ern(?:ä|ae)hre mich)<ADV>",
  ),
  ...ways({ ...diet, attribute: "avoids" }, "<S>\\s+(?<verb>esse|isst|trinke|trinkt)<ADV>\\s+kein(?:e[nrs]?)?"),
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
        /(?:^|\s)(?:asthma|diabetes|epilepsie|migr(?:ä|ae)ne|depressionen?|adhs|autismus|zwangsst(?:ö|oe)rung|ptbs|rheuma|krebs|hiv|bluthochdruck|schlafst(?:ö|oe)rungen|tinnitus|neurodermitis|schuppenflechte|endometriose|z(?:ö|oe)liakie|arthrose|multiple sklerose|ms|einen? herzschrittmacher|\p{L}+(?:itis|ose|phobie|krankheit|syndrom|st(?:ö|oe)rung))$/iu.test(
          value,
        ),
    },
    "<S>\\s+(?:habe?|hat)<ADV>",
  ),
];

const tastes = [
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
    "<S>\\s+(?<verb>esse|isst|trinke|trinkt|höre|hört|lese|liest|spiele|spielt|schaue|fahre|koche)<ADV>\\s+(?:gerne?|am liebsten)",
    "<S>\\s+(?<verb>esse|isst|trinke|trinkt|höre|hört|lese|spiele)(?=\\s+\\p{L}+\\s+(?:sehr\\s+)?gerne?(?:\\s|$))",
    "am\\s+liebsten\\s+(?:esse|trinke|höre|lese|spiele|mag)\\s+<T>",
    "<S>\\s+(?<verb>stehe|steht)(?:\\s+(?:total|sehr|voll))?\\s+auf",
    "<S>\\s+(?<verb>bin|ist)\\s+(?:ein\\s+)?(?:großer\\s+|großes\\s+)?(?:Fan\\s+von|begeistert\\s+von|verrückt\\s+nach|süchtig\\s+nach)",
  ),
  ...ways(
    { ...likes, sort: "phrase", unless: soft },
    "(?<head>[^,.;]{2,30}?)\\s+(?<verb>mag|liebe)\\s+<T>(?:\\s+(?:sehr|gern|gerne|am liebsten|total|besonders))*<END>",
    "(?<head>\\p{L}[\\p{L} ]{1,28}?)\\s+(?:esse|trinke|höre|lese|spiele)\\s+<T>(?:\\s+sehr)?\\s+gerne?",
  ),
].map((rule) => ({ ...rule, confidence: 0.85 }));

const aims = [
  ...ways(
    { ...goal, unless: /^(?:das|es|nur|wissen|dass|nicht|gerade|mal|kurz|dir|dich|dein\w*|etwas fragen)(?:\s|$)/iu },
    "<S>\\s+(?<verb>will|möchte|moechte|würde gerne?|hoffe)(?=\\s+[^.;]{2,60}(?:lernen|werden|machen|schreiben|reisen|laufen|bauen|kaufen|ziehen|studieren|aufhören|abnehmen|bestehen|gründen|heiraten|fahren|fliegen)\\s*$)",
    "<MEIN>\\s+(?:Ziel|Traum|Vorsatz)\\s+ist(?:\\s+es)?,?",
    "<S>\\s+(?<verb>lerne|lernt)(?:\\s+(?:gerade|jetzt|seit \\p{L}+))?",
    "<S>\\s+(?<verb>spare|spart)(?:\\s+gerade)?\\s+(?:auf|f(?:ü|ue)r)",
  ),
  ...ways(plan, "<S>\\s+(?<verb>plane|plant)(?=\\s+\\p{L})", "<S>\\s+(?<verb>ziehe|fliege|reise)(?=\\s+[^.;]*nach\\s)"),
  ...ways(
    event,
    "<S>\\s+(?:habe?|hat|haben|bin|ist|sind|wurde)(?=\\s+[^.;]{0,40}?(?:geheiratet|verlobt|getrennt|gekündigt|verloren|bestanden|befördert|abgeschlossen|gestorben|verstorben|geboren worden|gewonnen)(?:\\s|$))",
  ),
];

const isSumOrName = (value: string): boolean => /^[€\d]/u.test(value) || isCapital(value);

const status =
  /^(?:verheiratet|ledig|single|geschieden|verlobt|verwitwet|getrennt|rentner(?:in)?|pensioniert|arbeitslos|alleinerziehend)$/iu;
const belief =
  /^(?:muslim(?:a|in)?|christ(?:in)?|katholisch|katholik(?:in)?|evangelisch|jude|jüdin|jüdisch|buddhist(?:in)?|hindu|atheist(?:in)?|agnostiker(?:in)?|protestant(?:in)?|sozialist(?:in)?|kommunist(?:in)?|konservativ|liberal|feminist(?:in)?)$/iu;
const orientation =
  /^(?:schwul|lesbisch|bi|bisexuell|hetero|heterosexuell|asexuell|pansexuell|queer|trans|nicht-binär|nichtbinär)$/iu;
const nations =
  /^(?:deutscher?|österreicher(?:in)?|schweizer(?:in)?|franzose|französin|italiener(?:in)?|spanier(?:in)?|türke|türkin|pole|polin|russe|russin|ukrainer(?:in)?|engländer(?:in)?|ire|irin|schotte|amerikaner(?:in)?|niederländer(?:in)?|holländer(?:in)?|däne|dänin|schwede|schwedin|norweger(?:in)?|grieche|griechin|portugiese|portugiesin|syrer(?:in)?|iraner(?:in)?|inder(?:in)?|chinese|chinesin|japaner(?:in)?|brasilianer(?:in)?|berliner(?:in)?|münchner(?:in)?|hamburger(?:in)?|wiener(?:in)?|kölner(?:in)?)$/iu;

const states = [
  ...ways({ ...meanings.status, only: (value) => status.test(value) }, "<S>\\s+<BIN><ADV>"),
  ...ways({ ...meanings.belief, only: (value) => belief.test(value) }, "<S>\\s+<BIN><ADV>"),
  ...ways({ ...meanings.orientation, only: (value) => orientation.test(value) }, "(?<self>ich)\\s+bin<ADV>"),
  ...ways(
    { ...origin, attribute: "nationality", sort: "job", only: (value) => nations.test(value) },
    "<S>\\s+<BIN><ADV>",
  ),
  ...ways({ ...meanings.money, only: isSumOrName }, "(?<self>ich)\\s+(?<verb>verdiene|schulde|wähle)(?:\\s+etwa)?"),
];

const doings = [
  ...ways(
    { ...meanings.plays, unless: /^(?:mit|keine|gern|am|mich|auf|in)(?:\s|$)/iu },
    "<S>\\s+(?<verb>spiele|spielt)(?:\\s+(?:seit \\p{L}+|sehr|auch))*(?!\\s+(?:gern|nicht))",
  ),
  ...ways({ ...meanings.car, only: isCapital }, "(?<self>ich)\\s+fahre(?=\\s+ein(?:en)?\\s+\\p{L}+\\s*$)"),
];

const belongings = ways({ ...meanings.has, confidence: 0.8 }, "<HABE>");

/** How German tells of oneself and one's own, the more telling ways first. */
export const german: readonly Rule[] = [
  ...names,
  ...person,
  ...body,
  ...tastes,
  ...aims,
  ...states,
  ...doings,
  ...belongings,
];

/** "Mein ... ist ...", whatever it be: read last, by what stands on its two sides. */
export const germanCopula: readonly Rule[] = ways(
  { ...meanings.has, sort: "phrase", weight: 0.6, single: true, confidence: 0.75 },
  "(?:der|die|das)\\s+(?<attribute><W>)\\s+<OF>\\s+(?<noun><NP>)\\s+(?:ist|sind|lautet)",
  "<MEIN>\\s+(?<noun><NP>)\\s+(?:ist|sind|war|lautet)",
  "(?<head>[^,.;]{1,40}?)\\s+(?:ist|sind)\\s+<MEIN>\\s+(?<noun><NP>)<END>",
);
