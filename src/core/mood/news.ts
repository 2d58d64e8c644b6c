import type { Locale } from "../session.ts";
import { sentimentOf } from "./sentiment.ts";

/** How one language tells of one's own sorrow and joy. All in plain spelling. */
interface Tongue {
  readonly own: RegExp;
  /** "I feel so ...": the word that follows is weighed by the lexicon. */
  readonly frame: RegExp;
  /** Words that such a frame holds without any news in them: "I'm good", "I'm allergic to", "I'm Joy". */
  readonly plain: RegExp;
  readonly negation: RegExp;
  readonly hypothetical: RegExp;
  readonly sorrow: RegExp;
  readonly joy: RegExp;
  /** Sorrow whatever stands around it. */
  readonly dark: RegExp;
}

const english: Tongue = {
  own: /\b(?:i|i'?m|im|i'?ve|ive|i'?d|my|me|myself|we|we'?re|our|us)\b|^(?:so|feeling|just|really|very|such) |^(?:today|what an?|(?:good|great|bad|sad|terrible) news)\b/,
  frame:
    /(?:\b(?:i'?m|i am|i feel|i felt|i'?m feeling|i am feeling|i'?ve been(?: feeling)?)|^(?:feeling|so)) (?:(?:so|very|really|just|pretty|quite|feeling|a bit|a little|all|still|super|absolutely|totally|completely) )*([a-z]+)\b(?! of\b)/,
  plain:
    /^(?:allergic|sorry|sick|tired|wrong|late|no|not|bored|hungry|good|fine|ok|okay|well|sure|interested|free|able|ready|welcome|joy|hope|grace|merry|clear|kidding|joking|killing|lost)$/,
  negation: /\b(?:not|no longer|never|without|\w+n'?t|stopped)(?: \w+){0,3}$/,
  hypothetical: /^(?:if|when(?:ever)?|suppose|imagine|unless|what if)\b/,
  sorrow:
    /\b(?:sad|unhappy|depressed|lonely|heartbroken|miserable|devastated|hopeless|grie(?:f|ving)|mourning|crying|cried|overwhelmed|desperate|in tears|falling apart|burn(?:ed|t) out|(?:feel|feeling|felt) (?:so |really |very |a bit |pretty )*(?:low|down|empty|numb|alone|awful|terrible|bad|horrible|worthless|like (?:crying|shit|crap))|(?:bad|rough|hard|terrible|awful|horrible|worst|shitty|tough|sad) (?:day|week|month|year|night|time|news)|(?:died|passed away|is dead|was put (?:down|to sleep)|has cancer|is dying)|broke up|split up|dumped me|left me|(?:got|was|been|am) (?:fired|sacked|laid off|dumped|rejected)|fired me|lost my (?:job|home|house|dad|father|mum|mom|mother|wife|husband|partner|brother|sister|son|daughter|child|baby|dog|cat|friend|best friend|grand\w+|nan|gran)|getting (?:a )?divorced?|miscarriage|diagnosed with|failed (?:my|the)|i miss (?:him|her|them|my))\b/,
  joy: /\b(?:happy|excited|thrilled|proud|relieved|delighted|overjoyed|over the moon|(?:good|great|wonderful|amazing) (?:news|day)|best day|(?:got|get) (?:the|a|that|my dream|my first|a new) (?:job|place|role|position|offer|promotion|flat|apartment|house)|(?:got|been|was) (?:promoted|accepted)|got in(?:to)?\b(?! trouble)|passed (?:my|the|all)|got (?:engaged|married)|getting married|(?:having|expecting) a baby|graduated|won (?:the|a|my|our)|it'?s my birthday|my birthday today|made it)\b/,
  dark: /\b(?:(?:want|wanna|wish i could|going) (?:to )?(?:die|end it(?: all)?|disappear)|kill(?:ing)? myself|end(?:ing)? my life|hurt(?:ing)? myself|cut(?:ting)? myself|harm(?:ing)? myself|suicid\w+|(?:don'?t|do not) want to (?:live|be here|wake up|go on)|no (?:point|reason) (?:in |to )?(?:liv\w+|going on|anymore|go on)|can'?t (?:go on|cope|take (?:it|this) any\s?more)|hate (?:myself|my life)|better off (?:dead|without me)|wish i (?:was|were) (?:dead|never born))\b/,
};

const german: Tongue = {
  own: /\b(?:ich|mein\w*|mich|mir|wir|uns|unser\w*)\b|^(?:bin|hab|habe|so|gerade|voll|total) |^(?:heute|was fuer ein|(?:gute|tolle|schlechte|traurige) (?:neuigkeit|nachricht))/,
  frame:
    /(?:\bich bin|\bbin ich|^bin|\bich fuehle? mich|\bfuehle? ich mich) (?:(?:so|sehr|echt|total|ganz|heute|gerade|einfach|richtig|wirklich|voll|mega|ziemlich|etwas|ein bisschen|immer noch) )*([a-z]+)\b(?! vor\b)/,
  plain: /^(?:nicht|kein\w*|krank|muede|gut|nett|ruhig|sauer|dumm|gern|gerne)$/,
  negation: /\b(?:nicht|nie|niemals|ohne|kaum|kein\w*|nicht mehr|aufgehoert)(?: \w+){0,3}$/,
  hypothetical: /^(?:wenn|falls|ob|angenommen|stell dir vor)\b/,
  sorrow:
    /\b(?:traurig|depressiv|einsam|ungluecklich|verzweifelt|hoffnungslos|niedergeschlagen|weine|geweint|heule|erschoepft|ueberfordert|trauere|trauer|am ende|liebeskummer|(?:geht|gehts|geht's)(?: es)?(?: mir)? (?:\w+ ){0,2}(?:nicht (?:so |sehr )?gut|schlecht|mies|dreckig|beschissen|schei\w+)|(?:schlecht|schlimm|schrecklich|furchtbar|mies|beschissen|schwer|hart)\w* (?:tag|woche|nacht|monat|jahr|zeit|nachricht\w*)|gestorben|verstorben|ist tot|eingeschlaefert|schluss gemacht|(?:uns|mich|haben) getrennt|verlassen worden|hat mich verlassen|gekuendigt worden|wurde gekuendigt|(?:job|arbeit|stelle|wohnung|vater|mutter|mann|frau|kind|bruder|schwester|hund|katze|freund|freundin|opa|oma)\w* verloren|durchgefallen|hat krebs|fehlgeburt|vermisse (?:ihn|sie|mein\w*))\b/,
  joy: /\b(?:gluecklich|froh|freue? mich|gefreut|stolz|erleichtert|begeistert|ueberglueckl\w+|(?:gute|tolle|super|wunderbare) (?:neuigkeit|nachricht)\w*|(?:job|stelle|zusage|wohnung|studienplatz)\w* (?:bekommen|gekriegt)|bestanden|befoerdert|geheiratet|heirate\w*|verlobt|gewonnen|(?:habe?|hab ich) (?:heute )?geburtstag|geschafft|bekommen ein (?:baby|kind)|(?:mama|papa|opa|oma|tante|onkel|vater|mutter) geworden|(?:toll|super|wunderbar|schoen)er tag)\b/,
  dark: /\b(?:(?:will|moechte|wollte) (?:\w+ )?(?:sterben|tot sein|nicht mehr leben|verschwinden|einschlafen und)|(?:bringe?|umbringen)\b.*\b(?:mich|um)|mich (?:um(?:zu)?bringen|ritzen|verletzen)|(?:ritze|verletze) mich|selbstmord|suizid\w*|mein(?:em|es)? leben(?:s)? (?:ein ende|beenden|nehmen)|(?:kann|will|mag) (?:\w+ )?nicht mehr(?: leben| weiter)?$|(?:keinen|kein) (?:sinn|grund) (?:mehr|zu leben)|hasse (?:mich(?: selbst)?|mein leben)|ohne mich besser dran|waere? (?:ich )?(?:lieber )?tot)\b/,
};

const tongues: Readonly<Record<Locale, Tongue>> = { en: english, de: german };

/** Whether a clause tells of the speaker's own sorrow or joy. */
export function newsIn(clause: string, asked: boolean, locale: Locale): "sad" | "glad" | null {
  const tongue = tongues[locale];
  if (tongue.dark.test(clause)) return "sad";
  if (!tongue.own.test(clause) || tongue.hypothetical.test(clause)) return null;
  const told = newsTold(clause, tongue) ?? newsByFrame(clause, tongue, locale);
  return asked && told === "glad" ? null : told;
}

/** A joy denied is a sorrow ("I didn't get the job"); a sorrow denied is no news. */
function newsTold(clause: string, { sorrow, joy, negation }: Tongue): "sad" | "glad" | null {
  const sad = sorrow.exec(clause);
  if (sad) return negation.test(clause.slice(0, sad.index).trim()) ? null : "sad";
  const glad = joy.exec(clause);
  if (!glad) return null;
  return negation.test(clause.slice(0, glad.index).trim()) ? "sad" : "glad";
}

function newsByFrame(clause: string, { frame, plain }: Tongue, locale: Locale): "sad" | "glad" | null {
  const word = frame.exec(clause)?.[1];
  if (word === undefined || plain.test(word)) return null;
  const feeling = sentimentOf(word, locale);
  if (feeling <= -0.5) return "sad";
  return feeling >= 0.6 ? "glad" : null;
}
