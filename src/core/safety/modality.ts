import { oneOf } from "./sign.ts";

/** Negations that take nothing back: of other words, or of a second negation. */
const harmless = new RegExp(
  oneOf(
    "cant i|kann ich nicht|der nicht weh\\w*|that doesnt hurt|doesnt hurt|dont want (?:help|to talk|your help)|stopped (?:breathing|eating|responding|moving|answering|talking)|aufgehört zu (?:atmen|essen|reagieren)|dont know|do not know|not sure|unsure|(?:cant|couldnt|wont|doesnt|dont) (?:seem to )?stop|cant help|why (?:dont|shouldnt|not)|not only|not just|no one|nobody|cant promise|wouldnt mind|dont (?:even )?care|not (?:okay|ok|fine|well|good|happy|alright|doing well|joking|kidding|lying|safe)|no (?:longer )?(?:joke|hope|way out|idea|point|reason|friends|future|matter)|(?:not|never) (?:to )?(?:wake|waking) up|not (?:be |being )?(?:here|alive|around|exist\\w*|live|breathing|responding|waking|moving|conscious|able|going to make it)|never (?:been )?born|never (?:be )?(?:happy|good enough|get better)|no longer (?:exist|here|breathing)|no pulse|(?:wont|doesnt|isnt|cant|not|cannot) (?:\\w+ )?(?:wake|breath\\w*|respond\\w*|react|move|talk|let|leave|open|go away|answer\\w*|reach|get out)|dont want to (?:live|be here|be alive|exist|go on|keep|wake)|nothing|not (?:long|much) |dont feel safe|never (?:safe|felt so)|no money|no job|no sleep|cant (?:sleep|go on|anymore|do this|take)",
    "weiß nicht|nicht sicher|nicht nur|nicht aufhören|niemand\\w*|keiner|keinem|nicht anders|(?:kann|will|mag|schaffe?|halte?) (?:\\w+ ){0,3}?nicht mehr(?! (?:\\w+ )?(?:umbringen|ritzen|töten|verletzen))|nicht mehr (?:\\w+ ){0,2}?(?:leben|da|aufwach\\w*|weiter\\w*|existier\\w*|hier|sein|aus|kann|will|können|ertragen|atmen|bewegen|ansprechbar|wach)|nie (?:mehr |wieder )?(?:aufwachen|geboren|mehr aufwache)|nicht (?:ansprechbar|atmen|auf|raus|sicher|wach|los|stillen|gut|bei bewusstsein|leben|bewegen|mehr auf|aus dem haus|gehen|zum arzt)|(?:atmet|reagiert|wacht|bewegt sich|rührt sich|hört|kriege (?:ihn|sie)|bekomme (?:ihn|sie)) (?:\\w+ )?nicht|keine (?:luft|kraft|lust|hoffnung|ahnung|freunde|angst|reaktion|zukunft)|keinen (?:puls|sinn|ausweg|grund|bock|anderen|mut|mehr)|kein (?:puls|bock|sinn|geld|mensch|witz|scherz|spaß)|nichts|ohne (?:schmerzen|mich|dich|sie|ihn|dass)",
  ).source,
  "g",
);

const negation = oneOf(
  "not|never|dont|doesnt|didnt|do not|does not|did not|wont|wouldnt|isnt|arent|aint|wasnt|werent|havent|hasnt|without|neither|nor|no|far from|no longer|stopped|quit|instead of|rather than|anti|non|cant imagine|free of|clean from|clean of",
  "nicht|nie|niemals|kein|keine|keinen|keinerlei|weder|aufgehört|statt|anstatt|keinesfalls|ohne",
);

/** As far before a sign as a negation reaches, in letters. */
const reach = 36;

const subject = /\b(?:but|though|aber|i|im|ill|ich)\b(?=.{8})/g;
const mainClause =
  /(?:dont|do not|never|not|glaube|denke|nicht)(?: nicht)?(?: (?:think|believe|feel like|mean|want|plan))?(?: that| dass)? ?$/;

/** Where the last subject stands that a negation before it does not reach: not in "I don't think I want". */
function subjectAt(said: string): number {
  const last = [...said.matchAll(subject)].at(-1)?.index ?? 0;
  return mainClause.test(said.slice(0, last)) ? 0 : last;
}

/** Whether a sign is denied: "I'd never kill myself". */
export function denied(text: string, { index, 0: sign }: RegExpExecArray): boolean {
  const from = text.lastIndexOf(" ", Math.max(0, index - reach)) + 1;
  const said = text.slice(from, index + sign.length).replace(harmless, " ");
  const governed = said.slice(subjectAt(said));
  return negation.test(governed) || /^\s*(?:nicht|nie)\b(?! mehr)/.test(text.slice(index + sign.length));
}

