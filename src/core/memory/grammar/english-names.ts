import { englishWays as ways } from "./english-words.ts";
import { meanings } from "./rule.ts";

const { name, nickname } = meanings;

const unreal =
  /^(?:later|back|maybe|when|if|crazy|old-fashioned|anytime|tomorrow|today|tonight|paranoid|stupid|asap|again|nobody|noone|none|names|out|on|at|by|soon|please)$/iu;

export const names = [
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
    "(?:i|we)(?:'?ve)?\\s+(?:call|named|called|have named|christened|renamed|rechristened|have renamed) <MINE>\\s+(?<noun><W>(?:\\s+<W>)?)(?: to| as)?(?=\\s+\\S)",
    "(?:(?:i|we)(?:'?ve)?(?: (?:usually|always|just|now|have))?|,|and) (?:call|named|called|christened|renamed) (?<again>him|her|it|them)(?: to)?",
    "<S>\\s+(?<verb>has|have|had) the name",
    "(?<again>the new (?:one|\\p{L}+))(?:'s|\\s+is)\\s+called",
    "<MINE>\\s+(?<noun><NP>)(?:'s|\\s+<BE>)\\s+an?\\s+[^.;,]{2,40}?\\s+(?:called|named)",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.75 },
    "(?<again>he|she|it)(?:'?s|\\s+is)(?=\\s+\\p{L}[\\p{L}-]*(?:\\s+\\p{L}+)?\\s+(?:now|these days|nowadays)\\s*$)",
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
    "(?<elided>,|or|but)\\s+(?:just\\s+|also\\s+)?(?<head>\\p{L}[\\p{L}'-]*) for short",
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
    "<HAVE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)(?=\\s*[,:(–-])",
  ),
];

/** A second named thing in the same breath: "a dog called Rex and a cat called Mia". */
export const moreNames = [
  ...ways(
    { ...name, confidence: 0.85 },
    "(?<elided>,|&|and|plus)\\s+(?:also\\s+)?<NUM>\\s+(?<noun><NP>),?\\s+(?<verb>called|named|by the name of|whose names? (?:is|are))",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.75 },
    "(?<elided>and|plus)\\s+(?<verb>an?|two|three)\\s+(?<noun><NP>)(?=\\s*[,:(–-])",
  ),
];
