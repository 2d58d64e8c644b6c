import { whole } from "../../core/conversation/phrasing.ts";

/** What people say to one another in passing, English and German side by side, in plain spelling (ae oe ue ss). */
export type Courtesy =
  | "greeting"
  | "presence"
  | "wishes"
  | "well"
  | "so-so"
  | "wrong"
  | "farewell"
  | "thanks"
  | "apology"
  | "assent"
  | "how-are-you"
  | "what-are-you"
  | "your-name"
  | "your-maker"
  | "help"
  | "remember-me";

type Form = readonly [Courtesy, RegExp];

const addressed =
  "(?: (?:there|again|familiar|bot|all|everyone|everybody|friend|mate|buddy|dear|folks|du|zusammen|ihr|leute|alle|nochmal|wieder))*";

/** Courtesies that other words may follow without a comma: "hi what's my name". */
export const openings: readonly Form[] = [
  [
    "greeting",
    whole(
      `(?:hi+|hello+|he+y+|hiya|howdy|good (?:morning|afternoon|evening|day))${addressed}`,
      `(?:hallo+|halloechen|servus|moin(?: moin)?|gruess (?:gott|dich|euch)|gruezi)${addressed}`,
      `(?:schoenen )?guten (?:morgen|tag|abend)${addressed}`,
      "(?:nice|good|pleased|great) to (?:meet|see) you(?: too)?|freut mich(?: auch)?|schoen dich (?:zu sehen|kennenzulernen)",
      "bonjour|salut|bonsoir|hola|buenos dias|buenas|ciao|ola|hej|hei|ahoj",
    ),
  ],
  [
    "thanks",
    whole(
      "(?:many )?thanks(?: a lot| so much| a million| very much| again)?",
      "thank (?:you|u)(?: (?:so|very) much| a lot| again)?|thx|ty|cheers|much appreciated",
      "danke(?: (?:schoen|sehr|dir|vielmals|nochmals?))*|dankeschoen|(?:vielen|besten|herzlichen|lieben|tausend) dank",
      "merci|gracias|grazie|obrigad[oa]",
    ),
  ],
];

