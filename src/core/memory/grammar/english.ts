import { isCapital } from "../vocabulary.ts";
import { isOccupation } from "./occupation.ts";
import { meanings, type Rule, saying } from "./rule.ts";

const reserved =
  "i|i'm|is|are|was|were|am|be|and|or|but|that|which|who|whose|has|have|had|my|our|your|his|her|their|the|an?|to|in|on|at|from|with|of|for|if|not|called|named|goes|loves|likes|hates|lives|works|will|would|can|could|so|because|it|you|he|she|we|they|me|this";
const macros = {
  W: `(?!(?:${reserved})(?![\\p{L}'-]))\\p{L}[\\p{L}\\p{N}-]*`,
  NP: "<W>(?:'s?)?(?:\\s+<W>(?:'s?)?){0,3}?",
  MINE: "(?:my|our)",
  BE: "(?:is|are|was|were|r)",
  ADV: "(?:\\s+(?:now|currently|actually|really|also|still|just|already|always|usually|mostly|absolutely|totally|very|so|both|simply|originally|officially|quite|definitely|truly|kinda|highly|severely|deathly|terribly|extremely|slightly|mildly|pretty|too|huge|big))*",
  S: "(?:(?<self>i|we)|<MINE>\\s+(?<noun><NP>)|(?<again>he|she|it|they)|(?<elided>,|&|and|but))",
  SBE: "(?:(?<self>i|we)(?:'m|'re|(?<=i)m|(?:'ve|\\s+have)\\s+been|\\s+(?:am|are|was|were|be))|<MINE>\\s+(?<noun><NP>)(?:'?s|\\s+<BE>)|(?<again>he|she|it|they)(?:'?s|'re|\\s+<BE>)|(?<elided>,|&|and)\\s+(?:am|is|are))",
  ME: "(?<self>i)(?:'m|m|\\s+am)",
  WE: "(?<self>i|we)",
  NUM: "(?:an?|one|two|three|four|five|six|seven|eight|\\d+|some|another|this|also an?)",
  HAVE: "(?:(?<self>i|we)(?:'ve|\\s+have|ve)?(?:\\s+(?:also|just|recently|always|now))?(?:\\s+(?:got|have|own|had|adopted|bought|keep|kept|rescued|raised|met|look after))|(?<elided>,|&|and)\\s+(?:also\\s+)?(?:have|own|got|keep))",
  HAVING:
    "(?:(?<self>i|we)(?:\\s+(?:also|just|now))?(?:'ve(?:\\s+got)?|\\s+have(?:\\s+got)?|\\s+got|\\s+own|\\s+keep)|(?<elided>,|&|and)\\s+(?:also\\s+)?(?:have|own|keep))",
};
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

const unreal =
  /^(?:later|back|maybe|when|if|crazy|old-fashioned|anytime|tomorrow|today|tonight|paranoid|stupid|asap|again|names|out|on|at|by|soon|please)$/iu;
const soft =
  /^(?:(?:this|that|it|you|u|how|when|what)(?:\s|$)|(?:to )?(?:be|know|think|say|see|ask|talk|hear|go|help)\b)/iu;

