import { folded } from "./fold.ts";
import { oneOf } from "./ways.ts";

const being =
  "(?:human(?: being)?|person|people|man|woman|girl|boy|guy|bot|chatbot|robot|ai|a i|machine|program|computer|computer program|llm|language model|chatgpt|gpt|real|alive|sentient|conscious|artificial|artificial intelligence|automated|someone real|somebody real|a real one)";
const wesen =
  "(?:mensch|menschen|mensch aus fleisch und blut|person|mann|frau|bot|chatbot|roboter|ki|k i|maschine|programm|computer|computerprogramm|sprachmodell|chatgpt|echt|echter|real|künstliche intelligenz|lebendig|automat|künstlich|software)";
const soft =
  "(?:really|actually|just|even|only|still|in fact|like|truly|secretly|maybe|perhaps|a|an|the|real|actual|living|some|some kind of|sort of|kind of|another|fellow|flesh and blood|advanced|damn|fucking|stupid|dumb|or)";
const weich =
  "(?:denn|wirklich|echt|eigentlich|nur|überhaupt|noch|ein|eine|einen|einem|einer|nen|ne|so|so ne|so ein|etwa|vielleicht|auch|echter|echten|echte|richtiger|richtigen|richtige|realer|reale|realen|lebendiger|jetzt|blöder|blöde|dumme|doch|in wirklichkeit|bloß)";
const end =
  "(?:$| (?:or|oder|right|then|here|there|though|btw|lol|please|tho|after all|too|hier|dann|bitte|ne|gell|nicht|eigentlich|denn|talking|typing|writing|behind|answering|too|and not|und kein|on the other|at the other|der|die|das|who|that|i am|im|ich|because|weil|honestly|ehrlich|be honest|this whole time|made of|aus fleisch))";

/** Questions put to the companion about what it is. */
const asked = [
  oneOf(
    `(?:are|r) (?:you|u) (?:${soft} )*${being}(?=${end})`,
    `(?:you|u) (?:are|r) (?:${soft} )*${being}(?=$)`,
    `(?:youre|your) (?:${soft} )+${being}(?= (?:right|or|arent|isnt)|$)`,
    `(?:if|whether) (?:you|u)(?: are|re| r)? (?:${soft} )*${being}(?=${end})|(?:if|whether) (?:youre) (?:${soft} )*${being}(?=${end})`,
    `(?:am i|are we|was i|who am i|what am i) (?:${soft} )*(?:talking|speaking|chatting|writing|texting|typing) (?:to|with) (?:\\w+ ){0,5}?${being}(?=${end})`,
    `is (?:this|it|that|there) (?:${soft} )*${being}(?= (?:i am|im|on|behind|at|typing|answering|talking|here|or|writing|reading|there|responding)|$)`,
    "(?:is|are) (?:this|these|your) (?:\\w+ )?(?:answers?|replies|messages?|responses) (?:\\w+ ){0,3}?(?:human|automated|automatic|generated|written by|from a (?:bot|human|machine|person|real))",
    "(?:do|did) (?:i|we) (?:\\w+ )?(?:talk|speak|chat|write) (?:to|with) (?:\\w+ ){0,3}?(?:human|bot|machine|ai|person|computer)",
    "is (?:this|it|that) (?:an? )?(?:automated|automatic|canned|generated) (?:reply|answer|message|response)s?|is (?:a|an|any) (?:real |actual |living )?(?:person|human|human being) (?:\\w+ )?(?:answering|typing|writing|reading|replying|here|there|responding)",
    "is (?:there|anybody|anyone|someone|somebody|a human|a person|a real person) (?:\\w+ ){0,4}?(?:human|person|real person|behind this|behind you|typing this|on the other (?:end|side)|reading this)(?: (?:behind|on|at|typing|answering|reading|here|there).{0,30})?(?=$)",
    "what (?:exactly |actually |really )?are you(?: (?:exactly|actually|really|even))?(?= (?:a|an|human|bot|some)|$)",
    "(?:tell me|admit|confess|prove|say) (?:\\w+ ){0,4}?(?:you are|youre|ur) (?:\\w+ ){0,3}?(?:human|bot|ai|real|robot|machine)(?=$)",
  ),
  oneOf(
    `(?:bist|sind|biste|bisch) (?:du|sie|ihr|) ?(?:${weich} )*${wesen}(?=${end})`,
    `(?:du bist|sie sind|du bis) (?:${weich} )*${wesen}(?=${end})`,
    `ob (?:du|sie) (?:${weich} )*${wesen} (?:\\w+ )?(?:bist|sind)|(?:dass|das) (?:du|sie) (?:${weich} )*${wesen} bist(?=$)`,
    `ob ich (?:\\w+ ){0,3}?mit (?:${weich} )*${wesen}\\w* (?:\\w+ )?(?:rede|spreche|schreibe|chatte)`,
    `(?:rede|spreche|schreibe|chatte|red|sprech|schreib|unterhalte) ich (?:mich )?(?:\\w+ ){0,3}?mit (?:${weich} )*${wesen}(?:en|er)?(?=${end})`,
    `(?:ist|sitzt|steckt|schreibt|antwortet|spricht) (?:das|da|hier|mir|dort) (?:\\w+ ){0,3}?(?:${weich} )*${wesen}(?= (?:dahinter|am|hinter|der|die|oder|auf|mit|hier)|$)`,
    "was (?:genau )?bist du(?: (?:genau|eigentlich|denn|überhaupt|wirklich))*(?= (?:ein|eine|mensch|bot)|$)",
  ),
];

/** Words after which it is another question: about what such beings do, or a joke about the companion's skill. */
const other = oneOf(
  "is (?:this|it|that) (?:\\w+ )?(?:real|alive)$|(?:human|real|alive|person|man|woman|mensch|echt|bot|robot) (?:enough|genug)|are you (?:\\w+ )?(?:real|serious)(?: right now| rn)? (?:lol|lmao|bro|dude|omg)|are you for real|man enough|person of|people person|morning person|dog person|cat person|real madrid|person who|human rights|human nature|real estate|real fan|girl friend|machine learning|the man|the person|the bot that|program manager|computer scientist|if you were|wenn du ein(?:e)? \\w+ wär\\w*|would you|wärst du|morgenmensch|nachtmensch|mensch der|hundemensch|katzenmensch|kein mensch mag|familienmensch",
);

const quotedOrTold = /"[^"]*"/g;
const aside = /^(?:he|she|they|my \w+|er|sie|mein\w* \w+) (?:\w+ )?(?:asked|asks|wonders|said|fragt|fragte|wollte)\b/;

/** A statement counts only where it asks: by a question mark, or by asking for honesty. */
const statement = /^(?:so |also |and |und |but |aber |wait |hm |ok )*(?:you|u|youre|your|du|sie) /;

function asksIn(sentence: string, mark: string): boolean {
  if (aside.test(sentence) || other.test(sentence)) return false;
  if (statement.test(sentence) && !mark.includes("?") && !/\b(?:right|arent you|oder|gell|stimmts)$/.test(sentence))
    return false;
  return asked.some((pattern) => pattern.test(sentence));
}

/** Whether a message sincerely asks if the companion is a human being or a program. */
export function asksWhetherAi(text: string): boolean {
  const plain = folded(text.slice(0, 4_000)).replace(quotedOrTold, " ");
  const sentences = plain.match(/[^.!?;]+[.!?;]*/g) ?? [];
  return sentences.some((sentence) =>
    asksIn(sentence.replace(/[^a-z0-9]+/g, " ").trim(), /[.!?;]+$/.exec(sentence.trim())?.[0] ?? ""),
  );
}