export const courtesies: readonly Form[] = [
  // Other words may begin with these and be no greeting: "morning coffee", "yo soy Ana", "na gut".
  ["greeting", whole(`(?:yo|na|morning|evening|mahlzeit)${addressed}`)],
  [
    "farewell",
    whole(
      "(?:(?:good ?)?bye+(?: bye)?|good ?night|night night|gn|cya|farewell|take care|sleep (?:well|tight)|ttyl|later)(?: familiar| everyone| all| then| for now)*",
      "see (?:you|ya|u)\\b.*|until (?:tomorrow|later|next time)|talk (?:to you )?(?:later|soon|tomorrow)",
      "(?:i(?:'?ve| have)? )?(?:got to|gotta|have to|need to|must|should) (?:go|leave|run|sleep)(?: (?:now|to bed|to sleep|then|soon))?",
      "i'?m (?:off|leaving|heading (?:out|off)|going (?:to (?:bed|sleep)|now|home))(?: now| then| to bed)?",
      "have a (?:good|nice|great|lovely) \\w+",
      "(?:tschuess(?:i|chen)?|tschau|tschoe|ade|auf wiedersehen|wiedersehen|gute nacht|schlaf (?:gut|schoen)|mach'?s gut)(?: familiar| zusammen| dann| erstmal)*",
      "bis (?:dann|bald|spaeter|morgen|nachher|demnaechst|naechstes mal)\\b.*",
      "(?:ich )?muss (?:jetzt |dann |leider |mal )*(?:los|weg|gehen|schlafen|ins bett)(?: gehen)?",
      "(?:einen |dir einen )?schoene[ns] (?:tag|abend|wochenende)(?: noch)?",
      "adieu|au revoir|adios|hasta (?:luego|manana)|arrivederci",
    ),
  ],
  [
    "apology",
    whole(
      "(?:i'?m |im |i am )?(?:so |very |really )?sorry(?: about that)?|my (?:bad|apologies)",
      "(?:that'?s |that was )?my (?:fault|mistake|error)(?: sorry)?|(?:das war )?mein fehler|meine schuld",
      "entschuldigung|entschuldige|tut mir (?:so |echt |sehr )?leid",
    ),
  ],
  [
    "assent",
    whole(
      "ok(?:ay|i)?|k|yes|yeah|yep|yup|sure|alright|all right|right|no|nope|nah|cool|nice|perfect",
      "exactly|true|really|same|me too|i see|got it|understood|never ?mind|stop(?: it)?|go away|leave me alone|be quiet|not now|not really|maybe|interesting",
      "(?:i'?m |i am )?(?:just (?:saying|kidding|joking|asking|wondering|looking)|listening|not sure|all ears|done|ready)(?: (?:lol|haha|though|now|yet))*",
      "i (?:like|love|hate) (?:it|that|this)(?: (?:so much|a lot|one))?|i (?:guess|think|suppose|hope|believe|know|agree|don'?t know)(?: (?:so|not|right))?|idk|my pleasure|no worries",
      "(?:ich bin |bin )?(?:nicht sicher|mir nicht sicher|fertig|bereit|ganz ohr)|ich (?:mag|liebe|hasse) (?:es|das)(?: sehr)?|ich (?:glaube|denke|hoffe|schaetze)(?: (?:schon|ja|nicht|so))?|weiss (?:ich )?nicht|ich weiss(?: (?:es )?nicht)?|gern geschehen|kein problem",
      "hm+|mhm|aha|oh|ah|wow|lo+l|a?(?:ha)+h?|(?:he)+",
      "ja|jo|jep|jup|klar|alles klar|in ordnung|genau|stimmt|nein|noe|ne|super|toll|schoen|passt|egal|schon gut",
      "ach so|achso|verstehe|verstanden|vielleicht|interessant|echt|wirklich|ich auch|prima|na gut|na klar|na ja|naja|hoer auf|lass mich(?: in ruhe)?|sei still",
    ),
  ],
  [
    "presence",
    whole(
      "(?:are )?(?:you|u) (?:still )?(?:there|here|awake)(?: familiar)?|anybody (?:there|here)|anyone (?:there|here)|test(?:ing)?",
      "(?:ok(?:ay)? |so |and )?(?:i'?m |im |i am )(?:back|here|home|back again|still here)(?: (?:now|again))?|(?:ich bin |bin )(?:wieder |jetzt |noch )*(?:da|hier|zurueck|zuhause)",
      "bist du (?:noch )?(?:da|hier|wach)|(?:ist )?(?:hier )?jemand (?:da|hier)",
    ),
  ],
  [
    "wishes",
    whole(
      "(?:happy|merry) (?:birthday|christmas|new year|easter|halloween|hanukkah|diwali|eid|holidays)(?: to you)?|congrat(?:s|ulations)",
      "(?:frohe|schoene) (?:weihnachten|ostern|feiertage)|frohes (?:neues(?: jahr)?|fest)|alles gute(?: zum geburtstag)?|herzlichen glueckwunsch",
    ),
  ],
  [
    "well",
    whole(
      "(?:i'?m |i am |im |we'?re |doing |all |pretty |very |quite |just )*(?:good|fine|ok|okay|great|well|alright)(?: too| today| now| thanks| thank you| cheers)*",
      "(?:(?:mir )?geht(?:'?s| es)?|es geht)(?: mir)?(?: (?:auch|heute|sehr|ganz|so|wieder))* (?:gut|super|prima|toll|bestens|okay|ok|besser)",
      "bin (?:okay|ok|zufrieden)|ganz gut|sehr gut|auch gut",
    ),
  ],
  [
    "so-so",
    whole(
      "(?:i'?m |i am |im |we'?re )(?:so |a bit |very |just |really |pretty )*(?:bored|tired|hungry|thirsty|sleepy|late|busy|cold|hot|sick|ill)(?: today| now)?",
      "not (?:so |too |that )?(?:great|good|well|bad)|could be (?:better|worse)|so so|meh|same as (?:ever|always|usual)",
      "(?:oh )?(?:my (?:god|goodness|gosh|word)|god|dear|gosh|jesus|man)|(?:oh |ach )?(?:du )?(?:meine? )?(?:gott|guete|je|herrje)",
      "(?:oh )?(?:fuck|shit|damn(?: it)?|wtf|omg|ugh+|crap|dammit|mist|scheisse|verdammt|puh|uff)",
      "(?:mir ist |ich bin |bin )(?:so |sehr |etwas |ein bisschen |total |gerade )*(?:langweilig|muede|hungrig|durstig|krank|kalt|warm)",
      "geht so|es geht(?: so)?|nicht so (?:gut|toll)|naja geht so|koennte besser sein|wie immer",
    ),
  ],
  [
    "wrong",
    whole(
      "(?:no )?(?:that'?s|that is|this is|thats|it'?s) (?:wrong|not (?:true|right|correct)|incorrect|false)|(?:no )?(?:you'?re|you are) wrong|wrong",
      "(?:nein )?(?:das )?(?:stimmt nicht|ist (?:falsch|nicht (?:wahr|richtig)))|falsch|du irrst dich|du liegst falsch",
    ),
  ],
  [
    "how-are-you",
    whole(
      "(?:and|how about|what about) (?:you|u|yourself)|und du|was gibt'?s neues",
      "(?:and )?how (?:are|r) (?:you|u|ya|things)(?: (?:doing|feeling|today|now|tonight|this \\w+|then|these days))*",
      "(?:and )?(?:how do you feel|how have you been|how'?s it going|how is it going|how you doing)(?: (?:today|now|lately))?",
      "what'?s up|wassup|sup|you (?:ok|okay|good|alright)|how(?:'?s| is) your (?:mood|day)|what(?:'?s| is) your mood|what mood are you in",
      "are you (?:ok|okay|well|alright|happy|sad|angry|in a good mood)(?: today| now| with me)?",
      "(?:und |na )?wie geht(?:'?s| es)?(?: es)?(?: dir)?(?: (?:so|heute|denn|gerade|jetzt))*",
      "wie (?:fuehlst du dich|laeuft'?s|bist du (?:drauf|gelaunt)|ist deine (?:laune|stimmung))(?: (?:so|heute|gerade))*",
      "und dir|und selbst|alles (?:gut|klar|okay|ok)(?: bei dir)?|geht'?s dir gut|was geht(?: ab)?",
      "bist du (?:gluecklich|traurig|sauer|gut gelaunt|okay)",
    ),
  ],
  [
    "what-are-you",
    whole(
      "(?:wait |so |but |hey |also )*are (?:you|u) (?:really |actually |just |even |only |still )*(?:an? )?(?:real |actual |living )?(?:human|person|people|real|bot|robot|ai|program|machine|alive|man|woman|girl|boy|guy|chatbot|computer|chatgpt|gpt|llm|language model|conscious|sentient|offline|online)\\b.*",
      "you(?:'?re| are) (?:not )?an? (?:bot|robot|ai|human|program|machine|person)(?: right)?",
      "am i (?:really )?(?:talking|speaking|chatting|writing) (?:to|with) .*(?:human|person|bot|machine|robot|ai|program|computer|someone|somebody)\\b.*",
      "what (?:exactly )?are you|is (?:this|there|that) (?:really )?(?:an? )?(?:real )?(?:bot|human|person|ai|robot|machine)\\b.*",
      "(?:do|can) you (?:really |actually )?(?:have|feel) (?:any |real )?(?:feelings?|emotions?|a soul|consciousness|pain|love|anything)",
      "bist du (?:denn |wirklich |echt |eigentlich |nur |ueberhaupt |noch )*(?:ein(?:e|en)? )?(?:echter? |richtiger? )?(?:mensch|person|bot|roboter|ki|programm|maschine|computer|mann|frau|chatbot|echt|lebendig|real|chatgpt|sprachmodell|offline|online)\\b.*",
      "(?:rede|spreche|schreibe|chatte) ich (?:hier |gerade )*mit .*(?:mensch\\w*|bot|maschine|ki|computer|programm|person|roboter)\\b.*",
      "was bist du(?: eigentlich| denn)?|hast du (?:echte? |ueberhaupt )?(?:gefuehle|ein bewusstsein|eine seele)",
    ),
  ],
  [
    "your-name",
    whole(
      "(?:and )?(?:what(?:'?s| is) (?:your|ur) name|who (?:are|r) (?:you|u)|what are you called|do you have a name|(?:who|what) is familiar|tell me (?:something |more )?about (?:you|yourself)|introduce yourself)",
      "what (?:should|do|can|may|shall) i call you",
      "(?:und )?(?:wie heisst du|wer bist du|erzaehl (?:mir )?(?:et)?was (?:von|ueber) dir?(?:ch)?|stell dich vor)(?: eigentlich| denn)?|(?:was|wie) ist dein name|hast du einen namen",
      "wie (?:soll|darf|kann) ich dich nennen",
    ),
  ],
  [
    "your-maker",
    whole(
      "who (?:made|created|built|wrote|programmed|developed|owns|runs|designed|trained) you",
      "where (?:do|did) you come from|who is your (?:maker|creator|owner|developer)",
      "wer hat dich (?:gemacht|erschaffen|gebaut|programmiert|geschrieben|entwickelt|erfunden)",
      "von wem (?:bist|stammst) du(?: gemacht)?|woher kommst du|wem gehoerst du",
    ),
  ],
  [
    "help",
    whole(
      "help|help me|i need help|can (?:you|u) help(?: me)?(?: out)?|how can you help(?: me)?|commands?|menu",
      "what (?:all |else )?can (?:you|u) (?:do|help(?: me)? with)(?: for me)?|what do you do|show me what you can do",
      "how do(?:es)? (?:this|you|it) work|what are you (?:for|good for|able to do|capable of)",
      "what can i (?:do|ask|say|ask you|do here)|i don'?t (?:understand|get it)(?: you)?|what|huh|why|how|talk to me|say something",
      "ich versteh(?:e)? (?:dich |das )?nicht|was|hae|warum|wieso|red(?:e)? mit mir|sag (?:et)?was",
      "hilfe|hilf mir|ich brauche hilfe|kannst du mir helfen|befehle|wofuer bist du (?:da|gut)",
      "was kannst du(?: (?:so|alles|denn|eigentlich))*(?: machen| tun)?|was machst du(?: so)?",
      "wie funktioniert (?:das|du|es)(?: hier)?|was kann ich (?:hier )?(?:machen|tun|fragen|dich fragen)",
    ),
  ],
  [
    "remember-me",
    whole(
      "(?:(?:do|can) )?you (?:still )?(?:remember|know|recogni[sz]e) (?:me|who i am)",
      "erinnerst du dich (?:noch )?an mich|kennst du mich(?: noch)?|weisst du (?:noch )?wer ich bin",
    ),
  ],
];
