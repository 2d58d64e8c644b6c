/** The companion's own account, as far as a message may name it. */
export interface Self {
  readonly team: string;
  /** As people mention it. */
  readonly user: string;
  /** As its own messages name it. */
  readonly bot: string | null;
  readonly name: string;
  /** The slash command behind which all others stand, without its slash. */
  readonly front: string;
}
