import { destination as fileDescriptor, pino, stdTimeFunctions } from "pino";
import { FamiliarError } from "./core/errors.ts";
import type { LogFields, Logger } from "./core/ports.ts";
import type { Secret } from "./core/secret.ts";

export interface LogOptions {
  readonly level: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** Every one is taken out wherever it appears, also inside a library's error texts. */
  readonly secrets: readonly Secret[];
  /** Takes whole lines; stderr unless given. */
  readonly destination?: { write(line: string): void };
}

/** JSON lines with ISO time. Written synchronously, so that the last words of a dying process are not lost. */
export function pinoLogger({
  level,
  secrets,
  destination = fileDescriptor({ fd: 2, sync: true }),
}: LogOptions): Logger {
  const stream = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return loggerOver(stream, redaction(secrets), {});
}

type Level = "debug" | "info" | "warn" | "error";
type Sink = Readonly<Record<Level, (fields: object, message: string) => void>>;
type Redact = (text: string) => string;

function loggerOver(sink: Sink, redact: Redact, inherited: LogFields): Logger {
  const at = (level: Level) => (fields: LogFields, message: string) =>
    sink[level](safeFields({ ...inherited, ...fields }, redact), redact(message));
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: (fields, message, error) => {
      const own = safeFields({ ...inherited, ...fields }, redact);
      sink.error(error === undefined ? own : { ...own, error: safeError(error, redact) }, redact(message));
    },
    child: (fields) => loggerOver(sink, redact, { ...inherited, ...fields }),
  };
}

const mask = "[redacted]";
/** Matches `apiKey`, `x-api-key`, `botToken`, and not `inputTokens`. */
const secretName =
  /(?:authorization|cookie|passw(?:or)?d|secret|token|(?:api|master|database|access|private)[-_]?key)$/i;

const safeFields = (fields: LogFields, redact: Redact): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secretName.test(name)) return [name, mask];
      return [name, typeof value === "string" ? redact(value) : value];
    }),
  );

/** Shorter values would take ordinary words out of the log, and protect nothing that can be guessed anyway. */
const shortestSecret = 4;

function redaction(secrets: readonly Secret[]): Redact {
  const forms = secrets
    .map((secret) => secret.reveal())
    .filter((value) => value.length >= shortestSecret)
    .flatMap((value) => [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)])
    .sort((a, b) => b.length - a.length); // the longer first: no tail of it may stay behind
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, mask), text);
}

interface LoggedError {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
}

const deepestCause = 5;

/** Only these fields: an SDK's error carries requests, headers and answers beside them. */
function safeError(error: unknown, redact: Redact, depth = 1): LoggedError {
  if (!(error instanceof Error))
    return { name: "NotAnError", message: `something was thrown that is no error (${typeof error})` };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    message: redact(ownWords(error)),
    stack: frames(error).map(redact),
    ...(error.cause !== undefined && depth < deepestCause && { cause: safeError(error.cause, redact, depth + 1) }),
  };
}

const longestMessage = 500;

/**
 * Our own errors quote nobody. A library's may: Prisma prints the values of a refused query below its first line, and
 * JSON.parse a piece of the text.
 */
function ownWords(error: Error): string {
  if (error instanceof FamiliarError) return error.message;
  if (error instanceof SyntaxError) return "a text is not what its grammar asks for";
  return (error.message.split("\n").find((line) => line.trim() !== "") ?? "").slice(0, longestMessage);
}

/** Without the head of the stack, which repeats the message: words of somebody may stand there. */
function frames(error: Error): readonly string[] {
  const stack = error.stack ?? "";
  return stack
    .slice(stack.includes(error.message) ? stack.indexOf(error.message) + error.message.length : 0)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
