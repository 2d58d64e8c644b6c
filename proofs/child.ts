/**
 * The process that is killed: the whole program, everything real but platform, model address and clock. It says "ready"
 * when it has started, and ends when it is told to or when whoever has started it is gone.
 */
import { PassThrough } from "node:stream";
import { type App, createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { warmUp } from "../src/core/conversation/warm-up.ts";
import { lastWords } from "../src/core/errors.ts";
import { scaledClock } from "../tests/doubles/scaled-clock.ts";
import { mockAdapter } from "./mock-adapter.ts";
import { watched } from "./sweep/around.ts";
import { dyingAt, recording } from "./sweep/points.ts";

const { env } = process;

/** Nobody sits at this console, and nothing ends it. */
function emptyTerminal() {
  const output = new PassThrough();
  return { input: new PassThrough(), output: output.resume(), errors: process.stderr, interactive: false };
}

async function main(): Promise<void> {
  const time = JSON.parse(env["PROOF_TIME"] ?? "");
  const address = env["PROOF_PLATFORM"] ?? "";
  const config = readConfig({ env, cwd: env["FAMILIAR_HOME"] ?? "", argv: [] });
  const around = aroundPorts();
  const app = await createApp(config, {
    terminal: emptyTerminal(),
    clock: scaledClock(() => time),
    platforms: (ports) => [mockAdapter({ address, around, ...ports })],
    around,
  });
  obey(app);
  warmUp(); // a kill soon after the start must meet work, not the compiling of patterns
  await app.start();
  process.stdout.write("ready\n");
  await app.ended;
}

/** Where a sweep wants to know which calls there are, or wants this process to die at one of them. */
function aroundPorts(): <P extends object>(name: string, port: P) => P {
  const { PROOF_RECORD: file, PROOF_DIE_AT: point } = env;
  const watch = file ? recording(file) : point ? dyingAt(point) : null;
  return (name, port) => (watch ? watched(name, port, watch) : port);
}

function obey(app: App): void {
  process.once("SIGTERM", () => void app.stop().then(() => process.exit(0), fail));
  process.stdin.on("end", () => process.exit(1)).resume();
}

function fail(error: unknown): void {
  const { text, exitCode } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

await main().catch(fail);
