import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { aHome } from "../stories/familiar.ts";

/** `familiar` as a process of its own. */
export async function familiar(env: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const home = await aHome();
  const node = ["--conditions=development", "--import", "tsx", "src/cli/familiar.ts"];
  const child = spawn(process.execPath, [...node, ...words], {
    env: { PATH: process.env["PATH"], FAMILIAR_HOME: join(home, "data"), LANG: "en_GB.UTF-8", ...env },
  });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { output, errors, code: Number(code) };
}
