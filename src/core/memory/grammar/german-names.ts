import { germanWays as ways } from "./german-words.ts";
import { meanings } from "./rule.ts";

const { name, nickname } = meanings;

export const names = [
  ...ways(
    name,
    "(?:der|die|das)\\s+(?<noun><W>)\\s+(?:<OF>|von <MEIN>)\\s+(?<owner><NP>)\\s+<HEISS>",
    "(?<again>sein|ihr)e?\\s+Namen?\\s+(?:ist|sind|lautet)",
    "(?<!wie |wie\\s\\p{L}{1,12}\\s)<S>\\s+<HEISS>",
    "(?<head>[^,.;]{1,40}?)\\s+<HEISS>\\s+<T><END>",
    "<S>\\s+(?<verb>h(?:ö|oe)rt|h(?:ö|oe)re)\\s+auf(?:\\s+den Namen)?",
    "<S>\\s+(?<verb>tr(?:ä|ae)gt|hat|habe|trage)\\s+den\\s+Namen",
    "(?:ich|wir)\\s+(?:nennen?|taufte[n]?)\\s+<MEIN>\\s+(?<noun><W>)",
    "(?<again>(?:der|die|das) neue)\\s+<HEISS>",
    "(?:ich|wir)\\s+nenn(?:e|en)?\\s+(?<again>ihn|sie|es)(?:\\s+(?:immer|einfach|nur))*",
    "(?<again>den|die|das|ihn|sie|es)\\s+nenn(?:e|en)?\\s+(?:ich|wir)(?:\\s+(?:immer|einfach|nur))*",
    "<S>\\s+(?:wird|werden)\\s+(?:von \\p{L}+\\s+)?(?<head>\\p{L}[\\p{L}-]*)\\s+(?:genannt|gerufen)",
    "<MEIN>\\s+(?<noun><W>)\\s+(?:habe ich|haben wir)\\s+(?<head>[^,.;]{1,40}?)\\s+(?:getauft|genannt)",
    "<MEIN>\\s+(?<noun><NP>)\\s+(?:nenne? ich|nennen wir)",
  ),
  ...ways(
    { ...name, sort: "proper" },
    "(?:der|die)\\s+(?<head>\\p{L}[\\p{L}-]*)\\s+bin\\s+(?<self>ich)<END>",
    "(?<!wie |was )<T>\\s+(?<head>\\p{L}[\\p{L}-]*(?:\\s+\\p{L}[\\p{L}-]*)?)\\s+<HEISS><END>",
  ),
  ...ways(
    { ...name, sort: "name" },
    "(?<self>mein)\\s+(?:Vorname|Name|voller Name|richtiger Name)(?:\\s+(?:ist|lautet|war|w(?:ä|ae)re)|\\s*:)",
    "(?:der\\s+)?Name\\s+(?:<OF>|von <MEIN>)\\s+(?<noun><NP>)\\s+(?:ist|lautet)",
    "<MEIN>\\s+(?<noun><NP>)s?\\s+(?:sein|ihr)\\s+Name\\s+ist",
    "(?<head>[^,.;]{1,40}?)\\s+(?:ist|lautet)\\s+(?<self>mein)\\s+Name<END>",
    "(?<head>[^,.;]{1,40}?)\\s+(?:ist|lautet)\\s+der\\s+Name\\s+(?:<OF>|von <MEIN>)\\s+(?<noun><NP>)<END>",
  ),
  ...ways(
    nickname,
    "(?:nennt?|ruft|nennen|rufen)(?:\\s+(?:alle|sie|die Leute|meine Freunde))?\\s+(?<self>mich)(?:\\s+(?:alle|einfach|bitte|ruhig|nur|gern|die meisten|immer|auch|meistens|doch))*",
    "(?<self>ich)\\s+werde?\\s+(?:von\\s+\\p{L}+\\s+|\\p{L}+\\s+)??(?<head>\\p{L}[\\p{L}-]*)\\s+(?:genannt|gerufen)",
    "kannst\\s+(?<self>mich)(?:\\s+(?:auch|einfach|gern|gerne|ruhig))*(?=\\s+\\p{L}+\\s+nennen)",
    "(?<self>mein)\\s+Spitzname\\s+ist",
  ),
  ...ways(
    { ...name, confidence: 0.85 },
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)(?:\\s+(?:ge\\p{L}+t|bekommen|adoptiert))?,?\\s+(?:namens|genannt|mit\\s+(?:dem\\s+)?Namen|(?:und\\s+)?(?:er|sie|es)\\s+hei(?:ß|ss)t|(?:und\\s+)?die\\s+hei(?:ß|ss)en|(?:und\\s+)?(?:der|die|das)\\s+hei(?:ß|ss)t|(?:und\\s+)?(?:sein|ihr)e?\\s+Namen?\\s+(?:ist|sind)|(?:der|die|das)\\s+auf(?:\\s+den\\s+Namen)?(?=\\s+\\p{L}+\\s+h(?:ö|oe)rt))",
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>),\\s+(?:der|die|das)\\s+(?<head>[^,.;]{1,40}?)\\s+hei(?:ß|ss)(?:t|en)",
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>),\\s+(?:deren|dessen)\\s+Namen?\\s+(?<head>[^,.;]{1,40}?)\\s+(?:ist|sind|lautet)",
    "<MEIN>\\s+(?<noun><NP>),\\s+(?:der|die|das)\\s+(?<head>[^,.;]{1,40}?)\\s+hei(?:ß|ss)(?:t|en)",
    "(?<elided>,|&|und)\\s+(?:auch\\s+)?(?:ein(?:e[nmrs]?)?|zwei|drei)\\s+(?<noun><NP>)\\s+(?:namens|mit (?:dem )?Namen)",
  ),
  ...ways(
    { ...name, sort: "proper", confidence: 0.8 },
    "<HABE>\\b[^.;!?]{0,80}?(?<=\\s<NUM>\\s+)(?<noun><NP>)(?=\\s*[,:(–-](?!\\s*(?:der|die|das|den|dem|deren|dessen)\\s))",
  ),
];
