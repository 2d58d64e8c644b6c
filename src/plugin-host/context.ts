import { PluginError } from "../core/errors.ts";
import type { AnyPlugin, PluginContext, PluginStorage } from "../core/plugin.ts";
import type { Clock, Logger } from "../core/ports.ts";
import type { PluginValues } from "../core/storage.ts";
import { type HttpLimits, pluginHttp } from "./http.ts";

/** What the host has, of which each plugin gets its own narrow part. */
export interface HostPorts {
  readonly fetch: typeof fetch;
  readonly storage: PluginValues;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly httpLimits: HttpLimits;
}

/**
 * Mints all that one plugin can reach. Everything is made anew and frozen, so that no plugin gets hold of an object
 * that another part of the program uses.
 */
export function contextFor(plugin: AnyPlugin, config: unknown, host: HostPorts): PluginContext<unknown> {
  const log = frozenLogger(host.logger.child({ plugin: plugin.name }));
  const hosts = plugin.permissions.hosts(config).map((name) => name.toLowerCase());
  return Object.freeze({
    config: deepFreeze(config),
    http: pluginHttp({ plugin: plugin.name, hosts, fetch: host.fetch, log, limits: host.httpLimits }),
    storage: plugin.permissions.storage ? ownStorage(plugin.name, host.storage) : noStorage(plugin.name),
    clock: frozenClock(host.clock),
    log,
  });
}

const ownStorage = (plugin: string, values: PluginValues): PluginStorage =>
  Object.freeze({
    get: (key: string) => values.get(plugin, key),
    set: (key: string, value: string) => values.set(plugin, key, value),
    delete: (key: string) => values.delete(plugin, key),
  });

function noStorage(plugin: string): PluginStorage {
  const refuse = async (): Promise<never> => {
    throw new PluginError(
      "E-PLUGIN",
      `The plugin "${plugin}" wanted to store something without the permission to, so nothing was stored. ` +
        "If that is meant, set permissions.storage where the plugin is declared.",
    );
  };
  return Object.freeze({ get: refuse, set: refuse, delete: refuse });
}

const frozenClock = (clock: Clock): Clock =>
  Object.freeze({
    now: () => clock.now(),
    sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms, signal),
  });

const frozenLogger = (log: Logger): Logger =>
  Object.freeze<Logger>({
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message, error) => log.error(fields, message, error),
    child: (fields) => frozenLogger(log.child(fields)),
  });

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
