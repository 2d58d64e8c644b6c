import { oneOf } from "./sign.ts";

/** Words of a message, sorted by who says them. */
export interface Voices {
  /** What the writer says, words of others left out. */
  readonly own: string;
  /** What somebody close has just said, by the writer's account. */
  readonly friends: readonly string[];
}

const quoted = /"([^"]{0,1200})"/g;

/** The writer's own words or thoughts stand in the marks. */
const ownWords = oneOf(
  "(?:i|im|ive|me|my (?:head|mind|brain|thoughts|journal|diary|note)|voices?|keep|myself) (?:\\w+ ){0,6}?(?:think|thinking|thought|thoughts|say|saying|said|want|write|wrote|written|told|tell|telling|scream|screaming|whisper\\w*|hear|feel|am|keeps?|saying that|mean|googled|searched|typed|feeling)?",
  "(?:ich|mir|mein kopf|meinem kopf|stimmen?|gedanken?) (?:\\w+ ){0,5}?(?:denke|dachte|sage|sagte|schreibe|schrieb|geschrieben|höre|will|gedacht|sagt|flüstert|gegoogelt|gesagt|bin|fühle)?",
);
const friend = oneOf(
  "(?:my|our) (?:\\w+ ){0,2}?(?:friend|sister|brother|girlfriend|boyfriend|roommate|daughter|son|mom|dad|mum|cousin|wife|husband|ex|bestie|partner|mate|classmate) (?:\\w+ ){0,3}?(?:texted|messaged|wrote|sent|said|says|posted|told|writes|left|called)|(?:she|he) (?:just )?(?:texted|messaged|wrote|sent|posted|writes)|(?:text|message|note|dm) from (?:my|him|her)",
  "(?:mein|meine) (?:\\w+ ){0,2}?(?:freund|freundin|schwester|bruder|mitbewohner\\w*|tochter|sohn|mutter|vater|mama|papa|frau|mann|ex|kumpel|cousine|cousin|partner\\w*) (?:\\w+ ){0,3}?(?:schrieb|schreibt|geschrieben|sagt|sagte|gesagt|schickt|gepostet|geschickt)|(?:er|sie) (?:\\w+ ){0,3}?(?:geschrieben|schreibt|gepostet|geschickt)|nachricht von (?:meine[rm]|ihr|ihm)",
);
const art = oneOf(
  "lyrics?|songs?|movie|film|novel|book|poem|character|quote|line|sings?|singer|band|album|play|scene|episode|game|lied|songtext|roman|buch|gedicht|figur|zitat|zeile|singt|spiel|serie|titel|title|called|titled|named|heisst|says hamlet|phrase|satz|translate|uebersetze?|mean|bedeutet|say it|word|wort",
);

/** What stands in the marks and is left for the writer to have said. */
function kept(inside: string, before: string, rest: string): boolean {
  if (art.test(before)) return false;
  if (rest.replace(/[^a-z0-9]/g, "") === "" || inside.trim().split(" ").length <= 2) return true;
  return ownWords.test(before) && !friend.test(before);
}

/** A message parted into what its writer says and what others are quoted with. */
export function unquoted(text: string): Voices {
  const friends: string[] = [];
  const rest = text.replace(quoted, " ");
  const own = text.replace(quoted, (_, inside: string, at: number) => {
    const before = text
      .slice(Math.max(0, at - 60), at)
      .replace(/[^a-z0-9 ]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (kept(inside, before, rest)) return ` ${inside} `;
    if (friend.test(before) && !art.test(before)) friends.push(inside);
    return " , ";
  });
  return { own: own.replaceAll('"', " "), friends };
}
