/** The door for commands/ and plugins/: names handed on, no logic. */
export { z } from "zod";
export { type CommandCall, command } from "./core/commands/definition.ts";
export { UserError } from "./core/errors.ts";
export { plugin } from "./core/plugin.ts";
