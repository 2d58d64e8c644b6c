import type { Concern } from "../session.ts";
import { denied } from "./modality.ts";
import { oneOf } from "./sign.ts";

/** A thing that people speak of, whatever their words, and how much it says. */
interface Idea {
  readonly weight: number;
  readonly words: RegExp;
  /** Whether other ideas count only beside it. */
  readonly core: boolean;
  /** Whether a negation takes it back. */
  readonly deniable: boolean;
}

const core = (weight: number, ...words: readonly string[]): Idea => ({
  weight,
  core: true,
  deniable: true,
  words: oneOf(...words),
});
/** An idea that holds a negation itself, or that none takes back. */
const bare = (weight: number, ...words: readonly string[]): Idea => ({ ...core(weight, ...words), deniable: false });
const beside = (weight: number, ...words: readonly string[]): Idea => ({
  ...core(weight, ...words),
  core: false,
  deniable: false,
});

const harm: readonly Idea[] = [
  core(
    3,
    "cant i (?:just )?die|way to die|(?:look|looking|stare|staring) at (?:the )?(?:trains|bridges|traffic|knives) and (?:think|wonder|imagine)|ways to die|my self harm|engine (?:\\w+ ){0,3}?running (?:\\w+ ){0,3}?garage|(?:bought|got|have) (?:\\w+ ){0,2}?razor blades|let me die|(?:slic|slash|slit|carv|gash)\\w* (?:open )?my (?:\\w+ )?(?:arms?|legs?|thighs?|wrists?|skin|throat)|(?:hurts?|painful|hard|easy) to (?:hang|kill|drown|shoot) (?:yourself|myself)|(?:took|swallowed|downed|popped|taken) (?:all|every|the whole|the rest of) (?:of )?(?:my|the) (?:\\w+ )?(?:xanax|meds|medication|antidepressants|insulin|valium|tylenol|pills|tablets|opioids|sleeping)|(?:take|takes|taking) me (?:quickly|soon|away from|already)|(?:with|to) (?:\\w+ ){1,3}in heaven",
    "rasierklingen? (?:\\w+ )?(?:gekauft|besorgt)|motor laufen (?:\\w+ ){0,3}?garage|mich (?:\\w+ ){0,2}?(?:umbring\\w*|töte\\w*|erhäng\\w*|erschieß\\w*|ertränk\\w*)|(?:zu|bei) (?:meine[rmn]|ihr|ihm|mama|papa|oma|opa) (?:\\w+ )?(?:in den|im) himmel|sterben lassen|lass\\w* mich sterben|für immer einschlafen|mich (?:\\w+ )?auflösen|(?:mir|selbst) (?:selbst |selber )?weh (?:zu )?tun",
  ),
  bare(
    2,
    "dont try to stop me|writing my will|my will is|letters? to (?:everyone|everybody|my (?:family|parents|kids|mom|dad))|no future for me|burden|dead inside|(?:my|the|new|fresh) (?:cuts|scars)|life (?:isnt|is not|wasnt) for me|go through with it|friday i do it|scared of what ill do|what i might do|(?:a|the|my) belt|heaven|(?:be )?(?:here|around|alive) (?:next (?:week|month|year)|tomorrow|anymore|much longer)|my life is over|life is over",
    "letzter wille|mein testament|mache? (?:ich )?(?:\\w+ ){0,2}?ein ende|haltet mich nicht auf|(?:meine|neue|frische) (?:narben|schnitte)|mache? ich es(?=$)|ziehe? es durch|gürtel|kabel um|existieren|loszulassen|loslassen|mein leben ist vorbei|zur last|eine last",
  ),
  core(
    1,
    "(?:to|about|i|off|ill|just) jump(?:ing)?(?! (?:in|into|to conclusions|rope|on|over))",
    "springen|springe|spring",
  ),
  core(
    2,
    "(?:to|just|id|rather|should|might|could|if i|when i|i|and|gonna|ill|i will|please|me) die(?! (?:for|of|laughing|from|in (?:a|the) (?:plane|crash|game)))|(?<!scared |afraid |fear )(?:about|of|like|than|be|idea of|thought of|start|started|to keep|rather) dying(?! (?:to|for|of|light|from|on|laughing|in (?:a|the)))|(?:be|being|was|were|im) dead(?! (?:tired|serious|sure|lol|last))|(?:my own|my) death|suicid\\w*|not exist\\w*|stop existing|never wake up|not wake up|unaliv\\w*|unliv\\w*",
    "(?:ich|zu|will|möchte|will nur noch|nur|einfach|lieber|bald) sterben?|sterben will|tot (?:bin|wäre|sein|zu sein|umfallen)|bin tot|wäre tot|der tod|meinen tod|mein tod|den tod|verrecken|selbstmord\\w*|suizid\\w*",
  ),
  core(
    2,
    "(?:sleeping )?pills|razors?|razor blades?|blades?|rope|noose|(?:a|my|the|dads) gun|bleach|antifreeze|overdos\\w*|stockpile|lethal",
    "tabletten|pillen|schlaftabletten|klinge\\w*|rasierklinge\\w*|strick|schlinge|pistole|überdosis|schlafmittel",
  ),
  core(
    2,
    "(?:cut|cuts|cutting|burn|burns|burning|burned|burnt|scratch\\w*|hit|hitting|punch\\w*|bruis\\w*|starv\\w*|hurt|hurting|harm\\w*|bleed\\w*|hang\\w*|kill\\w*|bang\\w*) (?:\\w+ )?(?:myself|my (?:\\w+ )?(?:arms?|legs?|thighs?|wrists?|skin|head|body|stomach|hips|hands?|knuckles))",
    "(?:schneide?|schnitt|ritze?|verletze?|verbrenne?|schlage?|kratze?|hungere?|beiße?|bestrafe?) (?:ich )?(?:mich|mir) (?:\\w+ ){0,6}?(?:arme?|beine?|oberschenkel|haut|handgelenke?|kopf|blut\\w*|selbst|selber|tode|absichtlich|unterarme?)|(?:mir|mich) (?:\\w+ ){0,6}?(?:aufgeritzt|aufgeschnitten|geritzt|zerkratzt|aufgeschlitzt|blutig)",
  ),
  core(
    2,
    "(?:bridge|roof|rooftop|ledge|balcony|train tracks|railway|parking garage|cliff|overpass|in front of (?:a|the) (?:train|car|bus|truck)|into traffic|oncoming traffic)",
    "(?:brücke|dach|gleise\\w*|bahngleis\\w*|hochhaus|balkon|brückengeländer|klippe|parkhaus|vor (?:die|den|das|ein|einen|eine|ne|nen) (?:\\w+ )?(?:u bahn|s bahn|bahn|zug|auto|lkw|bus))",
  ),
  core(
    2,
    "end it(?: all)?|end everything|stop (?:it )?permanently|want out(?: of)?|only (?:way|option|escape|solution)|way to do it|ways to do it|do it tonight|not be here|dont want to be|leave this (?:world|life)|(?:done|finished) with (?:being alive|living|life|everything)|being alive|another year|another day like this|to exist|just existing|my existence|not living|cease to",
    "ausweg|einzige lösung|beende(?:n)? (?:es|alles|mein)|es beenden|diese welt|dieser welt|nichts mehr wofür|wofür (?:ich|es sich) (?:\\w+ )?(?:leben|lebe|lohnt)|werde?s? (?:es )?(?:heute nacht|heute|morgen) tun|gehe? (?:\\w+ )?für immer|verschwinden|am leben|zu leben|nicht mehr leben|weg sein|mein leben",
  ),
  core(
    2,
    "(?:my|a|the|suicide|goodbye|farewell) (?:suicide |goodbye |farewell )?note(?: is)?|goodbye letters?|last words|after im gone|when im gone|if you(?:re)? (?:see|read|reading|find) this|date (?:is )?(?:picked|set|chosen)|the real (?:one|goodbye)|wont be (?:here|around)|said goodbye|told (?:\\w+ ){0,4}goodbye",
    "abschiedsbrief\\w*|verabschiedet|abschied (?:genommen|für immer)|alles geregelt|wenn (?:ihr|du) das (?:liest|lest|hört|seht)|nicht mehr da bin|lebt? wohl",
  ),
  beside(
    1,
    "hopeless|worthless|pointless|burden|useless|empty|numb|hate (?:myself|my life|being)|hates me|no future|cant (?:anymore|cope|imagine|go on|see)|dont care anymore|too late|painful|the pain|pain|failure|broken|no hope|nothing left|give up|gave up|stressed|overwhelmed|strong enough|so tired|too tired|exhausted|miserable",
    "hoffnungslos|wertlos|sinnlos|kaputt|leer|hasse (?:mich|mein)|am ende|nicht mehr weiter|kann nicht mehr|keine kraft|egal|zu spät|schmerz\\w*|versager\\w*|fehler|aufgeben|müde|erschöpft|scheiße|nichts mehr|stark genug",
  ),
  beside(1, "guts|courage|coward|brave enough|chickened out", "den mut|feige|feigling|mut dazu"),
  bare(2, "waste of (?:space|air|oxygen|life)", "platzverschwendung|dreck wert|nichts wert"),
  core(
    1,
    "havent eaten|stopped eating|not eating|starving",
    "(?:esse|trinke) (?:\\w+ ){0,3}?nichts|nichts (?:mehr )?gegessen|hungere|verhungere\\w*",
  ),
  core(3, "note is (?:written|finished|ready)|my note is", "brief ist (?:geschrieben|fertig)"),
  beside(
    1,
    "until i|on purpose|when i get|whenever i|against the wall|written|myself",
    "bis ich|absichtlich|gegen die wand|immer wenn",
  ),
  bare(
    2,
    "(?:world|family|everyone|nobody|no one) (?:\\w+ )?(?:needs?|wants) me|world (?:\\w+ )?(?:doesnt|dont|does not) need me|no\\s?(?:1|one) would (?:\\w+ )?care|would(?:nt)? (?:\\w+ )?(?:care|notice|miss) (?:me )?(?:if|when)|better without me|free without me|without me|(?:cry|mourn|weep) (?:for|over) me|miss me",
    "(?:keiner|niemand|kein mensch) (?:\\w+ )?(?:braucht|vermisst|will|liebt|merkt)|um mich weinen|mich vermissen|auffallen wenn ich|mich (?:\\w+ )?vermisst|ohne mich",
  ),
  beside(
    1,
    "nobody|no one|noone|all alone|lonely|alone|left me|everyone hates",
    "niemand\\w*|keiner|keinem|allein|alleine|verlassen",
  ),
  beside(
    1,
    "thank you for everything|made up my mind|mind is made up|cant stop|getting worse|the knife|guts|coward|dont know if|going to|already|at once|waiting|tempt\\w*|so easy|easy|courage|brave|close to|thinking|think about|thought of|thoughts?|plan\\w*|picked out|decided|ready|list|trying to|want to|wish|hope|keep|wonder\\w*|urge\\w*|feel like|almost|looking down|jump\\w*|step\\w*",
    "denken|nicht aufhören|immer mehr|lieber|nicht mehr|leicht|befestigt|so gern|mut|überleg\\w*|kurz davor|denke|gedanken?|plan\\w*|entschieden|beschlossen|bereit|liste|wünsch\\w*|hoffe|fast|spring\\w*|gesprungen|runter|vielleicht|neben mir|vor mir|liegt|liegen|jeden (?:tag|abend)|möchte|will|am schnellsten|ohne schmerzen",
  ),
  beside(
    1,
    "disappear|vanish|this life|this world|forever|permanently|for good|its over|all over|gone|done|no more|never again|tonight|tomorrow|last|goodbye|sorry|forgive|again|every night|rn|right now",
    "verschwinden|dieses leben|diese welt|für immer|vorbei|endgültig|nie wieder|heute nacht|heute abend|morgen|leid|verzeih\\w*|abschied|letzte\\w*|schluss|wieder|endlich ruhe",
  ),
];

