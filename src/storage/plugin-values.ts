import type { PluginValues } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { withoutNul } from "./text.ts";

export const pluginValues = ({ client }: Database): PluginValues => ({
  get: async (plugin, key) => {
    const row = await client.pluginValue.findUnique({ where: { plugin_key: { plugin, key } } });
    return row?.value ?? null;
  },
  set: async (plugin, key, text) => {
    const value = withoutNul(text);
    const where = { plugin_key: { plugin, key } };
    await client.pluginValue.upsert({ where, create: { plugin, key, value }, update: { value } });
  },
  delete: async (plugin, key) => {
    await client.pluginValue.deleteMany({ where: { plugin, key } });
  },
});
