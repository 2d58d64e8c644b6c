/** What a doing has led to: the id it goes by, and where it was; dispatching comes after writing down. */
export interface Deed {
  readonly id: string;
  readonly channel: string | null;
  readonly guild?: string | null;
  /** Tells the bot. */
  readonly tell: () => void;
}
