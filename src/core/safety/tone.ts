import { oneOf } from "./sign.ts";

/** A laugh takes back what is said weakly. */
const laugh = oneOf(
  "lol|lmao|lmfao|rofl|haha\\w*|hehe\\w*|xd|jk|just kidding|laugh\\w*|lachen|scherz|witzig|spass|spaß",
);
/** What nobody dies of: beside it a wish to die is one to be out of an awkward or tiresome moment. */
const trifling = oneOf(
  "embarrass\\w*|cringe\\w*|awkward|hilarious|funny|boring|spoilers?|homework|mondays|stuck in traffic|traffic jam|wifi|lag|hungover|hangover|spicy|leg day|cute|adorable|puns?|taxes",
  "peinlich\\w*|witzig|lustig|langweilig|hausaufgaben|montag|stau|muskelkater|verkatert|süß|scharf|satt|vollgefressen|steuererklärung",
);
/** What one may have enough of without being tired of life. */
const tiresome = oneOf(
  "cliffhanger|semester|switching to|uninstall\\w*|refactor\\w*|linux|windows|code|coding|debug\\w*|puzzle|this (?:level|build|game|course|job|shift|project|winter|heat|commute|diet|show|book|season)|diet|marathon|gym|workout|training|stairs|dessert|pizza|cake|eaten|full|buffet|hike|run|notice|quitting my job|weather|election|software|printer",
  "semester|schuljahr|schicht|winter|sommer|hitze|kurs|projekt|spiel|vorlesung|meeting|kuchen|buffet|gegessen|essen|joggen|marathon|umzug|arbeitstag|diät|treppe|müde|feierabend|gute nacht|bett|für heute|wahlkampf|wetter|linux|windows|serie|staffel|sport|wandern|umstieg|traum",
);

/** What people who are bullied report besides: that it is many, or that they begin to believe it. */
const bullied = oneOf(
  "everyone|every day|at school|believe|right|agree|starting to|maybe i|alle|recht|jeden tag|glaube",
);

/** What stands around a sign in its sentence and changes how it is meant. */
export interface Tone {
  readonly laughs: boolean;
  readonly trifling: boolean;
  readonly tiresome: boolean;
  readonly bullied: boolean;
}

export const toneOf = (sentence: string): Tone => ({
  laughs: laugh.test(sentence),
  trifling: trifling.test(sentence),
  tiresome: tiresome.test(sentence),
  bullied: bullied.test(sentence),
});
