import type { Locale } from "../session.ts";
import { clausesOf, plain } from "./clauses.ts";
import { englishQuestions } from "./grammar/english-questions.ts";
import { germanQuestions } from "./grammar/german-questions.ts";
import { otherQuestions } from "./grammar/other-questions.ts";
import type { Question, Way } from "./grammar/question-ways.ts";
import { smallLetters } from "./grammar/rule.ts";

export type { Question } from "./grammar/question-ways.ts";

const leads = [
  "hey|hi|hello|hallo|ok(?:ay)?|so|and|but|then|well|now|also|um+|oh|und|aber|na|also|ach|sag mal|sag|übrigens|btw|by the way|please|bitte|quick question|kurze frage|just checking|familiar",
  "(?:do|did|can|could|would|will) you (?:still |even |perhaps |maybe |happen to |please )*(?:know|remember|recall|tell me|remind me(?: of)?|say)(?: again)?",
  "(?:you )?(?:still )?(?:remember|know|recall)(?= (?:my|our|what|where|who|how|when|the))",
  "(?:please )?(?:tell|remind|show) me(?: again)?(?: of)?(?! about)|(?:i(?:'ve)? (?:forgot|forgotten|forget|wonder|want to know)|i (?:can'?t|don'?t) (?:remember|recall))(?= (?:what|where|who|how|when|the name|(?:my|our) (?:[\\p{L}']+ )?name))|i'?d like to know|any idea|do i know|have i (?:ever )?(?:told|mentioned to) you|did i (?:ever |already )?(?:tell|mention to) you|remind me|guess|what again was|if you (?:know|remember)",
  "(?:wei(?:ß|ss)t|erinnerst|kennst) du(?: dich)?(?: (?:noch|eigentlich|denn|zufällig|schon|vielleicht))*(?: (?:daran|an))?(?!\\s+(?:(?:ü|ue)ber|alles))|(?:kannst|könntest) du(?: mir)?(?: (?:bitte|noch ?mal|nochmal))* sagen|sag(?: mir)?(?: (?:bitte|noch ?mal|nochmal|mal))*|verrat(?:e)?(?: mir)?|erinnere mich(?: daran)?|(?:ich (?:habe|hab) vergessen|ich wei(?:ß|ss) nicht mehr)(?=,? (?:was|wo|wer|wie|wann|woher|wogegen|den namen))|habe ich dir (?:schon )?(?:gesagt|erzählt)|erzähl(?: mir)?(?: mal)?(?: etwas)?",
].join("|");
const lead = new RegExp(`^(?:(?:${leads})(?!\\p{L})[\\s,:;.!-]*)+`, "iu");
const farewell =
  /(?:[\s,;-]+(?:please|pls|again|thanks|thank you|by the way|btw|right|ok|okay|then|anyway|do you know|do you remember|remember|you know|if you remember|still|now|for me|exactly|mate|buddy|familiar|bitte|danke|noch ?mal|noch ?einmal|nochmals|denn|eigentlich|oder|weißt du(?: das)?(?: noch)?|wohl|gleich|genau|jetzt|nun|sagen|nennen|these days|nowadays))+\s*$/iu;

const shortVerb =
  /(?<!\p{L})(hab|wohn|hei(?:ß|ss)|leb|arbeit|komm|vertrag|mach|hör|trink|spiel|fahr|les|lern|studier|ess|nenn)['’]? ich(?!\p{L})/giu;
const fullVerb = (text: string): string => text.replace(shortVerb, "$1e ich");

/** The question itself: small letters, without greeting, "do you remember" and "please". */
function coreOf(text: string): string {
  const bare = text.replace(/[?!.¿¡\s"]+$/u, "").replace(/^[¿¡\s"]+/u, "");
  const without = bare.replace(/^(?:what|wie) (?:again )?(?=was my|war mein)/u, (words) => words);
  return fullVerb(without.replace(lead, "")).replace(farewell, "").replace(/\s+/gu, " ").trim();
}

function readWith(ways: readonly Way[], core: string): Question | null {
  const small = smallLetters(core);
  for (const { pattern, read } of ways) {
    const match = pattern.exec(small);
    const question = match && read(wordsOf(match, core));
    if (question) return question;
  }
  return null;
}

/** The groups of a match in the letters of the original. */
const wordsOf = ({ indices }: RegExpExecArray, original: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(indices?.groups ?? {}).flatMap(([name, at]) => (at ? [[name, original.slice(...at)]] : [])),
  );

const asksAtAll =
  /\?|^\s*(?:.{0,40}[\s,])?(?:tell me|remind me|sag mir|verrat|erzähl|remember|weißt du|weisst du|do you know|i forgot|(?:what|who|where|when|how)s?|which|wie|wo|was|wer|wann|woher|wohin|welche\p{L}?|wogegen|comment|quel|cómo|como|come|hoe|(?:am|can|do|does|is|are|should|may|have) (?:i|my|we|our)|(?:bin|darf|kann|mag|habe|hab|vertrage?|spreche|esse?|trinke?|ist|sind) (?:ich|mein\p{L}{0,2})|(?:the )?names? of my|der name|name (?:my|meine|von))(?!\p{L})/iu;

/** The first thing that a message asks of memory, or null where it asks nothing that a slot could answer. */
export function readQuestion(text: string, locale: Locale): Question | null {
  if (!asksAtAll.test(text) || text.length > 300) return null;
  const ways = locale === "de" ? [...germanQuestions, ...englishQuestions] : [...englishQuestions, ...germanQuestions];
  const all = [...ways, ...otherQuestions];
  const asking = clausesOf(text).filter(
    (clause, _, clauses) => clause.asks || clauses.length === 1 || asksAtAll.test(clause.text),
  );
  const found = readWith(all, coreOf(plain(text)));
  if (found) return found;
  for (const clause of asking) {
    const question = readWith(all, coreOf(clause.text));
    if (question) return question;
  }
  return null;
}
