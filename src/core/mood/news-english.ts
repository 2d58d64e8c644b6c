import { within } from "../conversation/phrasing.ts";
import type { NewsTongue } from "./news-tongue.ts";

/** English. */
export const english: NewsTongue = {
  own: /\b(?:i|i'?m|im|i'?ve|ive|i'?d|my|me|myself|we|we'?re|our|us)\b|^(?:so|feeling|just|really|very|such) |^(?:today|what an?|(?:good|great|bad|sad|terrible) news)\b/,
  frame:
    /(?:\b(?:i'?m|i am|i feel|i felt|i'?m feeling|i am feeling|i'?ve been(?: feeling)?)|^(?:feeling|so)) (?:(?:so|very|really|just|pretty|quite|feeling|a bit|a little|all|still|super|absolutely|totally|completely) )*([a-z]+)\b(?! of\b)/,
  plain:
    /^(?:allergic|sorry|sick|tired|wrong|late|no|not|bored|hungry|good|fine|ok|okay|well|sure|interested|free|able|ready|welcome|joy|hope|grace|merry|clear|kidding|joking|killing|lost)$/,
  negation: /\b(?:not|no longer|never|without|\w+n'?t|stopped)(?: \w+){0,3}$/,
  hypothetical: /^(?:if|when(?:ever)?|suppose|imagine|unless|what if)\b/,
  sorrow: within(
    "sad|unhappy|depressed|lonely|heartbroken|miserable|devastated|hopeless|grie(?:f|ving)|mourning",
    "crying|cried|overwhelmed|desperate|in tears|falling apart|burn(?:ed|t) out",
    "(?:feel|feeling|felt) (?:so |really |very |a bit |pretty )*(?:low|down|empty|numb|alone|awful|terrible|bad|horrible|worthless|like (?:crying|shit|crap))",
    "(?:bad|rough|hard|terrible|awful|horrible|worst|shitty|tough|sad) (?:day|week|month|year|night|time|news)",
    "(?:(?<!\\b(?:phone|battery|laptop|computer|car|wifi|internet|server|tablet|console|connection|app)(?: just| has)? )died|passed away|is dead|was put (?:down|to sleep)|has cancer|is dying)",
    "broke up|split up|dumped me|left me",
    "(?:got|was|been|am) (?:fired|sacked|laid off|dumped|rejected)|fired me",
    "lost my (?:job|home|house|dad|father|mum|mom|mother|wife|husband|partner|brother|sister|son|daughter|child|baby|dog|cat|friend|best friend|grand\\w+|nan|gran)",
    "getting (?:a )?divorced?|miscarriage|diagnosed with|failed (?:my|the)|i failed",
    "went (?:so |really )?badly|(?:is|are|ended up) in (?:the )?hospital",
    "(?:nobody|no one|noone) (?:likes|loves|cares about|needs|wants) me|feel nothing",
    "i miss (?:him|her|them|my)",
  ),
  joy: within(
    "happy|excited|thrilled|proud(?! of you)|relieved|delighted|overjoyed|over the moon",
    "(?:good|great|wonderful|amazing) (?:news|day)|best day",
    "(?:got|get) (?:the|a|that|my dream|my first|a new) (?:job|place|role|position|offer|promotion|flat|apartment|house)",
    "(?:got|been|was) (?:promoted|accepted)|got in(?:to)?\\b(?! trouble)|passed (?:my|the|all)",
    "got (?:engaged|married)|getting married|(?:having|expecting) a baby|graduated",
    "won (?:the|a|my|our)|it'?s my birthday|my birthday today|made it",
  ),
  dark: within(
    "(?:want|wanna|wish i could|i'?m going|i am going) (?:to )?(?:die|end it(?: all)?|disappear)",
    "kill(?:ing)? myself|end(?:ing)? my life|hurt(?:ing)? myself|cut(?:ting)? myself",
    "harm(?:ing)? myself|suicid\\w+|(?:don'?t|do not) want to (?:live|be here|wake up|go on)",
    "no (?:point|reason) (?:in |to )?(?:liv\\w+|going on|anymore|go on)",
    "can'?t (?:go on|cope|take (?:it|this) any\\s?more)|hate (?:myself|my life)",
    "better off (?:dead|without me)|wish i (?:was|were) (?:dead|never born)",
  ),
};
