import { nearest } from "../core/nearest.ts";
import { invalid, type Problem } from "./problem.ts";

/** What the command line asks for. */
export interface Flags {
  /** One JSON object an event on stdout. */
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const known = ["--json", "--help", "--version"];

/** `argv` without the names of node and the program. Never throws: `--help` must work beside any problem. */
export function readFlags(argv: readonly string[]): { readonly flags: Flags; readonly problems: readonly Problem[] } {
  const flags = {
    json: argv.includes("--json"),
    help: argv.includes("--help"),
    version: argv.includes("--version"),
  };
  return { flags, problems: argv.filter((word) => !known.includes(word)).map(unknownWord) };
}

/** A flag is told without what follows its `=`, and other words not at all: a key may have slipped onto the line. */
function unknownWord(word: string): Problem {
  const flag = /^-[^=]*/.exec(word)?.[0];
  const meant = flag ? nearest(flag, known) : null;
  const hint = meant
    ? `Did you mean ${meant}?`
    : `Known are ${known.join(", ")}; messages are typed or piped in after the start.`;
  return invalid("command line", `${flag ? `There is no flag ${flag}.` : "There is a word that is no flag."} ${hint}`);
}
