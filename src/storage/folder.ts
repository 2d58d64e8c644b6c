import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder with those above it, for its owner alone. Node's own recursive mkdir never comes back where the system
 * says of a folder that is there that it is not, as it does under /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  const first = await attempt(path);
  if (first === null) return;
  if (!isMissing(first) || dirname(path) === path) throw first;
  await makeFolder(dirname(path));
  const second = await attempt(path);
  if (second !== null) throw second;
}

/** Null where the folder is there now. */
async function attempt(path: string): Promise<unknown> {
  try {
    await mkdir(path, { mode: 0o700 });
    return null;
  } catch (error) {
    const found = await stat(path).catch(() => null);
    return found?.isDirectory() ? null : error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
