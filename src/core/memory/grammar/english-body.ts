import { englishWays as ways } from "./english-words.ts";
import { meanings } from "./rule.ts";

const { allergy, health, diet, likes, dislikes, goal, plan, event } = meanings;

const soft =
  /^(?:(?:this|that|it|you|u|how|when|what)(?:\s|$)|(?:to )?(?:be|know|think|say|see|ask|talk|hear|go|help)\b)/iu;

export const body = [
  ...ways(
    {
      ...allergy,
      unless:
        /^(?:(?:with|like|by) .+|another|any ?more|much|that much|more|right|now|out|here|until|before|too|so|yet|properly|fast|anything|nothing|everything|mornings?|mondays?|work|people|bullshit|it$)(?:\s|$)/iu,
    },
    "<SBE><ADV>\\s+allergic\\s+(?:to|against|of)",
    "<SBE><ADV>\\s+(?:intolerant|sensitive)\\s+(?:to|of)",
    "<S><ADV>\\s+(?:can'?t|cannot|can not|may not|mustn'?t|must not|shouldn'?t|am not allowed to|'m not allowed to)\\s+(?:eat|have|drink|tolerate|digest|touch|go near|consume)(?:\\s+(?:any|anything with|anything containing|things with|food with))?",
    "<S><ADV>\\s+(?<verb>have|has)\\s+an?\\s+(?:\\p{L}+\\s+)?(?:allergy|intolerance)\\s+(?:to|of)",
    "<S><ADV>\\s+(?<verb>get|gets)\\s+(?:hives|a rash|an allergic reaction|rashes|itchy|ill|sick)\\s+from(?:\\s+eating)?",
    "<S><ADV>\\s+(?<verb>react|reacts)\\s+(?:badly|allergically)\\s+to",
    "<MINE>\\s+(?:(?<noun><NP>)'?s\\s+)?allerg(?:y|ies)(?:\\s+(?:is|are)|\\s*:)(?:\\s+to)?",
  ),
  ...ways(
    { ...allergy, sort: "phrase" },
    "<S>(?:'ve| have| has)?(?:\\s+got)?\\s+(?:a\\s+)?(?:bad |severe |serious |mild |strong )?(?<head>(?!bad|severe|serious|mild|strong|an?\\s|the\\s|no\\s|food\\s)\\p{L}[\\p{L}-]*(?:\\s+\\p{L}+)?)\\s+(?:allergy|allergies|intolerance)",
    "<SBE><ADV>\\s+(?<head>\\p{L}+)[- ]intolerant",
  ),
  ...ways(
    {
      ...allergy,
      unless:
        /^(?:it|that|this|these|those|he|she|they|you|work|life|someone|everything|nothing|people|jokes?|jobs?|boss|stairs|heat|cold|deadlines?|homework|exams?|kids?|mondays?)(?:\s|$)/iu,
    },
    "(?<head><THINGS>)\\s+gives? (?<self>me)(?: \\p{L}+){0,3}? (?:hives|rash|rashes|allergic reactions?|anaphylaxis|blisters|eczema)",
    "(?<head><THINGS>)\\s+makes? (?<self>me|my (?:<BODY>)(?: and (?:<BODY>))?)(?: \\p{L}+){0,4}? (?:break(?:s)? out|swollen|tingly|swell|itch|close|puff|tingle|sneeze|wheeze|come(?:s)? (?:up|out) in|puffy|swollen|numb|blotchy|red)(?:y)?",
    "(?<head><THINGS>)\\s+brings? (?<self>me) out in",
    "(?<head><THINGS>)\\s+(?:sends?|puts?|lands?|landed) (?<self>me) (?:straight |right )?(?:to|into|in) (?:the )?(?:hospital|er|emergency(?: room)?|a&e|(?:anaphylactic )?shock)",
    "(?<head><THINGS>)\\s+(?:could|can|would|will|might) kill (?<self>me)",
    "(?<head><THINGS>)\\s+(?:is|are) (?:poison|deadly|lethal|toxic|off[- ]limits|a no[- ]go) (?:to|for) (?<self>me)",
    "(?<head><THINGS>)\\s+(?:don'?t|doesn'?t|do not|does not) (?:agree|sit well) with (?<self>me|my (?:stomach|tummy|gut))",
    "(?<head><THINGS>)\\s+(?:(?:absolutely|really|totally|always)\\s+)?(?:upsets?|wrecks?|destroys?|ruins?) (?<self>my) (?:stomach|tummy|gut|insides)",
    "(?<head><THINGS>)\\s+(?:triggers?|sets? off) (?<self>my) (?:asthma|allerg(?:y|ies)|migraines?|eczema)",
    "(?<self>i)(?: [\\p{L}']+){0,5}? (?:rash|hives|swell|swell up|itchy|wheeze|wheezing|breathe|sneezing|puffy|ill|anaphylaxis|shock|blotchy) (?:when(?:ever)?|if|every time|as soon as|from) (?:(?:i )?(?:so much as |even )?(?:eat|drink|have|touch|taste|smell|eating|drinking|touching)|there'?s|there is|(?:something|anything|it) (?:has|contains))",
    "(?<self>my) (?:<BODY>)(?: and (?:<BODY>))? (?:swells?|closes?|itch(?:es)?|breaks? out|tingles?|puffs?|go(?:es)?|gets?)(?: (?:up|all|really|puffy|itchy|red|numb|swollen))* (?:when(?:ever)?|if|every time|as soon as|from) (?:i )?(?:so much as |even )?(?:eat|drink|have|touch|taste|eating|drinking|having|touching)",
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

export const tastes = [
  ...ways(
    { ...likes, unless: soft },
    "<S><ADV>\\s+(?<verb>supports?)(?=\\s+(?:fc )?\\p{L}+(?: (?:united|city|fc|town|rovers|wanderers|albion|palace|hotspur))?\\s*$)",
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

export const aims = [
  ...ways(
    { ...goal, unless: soft },
    "<S><ADV>\\s+(?<verb>want|wants|hope|hopes|aim|aims|intend|intends|dream of|would like|'d like|'d love|would love)(?:\\s+to)(?=\\s+\\p{L})",
    "<SBE><ADV>\\s+(?:trying to|saving (?:up )?for|hoping to|training (?:for|to (?:be|become))|learning(?: how)?(?: to)?|working towards?)",
    "<MINE>\\s+(?:goal|dream|aim|ambition|resolution)(?:\\s+(?:for|this) [\\p{L} ]+?)?\\s+is\\s+(?:to)?",
  ),
  ...ways(
    {
      ...plan,
      unless:
        /^(?:bed|sleep|work|school|eat|lunch|dinner|the (?:loo|toilet|shops?|gym|kitchen|bathroom)|(?:this|that|it|you|u|how|when|what)(?:\s|$)|(?:to )?(?:be|know|think|say|see|ask|talk|hear|go|help)\b)/iu,
    },
    "<SBE><ADV>\\s+(?:planning (?:to|on)|going to|moving to|flying to|travelling to|traveling to|getting)(?=\\s)",
    "<S><ADV>\\s+(?<verb>plan|plans)\\s+to",
  ),
  ...ways(
    event,
    "<S>(?:'?ve)?<ADV>\\s+(?<verb>got|quit|lost|passed|failed|graduated|broke up|started|finished|retired|won|adopted)(?=\\s+(?:promoted|fired|married|engaged|divorced|hired|laid off|pregnant|(?:the|my|a|an|our)\\s+(?:new\\s+)?(?:job|degree|exams?|driving test|phd|marathon|thesis|house|baby)|from (?:university|college|school|uni)|with\\s))",
    "<S><ADV>\\s+(?<verb>died|dies|passed away)",
  ),
];