const violence = core(
  2,
  "(?:hits?|hitting|beats?|beating|punch\\w*|slap\\w*|kicks?|kicked|kicking|attack\\w*|threw|throws|pushed|pushes|shoved|bites?|burned|hurts?|hurting|grabs?|grabbed|drags|dragged|pinned|spits) (?:on )?(?:me|us|my (?:mom|mum|mother|sister|brother|kids?|son|daughter|baby))(?! (?:up|out|off|at|in|to|with|back|like|when i (?:think|realize)|that|how|hard)\\b)|(?:chok|strangl|stabb?|threaten|rap|abus|assault|molest|kidnap|stalk|blackmail|tortur|chas)(?:ed?|es|ing|s) (?:me|us|my (?:mom|mum|mother|sister|kids?))|(?:broke|breaks|fractured) my (?:arm|nose|rib|ribs|jaw|wrist|finger|leg)|hands? (?:on|around) my (?:neck|throat)|held (?:\\w+ )?(?:in|hostage|against my will|captive)|threw me|threatening me|follow(?:s|ing|ed) me|(?:being|been|was|am|got) (?:\\w+ )?(?:beaten|followed|held|raped|abused|stabbed|attacked|threatened|strangled|chased|stalked)|force[sd]? me|forcing me|lock(?:s|ed) (?:me|us)",
  "(?:schlägt|schlagen|prügel\\w*|würg\\w*|tritt|boxt|bedroh\\w*|misshandel\\w*|vergewaltig\\w*|verfolg\\w*|fasst|begrapsch\\w*|schubst|zwing\\w*|stalk\\w*|sperrt|quält|verprügel\\w*) (?:mich|uns|mir)(?! (?:\\w+ ){0,2}?(?:vor|auf insta\\w*|mit (?:paketen|fragen|mails)))|(?:mich|uns|mir) (?:\\w+ ){0,5}?(?:geschlagen|verprügelt|gewürgt|getreten|misshandelt|vergewaltigt|missbraucht|bedroht|verfolgt|angefasst|eingesperrt|geschubst|angegriffen|begrapscht|gebrochen|gestoßen|festgehalten|schlägt|würgt|bedroht|verfolgt|schlagen|verprügelt)|(?:werde|wurde|bin) (?:ich )?(?:\\w+ ){0,5}?(?:geschlagen|verprügelt|gewürgt|misshandelt|vergewaltigt|missbraucht|bedroht|verfolgt|gestalkt|festgehalten|eingesperrt)|(?:tür|fenster) (?:\\w+ )?(?:eingetreten|aufgebrochen|eingeschlagen)|nase gebrochen|arm gebrochen|jemand (?:\\w+ )?in mein(?:em|er) (?:haus|wohnung|zimmer)",
);

