import type { z } from "zod";
import type { AnyPluginCommand } from "./commands/definition.ts";
import type { Clock, Logger } from "./ports.ts";

/** The outcome of a plugin's request, as a value: plugins have words for each. */
export type HttpResult =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | {
      readonly ok: false;
      readonly reason: "unreachable" | "timeout" | "too-large" | "not-json" | "status";
      readonly status: number | null;
    };

/** Requests to the hosts that the manifest names, and to no other: any other throws E-PLUGIN-HOST-DENIED. */
export interface PluginHttp {
  /** GET, JSON answer, at most 1 MiB, at most 5 s. */
  getJson(url: URL): Promise<HttpResult>;
}

/** Text values under the plugin's own name; no plugin sees another's. */
export interface PluginStorage {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** All that a plugin can reach. */
export interface PluginContext<Config> {
  readonly config: Config;
  readonly http: PluginHttp;
  readonly storage: PluginStorage;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Contributions {
  readonly commands: readonly AnyPluginCommand[];
}

/** One optional ability. `setup` returns what it contributes and registers nothing itself. */
export interface Plugin<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly permissions: {
    /** Host names with port where it is not the scheme's own, from the configuration because addresses can be set. */
    readonly hosts: (config: z.output<Schema>) => readonly string[];
    readonly storage: boolean;
  };
  readonly config: Schema;
  readonly setup: (context: PluginContext<z.output<Schema>>) => Contributions;
}

// biome-ignore lint/suspicious/noExplicitAny: the host holds plugins of every configuration; each is called only with what its own schema parsed.
export type AnyPlugin = Plugin<any>;

/** Keeps the configuration's type while declaring. */
export const plugin = <Schema extends z.ZodType>(definition: Plugin<Schema>): Plugin<Schema> => definition;