const names = [
  ...ways(
    { ...name, sort: "name", unless: unreal },
    "<MINE>\\s+(?:(?!full|first|last|middle|nick|user|brand|family|maiden|pen|stage|real|given|second|actual|domain)(?<noun><NP>)(?:'?s'?)?\\s+)?(?:(?:full|first|real|given|actual) )?names?(?:'?s|\\s+<BE>|\\s*[:=])",
    "(?<=^\\s*(?:(?:hi|hey|hello|so|and|yes|well)[\\s,!]+)?)(?<self>(?:the )?name)(?:'?s|\\s+is)",
    "(?<again>his|her|its|their)\\s+names?(?:'s|\\s+<BE>)",
    "(?:the )?name of <MINE>\\s+(?<noun><NP>)(?:'?s|\\s+<BE>|\\s*:)",
  ),
  ...ways(
    name,
    "<SBE><ADV>\\s+(?:called|named|known as)",
    "(?:<MINE>\\s+(?<noun><NP>)|(?<again>he|she|it|they)|(?<elided>,|and))(?:\\s+also)?\\s+(?<verb>go(?:es)?) by(?: the name(?: of)?)?",
    "<S>\\s+(?<verb>answers?|listens?|responds?) to(?: the name(?: of)?)?",
    "(?:i|we)(?:'ve)?\\s+(?:call|named|called|have named|christened) <MINE>\\s+(?<noun><W>(?:\\s+<W>)?)(?=\\s+\\S)",
    "<S>\\s+(?<verb>has|have|had) the name",
  ),
  ...ways(
    name,
    "(?<head>[^,.]{1,40}?)\\s+(?:is|are) (?:the names? of <MINE>\\s+(?<noun><NP>)|what <MINE>\\s+(?:[\\p{L} ]+?)\\s+is called)(?=\\s*$|,)",
    "(?<head>[^,.]{1,40}?)(?:'s|\\s+is) what (?:i|we) call <MINE>\\s+(?<noun><NP>)(?=\\s*$|,)",
    "(?<head>[^,.]{1,40}?)(?:'s|\\s+is) (?<self>my) name(?=\\s*$|,)",
    "(?<head>[^,.]{1,40}?)(?:'s|\\s+is|\\s+are) <MINE>\\s+(?<noun><NP>)'?s names?(?=\\s*$|,)",
  ),
  ...ways(
    { ...nickname, sort: "called" },
    "(?<self>i)(?:\\s+(?:usually|mostly|just|also))?\\s+go by(?: the name(?: of)?)?",
  ),
  ...ways(
    { ...nickname, unless: unreal },
    "(?:(?:you can|you may|please|just|but|everyone|everybody|people|(?:my |most |all my )?(?:friends|family)|they|but you can|all)(?:\\s+(?:always|just|usually))?\\s+)?calls?(?:\\s+(?<self>me))",
    "(?<self>my) nickname(?:'s|\\s+is)",
  ),
  ...ways(
    { ...name, confidence: 0.85 },
    "<HAVE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)(?:,?\\s+(?:who|which|that)(?:'s|\\s+(?:is|are|was|were)))?\\s*,?\\s+(?:called|named|by the name of|with the name(?: of)?|whose names? (?:is|are)|(?:and )?(?:his|her|its|their) names?(?:'s|\\s+(?:is|are))|(?:who|which|that) (?:goes|go|answers?) (?:by|to)(?: the name(?: of)?)?|(?:who|which|that) (?:i|we) (?:call|named))",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.8 },
    "<HAVE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)\\s*[,:(–-]",
  ),
];

/** A second named thing in the same breath: "a dog called Rex and a cat called Mia". */
const moreNames = [
  ...ways(
    { ...name, confidence: 0.85 },
    "(?<elided>,|&|and|plus)\\s+(?:also\\s+)?<NUM>\\s+(?<noun><NP>),?\\s+(?<verb>called|named|by the name of|whose names? (?:is|are))",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.75 },
    "(?<elided>and|plus)\\s+(?<verb>an?|two|three)\\s+(?<noun><NP>)\\s*[,:(–-]",
  ),
];