const danger: readonly Idea[] = [
  core(
    3,
    "(?:trying|tries|tried|attempting) to (?:open|force|break|get (?:in|through|into)|climb|kick) (?:\\w+ ){0,2}?(?:my|our) (?:\\w+ )?(?:door|window|house|apartment|room)|(?:intruder|burglar) (?:\\w+ )?in (?:my|our|the)|(?:cant|cannot) (?:get|catch) (?:any |enough |my )?(?:air|breath)(?! (?:lol|laughing))|(?:she|he|friend|sister|brother|they|mom|dad|roommate|kid|son|daughter) (?:\\w+ ){0,2}?(?:took|swallowed|drank|ate|ingested) (?:\\w+ ){0,3}?(?:pills|tablets|meds|bleach|cleaner|antifreeze|poison|detergent|pods?|battery|batteries)|hit (?:his|her|their) head (?:\\w+ ){0,4}?(?:confused|vomit\\w*|bleed\\w*|wont|dizzy|unconscious|throwing up)|(?:fire|smoke) (?:\\w+ ){0,3}?(?:in|from) (?:my|our) (?:\\w+ )?(?:building|house|apartment|kitchen|flat|room|stairs)|full of smoke|death cap|poisonous mushroom|hear (?:\\w+ ){0,3}?(?:hitting|beating|being hit|getting hit)|(?:daughter|son|kid|child|baby|toddler|brother|sister) (?:\\w+ ){0,2}?swallowed|knife (?:to|at|against) my (?:throat|neck)|threatening suicide|stopped breathing|(?:cut|slit|slashed) (?:her|his|their) (?:own )?(?:wrists?|arms?|throat)|(?:hanged|hung|shot|stabbed) (?:himself|herself)(?= (?:just|help|please|right now|and (?:i|hes|shes)))",
    "messer an (?:den|meinen|meine) (?:hals|kehle)|knollenblätter\\w*|(?:tochter|sohn|kind|baby|kleine[rn]?|bruder|schwester) (?:hat )?(?:\\w+ ){0,3}?(?:verschluckt|\\w*tabs gegessen|\\w*tabletten gegessen|giftig\\w* (?:\\w+ )?gegessen)|(?:tabletten|pillen|drogen) (?:genommen|geschluckt) (?:\\w+ ){0,3}?(?:wach|bewusstlos|antwortet|reagiert|aufwach\\w*)|(?:feuer|rauch) in (?:meiner|unserer|unserem|meinem)|(?:einbrecher|fremder|jemand) (?:\\w+ ){0,3}?(?:in (?:meiner|meinem|unserer|unserem)|im haus|in der wohnung)|in (?:meiner|unserer|meinem|unserem) (?:wohnung|haus|garten) (?:\\w+ )?(?:ist|steht|sind) (?:\\w+ )?(?:einbrecher|jemand|fremder|mann|typ)|aufgehört zu atmen|(?:wieder|mir|mich|und|mann|vater|freund|hat) zugeschlagen|(?:wird|ist|immer) (?:\\w+ ){0,2}?(?:brutaler|brutal zu|gewalttätiger|aggressiver und)|hängt noch|hat sich (?:gerade |eben )?(?:erhängt|erschossen|angezündet)(?=$| (?:und|hilfe|er|sie|bitte))",
  ),
  violence,
  bare(
    1,
    "outside my (?:house|door|window|apartment)|at my door",
    "(?:steht|ist|wartet|lauert) (?:\\w+ )?vor (?:der|meiner|dem|meinem|unserer) (?:tür|haus|haustür|wohnung|wohnungstür)|eingesperrt|dreht durch",
  ),
  bare(
    2,
    "cant (?:speak|talk|stand up)|slurr\\w*|on the (?:floor|ground) and|unconscious|unresponsive|not breathing|isnt breathing|cant breathe|bleeding|blood everywhere|bitten by a snake|snake bit\\w*|swelling|going numb|is numb|seizure|heart attack|having a stroke|collapsed|no pulse|turning blue|poison\\w*|drowning",
    "(?:wird|werden) nicht (?:mehr )?wach|auf dem boden|am boden und|atmet (?:komisch|schwer|flach|kaum|nur)|stromschlag|bewusstlos|ohnmächtig|atmet nicht|keine luft|blutet|blute|schwillt|taub|krampfanfall|herzinfarkt|schlaganfall|zusammengebrochen|kein puls|läuft blau|vergift\\w*|knopfbatterie|herztabletten|giftig\\w*",
  ),
  beside(
    1,
    "he|hes|she|shes|they|(?:my|the|a|some|our) (?:\\w+ )?(?:dad|father|mom|mum|mother|stepdad|stepfather|husband|wife|boyfriend|girlfriend|partner|ex|uncle|brother|sister|roommate|man|guy|men|son|daughter|friend|baby|kid|grandma|grandpa|stranger|neighbou?r)|someone|somebody",
    "er|sie|jemand|mein(?:e|em|en|er)? (?:\\w+ )?(?:vater|mutter|papa|mama|stiefvater|mann|frau|freund|freundin|partner|ex|onkel|bruder|schwester|mitbewohner\\w*|sohn|tochter|kind|baby|oma|opa|nachbar\\w*)|ein (?:mann|typ|fremder)",
  ),
  beside(
    1,
    "scared|afraid|terrified|help|please|police|hiding|not safe|dont know what to do|what do i do|ambulance|alone|cant get away|crying|shaking",
    "angst|hilfe|bitte|polizei|verstecke|zittere|was soll ich|notarzt|krankenwagen|allein|weine|traue mich nicht",
  ),
  beside(
    1,
    "right now|just|tonight|again|every (?:day|night|time)|last night|still|keeps|and my|badly|really",
    "gerade|jetzt|eben|wieder|jeden tag|heute|gestern|immer|ständig|total|stark|liegt|wenn er|neben mir|alle",
  ),
  beside(
    1,
    "knife|gun|weapon|belt|basement|locked|door|neck|throat|leg|arm",
    "messer|waffe|gürtel|keller|hals|tür|bein|arm|herz|brust",
  ),
];

