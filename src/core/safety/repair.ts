const wordSet = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What people write short, or by a usual slip. */
const short: ReadonlyMap<string, string> = new Map(
  Object.entries({
    wanna: "want to",
    wana: "want to",
    wnna: "want to",
    wnat: "want",
    wan: "want",
    gonna: "going to",
    gunna: "going to",
    gona: "going to",
    gotta: "have to",
    tryna: "trying to",
    imma: "i am going to",
    ima: "i am going to",
    cuz: "because",
    coz: "because",
    cus: "because",
    bc: "because",
    u: "you",
    ur: "your",
    r: "are",
    rn: "right now",
    idk: "i dont know",
    ppl: "people",
    pls: "please",
    plz: "please",
    kil: "kill",
    kll: "kill",
    klil: "kill",
    kiling: "killing",
    mself: "myself",
    mysef: "myself",
    urself: "yourself",
    anymor: "anymore",
    nomore: "no more",
    cannot: "cant",
    cnat: "cant",
    dnt: "dont",
    dunno: "dont know",
    doin: "doing",
    nothin: "nothing",
    livin: "living",
    alot: "a lot",
    tmrw: "tomorrow",
    tmr: "tomorrow",
    tonite: "tonight",
    fkn: "fucking",
    fuckin: "fucking",
    bf: "boyfriend",
    gf: "girlfriend",
    dieing: "dying",
    diying: "dying",
    deid: "died",
    wud: "would",
    shud: "should",
    thru: "through",
    thx: "thanks",
    nich: "nicht",
    nciht: "nicht",
    nihct: "nicht",
    nict: "nicht",
    ned: "nicht",
    ncht: "nicht",
    nix: "nichts",
    nimmer: "nicht mehr",
    nimma: "nicht mehr",
    hab: "habe",
    leb: "lebe",
    sterbn: "sterben",
    lebn: "leben",
    nemme: "nicht mehr",
    ne: "eine",
    nen: "einen",
    isch: "ich",
    ihc: "ich",
    iwie: "irgendwie",
    grad: "gerade",
    jz: "jetzt",
    jtz: "jetzt",
    zb: "zum beispiel",
    mim: "mit dem",
    lebem: "leben",
    sterbem: "sterben",
    umbrinen: "umbringen",
  }),
);

/** The long words that the signs rest on: near misses of them are mended. */
const long = wordSet(`
  suicide suicidal suicides myself killing kill overdose overdosed overdosing hanging worthless hopeless goodbye pointless
  anymore breathing unconscious bleeding strangling strangled choking threatening threatened ambulance cutting swallowed
  sleeping tablets existing disappear forever boyfriend girlfriend husband stepdad stepfather hitting beating violent abusive
  selbstmord selbstmordgedanken suizid suizidgedanken suizidal umbringen umzubringen sterben beenden ritzen geritzt erhaengen verschwinden
  aufwachen schlaftabletten tabletten abschiedsbrief abschiedsbriefe ueberdosis bewusstlos geschlagen schlaegt bedroht verfolgt erstochen
  springen bruecke vergewaltigt krankenwagen herzinfarkt blutet atmet selbstverletzung wuenschte leben hoffnung
`);

/** Short words that only letters apart and letters changed for signs are read as. */
const brief = wordSet(`
  i im to want die dead my life end it all me is not no more the a in of am self harm hurt cut pills
  live dont cant alive hate pain everything world death hope wish hang exist anymore fucking done cut cutting
  ich will mich um tot sein nicht mehr das mein bringe bringen toeten need help
`);

/** True words that lie one letter beside another. */
const true_ = new Set(
  wordSet(`
  homeless violet breeding blending schlaeft schlaegst geschlafen blenden umringen sprangen aufwaschen however seeping
  werde werden wurde wurden wuerde wuerden hunting streben dulling banging ranging handing hinging beaten bearing heating seating boating betting batting bleating feeling
  existing exiting exiling leaden leber lieben loben heben beben neben laben lesen lebens lebend
  springer sprengen schlafen schlagen schlaege aufmachen aufwachsen bearing cutting cuttings busting hitting hatting hotting hinting
  bedrohst brueche bruecken tableten verfolge verfolgst stersen hoffnungen goodbyes leveling sleeping steeping sweeping slipping
  berate wuerden moechten moechtet mochte wurde forever suicides himself herself itself yourself threatens tables tabletten erhangen killings
  moechtest wuerdest chocking smoking stroking breathing leben lebe lebt levels
  `),
);

const known: ReadonlySet<string> = new Set([...long, ...brief]);
const signLetters: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};

/** Whether two words differ by one letter put in, left out, changed or swapped with its neighbour. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

function mended(word: string): string {
  if (word.length < 5 || word.length > 24 || known.has(word) || true_.has(word)) return word;
  // Endings that differ make another form of the word, not a slip.
  const stem = word.slice(0, -1);
  const close = (one: string): boolean =>
    one.length > 5 && one[0] === word[0] && !one.startsWith(stem) && near(word, one);
  return long.find(close) ?? word;
}

/** "su1cide", "s*icide": a known word behind the signs, else the word as it is. */
function unmasked(word: string): string {
  const inner = word.length > 24 ? "" : word.replace(/^\*+|[.,;:!?"()*]+$/g, "");
  if (!/^[a-z@$].*[a-z]$/.test(inner) || /^[a-z]+$/.test(inner)) return word;
  const clear = inner.replace(/[013457@$!|]/g, (sign) => signLetters[sign] ?? sign);
  if (clear.includes("*")) {
    const hidden = new RegExp(`^${clear.replace(/[^a-z*]/g, "").replaceAll("*", "[a-z]")}$`);
    return [...known].find((one) => hidden.test(one)) ?? word;
  }
  return known.has(clear) ? clear : word;
}

/** "killmyself", as letters written apart leave it: parted into known words, the longest first; null where that fails. */
function parted(word: string): string | null {
  if (word.length < 6 || word.length > 60) return null;
  const reached: (string | null)[] = [""];
  for (let end = 1; end <= word.length; end += 1) {
    const from = Array.from({ length: Math.min(end, 18) }, (_, i) => end - Math.min(end, 18) + i);
    const start = from.find(
      (at) => reached[at] !== null && reached[at] !== undefined && known.has(word.slice(at, end)),
    );
    reached[end] = start === undefined ? null : `${reached[start] ?? ""} ${word.slice(start, end)}`;
  }
  const parts = reached[word.length]?.trim() ?? "";
  // Two parts are often one true word: "umbringe".
  return parts.split(" ").length > 2 ? parts : null;
}

/** Letters drawn out: two where a known word has two, else one. */
function drawnIn(word: string): string {
  if (!/([a-z])\1\1/.test(word)) return word;
  const doubled = word.replace(/([a-z])\1{2,}/g, "$1$1");
  return known.has(doubled) ? doubled : word.replace(/([a-z])\1{2,}/g, "$1");
}

/** A word as it is usually written. What is no word comes back unchanged. */
export function repaired(token: string): string {
  const clear = unmasked(token);
  const parts = /^([^a-z]*)([a-z]+)([^a-z]*)$/.exec(clear);
  if (!parts) return clear.slice(0, 60);
  const [, before = "", word = "", after = ""] = parts;
  const plain = drawnIn(word);
  const usual = short.get(plain) ?? (known.has(plain) ? plain : (parted(plain) ?? mended(plain)));
  return `${before}${usual.slice(0, 80)}${after}`;
}
