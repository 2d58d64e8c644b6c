import { isCapital } from "../vocabulary.ts";
import { germanWays as ways } from "./german-words.ts";
import { isOccupation } from "./occupation.ts";
import { meanings } from "./rule.ts";

const { age, home, origin, birthday, work, workplace, study, language } = meanings;

export const person = [
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
    "(?<self>mein)\\s+Geburtstag(?:\\s+ist|\\s*:)",
    "der\\s+Geburtstag\\s+<OF>\\s+(?<noun><NP>)\\s+ist",
  ),
  ...ways(
    {
      ...home,
      unless: /^(?:angst|sorge|frieden|ruhe|hoffnung|der vergangenheit|der hoffnung|saus|(?:\p{L}+ )?zeiten)(?:\s|$)/iu,
    },
    "<S>\\s+(?<verb>wohnt?e?n?|lebt?e?n?)(?!\\s+(?:nicht|nie))<GAP>\\s+(?:in|bei)",
    "(?<verb>wohnt?e?n?|lebt?e?n?)\\s+<T><GAP>\\s+in",
    "(?:in|bei)\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>wohne?n?t?|lebe?n?t?)\\s+<T><END>",
    "<T><GAP>\\s+in\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?<verb>wohne?n?t?|lebe?n?t?|zuhause bin|zu Hause bin)<END>",
    "<S>\\s+(?<verb>bin|ist|sind)<GAP>\\s+nach\\s+(?<head>\\p{L}[\\p{L} -]{1,30}?)\\s+(?:um)?gezogen",
    "<S>\\s+(?<verb>bin|ist|sind)\\s+in(?=\\s+[\\p{L} ]{2,30}\\s+(?:zu ?hause|daheim))",
  ),
  ...ways(
    home,
    "<S>\\s+<BIN>(?:\\s+(?!nicht)\\p{L}+){0,3}?\\s+umgezogen,?\\s+(?:von\\s+[\\p{L} -]+?\\s+)?nach",
    "<S>\\s+<BIN><ADV>\\s+(?:zu ?hause|daheim|wohnhaft)\\s+in",
    "(?<self>ich|wir)\\s+(?:habe?n?\\s+)?(?:früher|fr(?:ü|ue)her mal|bis vor kurzem)\\s+in\\s+[\\p{L} -]+?(?:\\s+(?:gewohnt|gelebt))?,?\\s+(?:aber\\s+)?(?:jetzt|heute|nun|inzwischen|mittlerweile)\\s+(?:(?:wohnen?|leben?|bin|sind)\\s+(?:ich\\s+|wir\\s+)?)?in",
  ),
  ...ways(
    { ...home, after: "home" },
    "(?<self>ich|wir)(?:\\s+(?:bin|sind))?(?:\\s+(?:selbst|selber|dagegen))?<ADV>\\s+in",
  ),
  ...ways({ ...work, after: "work", only: isOccupation }, "<MY>\\s+(?<noun><W>)(?=\\s+\\p{L}+\\s*$)"),
  ...ways(
    { ...workplace, after: "work", unless: /^(?:teilzeit|vollzeit|der nacht|rente)(?:\s|$)/iu },
    "(?<elided>(?:,\\s+)?)(?:bei(?:m)?|am|im|auf|an|in)(?:\\s+(?:der|einer|ner|einem|nem))?",
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
    "<S>\\s+(?<verb>mache?|macht)\\s+(?:gerade\\s+)?(?:eine|'?ne)\\s+(?:Ausbildung|Lehre)\\s+(?:zu[mr]|als)",
  ),
  ...ways(
    { ...language, unless: /^(?:mit|über|von|zu|leise|laut|gern|nicht)(?:\s|$)/iu },
    "<S>\\s+(?<verb>spreche[n]?|spricht)(?:\\s+(?:auch|etwas|ein bisschen|flie(?:ß|ss)end|gut|nur))*",
    "<MEIN>\\s+Muttersprache\\s+ist",
  ),
];

const isSumOrName = (value: string): boolean => /^[€\d]/u.test(value) || isCapital(value);

const status =
  /^(?:verheiratet|ledig|single|geschieden|verlobt|verwitwet|getrennt|rentner(?:in)?|pensioniert|arbeitslos|selbstst?(?:ä|ae)ndig|freiberuflich|alleinerziehend)$/iu;

const belief =
  /^(?:muslim(?:a|in)?|christ(?:in)?|katholisch|katholik(?:in)?|evangelisch|jude|jüdin|jüdisch|buddhist(?:in)?|hindu|atheist(?:in)?|agnostiker(?:in)?|protestant(?:in)?|sozialist(?:in)?|kommunist(?:in)?|konservativ|liberal|feminist(?:in)?)$/iu;

const orientation =
  /^(?:schwul|lesbisch|bi|bisexuell|hetero|heterosexuell|asexuell|pansexuell|queer|trans|nicht-binär|nichtbinär)$/iu;

const nations =
  /^(?:deutscher?|österreicher(?:in)?|schweizer(?:in)?|franzose|französin|italiener(?:in)?|spanier(?:in)?|türke|türkin|pole|polin|russe|russin|ukrainer(?:in)?|engländer(?:in)?|ire|irin|schotte|amerikaner(?:in)?|niederländer(?:in)?|holländer(?:in)?|däne|dänin|schwede|schwedin|norweger(?:in)?|grieche|griechin|portugiese|portugiesin|syrer(?:in)?|iraner(?:in)?|inder(?:in)?|chinese|chinesin|japaner(?:in)?|brasilianer(?:in)?|berliner(?:in)?|münchner(?:in)?|hamburger(?:in)?|wiener(?:in)?|kölner(?:in)?)$/iu;

export const states = [
  ...ways({ ...meanings.status, only: (value) => status.test(value) }, "<S>\\s+<BIN><ADV>"),
  ...ways({ ...meanings.belief, only: (value) => belief.test(value) }, "<S>\\s+<BIN><ADV>"),
  ...ways({ ...meanings.orientation, only: (value) => orientation.test(value) }, "(?<self>ich)\\s+bin<ADV>"),
  ...ways(
    { ...origin, attribute: "nationality", sort: "job", only: (value) => nations.test(value) },
    "<S>\\s+<BIN><ADV>",
  ),
  ...ways({ ...meanings.money, only: isSumOrName }, "(?<self>ich)\\s+(?<verb>verdiene?|schulde|wähle)(?:\\s+etwa)?"),
];

export const doings = [
  ...ways(
    { ...meanings.plays, unless: /^(?:mit|keine|gern|gerade|jetzt|heute|nur|am|mich|auf|in)(?:\s|$)/iu },
    "<S>\\s+(?<verb>spiele?|spielt)(?:\\s+(?:seit \\p{L}+|sehr|auch))*(?!\\s+(?:gern|nicht))",
  ),
  ...ways(
    { ...meanings.car, unless: /^(?:bus|zug|taxi|lkw|laster|umweg)(?:\s|$)/iu },
    "(?<self>ich)\\s+fahre?<ADV>(?=\\s+(?:ein(?:en)?|'?nen)\\s+\\p{L}+(?:\\s+\\p{L}+)?\\s*$)",
  ),
];

export const belongings = ways({ ...meanings.has, confidence: 0.8 }, "<HABE>");
