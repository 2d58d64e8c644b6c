import { ConfigError, PlatformError } from "../core/errors.ts";
import type { Finding } from "../core/setup.ts";

const marks: Readonly<Record<Finding["state"], string>> = { right: "✓", left: "✗", hint: "·" };

type Left = Extract<Finding, { readonly state: "left" }>;

/** Tells line by line how a platform stands. Rejects with the code of the first thing that is left to do. */
export async function tell(
  findings: AsyncIterable<Finding>,
  print: (line: string) => void,
  lastWords: (steps: number) => string,
): Promise<void> {
  const left: Left[] = [];
  for await (const finding of findings) {
    if (finding.state === "left") left.push(finding);
    print(`${marks[finding.state]} ${finding.text}`);
  }
  const [first] = left;
  if (first) throw errorOf(first.code, lastWords(left.length));
}

const errorOf = (code: Left["code"], text: string): Error =>
  code === "E-DISCORD-PERMISSION" ? new PlatformError(code, text) : new ConfigError(code, text);
