import { type App, createApp, flagAnswer } from "./app.ts";
import { processSources, readConfig } from "./config.ts";
import { lastWords } from "./core/errors.ts";

/** Reads the configuration, builds the program, starts it, and stops it when it is told to or has nothing left to do. */
async function main(): Promise<void> {
  const config = readConfig(processSources());
  const told = flagAnswer(config);
  if (told !== null) {
    process.stdout.write(`${told}\n`);
    return;
  }
  const { stdin: input, stdout: output, stderr: errors } = process;
  const interactive = input.isTTY === true && output.isTTY === true;
  const app = await createApp(config, { terminal: { input, output, errors, interactive } });
  obeySignals(app);
  try {
    await app.start();
    await app.ended;
  } finally {
    await app.stop();
  }
}

/** The first signal asks for an orderly end; a second one does not wait for it. */
function obeySignals(app: App): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(130));
      void app.stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  const { text, exitCode } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}

await main().catch(fail);
