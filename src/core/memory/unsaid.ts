import type { Clause } from "./clauses.ts";

const lead =
  /^[\s,]*(?:(?:hi|hiya|hey|hello|hallo|moin|so|well|also|and|but|yes|yeah|ok|okay|btw|fyi|anyway|currently|recently|just|und|aber|ja|übrigens|naja)[\s,]+)*/iu;

/** Verbs that open a clause only where "I" was left out before them; those that may as well command are not among them. */
const openings: readonly (readonly [string, RegExp])[] = [
  [
    "ich ",
    /^(?:bin|wohne?|lebe?(?! wohl)|arbeite?|komme?|stamme|hei(?:ß|ss)e|habe?|hasse|esse|trinke|vertrage?|spreche|spiele|studiere|lerne|reagiere|darf|leide|fahre|fliege|ziehe|plane|werde)\s+(?!(?:ich|wir|du|das|es|er|sie|mal|mich|nicht ich|dank)(?!\p{L}))/iu,
  ],
  [
    "i'm ",
    /^(?:(?:living|based|residing) (?:in|at|near)|working (?:from home |part[- ]time |nights )?(?:as|at|for|in)|(?:going|moving|flying|travelling|traveling) to(?! (?:bed|sleep|work|be|go|try|school|hell|the)(?!\p{L}))|(?:(?:very|severely|really|deathly) )?allergic to|vegan|vegetarian|originally from|born (?:(?:and (?:bred|raised) )?in|on)|studying|training for|learning|saving (?:up )?for|scared of|terrified of|planning (?:to|on)|\d{1,2} (?:years?|yrs?) old)(?!\p{L})/iu,
  ],
  ["i've ", /^been (?:living|working|studying|learning)(?!\p{L})/iu],
  ["ich bin ", /^(?:wohnhaft|geboren(?! bin)|aufgewachsen(?! bin))(?!\p{L})/iu],
  ["my ", /^(?:fave?|favou?rite) \p{L}+(?: \p{L}+)?(?:'?s| is| are| ?:)(?!\p{L})/iu],
  ["meine ", /^lieblings\p{L}+(?: ist| sind| ?:)(?!\p{L})/iu],
  [
    "i ",
    /^(?:(?:live|work) (?:in|as|at|for|near)|got (?:myself |ourselves )?(?:an?|two|three|four|\d)|have (?:two|three|four|\d)|moved (?:to|from|back|in)|grew up|hate|can'?t (?:eat|stand|have|drink|tolerate|go near)|used to live|adopted|drive an?|was born|come from|go by|turned \d|turn \d)(?!\p{L})/iu,
  ],
];

/** A clause with the subject that its speaker left unsaid. */
export interface Told extends Clause {
  /** How many signs at its beginning were never written. */
  readonly supplied: number;
}

/** "wohne in Kiel", "going to Iceland in May": the clause with its "I", which people leave out when they type. */
export function withSubject(clause: Clause): Told {
  const from = lead.exec(clause.text)?.[0].length ?? 0;
  const rest = clause.text.slice(from);
  const subject = openings.find(([, opening]) => opening.test(rest))?.[0];
  if (subject === undefined) return { ...clause, supplied: 0 };
  const supplied = subject.length;
  return { ...clause, text: subject + rest, start: clause.start + from - supplied, supplied };
}