const longAgo = oneOf(
  "(?:\\w+ )?(?:years|yrs|decades|months) (?:ago|back|earlier)|a (?:year|decade|month|long time|while) ago|used to|when i was (?:\\d+|a (?:kid|child|teen\\w*|student)|young\\w*|in (?:high school|school|college|middle school)|little|six|seven|five|four|eleven|sixteen|fifteen|fourteen|thirteen|twelve|ten|nine|eight|seventeen|eighteen)|as a (?:kid|child|teen\\w*)|back (?:in|then|when)|(?:in|since|from) (?:19|20)\\d\\d|in my (?:teens|twenties|youth|childhood|past)|in (?:college|high school|middle school)|in the past|last (?:year|summer|winter|spring|autumn|fall|decade|century|christmas)|long ago|once upon|during the war|in \\d\\d\\d\\d|century",
  "vor (?:\\w+ )?(?:\\w+ )?(?:jahren|jahrzehnten|monaten)|vor (?:einem|nem) (?:jahr|monat)|früher|damals|als (?:kind|teenager\\w*|jugendliche\\w*|teenie|schüler\\w*)|als ich (?:\\d+|jung|klein|jünger|noch|in der schule|ein kind|vierzehn|fünfzehn|sechzehn|siebzehn|zwölf|dreizehn)|in meiner (?:jugend|kindheit|schulzeit|vergangenheit)|letztes jahr|im letzten jahr|letzten (?:sommer|winter|herbst|frühling)|im jahr \\d+|im krieg|einst|lange her|in der vergangenheit",
);

const returning = oneOf(
  "again|back|relaps\\w*|returning|urges?|coming back|lately|now i|still (?:want|think|feel|do|have)|this time|once more|worse|today i|tonight",
  "wieder|zurück|rückfall|immer noch|jetzt (?:will|denke|ist es)|schlimmer|erneut|heute (?:will|denke)|nochmal|noch immer",
);

const recovered = oneOf(
  "(?:im|i am|am|doing|feel|feeling|ive been|life is|things are|its|much|so much|a lot|way) (?:\\w+ ){0,2}?(?:fine|okay|ok|good|better|happy|great|recovered|well|glad|healthy|stable|alive and|thankful|grateful|proud|past (?:it|that))(?! (?:off|if|dead|without))|recovered|clean (?:for|since|from|of)|(?:years?|months?|days?|weeks?) (?:clean|free|sober|without)|self harm free|free (?:for|from|since)|got help|therapy (?:helped|saved|worked|was)|behind me|glad i (?:didnt|survived|am still|stayed|got|failed|lived)|im over it|past that|moved on|survivor|no longer (?:feel|want|think|have|suicidal|do)|not anymore|never looked back|loving life|love my life|saved my life|overcame|its been years|safe now|out of there|left him|left her|divorced",
  "(?:geht es mir|gehts mir|geht mir|mir geht es|mir gehts|geht s mir|bin|bin ich|fühle mich|alles|leben ist) (?:\\w+ ){0,4}?(?:gut|besser|super|prima|glücklich|gesund|stabil|froh|dankbar|okay|ok|stolz|clean|schön|drüber weg|darüber hinweg|in ordnung|bestens|geheilt)|überwunden|hinter mir|hinter mir gelassen|clean seit|seit (?:\\w+ ){1,3}(?:clean|trocken|symptomfrei)|therapie (?:hat|war)|nicht mehr der fall|hilfe bekommen|froh dass ich (?:noch|überlebt|es nicht|lebe)|lange her|abgeschlossen|zum glück (?:vorbei|überlebt|noch)|in sicherheit",
);

const pastTense = oneOf(
  "was|were|had|tried|attempted|wanted|used|thought|hurt|felt|took|went|survived|ive been clean|been clean|overdosed|hit|beat|abused|wrote",
  "war|hatte|wollte|habe (?:\\w+ ){0,6}(?:geritzt|versucht|verletzt|geschnitten|gedacht|überlegt|genommen|geschrieben)|habe ich|dachte|wurde|versuchte|ritzte|hat mich",
);

/** How a whole message ends up: with its teller well again, or with what was past come back. */
export interface Outcome {
  readonly well: boolean;
  readonly returned: boolean;
}

export const outcomeOf = (message: string): Outcome => ({
  well: recovered.test(message),
  returned: returning.test(message),
});

/** What is long past: it lies years back and has not returned, or its teller is well again. */
export function past(clause: string, { well, returned }: Outcome): boolean {
  if (longAgo.test(clause)) return well || !returned;
  return well && pastTense.test(clause);
}
