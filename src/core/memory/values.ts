import { type Cut, capitalName, cutName, run, trimmed } from "./cut-name.ts";
import { isOccupation } from "./grammar/occupation.ts";
import { nounOf } from "./nouns.ts";
import { isFunctionWord } from "./vocabulary.ts";

export type { Cut } from "./cut-name.ts";

/** How a value reads; `called` is a name after a verb that only names, `name` after one that may also qualify. */
export type ValueSort =
  | "called"
  | "name"
  | "proper"
  | "place"
  | "things"
  | "phrase"
  | "number"
  | "date"
  | "job"
  | "owned"
  | "aim";

const placeEnd =
  /[,;:()\n]|\s+(?:and|but|or|with|where|since|for|now|because|right now|at the moment|which|who|when|while|my|i|i'm|we|currently|these days|though|so|as|until|und|aber|mit|wo|seit|weil|denn|jetzt|gerade|zurzeit|ich|wir|mein\w*|zusammen|in|near|bei)(?=\s|$)/iu;

/** "Lisbon", "New York", "Stoke on Trent", "a village near Cork", "Leeds, Yorkshire". */
function cutPlace(tail: string): Cut | null {
  const from = /^(?:[\s:]|(?:now|currently|here|back|jetzt|hier)\b)*/iu.exec(tail)?.[0].length ?? 0;
  const proper = capitalName(tail, run(tail, from, 6));
  if (proper) {
    const region = /^,\s*(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?)\s*$/u.exec(tail.slice(proper.end));
    return region && !isOccupation(region[1] ?? "")
      ? {
          value: tail.slice(from, proper.end + region[0].trimEnd().length),
          start: from,
          end: proper.end + region[0].trimEnd().length,
        }
      : proper;
  }
  const rest = trimmed(tail.slice(from));
  const article = /^(?:the|an?|de[rnm]|die|das|eine[rmn]?|'?ne[rmn]?)\s/iu.test(rest);
  const stop = article ? /[,;:()\n]|\s+(?:and|but|with|since|because|und|mit|seit|weil)(?=\s|$)/iu : placeEnd;
  const value = rest.slice(0, stop.exec(rest)?.index ?? rest.length).trim();
  const count = value.split(/\s+/u).length;
  if (value === "" || count > (article ? 7 : 3) || (!article && isFunctionWord(value.split(/\s/u)[0] ?? "")))
    return null;
  return { value, start: from, end: from + value.length };
}

const phraseEnd =
  /[;:()\n]|,(?=\s)|\s+(?:and|but|or|because|since|so|und|aber|weil|denn|oder)(?=\s+(?:i|i'm|my|we|he|she|it|they|you|am|live|lives|work|works|have|ich|mein\w*|wir|er|sie|es|du|wohne|arbeite|habe|bin)(?!\p{L}))|\s+(?:but|because|aber|weil|denn|called|named|namens)(?=\s)/iu;

function cutPhrase(tail: string, limit = 14): Cut | null {
  const from = /^[\s:=-]*/u.exec(tail)?.[0].length ?? 0;
  const rest = trimmed(tail.slice(from));
  const value = rest.slice(0, phraseEnd.exec(rest)?.index ?? rest.length).trim();
  if (value === "" || value.split(/\s+/u).length > limit || !/[\p{L}\p{N}]/u.test(value)) return null;
  return { value, start: from, end: from + value.length };
}

/** A phrase without the article before it. */
function cutAim(tail: string): Cut | null {
  const lead = /^[\s:=-]*(?:(?:an?|the|eine?[nmr]?|de[rnm]|die|das)\s+)?/iu.exec(tail)?.[0].length ?? 0;
  const cut = cutPhrase(tail.slice(lead));
  return cut && { value: cut.value, start: cut.start + lead, end: cut.end + lead };
}

const numberWords =
  "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:(?:ein|zwei|drei|vier|f[üu]e?nf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|f[üu]e?nfzig|sechzig|siebzig|achtzig|neunzig)|ein|zwei|drei|vier|f[üu]e?nf|sechs|sieben|acht|neun|zehn|elf|zw[öo]e?lf|dreizehn|vierzehn|f[üu]e?nfzehn|sechzehn|siebzehn|achtzehn|neunzehn)";
const age = new RegExp(
  `^[\\s:]*(?:already |now |just |only |about |almost |nearly |schon |jetzt |gerade |erst |fast )?(\\d{1,3}(?![\\d,.]*\\d)|${numberWords})(?:\\s*(?:-|\\s)?(?:years?[- ]old|years? of age|yrs?(?: old)?|y\\/?o|jahre? alt|years|jahre|j\\.)(?!\\p{L})|(?=\\s*$|\\s*[,.;!)]|\\s+(?:and|und|from|aus|but|aber|now|jetzt|today|heute|yesterday|gestern|last|letzte\\p{L}*|this|dieses|years?|geworden|in|next|soon|who|living)(?!\\p{L})))`,
  "iu",
);

function cutNumber(tail: string): Cut | null {
  const found = age.exec(tail);
  const value = found?.[1];
  if (!found || value === undefined || (/^\d/u.test(value) && Number(value) > 125)) return null;
  const start = found[0].indexOf(value);
  return { value, start, end: start + value.length };
}

function cutDate(tail: string): Cut | null {
  const from = /^[\s:]*(?:(?:on|in|am|im)\s+)?(?:(?:the|der|den)\s+)?/iu.exec(tail)?.[0].length ?? 0;
  const cut = cutPhrase(tail.slice(from), 5);
  return cut && { value: cut.value, start: cut.start + from, end: cut.end + from };
}

const jobEnd =
  /[,;:()\n]|\s+(?:and|but|at|in|from|for|who|with|by|since|because|based|living|on|und|aber|bei|beim|auf|im|mit|in|aus|von|der|die|seit|f[üu]r|an|am)(?=\s|$)/iu;

function cutJob(tail: string): Cut | null {
  const from = /^[\s:]*(?:(?:an?|the|'?nen|ein|eine|einen|als|being|working as)\s+)*/iu.exec(tail)?.[0].length ?? 0;
  const rest = trimmed(tail.slice(from));
  const value = rest.slice(0, jobEnd.exec(rest)?.index ?? rest.length).trim();
  if (value === "" || value.split(/\s+/u).length > 4 || /^(?:kein\p{L}*|not|no|nicht)\s/iu.test(value)) return null;
  return { value, start: from, end: from + value.length };
}

const between =
  /^\s*(?:,\s*(?:and|und|or|oder)?|;|&|\+|\/|\band\b|\bor\b|\bund\b|\boder\b|\bsowie\b|\bas well as\b)\s*/iu;

/** More of the same after the first value: "Miso, Tofu and Bean". */
function more(tail: string, first: Cut, next: (rest: string) => Cut | null): readonly Cut[] {
  const cuts = [first];
  let end = first.end;
  for (let joint = between.exec(tail.slice(end)); joint && cuts.length < 12; joint = between.exec(tail.slice(end))) {
    const from = end + joint[0].length;
    const cut = next(tail.slice(from));
    if (!cut) break;
    cuts.push({ value: cut.value, start: cut.start + from, end: cut.end + from });
    end = cut.end + from;
  }
  return cuts;
}

const thingEnd =
  /[,;:()\n&]|\s+(?:and|or|but|because|since|so|when|if|while|though|although|that|which|who|where|more|better|as|unless|except|for|to death|a lot|very much|so much|the most|most|best|too|und|oder|aber|weil|wenn|denn|dass|sowie|sehr|total|nicht|gar|überhaupt|mehr|am|in(?=\s+(?:\d|it|them|anything|everything|my)(?!\p{L}))|since|seit|allergisch|essen|trinken|leiden|ausstehen|vertragen|gern|gerne)(?=\s|$)/iu;
const notThing =
  /^(?:you|u|it|its|this|that|that's|these|those|him|her|them|me|my|your|his|their|our|how|when|what|where|why|who|i|i'm|i've|im|we|he|she|they|is|are|am|was|live|lives|work|works|have|has|come|comes|study|go|don'?t|can'?t|if|so|very|not|no|do|did|be|been|just|really|love|like|hate|dich|du|es|das|dies\w*|ihn|sie|ihm|mich|mein\w*|dein\w*|ich|wie|wenn|dass|er|wir|bin|wohne|arbeite|habe|komme|nicht|sehr|gern\w*|mag|liebe|hasse)$/iu;

function cutThing(tail: string): Cut | null {
  const lead =
    /^[\s:]*(?:(?:a little|a bit of|fluent|fluently|a few|etwas|ein bisschen|ein wenig|fließend|all(?: kinds of)?|any|some|the|an?|every|most|certain|eating|drinking|having|to eat|to drink|alle[nrms]?|jede[nrms]?|de[nrm]|die|das|eine?[nrms]?)\s+)*/iu;
  const from = lead.exec(tail)?.[0].length ?? 0;
  const rest = trimmed(tail.slice(from));
  const value = rest.slice(0, thingEnd.exec(rest)?.index ?? rest.length).trim();
  const words = value.split(/\s+/u);
  if (value === "" || words.length > 6 || notThing.test(words[0] ?? "") || !/\p{L}/u.test(value)) return null;
  return { value, start: from, end: from + value.length };
}

const determined =
  /^[\s:]*(?:(?:also|just|auch|noch)\s+)?(?<value>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|some|several|ein(?:e[nmrs]?)?|zwei|drei|vier|f[üu]nf|sechs|sieben|acht|einige|mehrere)\s+(?:\p{L}[\p{L}-]*\s+){0,2}?(?<noun>\p{L}[\p{L}-]*))(?=\s*$|\s*[,.;:(&]|\s+(?:and|und|at|with|in|who|which|that|but|now|too|mit|aber|zu ?hause)(?!\p{L}))/iu;

/** "two cats", "ein Klavier": with its number or article, and only what the lexicon knows somebody can have. */
function cutOwned(tail: string): Cut | null {
  const { value, noun } = determined.exec(tail)?.groups ?? {};
  const sort = noun === undefined ? undefined : nounOf(noun)?.sort;
  if (value === undefined || sort === undefined || sort === "attribute") return null;
  const start = tail.indexOf(value);
  return { value, start, end: start + value.length };
}

/** All values at the start of `tail`, read as this sort; `several` allows a list where one is the rule. */
export function cutValues(tail: string, sort: ValueSort, several: boolean): readonly Cut[] {
  const one = (rest: string): Cut | null => cutters[sort](rest);
  const first = one(tail);
  if (!first) return [];
  if (!several && sort !== "things" && sort !== "owned") return [first];
  return more(tail, first, one);
}

const cutters: Readonly<Record<ValueSort, (tail: string) => Cut | null>> = {
  called: (tail) => cutName(tail, "called"),
  name: (tail) => cutName(tail, "name"),
  proper: (tail) => cutName(tail, "proper"),
  place: cutPlace,
  things: cutThing,
  phrase: cutPhrase,
  number: cutNumber,
  date: cutDate,
  job: cutJob,
  owned: cutOwned,
  aim: cutAim,
};
