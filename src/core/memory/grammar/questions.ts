import type { Question } from "../question.ts";
import { aboutOf, headNoun, self } from "../subject.ts";
import { filled, type Macros } from "./rule.ts";

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to ask: the pattern must be the whole question, small letters, lead and farewell off. */
export interface Way {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Question | null;
}

/** The ways that a row lists: parted at each bar outside brackets, since a group may be named once in a pattern. */
function alternatives(source: string): readonly string[] {
  let depth = 0;
  const cuts = [...source].flatMap((sign, at) => {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    return sign === "|" && depth === 0 ? [at] : [];
  });
  return [-1, ...cuts].map((cut, at) => source.slice(cut + 1, cuts[at] ?? source.length));
}

const whole = (source: string, macros: Macros): RegExp => new RegExp(`^(?:${filled(source, macros)})$`, "iu");

/** The person, or the noun after "my". */
const whose = ({ noun, owned }: Groups): string => {
  if (noun === undefined) return self;
  return owned === undefined ? aboutOf(noun) : `${aboutOf(noun)}'s ${aboutOf(owned)}`;
};

type Reader = (groups: Groups) => Question | null;

const slot =
  (attribute: string): Reader =>
  (groups) => ({ type: "slot", about: whose(groups), attribute });

const check =
  (attribute: string): Reader =>
  (groups) => {
    const value = (groups["value"] ?? "").trim();
    if (
      /^(?:any(?:thing)?|something|(?:any |certain )?(?:foods?|allergies|languages)|etwas|irgendetwas|irgendwas|was|irgendwelche \p{L}+)?$/iu.test(
        value,
      )
    )
      return slot(attribute)(groups);
    return { type: "check", about: whose(groups), attribute, value };
  };

/** "What is my car?", "my sister's birthday": the noun may be a slot of the person or somebody who has a name. */
const possession: Reader = ({ noun = "", attribute }) => {
  if (attribute !== undefined) return { type: "slot", about: aboutOf(noun), attribute: aboutOf(attribute) };
  const about = aboutOf(noun);
  return about === "name"
    ? { type: "slot", about: self, attribute: "name" }
    : { type: "slot", about: self, attribute: about };
};

const feature: Reader = ({ noun = "", attribute = "" }) => ({
  type: "slot",
  about: aboutOf(noun),
  attribute: /^(?:kind|sort|type|breed|make|brand|model|species|rasse|marke)$/iu.test(attribute)
    ? "kind"
    : aboutOf(attribute),
});

const having: Reader = ({ noun = "" }) => ({ type: "slot", about: aboutOf(noun), attribute: "has" });
const who: Reader = ({ value = "" }) => ({ type: "who", value: value.trim() });
const all: Reader = (groups) => ({ type: "about", about: whose(groups) });

const word = "\\p{L}[\\p{L}\\p{N}-]*";
const english = {
  W: `(?!(?:is|are|was|were|do|does|i|that|and|or|the|to|my|our|called|named|like|from|in|at)(?!\\p{L}))${word}`,
  NP: "<W>(?:'s?)?(?:\\s<W>(?:'s?)?){0,3}?(?: in law(?:'s)?)?",
  MY: "(?:my|our)",
  MINE: "(?:my|our) (?<noun><NP>)",
  IS: "(?:'?s|'?re| is| are| was| were)",
  AGO: "(?: again| now| currently| once more)?",
} as const;

type Row = readonly [Reader, ...string[]];

