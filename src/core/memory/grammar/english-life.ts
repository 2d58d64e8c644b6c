import { isCapital } from "../vocabulary.ts";
import { englishWays as ways } from "./english-words.ts";
import { isOccupation } from "./occupation.ts";
import { meanings } from "./rule.ts";

const { age, home, origin, birthday, work, workplace, study, language } = meanings;

export const person = [
  ...ways(
    age,
    "<SBE>",
    "<S>(?:'?ve)?(?:\\s+just)?\\s+(?<verb>turn|turns|turned|turning)",
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?age\\s+is",
    "(?<elided>,)",
  ),
  ...ways(
    { ...birthday, unless: /^(?:today|tomorrow|yesterday|soon|coming|next|over|here|a |an |not|near)/iu },
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?(?:birthday|b-?day|date of birth)(?:'s|\\s+is|\\s+falls|\\s*:|(?=\\s+on\\s))",
    "<SBE>\\s+born\\s+on",
    "<SBE>\\s+born(?=\\s+in\\s+(?:\\d{4}|january|february|march|april|may|june|july|august|september|october|november|december))",
  ),
  ...ways(
    {
      ...home,
      unless:
        /^(?:a (?:society|dream|bubble|world|simulation|box)|fear|peace|hope|sin|constant|harmony|denial|the (?:past|moment|now|future|present))(?:\s|$)/iu,
    },
    "<S><ADV>\\s+(?<verb>live|lives|lived|reside|resides|stay|stays)(?:\\s+(?:now|currently|here|alone|together|out|up|down|over))*(?:\\s+with\\s+[\\p{L} ]{2,30}?)?\\s+(?:in|at)",
    "<SBE><ADV>\\s+(?:living|based|residing|settled|staying|located)\\s+(?:in|at)",
    "<S>(?:'?ve)?(?:\\s+(?:have|has))?<ADV>(?:\\s+(?:recently|finally))?\\s+(?<verb>moved|relocated)(?:\\s+(?:back|here|over|away|down|up|house))*(?:\\s+from\\s+[\\p{L} ]+?)?\\s+to",
    "(?<elided>(?:(?:,|and|now)\\s+)?)(?:living|based|residing)\\s+in",
    "<MINE> (?:home|hometown now|home town now)(?: city| town)?\\s+is(?:\\s+in)?",
    "<S><ADV>\\s+call(?=\\s+[\\p{L} ]+ home)",
    "<S>(?:'?ve)?(?:\\s+finally|\\s+now)?\\s+(?<verb>settled|ended up|landed)(?:\\s+(?:down|up|here|living))?\\s+in",
    "moved\\b[^.;]*?,\\s+(?:(?:and|so)\\s+)?(?<self>im|i'm|we're|were|we are)(?: now)?(?: living)? in",
    "used to (?:live|be) in [\\p{L} -]+?,?\\s+(?:(?:but|and)\\s+)?(?:(?:now|these days|nowadays),?\\s+)?(?<self>i|we)(?:'m|m|'re| am| are| live)(?: now)?\\s+in",
  ),
  ...ways({ ...home, after: "home" }, "<SBE><ADV>\\s+in", "(?<self>i)\\s+in"),
  ...ways({ ...work, after: "work", only: isOccupation }, "<MINE>\\s+(?<noun><W>)(?=\\s+an?\\s)"),
  ...ways(
    {
      ...workplace,
      after: "work",
      unless: /^(?:home|night|nights|the moment|least|now|a living|fun|me|you|years?|\d+)(?:\s|$)/iu,
    },
    "(?<elided>(?:,\\s+)?)(?:at|for|with)",
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
    "<SBE>\\s+(?:working|employed)(?:\\s+(?:part[- ]time|full[- ]time|from home|remotely|mostly))*\\s+as",
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
    "<S>(?:'?ve)?\\s+(?:just\\s+)?(?<verb>started|got)\\s+(?:a|my)\\s+(?:new\\s+)?job\\s+(?:at|with)",
    "<S>(?:'?ve)?\\s+(?:just\\s+|recently\\s+)?(?<verb>started|began)\\s+(?:working\\s+(?:at|for|in)|(?<=(?:job|left|quit)[^.;]*)at)",
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

const status =
  /^(?:married|single|divorced|engaged|widowed|separated|retired|unemployed|self-employed|freelance|between jobs|in a relationship)$/iu;

const belief =
  /^(?:(?:an? )?(?:muslim|christian|catholic|jewish|buddhist|hindu|atheist|agnostic|protestant|orthodox|sikh|mormon|quaker|socialist|communist|conservative|liberal|republican|democrat|libertarian|feminist|anarchist))$/iu;

const orientation =
  /^(?:gay|lesbian|bi|bisexual|straight|asexual|pansexual|queer|trans|transgender|nonbinary|non-binary)$/iu;

const nations =
  /^(?:\p{L}+ish|\p{L}{3,}(?:ian|ean|ese)|german|dutch|french|greek|swiss|czech|thai|iraqi|israeli|pakistani|american|mexican|african|korean|cuban|moroccan|chilean|kiwi)$/iu;

const notNation =
  /^(?:(?:self|fool|child|boy|girl|fever|pee|sheep|sluggish|book|styl|tick|fem|vegetar|pescatar|librar|guard|musicia)\p{L}*)$/iu;

const isSumOrName = (value: string): boolean => /^[£$€\d]/u.test(value) || isCapital(value);

export const states = [
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

export const doings = [
  ...ways(
    {
      ...meanings.plays,
      unless: /^(?:with|around|along|a role|dumb|games? with|for|on|at|in|it|it safe|tricks)(?:\s|$)/iu,
    },
    "<S><ADV>\\s+(?<verb>play|plays)",
  ),
  ...ways({ ...meanings.car, only: isCapital }, "<WE>\\s+(?:ride|cycle)(?=\\s+an?\\s)"),
  ...ways(
    {
      ...meanings.car,
      unless: /^(?:lot|bit|few|bus|coach|taxi|cab|uber|lorry|truck|train|tram|hard bargain|car|manual|stick)(?:\s|$)/iu,
    },
    "<WE><ADV>\\s+drive(?=\\s+an?\\s)",
  ),
];

export const belongings = ways(
  { ...meanings.has, confidence: 0.8 },
  "<HAVING>",
  "(?<self>there) (?:are|is)(?=\\s+\\p{L}+\\s+\\p{L}+ (?:at|in) (?:my|our) (?:home|house|family|flat))",
);
