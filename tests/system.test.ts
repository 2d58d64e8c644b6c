import { expect, test } from "vitest";
import { systemClock } from "../src/system.ts";

test("any number may sleep until the same end, and nobody is warned of a leak", async () => {
  const warnings: string[] = [];
  const warned = ({ name }: Error): void => void warnings.push(name);
  process.on("warning", warned);
  const end = new AbortController();
  const sleeping = Array.from({ length: 20 }, () => systemClock.sleep(60_000, end.signal));
  end.abort();
  await Promise.all(sleeping);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", warned);
  expect(warnings).toEqual([]);
});
