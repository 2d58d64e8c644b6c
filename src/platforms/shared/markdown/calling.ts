import type { AnyCommand } from "../../../core/commands/definition.ts";
import type { Dialect } from "./dialect.ts";

/** A command, without its slash, as people type it on a platform: `session new` may be `/familiar session new`. */
export type Typed = (command: string) => string;

/** How one platform's people call the commands that there are. */
export interface Calls {
  /** A text in which they are called so. */
  inWords(text: string): string;
  /** So much longer a call may become, in UTF-16 units. */
  readonly longer: number;
}

/** A slash and a word that stand for themselves: no path, no address, no "and/or". */
const call = /(?<![\p{L}\p{N}/.:_~-])\/([a-z][a-z0-9-]*)(?![\p{L}\p{N}/_-])/gu;

export function callsOf(commands: readonly Pick<AnyCommand, "name">[], typed: Typed): Calls {
  const names = new Set(commands.map(({ name }) => name.split(" ")[0] ?? ""));
  return {
    inWords: (text) => text.replace(call, (all, name: string) => (names.has(name) ? typed(name) : all)),
    longer: Math.max(0, ...[...names].map((name) => typed(name).length - `/${name}`.length)),
  };
}

/** The same dialect, in which commands are called as people type them. */
export const calling = (dialect: Dialect, { inWords, longer }: Calls): Dialect => ({
  ...dialect,
  text: (value, atLineStart) => dialect.text(inWords(value), atLineStart),
  inlineCode: (value) => dialect.inlineCode(inWords(value)),
  weight: (sign) => dialect.weight(sign) + (sign === "/" ? longer : 0),
});
