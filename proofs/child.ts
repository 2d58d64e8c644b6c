/**
 * The process that is killed: the whole program, everything real but platform, model address and clock. It says "ready"
 * when it has started, and ends when it is told to or when whoever has started it is gone.
 */
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { type App, createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { warmUp } from "../src/core/conversation/warm-up.ts";
import { lastWords } from "../src/core/errors.ts";
import { scaledClock } from "../tests/doubles/scaled-clock.ts";
import { mockAdapter } from "./mock-adapter.ts";
import { watched } from "./sweep/around.ts";
import { dying, type Ordered, recording } from "./sweep/points.ts";

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
  const watch = watchOf(env);
  const around: Around = (name, port) => (watch ? watched(name, port, watch) : port);
  const app = await createApp(config, {
    terminal: emptyTerminal(),
    clock: scaledClock(() => time),
    platforms: (ports) => [mockAdapter({ address, around, ...ports })],
    around,
  });
  obey(app, watch);
  warmUp(); // a kill soon after the start must meet work, not the compiling of patterns
  await app.start();
  process.stdout.write("ready\n");
  await app.ended;
}

type Around = <P extends object>(name: string, port: P) => P;

/** Where a sweep wants to know which calls there are, or wants this process to die at one of them. */
function watchOf({ PROOF_RECORD: file, PROOF_DIE_AT: point }: NodeJS.ProcessEnv): Ordered | null {
  if (file) return recording(file);
  return point === undefined ? null : dying(point);
}

function obey(app: App, watch: Ordered | null): void {
  process.once("SIGTERM", () => void app.stop().then(() => process.exit(0), fail));
  const orders = createInterface({ input: process.stdin });
  orders.on("close", () => process.exit(1));
  orders.on("line", (order) => {
    watch?.obey(order);
    process.stdout.write("so be it\n");
  });
}

function fail(error: unknown): void {
  const { text, exitCode } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

await main().catch(fail);