const englishRows: readonly Row[] = [
  [
    slot("name"),
    `what<IS> <MY> (?:full |first |real )?names?<AGO>`,
    "who am i",
    "what am i called|how am i called",
    "<MY> (?:full |first )?name",
    "(?:what|how)<IS> <MINE> (?:called|named)<AGO>",
    "what<IS> <MINE>(?:'?s'?)? names?<AGO>",
    "what<IS> the names? of <MINE>",
    "(?:what|how) (?:do|did|have) (?:i|we) (?:call|name|called|named) <MINE>",
    "what name (?:does|did|do) <MINE> (?:have|go by|answer to)",
    "what (?:does|do) <MINE> (?:go by|answer to)",
    "(?:the )?names? of <MINE>",
    "<MINE>'?s'? names?",
    "how<IS> <MINE> called",
    "what <MINE>(?:'?s| is| are) called|what my name is|what <MINE>'?s'? names? (?:is|are)",
    "who<IS> <MINE>",
  ],
  [
    slot("age"),
    "how old (?:am i|i am)<AGO>",
    "what<IS> <MY> age|my age",
    "how old (?:is|are) <MINE>",
    "what<IS> <MINE>'?s age",
    "how old <MINE> (?:is|are)",
  ],
  [
    slot("home"),
    "where (?:do|did) (?:i|we) (?:live|reside|stay)<AGO>",
    "where (?:am i|i am|are we) (?:living|based|staying|at home)<AGO>",
    "(?:what|which) (?:city|town|country|village|place|street)(?: do| did| am)? i (?:live|living|reside)(?: in)?<AGO>",
    "where(?:'?s| is) (?:my|our) home|where i live|my home",
    "where (?:does|do) <MINE> live<AGO>",
    "where <MINE> lives?",
    "where(?: is|'s| are) <MINE> (?:living|based)",
  ],
  [
    (groups) => (headNoun(whose(groups))?.sort === "person" ? slot("home")(groups) : null),
    "where(?: is|'s| are) <MINE>",
  ],
  [
    slot("origin"),
    "where (?:am i|i am|i'm|are we) (?:originally )?from<AGO>",
    "where do i (?:originally )?come from|where (?:was i|i was) born|where did i grow up|what(?:'s| is) my (?:home ?town|home country|nationality)",
    "where (?:is|are|was) <MINE> (?:originally )?(?:from|born)",
    "where (?:does|do) <MINE> come from",
  ],
  [
    slot("work"),
    "what (?:do|did) i do(?: for (?:a living|work))?",
    "what(?:'s| is) my (?:job|profession|occupation|work|line of work)|my (?:job|profession|occupation)",
    "what (?:do i work as|i do for (?:a living|work)|am i by profession)|how do i (?:earn|make) (?:my|a) (?:living|money)",
    "what (?:does|do) <MINE> do(?: for (?:a living|work))?",
    "what<IS> <MINE>'?s (?:job|profession|occupation)",
  ],
  [
    slot("workplace"),
    "where (?:do i|i) work<AGO>|where am i working|who do i work for|who(?:'s| is) my employer|(?:what|which) company do i work (?:for|at)",
    "where (?:does|do) <MINE> work|who (?:does|do) <MINE> work for",
  ],
  [
    slot("study"),
    "what (?:do i study|am i studying|did i study|is my major|i study)|what(?:'s| is) my major",
    "what (?:does|is) <MINE> (?:study|studying)",
  ],
  [
    slot("allergy"),
    "what (?:am i|i am|i'm) (?:allergic|intolerant|sensitive) (?:to|against)",
    "what (?:foods? |things? )?(?:can'?t|cannot|can not|shouldn'?t|should|mustn'?t) i(?: not)? (?:eat|drink|have|avoid)|what (?:do|should) i (?:have to |need to )?avoid",
    "what(?:'?s|'?re| is| are) my (?:food )?allerg(?:y|ies)|my allerg(?:y|ies)|do i have (?:any|an|some) (?:food )?allerg(?:y|ies)|have i got (?:any|an) allerg(?:y|ies)",
    "what (?:is|are) <MINE> allergic to",
    "what (?:can'?t|cannot) <MINE> eat",
  ],
  [
    check("allergy"),
    "(?:am i|are we|i'?m) allergic to (?<value>.+)",
    "(?:can|could|may|should) i (?:safely )?(?:eat|have|drink|try) (?<value>.+)",
    "(?:is|are) <MINE> allergic to (?<value>.+)",
    "can <MINE> (?:eat|have|drink) (?<value>.+)",
    "do i have an? (?<value>.+?) (?:allergy|intolerance)",
    "am i (?<value>\\p{L}+)[ -]intolerant",
    "(?:is|are) (?<value>\\p{L}+) (?:safe|ok|okay|fine|dangerous) for me",
  ],
  [
    slot("likes"),
    "what(?: \\p{L}+)? (?:do|did) i (?:like|love|enjoy|prefer)(?: (?:to eat|to drink|eating|doing|most|best|the most))?|what am i into|what i like|my (?:likes|interests|hobbies)|what<IS> my (?:hobbies|interests)",
    "what (?:does|do) <MINE> (?:like|love|enjoy)",
  ],
  [
    slot("dislikes"),
    "what(?: \\p{L}+)? (?:do i (?:hate|dislike|not like)|don'?t i (?:like|enjoy)|can'?t i stand|am i (?:afraid|scared|terrified) of)|what i (?:hate|don'?t like)",
    "what (?:does|do) <MINE> (?:hate|dislike|not like)",
  ],
  [
    check("likes"),
    "do i (?:like|love|enjoy|hate|dislike) (?<value>.+)",
    "(?:does|do) <MINE> (?:like|love|enjoy|hate) (?<value>.+)",
  ],
  [
    slot("language"),
    "(?:what|which|how many) languages? (?:do|can) i speak|what do i speak|what(?:'s| is) my (?:mother tongue|native language|first language)",
    "(?:what|which) languages? (?:does|do) <MINE> speak",
  ],
  [check("diet"), "do i (?:eat|drink) (?<value>.+)"],
  [check("language"), "(?:do|can) i speak (?<value>.+)"],
  [
    slot("birthday"),
    "when(?:'s| is|s) my (?:birthday|bday|b-day)|when (?:was i|i was) born|when were we born|my (?:birthday|date of birth)|what(?:'s| is) my (?:birthday|date of birth|birth date)|when do i (?:turn \\d+|have my birthday)",
    "when(?:'s| is|s) <MINE>'?s'? (?:birthday|bday|b-day)",
    "when was <MINE> born",
    "<MINE>'?s'? birthday",
  ],
  [
    slot("plays"),
    "what(?: instruments?| sports?)? do i play|what i play",
    "(?:what|which)(?: instruments?| sports?)? (?:does|do) <MINE> play",
  ],
  [
    slot("diet"),
    "what(?:'s| is) my diet|am i (?:vegan|vegetarian|a vegan|a vegetarian)|what do(?:n'?t| not) i (?:eat|drink)",
  ],
  [
    slot("health"),
    "what(?:'s| are| is) my (?:health (?:problems?|issues?|conditions?)|conditions?|illness(?:es)?|diagnosis)|what (?:do i suffer from|illness do i have|conditions? do i have)",
  ],
  [
    slot("goal"),
    "what(?:'s| are| is) my (?:goals?|dreams?|ambitions?|resolutions?)|what (?:do i want to|am i trying to|am i) (?:do|achieve|become|learn|learning|saving for)(?: in life)?|what am i training for",
  ],
  [
    slot("plan"),
    "what(?:'s| are| is) my plans?(?: .+)?|what (?:do i have|have i got|am i doing|have i) (?:planned|on|coming up|next|tomorrow)(?: .+)?|what(?:'s| is) coming up",
  ],
  [
    slot("nickname"),
    "what(?:'s| is) my nickname|what (?:do|should|would) (?:you|people|they|my friends|everyone) call me|what do i go by",
  ],
  [
    having,
    "(?:what|which) (?<noun><NP>) (?:do|did|have) (?:i|we)(?: got)?(?: have| own| keep)?",
    "(?:what|which) (?<noun><NP>) i have",
    "(?:do|did) (?:i|we) (?:have|own|keep) (?:an?|any|some) (?<noun><NP>)",
    "have (?:i|we) got (?:an?|any|some) (?<noun><NP>)",
    "how many (?<noun><NP>) (?:do|have) (?:i|we)(?: have| got| own)?",
    "do (?:i|we) have (?<noun><W>s)",
  ],
  [
    feature,
    "(?:what|which) (?<attribute>colou?r|kind|sort|breed|type|make|brand|model|size|species)(?: of)? (?:is|are|was) <MINE>",
    "(?:what|which) (?<attribute>kind|sort|breed|type|make|brand|model) of (?<noun><W>) (?:do|have) i (?:have|own|drive|got)",
    "what<IS> <MINE>'s (?<attribute><W>(?: <W>)?)",
    "what<IS> the (?<attribute><W>) of <MINE>",
    "when<IS> <MINE>'s (?<attribute><W>(?: <W>)?)",
    "<MINE>'s (?<attribute><W>)",
  ],
  [
    ({ noun = "" }) => ({ type: "slot", about: self, attribute: aboutOf(noun) }),
    "what (?:kind of )?(?<noun><W>) do i (?:drive|ride)|welches (?<noun><W>) fahre ich",
  ],
  [
    ({ noun = "" }) => ({ type: "slot", about: self, attribute: `favourite ${aboutOf(noun)}` }),
    "(?:what|which) (?<noun><W>) do i (?:like|love) (?:best|most|the most)",
  ],
  [
    possession,
    "(?:what|who|which|when)<IS> <MINE>",
    "do i have a (?<noun>favou?rite <NP>)",
    "<MY> (?<noun>favou?rite <NP>)",
    "<MINE>",
  ],
  [
    all,
    "what (?:do|did) you (?:still )?(?:know|remember|have|learn|learned)(?: so far)?(?: about| of| on) (?:me|us)",
    "what (?:have i told you|did i tell you|do you know|did i say|have i said)(?: so far)?(?: about (?:me|myself))?",
    "(?:tell me )?(?:everything|anything|something|what) you know about me|(?:tell me )?(?:something |everything |all )?about (?:me|myself)",
    "what (?:do|did) you (?:still )?(?:know|remember) (?:about|of) <MINE>",
    "what (?:have i told you|did i tell you|did i say) about <MINE>",
    "(?:tell me )?(?:everything |what you know |more |something )?about <MINE>",
    "describe (?:me|<MINE>)",
  ],
  [
    who,
    "who(?:'?s| is| are| was) (?<value>(?!(?:the|a|an|this|that|he|she|it|you|they|there|going|my|our)(?!\\p{L})).{2,40})",
    "what (?:do you know|have i told you|did i tell you) about (?<value>(?!me(?!\\p{L})).{2,40})",
    "(?:tell me )about (?<value>(?!(?:me|myself|you|yourself)(?!\\p{L})).{2,40})",
    "do (?:you|i) know (?<value>\\p{L}+)",
  ],
];

