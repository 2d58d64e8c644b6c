/** What a doing has led to; the app is told after it is written down. */
export interface Deed {
  readonly id: string;
  readonly team: string;
  readonly channel: string | null;
  /** Of the message that it made or was about. */
  readonly ts?: string | null;
  readonly thread?: string | null;
  readonly trigger?: string | null;
  readonly tell: () => void;
}
