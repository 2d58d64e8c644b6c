import type { Words } from "../locales/words.ts";

/** Every code a person or operator can meet. docs/errors.md tells the remedy of each; a test keeps the two equal. */
export const errorCodes = {
  "E-CONFIG-INVALID": "operator",
  "E-CONFIG-UNKNOWN-KEY": "operator",
  "E-CONFIG-FILE": "operator",
  "E-HOME": "operator",
  "E-KEY-FILE": "operator",
  "E-DATABASE-UNREACHABLE": "storage",
  "E-DATABASE-CORRUPT": "storage",
  "E-DATABASE-KEY": "operator",
  "E-DATABASE-IN-USE": "operator",
  "E-DATABASE-TAKEN": "operator",
  "E-DATABASE-FULL": "storage",
  "E-DATABASE-BUSY": "storage",
  "E-DATABASE": "storage",
  "E-TURN-GONE": "storage",
  "E-STOPPING": "storage",
  "E-BUSY": "person",
  "E-EXPIRED": "person",
  "E-DISCORD-TOKEN": "operator",
  "E-DISCORD-INTENT": "operator",
  "E-DISCORD-SETUP": "operator",
  "E-DISCORD-PERMISSION": "platform",
  "E-SLACK-TOKEN": "operator",
  "E-SLACK-SCOPE": "operator",
  "E-SLACK-SETUP": "operator",
  "E-MIGRATION-NEWER": "operator",
  "E-MIGRATION-EDITED": "operator",
  "E-MIGRATION-FAILED": "operator",
  "E-MODEL-UNREACHABLE": "provider",
  "E-MODEL-AUTH": "provider",
  "E-MODEL-RATE-LIMIT": "provider",
  "E-MODEL-OVERLOADED": "provider",
  "E-MODEL-NOT-FOUND": "provider",
  "E-MODEL-CONTEXT": "provider",
  "E-MODEL-REQUEST": "provider",
  "E-MODEL-EMPTY": "provider",
  "E-MODEL-MALFORMED": "provider",
  "E-MODEL-CUT": "provider",
  "E-MODEL-TIMEOUT": "provider",
  "E-MODEL-UNKNOWN": "provider",
  "E-INPUT-EMPTY": "person",
  "E-INPUT-TOO-LONG": "person",
  "E-INPUT-CONTROL": "person",
  "E-COMMAND-UNKNOWN": "person",
  "E-COMMAND-INPUT": "person",
  "E-NOT-FOUND": "person",
  "E-PLUGIN": "plugin",
  "E-PLUGIN-HOST-DENIED": "plugin",
  "E-PLUGIN-UNREACHABLE": "plugin",
  "E-PLUGIN-RESPONSE": "plugin",
  "E-PLATFORM-DELIVERY": "platform",
  "E-DISCORD-CIRCUIT": "platform",
  "E-ATTACHMENT-UNREACHABLE": "platform",
  "E-INTERNAL": "operator",
} as const;

export type ErrorCode = keyof typeof errorCodes;
/** Who can do something about it. */
export type Blame = (typeof errorCodes)[ErrorCode];
type CodeOf<B extends Blame> = { [C in ErrorCode]: (typeof errorCodes)[C] extends B ? C : never }[ErrorCode];

interface ErrorOptions {
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** What is thrown when nobody nearby can act on it. The message says what happened, what it means and what to do. */
export abstract class FamiliarError extends Error {
  abstract readonly code: ErrorCode;
  readonly retryable: boolean;
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.retryable = options.retryable ?? false;
  }
}

/** The operator's to mend: configuration, files, keys, versions. */
export class ConfigError extends FamiliarError {
  readonly code: CodeOf<"operator">;
  constructor(code: CodeOf<"operator">, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The person's to mend: `say` gives the words in their language. Shown, never logged as a fault. */
export class UserError extends FamiliarError {
  readonly code: CodeOf<"person">;
  readonly say: (words: Words) => string;
  constructor(code: CodeOf<"person">, say: (words: Words) => string) {
    super(code);
    this.code = code;
    this.say = say;
  }
}

/** The database's. `retryable` says whether the same call may succeed later. */
export class StorageError extends FamiliarError {
  readonly code: CodeOf<"storage">;
  constructor(code: CodeOf<"storage">, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A plugin's. */
export class PluginError extends FamiliarError {
  readonly code: CodeOf<"plugin">;
  constructor(code: CodeOf<"plugin">, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A chat platform's. */
export class PlatformError extends FamiliarError {
  readonly code: CodeOf<"platform">;
  constructor(code: CodeOf<"platform">, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const exitCodes: Readonly<Record<Blame, number>> = {
  operator: 2,
  storage: 3,
  provider: 4,
  plugin: 5,
  platform: 6,
  person: 1,
};

/** What is mended in different places of Discord's and Slack's settings can be told apart by a script. */
const ownExitCodes: Partial<Readonly<Record<ErrorCode, number>>> = {
  "E-DISCORD-TOKEN": 7,
  "E-DISCORD-INTENT": 8,
  "E-DISCORD-PERMISSION": 9,
  "E-SLACK-TOKEN": 10,
  "E-SLACK-SCOPE": 11,
};

const exitCodeOf = (code: ErrorCode): number => ownExitCodes[code] ?? exitCodes[errorCodes[code]];

/** What a person sees when the program cannot go on: words and a code, never a stack. The exit code tells the blame. */
export function lastWords(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (error instanceof FamiliarError)
    return { text: `${error.message} [${error.code}]`, exitCode: exitCodeOf(error.code) };
  const message = error instanceof Error ? error.message : String(error);
  return { text: `Familiar stopped because of a fault of its own: ${message} [E-INTERNAL]`, exitCode: 1 };
}
