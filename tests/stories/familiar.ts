import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Receipt } from "../../src/core/reply.ts";

/** One event of the console's `--json` form. */
type Event =
  | { readonly type: "reply"; readonly text: string; readonly turn: string | null; readonly receipt: Receipt | null }
  | { readonly type: "notice"; readonly text: string; readonly code?: string };

export interface Heard {
  readonly reply: string;
  readonly notices: readonly string[];
  readonly receipt: Receipt | null;
}

/** Somebody at the console of a running Familiar. */
export interface Person {
  /** Resolves with the answer to this line and what was said beside it. */
  says(line: string): Promise<Heard>;
  /** Ends the input, and waits until the program has stopped. */
  leaves(): Promise<void>;
}

export async function aHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "familiar-story-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

/** Starts the whole program, everything real but the terminal, and sits down at it. */
export async function sitsAt(home: string, environment: Readonly<Record<string, string>> = {}): Promise<Person> {
  const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "offline", LOG_LEVEL: "silent", ...environment };
  const config = readConfig({ env, cwd: home, argv: ["--json"] });
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const app = await createApp(config, { terminal: { input, output, errors, interactive: false } });
  const events = createInterface({ input: output })[Symbol.asyncIterator]();
  await app.start();
  return {
    says: async (line) => {
      input.write(`${line}\n`);
      return heardFrom(events);
    },
    leaves: async () => {
      input.end();
      await app.ended;
      await app.stop();
    },
  };
}

async function heardFrom(events: AsyncIterator<string>): Promise<Heard> {
  const notices: string[] = [];
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`the program ended without an answer; it had said: ${notices.join(" / ")}`);
    const event = JSON.parse(value) as Event;
    if (event.type === "reply") return { reply: event.text, notices, receipt: event.receipt };
    notices.push(event.code ? `${event.text} [${event.code}]` : event.text);
  }
}
