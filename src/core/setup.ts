/** One thing that setting up has looked at, as a line: right, left to do, or only worth knowing. */
export interface Finding {
  readonly state: "right" | "left" | "hint";
  /** With what to click where, if something is left. */
  readonly text: string;
}
