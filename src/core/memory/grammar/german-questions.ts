import { aboutOf, self } from "../subject.ts";
import { all, check, feature, having, possession, type Row, slot, theirs, waysOf, who } from "./question-ways.ts";

const word = "\\p{L}[\\p{L}\\p{N}-]*";

const german = {
  W: `(?!(?:ich|ist|sind|bin|hei(?:ß|ss)t|hei(?:ß|ss)en|und|oder|der|die|das|noch|nochmal|von|wohnt|lebt|alt|habe|gegen|denn|eigentlich)(?!\\p{L}))${word}`,
  NP: "<W>(?: <W>){0,2}?",
  MEIN: "(?:mein|unse?r)(?:e[nmrs]?)?",
  MY: "(?:mein|unse?r)(?:e[nmrs]?)? (?<noun><NP>)",
  FILL: "(?: (?:noch(?: ?mal| einmal)?|gerade|grad|denn|eigentlich|nun|gleich|jetzt|wieder|doch|nochmals))*",
} as const;

const germanRows: readonly Row[] = [
  [
    slot("name"),
    "wie hei(?:ß|ss)e<FILL> ich<FILL>|wer bin<FILL> ich<FILL>|wie (?:ist|war|lautet)<FILL> mein (?:voller )?(?:vor)?name|was ist mein name|mein(?:en)? namen?|wie nennst du mich|wie soll(?:st)? du mich nennen",
    "wie<FILL> ich hei(?:ß|ss)e|wie mein name (?:ist|lautet)|wer ich bin|wie nennt man mich",
    "wie hei(?:ß|ss)(?:t|en)<FILL> <MY><FILL>",
    "wie <MY> hei(?:ß|ss)(?:t|en)",
    "(?:wie|was) (?:ist|war|lautet|waren|sind)<FILL> (?:der|die) namen? (?:von )?<MY>",
    "(?:der |die )?namen? (?:von )?<MY>",
    "wie (?:ist|war) <MY> (?:sein|ihr) name",
    "wie (?:nenne|nennen|rufe|rufen)<FILL> (?:ich|wir) <MY>",
    "wie (?:habe|haben) (?:ich|wir) <MY> genannt",
    "wie hei(?:ß|ss)(?:t|en)<FILL> (?:der|die|das) (?<owned><W>) (?:von )?<MY>",
    "auf welchen namen h(?:ö|oe)rt <MY>",
    "welchen namen (?:hat|tr(?:ä|ae)gt) <MY>",
    "wer (?:ist|sind|war)<FILL> <MY>",
  ],
  [
    theirs("name"),
    "wie hei(?:ß|ss)(?:t|en)<FILL> (?:der|die|das) (?<noun><NP>)<FILL>",
    "wie (?:ist|war|lautet)<FILL> der name (?:der|des|vom|von der) (?<noun><NP>)",
  ],
  [() => ({ type: "slot", about: "partner", attribute: "name" }), "mit wem bin ich (?:verheiratet|verlobt|zusammen)"],
  [slot("status"), "bin ich (?:verheiratet|single|ledig|geschieden|verlobt|verwitwet)"],
  [
    slot("age"),
    "wie alt bin<FILL> ich|wie alt ich bin|(?:wie|was) ist mein alter|mein alter",
    "wie alt (?:ist|sind)<FILL> <MY>",
    "wie alt <MY> (?:ist|sind)",
  ],
  [
    slot("home"),
    "wo (?:wohne|lebe)<FILL> ich<FILL>|wo ich (?:wohne|lebe)|wo (?:wohnen|leben) wir|in welche[rm] (?:stadt|ort|land|dorf) (?:wohne|lebe) ich|wo bin ich<FILL> (?:zu ?hause|daheim)|wo ist<FILL> mein zu ?hause|wo ist mein zuhause|mein wohnort|was ist mein wohnort",
    "wo (?:wohnt|lebt|wohnen|leben)<FILL> <MY>",
    "wo <MY> (?:wohnt|lebt|wohnen)",
  ],
  [
    slot("origin"),
    "woher (?:komme|stamme|bin)<FILL> ich|aus (?:welche[rm]|was f(?:ü|ue)r eine[rm]) (?:stadt|land|ort|dorf|gegend) (?:komme|stamme|bin) ich|woher ich (?:komme|stamme)|wo komme<FILL> ich<FILL> her|wo (?:bin ich (?:geboren|aufgewachsen)|wurde ich geboren)|was ist meine (?:heimat|heimatstadt)",
    "woher (?:kommt|stammt|kommen)<FILL> <MY>",
    "wo (?:kommt|stammt) <MY> her",
  ],
  [
    slot("work"),
    "was (?:bin|mache|arbeite|tue)<FILL> ich(?: (?:von beruf|beruflich))?|was ich (?:beruflich mache|von beruf bin|arbeite)|(?:was|wie) ist mein (?:beruf|job)|mein (?:beruf|job)|als was arbeite ich|welchen beruf habe ich|womit verdiene ich mein geld",
    "was (?:macht|ist|arbeitet)<FILL> <MY>(?: (?:von beruf|beruflich))",
    "was arbeitet <MY>",
  ],
  [
    slot("workplace"),
    "wo arbeite<FILL> ich<FILL>|wo ich arbeite|(?:bei|f(?:ü|ue)r) (?:wem|wen|welche[rn]? firma) arbeite ich|wer ist mein arbeitgeber",
    "wo arbeitet<FILL> <MY>",
  ],
  [slot("study"), "was (?:studiere|lerne) ich<FILL>|was ich studiere|was ist mein studienfach", "was studiert <MY>"],
  [
    slot("allergy"),
    "(?:wogegen|gegen was|worauf|auf was) (?:bin|reagiere)<FILL> ich<FILL> allergisch|(?:wogegen|gegen was) ich<FILL> allergisch bin|was (?:vertrage|darf|kann|sollte|soll)<FILL> ich nicht(?: (?:essen|vertragen|trinken))?|was ich nicht (?:vertrage|essen darf|essen kann)|(?:welche|was f(?:ü|ue)r) allergien habe ich|was sind meine allergien|meine allergien?|habe ich (?:irgendwelche |eine )?(?:allergien|allergie|unvertr(?:ä|ae)glichkeiten?)|was muss ich (?:beim essen )?(?:meiden|vermeiden)",
    "(?:wogegen|gegen was) ist <MY> allergisch|was darf <MY> nicht essen",
  ],
  [
    check("allergy"),
    "bin ich(?: denn| eigentlich)? (?:gegen|auf) (?<value>.+?) allergisch|bin ich allergisch (?:gegen|auf) (?<value2>.+)",
    "(?:darf|kann|soll) ich (?<value>.+?) (?:essen|trinken|haben|probieren)",
    "vertrage ich (?<value>.+)",
    "ist <MY> (?:gegen (?<value>.+?) allergisch|allergisch gegen (?<value2>.+))",
    "habe ich eine (?<value>\\p{L}+)allergie",
  ],
  [
    slot("likes"),
    "was (?:mag|liebe|esse|trinke|h(?:ö|oe)re|lese|mache)<FILL> ich(?: (?:gern|gerne|am liebsten))?|was ich (?:mag|gerne? (?:esse|mache))|was sind meine hobbys",
    "was (?:mag|liebt|isst)<FILL> <MY>(?: gerne?)?",
  ],
  [
    slot("dislikes"),
    "was (?:mag ich nicht|hasse ich|mag ich gar nicht|kann ich nicht (?:leiden|ausstehen))|wovor habe ich angst|was ich nicht mag",
    "was mag <MY> nicht",
  ],
  [check("likes"), "(?:mag|liebe) ich (?<value>.+)", "(?:esse|trinke) ich gerne? (?<value>.+)"],
  [slot("language"), "(?:welche|wie viele) sprachen? (?:spreche|kann|beherrsche) ich|was ist meine muttersprache"],
  [check("diet"), "(?:esse|trinke) ich (?<value>.+)"],
  [check("language"), "spreche ich (?<value>\\p{L}+)|kann ich (?<value>\\p{L}+) sprechen"],
  [
    slot("birthday"),
    "wann (?:habe|hab) ich geburtstag|wann ist mein geburtstag|mein geburtstag|wann (?:bin ich|wurde ich) geboren|wann ich geburtstag habe|an welchem tag habe ich geburtstag",
    "wann (?:hat|haben)<FILL> <MY> geburtstag",
    "wann ist der geburtstag (?:von )?<MY>",
  ],
  [slot("plays"), "(?:was|welches instrument) spiele ich", "(?:was|welches instrument) spielt <MY>"],
  [
    slot("diet"),
    "was esse ich nicht|was trinke ich nicht|bin ich (?:vegan|vegetarisch|vegetarier(?:in)?|veganer(?:in)?)",
  ],
  [slot("health"), "(?:woran|worunter) leide ich|was sind meine krankheiten|welche krankheiten habe ich"],
  [
    slot("goal"),
    "was (?:ist mein ziel|sind meine ziele|ist mein traum|will ich (?:werden|lernen|machen|erreichen)|lerne ich)",
  ],
  [
    slot("plan"),
    "was habe ich (?:vor|geplant|morgen vor)|was sind meine pl(?:ä|ae)ne|wohin (?:fliege|fahre|reise|ziehe|gehe)<FILL> ich(?: .+)?|was mache ich (?:am|im|in|n(?:ä|ae)chste\\p{L}*|morgen)(?: .+)?|was steht (?:bei mir )?an",
  ],
  [
    slot("nickname"),
    "(?:wie|was) ist mein spitzname|wie werde ich<FILL> genannt|wie (?:nennen|nennt|rufen|ruft) (?:mich|man mich)<FILL>(?: (?:alle|die leute|meine freunde|sie))?|habe ich einen spitznamen|wie (?:soll|kann|darf) man mich(?: nennen)?",
  ],
  [
    having,
    "(?:welche[nrs]?|was f(?:ü|ue)r) (?<noun><NP>) (?:habe|haben|besitze|halte) (?:ich|wir)",
    "(?:habe|hab|haben|besitze) (?:ich|wir)(?: (?:ein(?:e[nmrs]?)?|irgendwelche|noch))? (?<noun><NP>)",
    "wie viele (?<noun><NP>) (?:habe|haben) (?:ich|wir)",
    "was f(?:ü|ue)r (?:ein(?:e[nmrs]?)?|einen) (?<noun><NP>) (?:habe|fahre|besitze) ich",
  ],
  [
    feature,
    "welche (?<attribute>farbe|rasse|marke|größe|groesse) hat <MY>",
    "(?:was|wie) (?:ist|war) (?:der|die|das) (?<attribute><W>) (?:von )?<MY>",
  ],
  [
    ({ noun = "" }) => ({ type: "slot", about: self, attribute: `favourite ${aboutOf(noun)}` }),
    "welche[nrs]? (?<noun><W>) mag ich am liebsten",
  ],
  [
    possession,
    "(?:was|wer|welche[rs]?|wie|wann|wo) (?:ist|sind|war|waren|lautet)<FILL> <MY><FILL>",
    "was <MY> ist",
    "<MY>",
  ],
  [
    all,
    "was (?:wei(?:ß|ss)t|kennst|hast) du(?: alles| noch| schon)* (?:(?:ü|ue)ber|von|zu) mi(?:ch|r)(?: gemerkt| behalten)?",
    "was (?:habe ich dir|hab ich dir|habe ich)(?: alles| schon)?(?: (?:ü|ue)ber mich| von mir)? (?:erz(?:ä|ae)hlt|gesagt)",
    "was du (?:ü|ue)ber mich wei(?:ß|ss)t|alles (?:ü|ue)ber mich|etwas (?:ü|ue)ber mich",
    "was (?:wei(?:ß|ss)t|hast) du(?: alles| noch)* (?:ü|ue)ber <MY>",
    "was habe ich dir (?:ü|ue)ber <MY> erz(?:ä|ae)hlt",
    "(?:etwas |alles )?(?:(?:ü|ue)ber|von) <MY>",
  ],
  [
    who,
    "wer (?:ist|war)<FILL> (?<value>(?!(?:der|die|das|er|sie|es|du|da|hier|dran|mein\\p{L}*|dein\\p{L}*)(?!\\p{L})).{2,40})",
    "was wei(?:ß|ss)t du (?:ü|ue)ber (?<value>(?!mich(?!\\p{L})).{2,40})",
    "kennst du (?<value>\\p{L}+)",
  ],
];

export const germanQuestions = waysOf(germanRows, german);
