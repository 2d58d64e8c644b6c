import { saying } from "./rule.ts";

const reserved =
  "i|i'm|is|are|was|were|am|be|and|or|but|that|which|who|whose|has|have|had|my|our|your|his|her|their|the|an?|to|in|on|at|from|with|of|for|if|not|called|named|goes|comes?|live|work|love|like|hate|speaks?|turns?|wants?|needs?|eats?|owns?|keeps?|plays?|suffers?|studies|hails?|loves|likes|hates|lives|works|will|would|can|could|so|because|it|you|he|she|we|they|me|this|now";

const macros = {
  W: `(?!(?:${reserved})(?![\\p{L}'-]))\\p{L}[\\p{L}\\p{N}-]*`,
  NP: "<W>(?:'s?)?(?:\\s+<W>(?:'s?)?){0,3}?",
  THINGS: "<W>(?:(?:,| and| or)? <W>){0,3}?",
  BODY: "throat|face|lips?|tongue|mouth|skin|eyes?|nose|hands?|airways?|chest",
  MINE: "(?:my|our)",
  BE: "(?:is|are|was|were|r)",
  ADV: "(?:\\s+(?:now|currently|actually|really|also|still|just|already|always|usually|mostly|absolutely|totally|very|so|both|simply|originally|officially|quite|definitely|truly|kinda|highly|severely|deathly|terribly|extremely|slightly|mildly|pretty|too|huge|big))*",
  S: "(?:(?<self>i|we)|<MINE>\\s+(?<noun><NP>)|(?<again>he|she|it|they)|(?<elided>,|&|and|but))",
  SBE: "(?:(?<self>i|we)(?:'m|'re|(?<=i)m|(?:'?ve|\\s+have)\\s+been|\\s+(?:am|are|was|were|be))|<MINE>\\s+(?<noun><NP>)(?:'?s|\\s+<BE>)|(?<again>he|she|it|they)(?:'?s|'re|\\s+<BE>)|(?<elided>,|&|and)\\s+(?:am|is|are))",
  ME: "(?<self>i)(?:'m|m|\\s+am)",
  WE: "(?<self>i|we)",
  NUM: "(?:an?|one|two|three|four|five|six|seven|eight|\\d+|some|another|this|also an?)(?:\\s+\\d{1,2}[- ](?:year|month|week)s?[- ]old)?",
  HAVE: "(?:(?<self>i|we)(?:'ve(?=\\s+an?\\s)|(?:'ve|\\s+have|ve)?(?:\\s+(?:also|just|recently|always|now))?(?:\\s+(?:got|have|own|had|adopted|bought|keep|kept|rescued|raised|met|look after)))|(?<elided>,|&|and)\\s+(?:also\\s+)?(?:have|own|got|keep))",
  HAVING:
    "(?:(?<self>i|we)(?:\\s+(?:also|just|now))?(?:'?ve(?:\\s+got)?|\\s+have(?:\\s+got)?|\\s+got|\\s+own|\\s+keep)|(?<elided>,|&|and)\\s+(?:also\\s+)?(?:have|own|keep))",
};

/** The words that English sentences about oneself are built of. Rules of one meaning, one for each way to say it. */
export const englishWays = saying(macros);
