import { setImmediate as round } from "node:timers/promises";

/**
 * Whoever stood still for a moment has answers before it that it has not read: resolves once those are read. The round
 * in which it stood still may know nothing of them yet; the one after that does.
 */
export async function arrived(): Promise<void> {
  await round();
  await round();
}
