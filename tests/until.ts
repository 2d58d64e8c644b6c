import { setTimeout as pause } from "node:timers/promises";

/** Looks again and again until it is so; fails in words when it is not so in time. */
export async function until(so: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await so())) {
    if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
    await pause(10);
  }
}
