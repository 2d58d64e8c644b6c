import { oneOf } from "./sign.ts";

const work =
  "(?:novel|novella|story|short story|book|fanfic\\w*|screenplay|script|scene|chapter|poem|song|lyrics?|play|movie|film|show|series|episode|season|anime|manga|comic|game|video game|campaign|character|protagonist|villain|hero|heroine|album|opera|ballad|musical|essay|thesis|documentary|podcast|trailer|plot|oc|dnd|d d|roleplay|rp|track|verse|chorus|quote)";
const werk =
  "(?:roman|romans|buch|geschichte|kurzgeschichte|drehbuch|szene|kapitel|gedicht|lied|song|songtext|liedtext|theaterstück|stück|film|serie|folge|staffel|anime|manga|comic|spiel|kampagne|figur|hauptfigur|protagonist\\w*|bösewicht|heldin|helden|album|oper|krimi|tatort|hausarbeit|doku|rollenspiel|charakter|zitat|referat|strophe|refrain|level)";

/** Words that put what the clause says into a story, a game, a song. */
const fiction = oneOf(
  `(?:in|from|of|about|for|writing|wrote|write|watching|reading|playing) (?:(?:my|the|a|this|that|his|her|our|an|your) )?(?:\\w+ ){0,2}?${work}s?`,
  `(?:my|the|a|this|that|his|her|our|main|side|every|fictional|player) (?:\\w+ )?(?:${work})s? (?:\\w+ ){0,3}?(?:says?|said|goes|has|is|was|wants|where|called|named|titled|dies|who|that|line|kills|about|writes|thinks|begs|sings|starts|screams|plans)`,
  "(?:in|im|beim|aus|von|für|über|schreibe|schreib|lese|spiele|gucke|schaue) (?:gerade |grad |an )?(?:(?:meinem|meinen|mein|dem|einem|einen|ein|das|diesem|der|einer|meiner|die|eine|meine|den|seinem|ihrem|unserem|unserer|dieser|diesen|dieses) )?(?:\\w+ )?" +
    werk +
    "s?",
  "(?:mein|meine|der|die|das|ein|eine|dieser|diese|dieses|unser|unsere) (?:\\w+ )?" +
    werk +
    " (?:\\w+ ){0,3}?(?:sagt|heißt|geht|hat|ist|war|will|wo|in dem|in der|stirbt|die|der|handelt|denkt|singt|schreit|plant|lautet|beginnt)",
  "(?:my|our|a|the) (?:short |new |little )?(?:story|novel|screenplay|fanfic\\w*|poem)|(?:der|mein|ein|unser|dem|den) held(?! in)|act (?:one|two|three|\\d)|chapter \\d+|season \\d+|episode \\d+|lyrics?|songtext|liedtext|zitat|headcanon|fictional|hypothetically|fiktiv|side quest|quest line|npcs?|boss ?fight|(?:the|final|this|a|raid|last|next|hidden|secret|level|dragon|first|second) boss|der boss|den boss|speedrun|respawn\\w*|spawn\\w*|minecraft|fortnite|valorant|league of legends|elden ring|dark souls|skyrim|overwatch|zelda|pokemon|sims|gta|csgo|counter strike|roblox|cyberpunk|witcher|malenia|apex legends|among us|hearthstone|warzone|diablo|baldurs gate|bg3|stardew|terraria|dota|world of warcraft|ranked (?:match|game|queue)|dungeon|raid|checkpoint|hitpoints|speedrunning|hardcore (?:mode|run)|permadeath|lets play|multiplayer|singleplayer|endgegner|karaoke|playlist|theat(?:er|re)|musical|screenplay|rimworld|kenshi|dwarf fortress|my (?:sim|paladin|wizard|rogue|bard|cleric|warlock|avatar|tamagotchi)|mein (?:sim|paladin|magier|krieger)",
  "hamlet|romeo|juliet|julia|werther|macbeth|ophelia|anna karenina|sylvia plath|virginia woolf|hemingway|kurt cobain|shakespeare|goethe|schiller|kafka|emma bovary|effi briest|dead poets|suicide squad|virgin suicides|thirteen reasons|13 reasons|linkin park|nirvana|papa roach|johnny cash|my chemical romance|evanescence|radiohead|bohemian rhapsody|rammstein|breaking bad|game of thrones|fight club|harry potter|star wars|breakfast club|heathers|gone girl|netflix",
);

const code = oneOf(
  "process(?:es)?|threads?|daemon|docker|container|kubernetes|pid|sigkill|sigterm|kill 9|cron|subprocess|node js|javascript|python|golang|linux|bash|goroutine|garbage collector|segfault|compiler|regex|api|backend|frontend|git|systemd|unit test|prozess\\w*|skript|datenbank|database|instanz|methode",
);

