/** How one language tells of one's own sorrow and joy. All in plain spelling. */
export interface NewsTongue {
  readonly own: RegExp;
  /** "I feel so ...": the word that follows is weighed by the lexicon. */
  readonly frame: RegExp;
  /** Words that such a frame holds without any news in them: "I'm good", "I'm allergic to", "I'm Joy". */
  readonly plain: RegExp;
  readonly negation: RegExp;
  readonly hypothetical: RegExp;
  readonly sorrow: RegExp;
  readonly joy: RegExp;
  /** Sorrow whatever stands around it. */
  readonly dark: RegExp;
}
