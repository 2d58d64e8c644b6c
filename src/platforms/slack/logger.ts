import { LogLevel, type Logger as SlackLogger } from "@slack/web-api";
import type { Logger } from "../../core/ports.ts";

/** What Slack's libraries say of themselves may hold what was said: only that something was said is handed on. */
export function quietLogger(log: Logger): SlackLogger {
  const tell = (): void => log.debug({}, "a Slack library has said something");
  return {
    debug: () => {},
    info: () => {},
    warn: tell,
    error: tell,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
