import { ConfigError } from "../core/errors.ts";

/** One thing that is wrong with the configuration. It never quotes the value: that may be a secret in the wrong place. */
export interface Problem {
  readonly code: "E-CONFIG-INVALID" | "E-CONFIG-UNKNOWN-KEY" | "E-CONFIG-FILE";
  /** Where: a variable, a flag, or the file and the key in it. */
  readonly path: string;
  /** What is wrong and what to do, in one or two sentences. */
  readonly words: string;
}

export const invalid = (path: string, words: string): Problem => ({ code: "E-CONFIG-INVALID", path, words });

export const unknownKey = (path: string, words: string): Problem => ({ code: "E-CONFIG-UNKNOWN-KEY", path, words });

/** Reports everything at once: whoever mends a configuration should not meet its faults one by one. */
export function throwProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (!first) return;
  const alike = problems.every(({ code }) => code === first.code);
  const lines = problems.map(({ code, path, words }) => `${path}${alike ? "" : ` [${code}]`}: ${words}`);
  throw new ConfigError(alike ? first.code : "E-CONFIG-INVALID", heading(lines));
}

const heading = (lines: readonly string[]): string =>
  lines.length === 1
    ? `Familiar did not start. ${lines[0]}`
    : [`Familiar did not start: ${lines.length} settings need mending.`, ...lines.map((line) => `  ${line}`)].join(
        "\n",
      );