const ideas: Readonly<Record<Concern, readonly Idea[]>> = { "self-harm": harm, danger };

const own = oneOf(
  "i|im|ive|id|ill|me|my|myself|it would be (?:so |really |too )?(?:easy|nice|better)|havent|trying to|thinking|been|feeling|just want|want to|cant",
  "ich|mir|mich|mein\\w*|uns|us|habe|bin|will|würde|möchte",
);

/** Danger may also be told of somebody who is here. */
const present = oneOf(own.source, "he|she|hes|shes|er|sie|there|someone|somebody|jemand");

/** Remedies: pills that a doctor has spoken of. */
const remedy = oneOf(
  "prescri\\w*|doctor|vitamins?|headaches?|migraine|allerg\\w*|blood pressure|refill|pharmacy|per day|a day|daily|with food|painkillers? for|mg",
  "gegen|arzt|ärztin|vitamin\\w*|kopfschmerzen|migräne|blutdruck|apotheke|verschrieben|am tag|täglich|rezept",
);

/** How much has to come together. */
const enough = 3;

/** Whether ideas that each say little say enough together, in words of the writer about their own. */
export function weighs(text: string, concern: Concern): boolean {
  if (!(concern === "danger" ? present : own).test(text) || (concern === "self-harm" && remedy.test(text)))
    return false;
  const said = ideas[concern].flatMap((idea) => {
    const found = idea.words.exec(text);
    return found && !(idea.deniable && denied(text, found)) ? [idea] : [];
  });
  return said.some((idea) => idea.core) && said.reduce((sum, { weight }) => sum + weight, 0) >= enough;
}
