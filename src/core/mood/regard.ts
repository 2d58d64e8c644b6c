import { within } from "../conversation/phrasing.ts";
import type { Locale } from "../session.ts";

/** How one language speaks well or ill of the one it speaks to. All in plain spelling. */
interface Tongue {
  /** "you are", "your answers were": what follows judges the companion. */
  readonly judged: RegExp;
  /** Where the judgement ends and something else begins: "you are right that my day was awful". */
  readonly ends: RegExp;
  readonly negation: RegExp;
  readonly kind: RegExp;
  readonly harsh: RegExp;
  /** Whole phrases that need no such frame. */
  readonly kindPhrase: RegExp;
  readonly harshPhrase: RegExp;
  readonly thanks: RegExp;
  /** Somebody else's words, passed on: "my boss told me you are useless". */
  readonly reported: RegExp;
}

const anyOf = (words: string, ending = ""): RegExp =>
  new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})${ending}$`);

const english: Tongue = {
  judged:
    /\b(?:(?:yo)?u(?:'?re| are| r| were|'?ve been| have been)|ur|are (?:you|u)|your(?: [\w']+){1,3} (?:is|are|was|were)) /,
  ends: /^(?:that|who|when|if|my|i|about|because|than|as|to|for|with)$/,
  negation: /^(?:not|no|never|hardly|\w+n'?t)$/,
  kind: anyOf(`great good nice kind awesome amazing helpful wonderful sweet brilliant clever smart funny cute lovely
    fantastic best excellent cool friendly patient perfect legend star sweetheart angel gem treasure thoughtful caring
    adorable beautiful fun useful incredible superb`),
  harsh: anyOf(`stupid dumb idiot idiotic useless worthless pathetic annoying terrible awful bad worst horrible trash
    garbage rubbish boring liar ugly moron loser disgusting shit shitty crap crappy lame ridiculous incompetent creepy
    rude mean worse lousy failure asshole bitch bastard clown fool dumbass unhelpful nonsense`),
  kindPhrase: within(
    "(?:good|nice|great) (?:bot|job|work)|well done",
    "i (?:really |do |just )*(?:love|like|adore|appreciate) (?:you|u|your [\\w']+|talking (?:to|with) you|chatting with you)\\b(?! to\\b)",
    "proud of you|i (?:really )?miss(?:ed)? (?:you|u)",
    "(?:yo)?u(?:'?re| are) my (?:best |favou?rite )?(?:friend|buddy|bot|favou?rite)",
    "(?:kind|nice|sweet|lovely|thoughtful) of you",
  ),
  harshPhrase: within(
    "shut (?:the \\w+ )?up|(?:fuck|screw|damn) (?:you|u|off)|piss off|go to hell|get lost",
    "i (?:really |just |fucking )*(?:hate|despise) (?:you|u|this bot|talking to you)",
    "(?:you|u) (?:really |just |totally )*suck|what(?: the \\w+)?(?:'s| is) wrong with (?:you|u)",
    "(?:you|u) (?:don'?t|do not|can'?t) (?:understand|know|get|do) (?:anything|shit|a thing)",
    "you (?:know|understand) nothing",
    "(?:you|u) (?:\\w+ )?(?:idiot|moron|loser|asshole|bitch|bastard|dumbass)",
    "(?:stupid|dumb|useless|bad|worst|annoying|crappy|shitty|fucking) (?:\\w+ )?(?:bot|ai|machine|program|robot|assistant)",
  ),
  thanks:
    /(?<!\bno )\b(?:thanks|thank (?:you|u)|thankyou|thx|tysm|ty|much appreciated)\b(?! for nothing)|^cheers(?: mate)?$/,
  reported: /\b(?:said|says|saying|told|tells|called|calls|thinks|wrote)\b/,
};

const german: Tongue = {
  judged: /\b(?:du (?:bist|warst)|bist du|dein\w* \w+ (?:ist|sind|war|waren)) /,
  ends: /^(?:dass|wer|wenn|mein\w*|ich|weil|als|wie|zu|fuer|mit)$/,
  negation: /^(?:nicht|nie|niemals|kaum|kein\w*)$/,
  kind: anyOf(
    `toll super lieb nett klasse wunderbar gut grossartig fantastisch hilfreich klug schlau witzig lustig suess
    freundlich spitze best schatz engel prima cool perfekt genial geduldig liebenswert`,
    "(?:e[nmrs]?)?",
  ),
  harsh: anyOf(
    `dumm doof bloed idiot nutzlos wertlos schlecht schrecklich furchtbar nervig langweilig haesslich scheiss mies
    daemlich unfaehig laecherlich peinlich arschloch trottel depp luegner muell schrott ekelhaft widerlich eklig
    beschissen versager`,
    "(?:e[nmrs]?)?",
  ),
  kindPhrase: within(
    "gut(?:e arbeit| gemacht)|ich (?:mag|liebe) (?:dich|deine \\w+)\\b(?!.*\\bnicht\\b)",
    "(?:ich )?hab'?e? dich (?:so |sehr |echt )*(?:lieb|gern)|stolz auf dich",
    "(?:ich vermisse|vermisse) dich|du (?:fehlst|hast) mir(?: gefehlt)?",
    "du bist mein\\w* (?:best\\w+ )?(?:freund|liebling)\\w*|(?:lieb|nett|suess) von dir|braver? bot",
  ),
  harshPhrase: within(
    "halt(?: die|'?s| dein\\w*)? (?:klappe|maul|fresse|schnauze)|verpiss dich|fick dich|leck mich",
    "ich hasse dich|ich (?:mag|kann) dich (?:\\w+ )*nicht|du nervst",
    "du (?:kannst|verstehst|kapierst|weisst) (?:gar |ueberhaupt |echt )?nichts",
    "was (?:stimmt nicht|ist (?:los|falsch)) mit dir",
    "du (?:\\w+ )?(?:idiot|trottel|depp|arschloch|versager)",
    "(?:bloed|dumm|doof|nutzlos|scheiss|daemlich)e?[rs]? (?:bot|ki|maschine|programm|roboter|ding)",
  ),
  thanks: /(?<!\bnein )\b(?:danke|dankeschoen|vielen dank|besten dank|merci|thx)\b(?! fuer nichts)/,
  reported: /\b(?:sagt|sagte|meint|meinte|nennt|nannte|schrieb|denkt)\b|\bgesagt\b/,
};

const tongues: Readonly<Record<Locale, Tongue>> = { en: english, de: german };

/** What a clause says of the companion: -1..1, 0 where it says nothing of it. To ask whether it is kind is no praise. */
export function regardOf(clause: string, asked: boolean, locale: Locale): number {
  const tongue = tongues[locale];
  if (tongue.reported.test(clause)) return 0;
  if (tongue.harshPhrase.test(clause)) return -0.8;
  if (asked) return Math.min(0, judgementOf(clause, tongue));
  return judgementOf(clause, tongue) || (tongue.kindPhrase.test(clause) ? 0.7 : 0);
}

/** A judgement without its negation counts fully; with one it is turned, and half as strong. */
function judgementOf(clause: string, { judged, ends, negation, kind, harsh }: Tongue): number {
  const frame = judged.exec(clause);
  if (!frame) return 0;
  const after = clause.slice(frame.index + frame[0].length).match(/[\p{L}']+/gu) ?? [];
  const end = after.findIndex((word) => ends.test(word));
  const words = after.slice(0, Math.min(6, end === -1 ? after.length : end));
  const sign = words.some((word) => negation.test(word)) ? -0.5 : 1;
  if (words.some((word) => harsh.test(word))) return -0.7 * sign;
  return words.some((word) => kind.test(word)) ? 0.7 * sign : 0;
}

export const givesThanks = (clause: string, locale: Locale): boolean => tongues[locale].thanks.test(clause);
