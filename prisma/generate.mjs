/**
 * Generates the two Prisma clients, of one shape, from the shared models: no network, no engine, no compiler.
 * Run by `npm run generate`.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = fileURLToPath(import.meta.resolve("prisma/build/index.js"));

const env = {
  ...process.env,
  // Every Prisma command first looks for the schema engine, and downloads it where there is none. Generating does not
  // need it, and any existing executable passes for one. Never set this for `prisma migrate`, which would do nothing
  // and say nothing.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** Resolves with what went wrong, or null. */
const generate = (provider) =>
  new Promise((resolve) => {
    const args = [cli, "generate", "--no-hints", "--schema", `prisma/${provider}`];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : `prisma generate (${provider}) ended with ${code}:\n${output}`));
  });

const failures = (await Promise.all(["sqlite", "postgresql"].map(generate))).filter((failure) => failure !== null);
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