const german = {
  W: `(?!(?:ich|ist|sind|bin|hei(?:ß|ss)t|hei(?:ß|ss)en|und|oder|der|die|das|noch|nochmal|von|wohnt|lebt|alt|habe|gegen|denn|eigentlich)(?!\\p{L}))${word}`,
  NP: "<W>(?: <W>){0,2}?",
  MEIN: "(?:mein|unse?r)(?:e[nmrs]?)?",
  MY: "(?:mein|unse?r)(?:e[nmrs]?)? (?<noun><NP>)",
  FILL: "(?: (?:noch(?: ?mal| einmal)?|denn|eigentlich|nun|gleich|jetzt|wieder|doch|nochmals))*",
} as const;

const germanRows: readonly Row[] = [
  [
    slot("name"),
    "wie hei(?:ß|ss)e<FILL> ich<FILL>|wer bin<FILL> ich<FILL>|wie (?:ist|war|lautet)<FILL> mein (?:voller )?(?:vor)?name|was ist mein name|mein name|wie nennst du mich|wie soll(?:st)? du mich nennen",
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
    slot("age"),
    "wie alt bin<FILL> ich|wie alt ich bin|(?:wie|was) ist mein alter|mein alter",
    "wie alt (?:ist|sind)<FILL> <MY>",
    "wie alt <MY> (?:ist|sind)",
  ],
  [
    slot("home"),
    "wo (?:wohne|lebe)<FILL> ich<FILL>|wo ich (?:wohne|lebe)|wo (?:wohnen|leben) wir|in welche[rm] (?:stadt|ort|land|dorf) (?:wohne|lebe) ich|wo bin ich (?:zu ?hause|daheim)|wo ist mein zuhause|mein wohnort|was ist mein wohnort",
    "wo (?:wohnt|lebt|wohnen|leben)<FILL> <MY>",
    "wo <MY> (?:wohnt|lebt|wohnen)",
  ],
  [
    slot("origin"),
    "woher (?:komme|stamme|bin)<FILL> ich|woher ich (?:komme|stamme)|wo komme<FILL> ich<FILL> her|wo (?:bin ich (?:geboren|aufgewachsen)|wurde ich geboren)|was ist meine (?:heimat|heimatstadt)",
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
  [slot("study"), "was (?:studiere|lerne) ich|was ich studiere|was ist mein studienfach", "was studiert <MY>"],
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
  [check("language"), "(?:spreche|kann) ich (?<value>\\p{L}+)"],
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
  [slot("plan"), "was habe ich (?:vor|geplant|morgen vor)|was sind meine pl(?:ä|ae)ne|was steht (?:bei mir )?an"],
  [slot("nickname"), "(?:wie|was) ist mein spitzname"],
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
    "(?:etwas |alles )?(?:ü|ue)ber <MY>",
  ],
  [
    who,
    "wer (?:ist|war)<FILL> (?<value>(?!(?:der|die|das|er|sie|es|du|da|hier|dran|mein\\p{L}*|dein\\p{L}*)(?!\\p{L})).{2,40})",
    "was wei(?:ß|ss)t du (?:ü|ue)ber (?<value>(?!mich(?!\\p{L})).{2,40})",
    "kennst du (?<value>\\p{L}+)",
  ],
];