/** Games and sports in which people beat, hit and chase each other. */
const playful = oneOf(
  "chess|tennis|fifa|mario kart|smash bros|super smash|monopoly|uno|poker|paintball|laser tag|snowball\\w*|pillow\\w*|nerf|water guns?|dodgeball|wrestling practice|sparring|karate|judo|jiu jitsu|bjj|mma|ping pong|basketball|badminton|volleyball|rugby|scrabble|catan|board game\\w*|playoffs|finals|tekken|mortal kombat|street fighter|trivia|quiz|prank\\w*|tickl\\w*|playfully|jokingly|spoilers?|on (?:instagram|insta|twitter|tiktok|twitch|spotify|facebook|linkedin|github|x)|best shot|for a hug|without a (?:hug|kiss)|dream|nightmare",
  "schach|tischtennis|fußball|federball|kissenschlacht|schneeball\\w*|wasserpistole\\w*|völkerball|kickern|kicker|skat|mau mau|brettspiel\\w*|boxtraining|kampfsport|turnier|im scherz|aus spaß|geschlagen gegeben|der trainer|auf (?:instagram|insta|twitter|tiktok|twitch|facebook)|mit (?:paketen|mails|fragen|werbung|spoilern)|\\d+ (?:zu )?\\d+ (?:verprügelt|geschlagen|besiegt|abgezogen)|traum|geträumt|albtraum|bundesliga|pokal",
);

/** Things that stop answering, die and will not wake as people do. */
const thing = oneOf(
  "server|laptop|router|wifi|wlan|pc|computer|excel|browser|akku|battery|drucker|printer|robot|roboter|bot|app|website|seite|phone|handy|monitor|bildschirm|tv|fernseher|konsole|console|plant|pflanze|modem|cluster|script|query|code|program|programm|software|hardware|gpu|cpu|motor|engine|fish|fisch|boss|enemy|gegner|npc|teammate|team|mosquito\\w*|mücke\\w*|cat|katze|dog|hund|hamster|goldfish|kaktus|cactus|wecker|alarm clock|discord|support|hotline|kundenservice|paket|package",
);

const study = oneOf(
  "(?:suicide|self harm|selbstmord|suizid) ?(?:rates?|statistics|prevention|research|hotline|awareness|policy|raten?|statistik\\w*|prävention|forschung|quote|bombers?|attentäter\\w*|mission|doors?)",
  "statistic\\w*|statistik\\w*|percentage|prozentsatz|according to|laut (?:einer|der) (?:studie|statistik)|epidemiolog\\w*|durkheim|philosoph\\w*|camus|seneca|history of|geschichte de[rs]|research (?:paper|shows|on)|study (?:shows|on|about)|studie\\w*|(?:in|on|from) the news|news (?:report|article|story|says)|an article|headline|schlagzeile|in den nachrichten|in der zeitung|zeitungsartikel|bbc|cnn|documentary|guest lecture|psychology class|exam question|homework question|essay on|paper on|presentation on|referat über|translate|translation|übersetz\\w*|how do you say|wie sagt man|wie heißt|mean in|bedeutet|what does .{1,40} mean|was bedeutet|first aid (?:course|class|training)|erste hilfe kurs|training exercise|hotline number for my (?:website|app|bot)",
);

const others =
  "(?:he|she|they|people|someone|somebody|the guy|some guy|some kid|this guy|that guy|a (?:guy|kid|troll|player|user|stranger)|my (?:\\w+ )?(?:character|hero|brother|sister|friend|kid|son|daughter|mom|dad|boss|teacher|teammate)|trolls?|players?|opponents?|er|sie|man|jemand|der typ|ein (?:typ|troll|spieler)|leute|mein (?:bruder|freund|gegner|chef)|meine (?:schwester|freundin))";
/** Somebody else's words about the writer: "he told me to kill myself". */
const reported = oneOf(
  `${others} (?:\\w+ ){0,3}?(?:told|tells|telling|says|said|asks|asked|sings|sang|yelled|screamed|shouted|commented|typed|wrote|spammed|quoted|sagt|sagte|meinte|schrieb|singt|ruft|rief|schreit|zitiert)`,
  "(?:got|been|being|was) told to|lyric|the line|quote|zitat",
);