const person = [
  ...ways(
    age,
    "<SBE>",
    "<S>(?:'ve)?(?:\\s+just)?\\s+(?<verb>turn|turns|turned|turning)",
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?age\\s+is",
    "(?<elided>,)",
  ),
  ...ways(
    { ...birthday, unless: /^(?:today|tomorrow|yesterday|soon|coming|next|over|here|a |an |not|near)/iu },
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?(?:birthday|b-?day|date of birth)(?:'s|\\s+is|\\s+falls|\\s*:)",
    "<SBE>\\s+born\\s+on",
    "<SBE>\\s+born(?=\\s+in\\s+(?:\\d{4}|january|february|march|april|may|june|july|august|september|october|november|december))",
  ),
  ...ways(
    {
      ...home,
      unless:
        /^(?:a (?:society|dream|bubble|world|simulation|box)|fear|peace|hope|sin|constant|harmony|denial|the (?:past|moment|now|future|present))(?:\s|$)/iu,
    },
    "<S><ADV>\\s+(?<verb>live|lives|lived|reside|resides|stay|stays)(?:\\s+(?:now|currently|here|alone|together|out|up|down|over))*\\s+(?:in|at)",
    "<SBE><ADV>\\s+(?:living|based|residing|settled|staying|located)\\s+(?:in|at)",
    "<S>(?:'ve)?(?:\\s+(?:have|has))?<ADV>(?:\\s+recently)?\\s+(?<verb>moved|relocated)(?:\\s+(?:back|here|over|away|down|up|house))*(?:\\s+from\\s+[\\p{L} ]+?)?\\s+to",
    "(?<elided>(?:(?:,|and|now)\\s+)?)(?:living|based|residing)\\s+in",
    "<MINE> (?:home|hometown now|home town now)(?: city| town)?\\s+is(?:\\s+in)?",
    "<S><ADV>\\s+call(?=\\s+[\\p{L} ]+ home)",
  ),
  ...ways(
    { ...home, sort: "phrase" },
    "<S><ADV>\\s+(?<verb>live|lives)(?=\\s+(?:near|on|by|outside|by the|close to|next to|just outside)\\s)",
  ),
  ...ways(
    {
      ...origin,
      unless:
        /^(?:work|school|home|here|there|scratch|me|you|the (?:doctor|office|future|start|beginning)|a (?:friend|long)|bed|above|afar)(?:\s|$)/iu,
    },
    "<SBE><ADV>\\s+from",
    "(?<elided>(?:(?:,|and)\\s+)?)(?:(?:originally|and|but)\\s+)?from",
    "<S><ADV>\\s+(?<verb>come|comes|hail|hails)\\s+from",
    "<S><ADV>\\s+(?<verb>grew)\\s+up\\s+in",
    "<SBE><ADV>\\s+(?:born(?:\\s+and\\s+(?:raised|bred))?|raised)\\s+in",
    "<MINE> (?:home ?town|home country|birthplace)\\s+is",
  ),
  ...ways(
    { ...work, unless: /^(?:hell|well|usual|always|intended|(?:a )?(?:team|volunteer)$)/iu },
    "<S><ADV>\\s+(?<verb>works?|worked)(?:\\s+(?:part[- ]time|full[- ]time|mostly|here|freelance))?\\s+as(?=\\s+(?:an?\\s|the\\s)?\\p{L})",
    "<SBE>\\s+(?:working|employed)(?:\\s+(?:part[- ]time|full[- ]time))?\\s+as",
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?(?:job|profession|occupation|day job)(?:'s|\\s+is)(?=\\s+(?:an?|being an?|working as an?)\\s)",
    "<S>\\s+(?<verb>make|makes|earn|earns)\\s+(?:my|a|her|his|their) living\\s+as",
  ),
  ...ways(
    { ...work, only: isOccupation, confidence: 0.85 },
    "<SBE><ADV>(?=\\s+(?:an?\\s|the\\s))",
    "(?<elided>,|and)(?=\\s+an?\\s)",
  ),
  ...ways(
    {
      ...workplace,
      unless:
        /^(?:home|night|nights|it out|progress|the (?:moment|same)|once|peace|vain|silence|teams?|\d+|least|me)(?:\s|$)/iu,
    },
    "<S><ADV>\\s+(?<verb>works?|worked)(?:\\s+(?!(?:as|hard|out|on|not|with)\\s)[\\p{L}-]+){0,2}?\\s+(?:for|at|in)",
    "<SBE>\\s+(?:working|employed)(?:\\s+(?:part[- ]time|full[- ]time|now))*\\s+(?:for|at|in|by)",
    "<S>(?:'ve)?\\s+(?:just\\s+)?(?<verb>started|got)\\s+(?:a|my)\\s+(?:new\\s+)?job\\s+(?:at|with)",
  ),
  ...ways(
    { ...study, unless: /^(?:for|at|in|hard|abroad|a lot|lot|together|the (?:menu|map))(?:\s|$)/iu },
    "<S><ADV>\\s+(?<verb>study|studies|studied|major in|majors in|majored in)",
    "<SBE><ADV>\\s+(?:studying|majoring in|doing a (?:degree|phd|master's|masters) in)",
  ),
  ...ways(
    language,
    "<S><ADV>(?:\\s+(?:fluently|can))?\\s+(?<verb>speak|speaks)(?:\\s+(?:fluent|some|a bit of|a little|good|native|basic))*",
    "<SBE>\\s+fluent\\s+in",
    "<MINE>\\s+(?:native|first|mother) (?:language|tongue)\\s+is",
  ),
].map((rule) =>
  rule.attribute === "language"
    ? {
        ...rule,
        only: (value: string) =>
          /^\p{L}/u.test(value) && !/^(?:up|out|to|with|for|my|loud|from|too|at|on|about|in|of|truth)/iu.test(value),
      }
    : rule,
);

const body = [
  ...ways(
    {
      ...allergy,
      unless:
        /^(?:another|any ?more|much|that much|more|right|now|out|here|until|before|too|so|yet|properly|fast|anything|nothing|everything|mornings?|mondays?|work|people|bullshit|it$)(?:\s|$)/iu,
    },
    "<SBE><ADV>\\s+allergic\\s+(?:to|against|of)",
    "<SBE><ADV>\\s+(?:intolerant|sensitive)\\s+(?:to|of)",
    "<S><ADV>\\s+(?:can'?t|cannot|can not|may not|mustn'?t|must not|shouldn'?t|am not allowed to|'m not allowed to)\\s+(?:eat|have|drink|tolerate|digest|touch|go near|consume)(?:\\s+(?:any|anything with|anything containing|things with|food with))?",
    "<S><ADV>\\s+(?<verb>have|has)\\s+an?\\s+(?:\\p{L}+\\s+)?(?:allergy|intolerance)\\s+(?:to|of)",
    "<S><ADV>\\s+(?<verb>get|gets)\\s+(?:hives|a rash|an allergic reaction|rashes|itchy|ill|sick)\\s+from(?:\\s+eating)?",
    "<S><ADV>\\s+(?<verb>react|reacts)\\s+(?:badly|allergically)\\s+to",
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?allerg(?:y|ies)\\s+(?:is|are)(?:\\s+to)?",
  ),
  ...ways(
    { ...allergy, sort: "phrase" },
    "<S>(?:'ve| have| has)?(?:\\s+got)?\\s+(?:a\\s+)?(?:bad |severe |serious |mild |strong )?(?<head>(?!bad|severe|serious|mild|strong|an?\\s|the\\s|no\\s|food\\s)\\p{L}[\\p{L}-]*(?:\\s+\\p{L}+)?)\\s+(?:allergy|allergies|intolerance)",
    "<SBE><ADV>\\s+(?<head>\\p{L}+)[- ]intolerant",
    "(?<head>\\p{L}[\\p{L} ]{1,30}?)\\s+(?:gives?|brings?) (?<self>me) (?:hives|a rash|rashes|an allergic reaction|anaphylaxis)(?:\\s+out)?",
    "(?<head>\\p{L}[\\p{L} ]{1,30}?)\\s+makes? (?<self>me) (?:break out|swell up|itch|itchy|come out in)",
    "(?<head>\\p{L}[\\p{L} ]{1,30}?)\\s+brings? (?<self>me) out in",
  ),
  ...ways(
    {
      ...diet,
      sort: "job",
      only: (value) =>
        /^(?:vegan|vegetarian|veggie|pescatarian|pescetarian|flexitarian|carnivore|teetotal\w*|gluten[- ]free|halal|kosher)$/iu.test(
          value,
        ),
    },
    "<SBE><ADV>",
  ),
  ...ways(
    { ...diet, attribute: "avoids", unless: soft },
    "<S><ADV>\\s+(?:don'?t|do not|never|doesn'?t)\\s+(?:eat|drink)(?:\\s+any)?",
    "<S>\\s+(?<verb>avoid|avoids)(?:\\s+(?:eating|drinking))?",
  ),
  ...ways(
    {
      ...health,
      sort: "job",
      only: (value) =>
        /^(?:pregnant|expecting|diabetic|epileptic|asthmatic|autistic|dyslexic|bipolar|deaf|blind|colou?r[- ]?blind|anae?mic|c(?:o)?eliac|ha?emophiliac|left-handed|hiv[- ]positive|(?:in|a) wheelchair(?: user)?|hard of hearing|schizophrenic|depressed|sober)$/iu.test(
          value,
        ),
    },
    "<SBE><ADV>",
  ),
  ...ways(
    { ...health, unless: /^(?:the |consequences|fools|from)/iu },
    "<S><ADV>\\s+(?<verb>suffer|suffers)\\s+from",
    "<SBE><ADV>\\s+(?:recently\\s+)?diagnosed\\s+with",
    "<S><ADV>\\s+(?<verb>take|takes)\\s+(?:medication|medicine|meds|pills|tablets)\\s+for",
  ),
  ...ways(
    {
      ...health,
      only: (value) =>
        /(?:^|\s)(?:asthma|diabetes|epilepsy|migraines?|depression|anxiety|adhd|add|autism|ocd|ptsd|ibs|hiv|aids|cancer|arthritis|an? pacemaker|pacemaker|high blood pressure|insomnia|tinnitus|eczema|psoriasis|endometriosis|scoliosis|anorexia|bulimia|parkinson'?s|crohn'?s|lupus|ms|dyslexia|\p{L}+(?:itis|osis|emia|phobia)|.+ (?:disease|syndrome|disorder|condition))$/iu.test(
          value,
        ),
    },
    "<HAVING>(?:\\s+(?:bad|severe|chronic|an?|type \\d))*",
    "<S>\\s+(?<verb>has|have)(?:\\s+(?:got|bad|severe|chronic|an?|type \\d))*",
  ),
];

const tastes = [
  ...ways(
    { ...likes, unless: soft },
    "<S><ADV>\\s+(?<verb>likes?|loves?|adores?|enjoys?|prefers?)(?:\\s+(?:to eat|to drink|eating|drinking))?",
    "<SBE><ADV>\\s+(?:a )?(?:(?:big|huge|great|massive|total)\\s+)?(?:into|fond of|keen on|crazy about|mad about|obsessed with|addicted to|fan of|fans of|lover of|a sucker for)",
    "<S>\\s+(?:can'?t|couldn'?t) (?:resist|get enough of|live without)",
  ),
  ...ways(
    { ...dislikes, unless: soft },
    "<S><ADV>\\s+(?<verb>hates?|dislikes?|detests?|loathes?|despises?)",
    "<S><ADV>\\s+(?:don'?t|do not|doesn'?t|never)\\s+(?:really |much )?(?:like|enjoy|care for)",
    "<S>\\s+(?:really |just )?(?:can'?t|cannot|can not)\\s+(?:stand|bear|stomach)",
    "<SBE>\\s+(?:not (?:a (?:big |huge )?fan of|into|keen on|fond of)|scared of|afraid of|terrified of)",
  ),
].map((rule) => ({ ...rule, confidence: 0.85 }));

const aims = [
  ...ways(
    { ...goal, unless: soft },
    "<S><ADV>\\s+(?<verb>want|wants|hope|hopes|aim|aims|intend|intends|dream of|would like|'d like|'d love|would love)(?:\\s+to)(?=\\s+\\p{L})",
    "<SBE><ADV>\\s+(?:trying to|saving (?:up )?for|hoping to|training for|learning(?: how)?(?: to)?|working towards?)",
    "<MINE>\\s+(?:goal|dream|aim|ambition|resolution)(?:\\s+(?:for|this) [\\p{L} ]+?)?\\s+is\\s+(?:to)?",
  ),
  ...ways(
    { ...plan, unless: soft },
    "<SBE><ADV>\\s+(?:planning (?:to|on)|going to|moving to|flying to|travelling to|traveling to|getting)(?=\\s)",
    "<S><ADV>\\s+(?<verb>plan|plans)\\s+to",
  ),
  ...ways(
    { ...event },
    "<S>(?:'ve)?<ADV>\\s+(?<verb>got|quit|lost|passed|failed|graduated|broke up|started|finished|retired|won|adopted)(?=\\s+(?:promoted|fired|married|engaged|divorced|hired|laid off|pregnant|(?:the|my|a|an|our)\\s+(?:new\\s+)?(?:job|degree|exams?|driving test|phd|marathon|thesis|house|baby)|from (?:university|college|school|uni)|with\\s))",
    "<S><ADV>\\s+(?<verb>died|dies|passed away)",
  ),
];

const isSumOrName = (value: string): boolean => /^[£$€\d]/u.test(value) || isCapital(value);

const status =
  /^(?:married|single|divorced|engaged|widowed|separated|retired|unemployed|between jobs|in a relationship)$/iu;
const belief =
  /^(?:(?:an? )?(?:muslim|christian|catholic|jewish|buddhist|hindu|atheist|agnostic|protestant|orthodox|sikh|mormon|quaker|socialist|communist|conservative|liberal|republican|democrat|libertarian|feminist|anarchist))$/iu;
const orientation =
  /^(?:gay|lesbian|bi|bisexual|straight|asexual|pansexual|queer|trans|transgender|nonbinary|non-binary)$/iu;
const nations =
  /^(?:\p{L}+ish|\p{L}{3,}(?:ian|ean|ese)|german|dutch|french|greek|swiss|czech|thai|iraqi|israeli|pakistani|american|mexican|african|korean|cuban|moroccan|chilean|kiwi)$/iu;
const notNation =
  /^(?:(?:self|fool|child|boy|girl|fever|pee|sheep|sluggish|book|styl|tick|fem|vegetar|pescatar|librar|guard|musicia)\p{L}*)$/iu;

const states = [
  ...ways({ ...meanings.status, only: (value) => status.test(value) }, "<SBE><ADV>"),
  ...ways({ ...meanings.belief, only: (value) => belief.test(value) }, "<SBE><ADV>"),
  ...ways({ ...meanings.orientation, only: (value) => orientation.test(value) }, "<ME><ADV>"),
  ...ways(
    {
      ...origin,
      attribute: "nationality",
      sort: "job",
      only: (value) => nations.test(value) && !notNation.test(value) && !isOccupation(value),
    },
    "<SBE><ADV>",
  ),
  ...ways({ ...meanings.money, only: isSumOrName }, "<WE>\\s+(?<verb>earn|owe|voted for|vote for|make)"),
];

const doings = [
  ...ways(
    {
      ...meanings.plays,
      unless: /^(?:with|around|along|a role|dumb|games? with|for|on|at|in|it|it safe|tricks)(?:\s|$)/iu,
    },
    "<S><ADV>\\s+(?<verb>play|plays)",
  ),
  ...ways({ ...meanings.car, only: isCapital }, "<WE>\\s+(?:drive|ride|cycle)(?=\\s+an?\\s)"),
];

const belongings = ways(
  { ...meanings.has, confidence: 0.8 },
  "<HAVING>",
  "(?<self>there) (?:are|is)(?=\\s+\\p{L}+\\s+\\p{L}+ (?:at|in) (?:my|our) (?:home|house|family|flat))",
);

/** How English tells of oneself and one's own, the more telling ways first. */
export const english: readonly Rule[] = [
  ...names,
  ...moreNames,
  ...person,
  ...body,
  ...tastes,
  ...aims,
  ...states,
  ...doings,
  ...belongings,
];

/** "My ... is ...", whatever it be: read last, by what stands on its two sides. */
export const englishCopula: readonly Rule[] = ways(
  { ...meanings.has, sort: "phrase", weight: 0.6, single: true, confidence: 0.75 },
  "<MINE>\\s+(?<noun><W>(?:\\s+<W>){0,3}?)(?:'s)\\s+(?<attribute><W>(?:\\s+<W>){0,2})\\s+<BE>",
  "the\\s+(?<attribute><W>(?:\\s+<W>)?)\\s+of <MINE>\\s+(?<noun><NP>)\\s+<BE>",
  "<MINE>\\s+(?<noun><NP>)(?:\\s+<BE>|(?<=\\p{L})'s)",
  "(?<head>[^,.]{1,40}?)(?:'s|\\s+is|\\s+are) <MINE>\\s+(?<noun><NP>)(?=\\s*$|\\s*,)",
);
