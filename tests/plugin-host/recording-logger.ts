import type { LogFields, Logger } from "../../src/core/ports.ts";

export interface Line {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: LogFields;
  readonly message: string;
  readonly error: unknown;
}

/** Keeps every line, with the fields of the loggers above it. */
export function recordingLogger(
  above: LogFields = {},
  lines: Line[] = [],
): Logger & { readonly lines: readonly Line[] } {
  const at = (level: Line["level"]) => (fields: LogFields, message: string, error?: unknown) => {
    lines.push({ level, fields: { ...above, ...fields }, message, error });
  };
  return {
    lines,
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (fields) => recordingLogger({ ...above, ...fields }, lines),
  };
}
