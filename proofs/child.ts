/**
 * The process that is killed: the whole program, everything real but model address, clock and, where it is the mock's,
 * the platform. It says "ready" when it has started, and ends when it is told to or when whoever has started it is gone.
 */
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { type App, createApp, type PlatformPorts } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { warmUp } from "../src/core/conversation/warm-up.ts";
import { lastWords } from "../src/core/errors.ts";
import { type ScaledTime, scaledClock } from "../tests/doubles/scaled-clock.ts";
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
  const config = readConfig({ env, cwd: env["FAMILIAR_HOME"] ?? "", argv: [] });
  const watch = watchOf(env);
  const around: Around = (name, port) => (watch ? watched(name, port, watch) : port);
  const app = await createApp(config, {
    terminal: emptyTerminal(),
    ...mockPlatform(env, around),
    around,
  });
  obey(app, watch);
  warmUp(); // a kill soon after the start must meet work, not the compiling of patterns
  await app.start();
  process.stdout.write("ready\n");
  await app.ended;
}

type Around = <P extends object>(name: string, port: P) => P;

/** Other platforms are the program's own, which lives by its machine's clock. */
function mockPlatform({ PROOF_PLATFORM: address, PROOF_TIME: time }: NodeJS.ProcessEnv, around: Around) {
  if (!address || !time) return {};
  const scaled: ScaledTime = JSON.parse(time);
  return {
    clock: scaledClock(() => scaled),
    platforms: (ports: PlatformPorts) => [mockAdapter({ address, around, ...ports })],
  };
}

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
