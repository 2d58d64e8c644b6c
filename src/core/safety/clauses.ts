/** A stretch of a message that says one thing, in plain words and without marks. */
export interface Clause {
  readonly text: string;
  /** The number of its sentence. */
  readonly sentence: number;
  /** Whether its sentence ends in a question mark. */
  readonly asked: boolean;
  /** Whether a colon led into it. */
  readonly led: boolean;
}

const joint = new RegExp(
  [
    "[,()]|:(?! ?[0-9])",
    " (?=(?:but|because|although|though|however|yet|and then) )",
    " (?=(?:and|so|or) (?:i|im|ive|id|ill|my|he|she|they|hes|shes|everyone|nobody|now|it) )",
    " (?=(?:aber|weil|denn|sondern|obwohl|jedoch) )",
    " (?=(?:und|oder) (?:ich|mein\\w*|er|sie|niemand|keiner|jetzt|bin|will|hab\\w*|kann) )",
  ].join("|"),
);

const words = (text: string): string => text.replace(/[^a-z0-9]+/g, " ").trim();

/** The sentences of a folded message, each with its clauses, in order. */
export function clausesOf(text: string): readonly Clause[] {
  const sentences = text.match(/[^.!?;]+[.!?;]*/g) ?? [];
  return sentences
    .flatMap((sentence, number) => {
      const parts = sentence.split(joint);
      let at = 0;
      return parts.map((part) => {
        const led = at > 0 && sentence[at - 1] === ":";
        at += part.length + 1;
        return { text: words(part), sentence: number, asked: sentence.trimEnd().endsWith("?"), led };
      });
    })
    .filter((clause) => clause.text !== "");
}
