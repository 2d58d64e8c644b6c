/** Prisma's schema engine as WebAssembly: it compares two sets of models without an engine binary and without a database. */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

export const providers = ["sqlite", "postgresql"];

const folder = fileURLToPath(new URL(".", import.meta.url));

/** All shared models as one text, in the order of their files' names. */
export async function readModels() {
  const files = (await readdir(`${folder}models`)).filter((file) => file.endsWith(".prisma")).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}models/${file}`, "utf8")));
  return texts.join("\n");
}

/**
 * Loads the engine, once for a process: its bindings hold one instance. The function it gives answers with the SQL that
 * leads from one set of models (null: an empty database) to another, or with null where nothing differs.
 */
export async function loadDifference() {
  const { SchemaEngine } = await instantiate();
  return async (provider, from, to) => {
    const header = await readFile(`${folder}${provider}/schema.prisma`, "utf8");
    const asFiles = (models) => [{ path: "schema.prisma", content: `${header}\n${models}` }];
    const adapter = bindMigrationAwareSqlAdapterFactory(noDatabase(provider));
    const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", asFiles(to)[0].content]] }, () => {}, adapter);
    const { exitCode, stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: asFiles(from) },
      to: { tag: "schemaDatamodel", files: asFiles(to) },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? stdout : null;
  };
}

/** The package's own entry imports its `.wasm` as a module, which plain Node refuses: instantiated by hand instead. */
async function instantiate() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const module = await WebAssembly.compile(await readFile(new URL(file)));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/** The engine insists on an adapter. This one answers the one question it asks, PostgreSQL's version, and no other. */
function noDatabase(provider) {
  const info = { provider: provider === "sqlite" ? "sqlite" : "postgres", adapterName: "none" };
  const refuse = async (query) => {
    throw new Error(`Models are compared without a database, yet the engine asked: ${query?.sql ?? query}`);
  };
  const version = { columnNames: ["exists", "version", "numeric_version"], columnTypes: [5, 7, 0] };
  const connection = {
    ...info,
    queryRaw: async (query) =>
      provider === "postgresql" && /version/i.test(query.sql)
        ? { ...version, rows: [[true, "PostgreSQL 15.0", 150000]] }
        : refuse(query),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
    getConnectionInfo: () => ({ supportsRelationJoins: false }),
  };
  return { ...info, connect: async () => connection, connectToShadowDb: refuse };
}
