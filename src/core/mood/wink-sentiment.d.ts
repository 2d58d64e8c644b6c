/** The one call of the library that is used; it ships no types of its own. */
declare module "wink-sentiment" {
  export default function sentiment(phrase: string): {
    readonly score: number;
    /** -5..5 */
    readonly normalizedScore: number;
  };
}
