/** The walls. Each rule is one sentence of docs/architecture.md. */
const pure = "zod|chrono-node|wink-sentiment|tokenx|lru-cache"; // libraries without I/O that the core may use
const product = "^(src|commands|plugins)/";
const wall = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });
const only = (name, from, allowed, comment) => wall(name, { path: from }, { pathNot: allowed }, comment);
const oneRoom = (name, room, packages) => wall(name, { path: product, pathNot: room }, { path: `(^|/)node_modules/(${packages})/` });
module.exports = {
  forbidden: [
    wall("no-cycles", {}, { circular: true }),
    wall("no-orphans", { orphan: true, path: "^src/", pathNot: "^src/main\\.ts$" }, {}),
    wall("no-unresolvable", {}, { couldNotResolve: true }),
    only("core-knows-only-itself", "^src/core/", `^src/(core|locales)/|^node_modules/(${pure})/`, "no SDK, no Prisma, no pino, no Node module: what does I/O is a parameter"),
    only("kit-hands-on-the-core", "^src/kit\\.ts$", `^src/(core|locales)/|^node_modules/(${pure})/`),
    only("config-reads-alone", "^src/config(\\.ts$|/)", "^src/(core|config)/|^node_modules/zod/|^(node:)?(fs|net|path|querystring)$"),
    only("log-writes-alone", "^src/log\\.ts$", "^src/core/|^node_modules/pino/"),
    only("main-imports-app-and-config", "^src/main\\.ts$", "^src/(app|config|core/errors)\\.ts$|^(node:)?[a-z_/]+$"),
    only("cli-asks-the-app", "^src/cli/", "^src/(cli|core|locales)/|^src/(app|config)\\.ts$|^(node:)?[a-z_/]+$", "a subcommand is words around what the composition root hands it"),
    wall("only-main-and-cli-import-app", { path: product, pathNot: "^src/(main\\.ts$|cli/)" }, { path: "^src/app\\.ts$" }),
    only("locales-know-only-themselves", "^src/locales/", "^src/locales/|^src/core/session\\.ts$", "words are data: any room may read them"),
    wall("platforms-are-strangers", { path: "^src/platforms/([^/]+)/" }, { path: "^src/platforms/", pathNot: "^src/platforms/($1|shared)/" }),
    wall("rooms-do-not-open-into-each-other", { path: "^src/(platforms|providers|storage|lanes|sandbox|plugin-host|jobs|dashboard)/" }, { path: "^src/", pathNot: "^src/($1|core|locales)/" }),
    wall("doubles-know-nothing-of-the-product", { path: "^tests/doubles/" }, { path: product }),
    only("commands-use-the-kit-door", "^commands/", "^src/kit\\.ts$", "never each other, no package and no Node module of their own"),
    wall("plugins-use-the-kit-door", { path: "^plugins/([^/]+)/" }, { pathNot: "^src/kit\\.ts$|^plugins/$1/" }, "never each other, no package and no Node module of their own"),
    oneRoom("sdk-discord-in-one-room", "^src/platforms/discord/", "discord\\.js|discord-api-types|@discordjs/[^/]+"),
    oneRoom("sdk-slack-in-one-room", "^src/platforms/slack/", "@slack/[^/]+"),
    oneRoom("sdk-models-in-one-room", "^src/providers/", "openai|@anthropic-ai/[^/]+|ollama"),
    oneRoom("markdown-in-one-room", "^src/platforms/shared/markdown/", "mdast-util-[^/]+|micromark[^/]*"),
    oneRoom("pino-in-one-room", "^src/log\\.ts$", "pino"),
    oneRoom("prisma-in-one-room", "^src/storage/", "@prisma/[^/]+|\\.prisma|libsql"),
    oneRoom("pg-in-two-rooms", "^src/(storage|lanes)/", "pg|graphile-worker"),
    wall("generated-clients-in-one-room", { pathNot: "^src/storage/" }, { path: "^src/storage/generated/" }),
    wall("nothing-imports-tests", { pathNot: "^tests/" }, { path: "^tests/", pathNot: "^tests/(doubles|fixtures)/" }),
    wall("doubles-serve-trials-only", { pathNot: "^(tests|proofs|bench)/" }, { path: "^tests/(doubles|fixtures)/" }),
    wall("nothing-imports-proofs-or-bench", { path: product }, { path: "^(proofs|bench|examples)/" }),
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/|^src/storage/generated/" }, exclude: { path: "^(dist|data)/" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["development", "import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".d.ts", ".json"] },
  },
};
