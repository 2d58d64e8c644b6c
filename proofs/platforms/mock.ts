import { fileURLToPath } from "node:url";
import { platformControl } from "../../tests/doubles/mock-platform/control.ts";
import type { PlatformEvent } from "../../tests/doubles/mock-platform/records.ts";
import type { Platform, PlatformOptions } from "./platform.ts";

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const childScript = beside("../child.js");
const platformScript = beside("../../tests/doubles/mock-platform/main.js");

/** As the mock's adapter names what was said. */
export const mockKey = (event: PlatformEvent): string =>
  event.type === "message" ? `mock:${event.channel}:${event.id}` : `mock:${event.id}`;

export async function mockPlatform({ processes, seed, time }: PlatformOptions): Promise<Platform> {
  const { firstLine: address } = await processes.start(platformScript, { args: [JSON.stringify({ seed, time })] });
  return {
    ...platformControl(address),
    keyOf: mockKey,
    crossingMs: null,
    channelNamed: (name) => name,
    press: async () => false,
    meet: async () => {},
    // What nobody has acknowledged it brings again.
    owed: () => [],
    givenUp: async () => [],
    start: ({ time: now, env, patienceMs, logFile }) => {
      const own = { PROOF_TIME: JSON.stringify(now), PROOF_PLATFORM: address };
      return processes.start(childScript, { env: { ...own, ...env }, patienceMs, logFile });
    },
  };
}