/** Sayings that mean none of it. */
const idiom = oneOf(
  "(?:die|dying|died|dead|kill(?:ing|ed)? myself) (?:\\w+ )?(?:of|from|with|in|out of) (?:\\w+ )?(?:laughter|laughing|boredom|embarrassment|hunger|thirst|cringe|heat|cuteness|jealousy|shame|curiosity|excitement|happiness|joy|envy|cold|old age|anticipation|suspense|secondhand|humiliation|exhaustion)",
  "(?:dying|die|kill|killing|dies|starving) (?:laughing|to (?:know|see|try|meet|hear|go|get|find|read|play|tell|eat|visit|watch|have|buy)|for (?:a|an|some|the|that|this|her|his|my|your|pizza|coffee|food))",
  "(?:nearly|almost|about|basically|practically|accidentally|by accident) (?:\\w+ )?(?:killed|hurt|kill|hanged|shot|drowned|cut|burned|burnt|electrocuted|offed|starved|poisoned|overdosed|died) ?(?:myself|laughing|of|when|on the|tripping|trying)?",
  "(?:hurt|cut|burned|burnt|hit|injured|scratched|poisoned|hurting|cutting) myself (?:\\w+ )?(?:while|shaving|cooking|chopping|slicing|working|lifting|playing|at (?:the )?(?:gym|football|soccer|work|practice|training)|on (?:the|a|my|some)|during|skateboarding|running|climbing|falling|gardening|opening|in (?:the kitchen|training|practice)|doing|dancing|trying|skiing|with (?:the|a|my) (?:kitchen|can|lawn|hot|drill|hammer|hedge))",
  "(?:cut|cutting) myself (?:some|a|off|another|free|out|short|loose)",
  "(?:kill|killing|killed|work|working) myself (?:\\w+ )?(?:laughing|with work|at (?:the gym|work)|studying|working|to (?:finish|get|make|meet|pay|please|impress)|for (?:this|that|the) (?:job|exam|deadline|grade|company)|over (?:this|that|the|a) (?:job|exam|deadline|project))",
  "(?:die|kill myself|shoot myself|jump off a (?:bridge|cliff)|gouge my eyes out|be dead) (?:before|than) (?:i |to |let |give |ever |eat|go|watch|use|admit|wear|vote|do|work|listen|spend|play|root|be seen|touch|pay|sit|talk|kiss|date|drink|install|read)",
  "(?:if i (?:have to|hear|see|get|read)|if (?:you|he|she|they|we|my (?:boss|teacher|cat|brother|roommate|computer)|this|it|one more|another)) (?:\\w+ ){0,4}?(?:one more|another|again|spoil\\w*|still|that song|this song|this game|this bug|update|zoom|meeting|email|crash\\w*|lose again|monday|homework|ticket|ad|pun|joke)",
  "if (?:your|all your|everyone|all my) friends (?:jumped|jump)|bungee|bungy|parachut\\w+|skydiv\\w+|fallschirm\\w*|into the pool|high dive|trampoline|cliff diving|on that hill|live and let die|to die for|die hard|drop dead gorgeous|over my dead body|die another day|no time to die|killing it|killed it|dead tired|dead serious|dead sure|dead end|deadline|brain dead|buzzkill|overkill|kill joy|roadkill",
  "(?:homework|song|commute|bug|css|meeting|pun|puns|joke|jokes|traffic|lag|cringe|tutorial|puzzle|ad|ads|wifi|printer|update|excel|powerpoint|javascript|php|level|weather|humidity|alarm clock|mondays?|spoilers?|cliffhanger|ping|teammates?|this (?:level|game|guy|thread|meme|movie|show)|dad jokes?|hair|outfit|typo|selfie|tiktok) (?:\\w+ ){0,4}?(?:makes?|made|making|gives|makes me literally) (?:me )?(?:\\w+ )?(?:want|wanna|wish)",
  "(?:so|too|this is|how|that was) (?:embarrassing|cringe|awkward|funny|hilarious|cute|boring|spicy)|(?:embarrassed|cringing|bored)(?: myself)? to death|i could (?:\\w+ )?die(?: of| from| happy| laughing)?|die happy|died a little|dying over here|die rich|die (?:a|an) (?:happy|old|rich|legend|hero)|want to die (?:old|young at heart|rich|in my sleep at|surrounded|at (?:90|100|a ripe)|happy|peacefully at)",
  "(?:tot|kaputt|schlapp|krank|schief|einen ast|weg)(?:ge)?lach\\w*|lach\\w* mich (?:tot|kaputt|schlapp|krank|weg|um|schief)|(?:vor|aus) (?:lachen|scham|peinlichkeit|langeweile|hunger|durst|hitze|neugier|neid|freude|glück|aufregung|kälte|liebe)|todmüde|tot müde|fast (?:\\w+ )?einen herz\\w+|beinahe (?:\\w+ )?einen herz\\w+|sterbenslangweilig|zum totlachen|totlach\\w*|sterbe vor|hunger(?:e|n)? (?:wie|auf)|wie tot (?:ins|auf)|den verstand|umbringen vor|todlangweilig|zu tode (?:gelangweilt|langweil\\w*|gelacht|erschrocken|geschämt)|toter punkt|tote hose|über meine leiche|auf leben und tod|sterbensschön",
  "(?:wenn|falls|bevor) (?:\\w+ ){0,4}?(?:noch (?:ein|eine|einen|einmal|mal)|nochmal|schon wieder|noch so ein\\w*) (?:\\w+ ){0,8}?(?:bringe|erschieße|springe|sterbe|hänge|schreie|kündige|raste|werfe|ich)",
  "(?:lieber|eher) (?:\\w+ ){0,3}?(?:sterbe|sterben|umbringen|erschieße|tot|springe|bringe|hacke) (?:\\w+ ){0,4}?als|eher (?:sterbe|friert|springe) ich|bevor ich (?:das|den|die|so (?:was|etwas)|sowas|mit|noch) (?:\\w+ ){0,3}?(?:esse|tue|anziehe|gucke|schaue|heirate|trinke|mache|lese|benutze|wähle)",
  "(?:mich|mir) (?:\\w+ ){0,5}?(?:beim|am|an der|an dem) (?:\\w+ )?(?:kochen|rasieren|papier|glas|sport|fußball|training|joggen|blatt|zwiebel\\w*|gemüse|schnippeln|basteln|klettern|skifahren|herd|dose|dosendeckel|küchenmesser|brotmesser|spielen|turnen|messer beim|knöchel|knie|schulter)|in den finger (?:geschnitten|gesägt|gestochen)|(?:knie|knöchel|rücken|schulter|fuß|finger) (?:verletzt|verstaucht)",
  "(?:hausaufgaben|stau|lied|song|level|bug|meeting|montag|drucker|wlan|lag|kurs|vorlesung|witz|werbung|excel|spoiler|hitze|wetter|outfit|frisur) (?:\\w+ ){0,6}?(?:umbringen|sterben|erschießen|bringt mich um)|so (?:peinlich|witzig|lustig|langweilig|süß|lecker)",
  "(?:für|um) (?:\\w+ ){0,3}?(?:pizza|kaffee|schokolade|urlaub|döner|karten|ticket|bier|eis|schlaf|burger) (?:\\w+ )?(?:töten|sterben|morden|umbringen)|(?:könnte|würde|konnte) (?:\\w+ )?(?:für|morden|töten) (?:\\w+ )",
  "mundtot|totgesagte|todschick|todsicher|todernst|lebensmüde (?:wer|aktion|idee|wie|manöver|fahrer|autofahrer|radfahrer)|selbstmordkommando|selbstmordattentat\\w*|selbstmörderisch\\w*|suicidal (?:tendencies|drivers?|deer|squirrel|business|strategy|move|play)|suizidal (?:hohe|niedrige)",
);

