/** The door for commands/ and plugins/: names handed on, no logic. */
export { z } from "zod";
export {
  type AnyCommand,
  type Choice,
  type CommandCall,
  command,
  type Localized,
  type PluginCall,
  pluginCommand,
  type Typing,
} from "./core/commands/definition.ts";
export { described, fieldsOf, usageOf } from "./core/commands/fields.ts";
export { unknownCommand } from "./core/commands/line.ts";
export { UserError } from "./core/errors.ts";
export type { MoodEvent } from "./core/mood/mood.ts";
export { moodWords } from "./core/mood/mood-words.ts";
export { moodAt } from "./core/mood/next-mood.ts";
export { type HttpResult, type PluginContext, type PluginHttp, plugin } from "./core/plugin.ts";
export type { Clock, Logger } from "./core/ports.ts";
export type { Markdown } from "./core/reply.ts";
export type { Locale } from "./core/session.ts";
export type { Journal, JournalEntry, Moods, Session, Sessions } from "./core/storage.ts";
export { localized, words } from "./locales/words.ts";