const foreignRows: readonly Row[] = [
  [
    slot("name"),
    "comment (?:je m'appelle|est-ce que je m'appelle|m'appelle-je)|quel est mon (?:pr[ée])?nom|qui suis-je",
    "c[oó]mo me llamo|cu[aá]l es mi nombre|qui[eé]n soy|come mi chiamo|qual [èe] il mio nome|chi sono|como (?:eu )?me chamo|qual [ée] (?:o )?meu nome|hoe heet ik|wat is mijn naam|wie ben ik|vad heter jag|как меня зовут",
    "comment s'appelle(?:nt)? (?:mon|ma|mes|notre|nos) (?<noun><NP>)",
    "comment (?:mon|ma|mes|notre|nos) (?<noun><NP>) s'appelle(?:nt)?",
    "c[oó]mo se llaman? (?:mis?|nuestr[oa]s?) (?<noun><NP>)",
    "come si chiama(?:no)? (?:il mio|la mia|i miei|le mie|mi[oa]) (?<noun><NP>)",
    "como se chamam? (?:o |a )?(?:meu|minha)s? (?<noun><NP>)",
    "hoe he(?:et|ten) (?:mijn|onze|ons) (?<noun><NP>)",
    "vad heter (?:min|mitt|mina) (?<noun><NP>)",
  ],
  [
    slot("home"),
    "o[uù] (?:est-ce que )?(?:j'habite|habit[ée]-je|je vis)|d[oó]nde vivo|dove (?:vivo|abito)|onde (?:eu )?moro|waar woon ik",
  ],
];

const waysOf = (rows: readonly Row[], macros: Macros): readonly Way[] =>
  rows.flatMap(([read, ...sources]) =>
    sources.flatMap(alternatives).map((source) => ({
      pattern: whole(source, macros),
      read: (groups: Groups) => read({ ...groups, noun: groups["noun"], value: groups["value"] ?? groups["value2"] }),
    })),
  );

export const englishQuestions = waysOf(englishRows, english);
export const germanQuestions = waysOf(germanRows, german);
export const foreignQuestions = waysOf(foreignRows, { NP: "\\p{L}[\\p{L}-]*(?: \\p{L}[\\p{L}-]*){0,2}?" });
