import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";

/** A process that was started by a proof, and has said its first line. */
export interface Child {
  readonly firstLine: string;
  signal(signal: NodeJS.Signals): void;
  /** Says a line on its stdin; resolves with the next one on its stdout, or null where it ends before. */
  tell(line: string): Promise<string | null>;
  /** Resolves with how it ended: an exit code or a signal's name. */
  readonly ended: Promise<number | string>;
  /** Whether it has ended. */
  gone(): boolean;
  /** The last that it said on stderr. */
  lastWords(): string;
}

/** All processes of a proof. None outlives it. */
export interface Children {
  /** Resolves at the first line on stdout, or when it is `ready`; rejects when it ends before, or is not there after `patienceMs`. */
  start(script: string, options?: StartOptions): Promise<Child>;
  killAll(): void;
}

interface StartOptions {
  readonly nodeArgs?: readonly string[];
  readonly args?: readonly string[];
  /** Null: that of the proof. */
  readonly cwd?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly patienceMs?: number;
  /** All that it says on stderr goes here, too. */
  readonly logFile?: string | null;
  /** Asked again and again, of a program that says nothing by itself. */
  readonly ready?: (() => Promise<boolean>) | null;
}

const kept = 20_000;

export function children(): Children {
  const alive = new Set<ChildProcess>();
  return {
    start: (
      script,
      { nodeArgs = [], args = [], cwd = null, env = {}, patienceMs = 30_000, logFile = null, ready = null } = {},
    ) => {
      const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
        env: { ...inherited(), ...env },
        ...(cwd !== null && { cwd }),
        stdio: "pipe",
      });
      if (logFile !== null) child.stderr?.pipe(createWriteStream(logFile));
      alive.add(child);
      child.once("exit", () => alive.delete(child));
      return begun(child, script, { patienceMs, ready });
    },
    killAll: () => {
      for (const child of alive) child.kill("SIGKILL");
    },
  };
}

/** Settings of whoever runs the proof must not change what is proved. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(["PATH", "TMPDIR", "TMP", "TEMP"].map((name) => [name, process.env[name]]));

async function begun(
  child: ChildProcess,
  script: string,
  { patienceMs, ready }: Required<Pick<StartOptions, "patienceMs" | "ready">>,
): Promise<Child> {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error(`${script} has no pipes`);
  let words = "";
  let how: number | string | null = null;
  stdin.on("error", () => {});
  stderr.on("data", (chunk) => {
    words = (words + String(chunk)).slice(-kept);
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once("exit", (code, signal) => {
      how = code ?? signal ?? "unknown";
      resolve(how);
    });
  });
  const lines = createInterface({ input: stdout });
  const nextLine = (): Promise<string | null> =>
    Promise.race([new Promise<string>((resolve) => lines.once("line", resolve)), ended.then(() => null)]);
  const late = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const firstLine = await (ready ? whenReady(ready, () => how !== null) : nextLine());
  clearTimeout(late);
  if (firstLine === null || how !== null) throw new Error(`${script} did not start (${how}):\n${words}`);
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  const tell = (line: string): Promise<string | null> => {
    const answer = nextLine();
    stdin.write(`${line}\n`);
    return answer;
  };
  return { firstLine, signal, tell, ended, gone: () => how !== null, lastWords: () => words };
}

async function whenReady(ready: () => Promise<boolean>, gone: () => boolean): Promise<string | null> {
  while (!gone()) if (await ready()) return "";
  return null;
}