/** Songs and sayings that everybody knows. */
const wellKnown = oneOf(
  "to be or not to be|i hurt myself today to see if i still feel|cut my life into pieces|this is my last resort|sometimes wish (?:id|i had) never been born at all|suicide is painless|who wants to live forever|im so tired of being here suppressed|dont fear the reaper|i dont want to be alive i (?:just )?want to die today|killing me softly|hope i die before i get old|live fast die young|what doesnt kill|was mich nicht umbringt|sein oder nicht sein|i dont want to wait|only the good die young|today is a good day to die|better to burn out|im only happy when it rains|would it be wrong would it be right|give me liberty or give me death|as i lay dying|i would die for you|i will always love you|an tagen wie diesen|this is the end beautiful friend|mama i just killed a man|mama just killed a man|i dont want to live on this planet anymore|i want to die in a hot tub|goodbye cruel world pink floyd",
);

/** What a clause is about instead of the writer's own life; null where nothing of the sort shows. */
export type Frame = "fiction" | "code" | "study" | "reported" | "idiom" | "well-known";

const frames: readonly (readonly [Frame, RegExp])[] = [
  ["well-known", wellKnown],
  ["idiom", idiom],
  ["fiction", fiction],
  ["study", study],
  ["code", code],
  ["reported", reported],
];

/** The frame that a clause sets, if any. */
export const frameOf = (text: string): Frame | null => frames.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Whether a clause is about a thing or an animal. */
export const aboutThing = (text: string): boolean => thing.test(text.split(" ", 5).join(" "));

/** Whether a clause is about a game, a sport or a dream. */
export const inPlay = (text: string): boolean => playful.test(text);
