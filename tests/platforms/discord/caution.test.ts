import { Routes } from "discord.js";
import { expect, test } from "vitest";
import type { Logger } from "../../../src/core/ports.ts";
import { departure } from "../../../src/platforms/discord/departure.ts";
import { Outbound } from "../../../src/platforms/discord/outbound.ts";
import { manualClock } from "../../doubles/manual-clock.ts";
import { silent } from "../../storage-fixture.ts";

/** A Discord that answers everything with the same status, and how often it was asked. */
function refusing(status: number, headers: Readonly<Record<string, string>> = {}) {
  const time = manualClock();
  const seen = { requests: 0, lines: [] as string[] };
  const note = (_fields: unknown, line: string): void => void seen.lines.push(line);
  const log: Logger = { ...silent, warn: note, error: note };
  const clock = { ...time, sleep: async () => {} };
  const out = departure({ rest: {}, clock, log }, async () => {
    seen.requests += 1;
    return Response.json({ code: 50013, message: "Missing Permissions" }, { status, headers });
  });
  out.rest.setToken("token");
  return { seen, out, outbound: new Outbound(out.rest), later: time.advance };
}

const url = `https://discord.test${Routes.channelMessages("300000000000000001")}`;

test("after 5,000 invalid requests in ten minutes nothing is sent for the rest of them, and everything afterwards", async () => {
  const { seen, out, outbound, later } = refusing(403);
  for (let count = 0; count < 5_000; count += 1) await out.send(url, {});
  expect(seen.lines).toEqual([expect.stringContaining("docs/errors.md"), expect.stringContaining("5,000")]);
  const post = () => outbound.post("300000000000000001", { text: "Hello", nonce: null, replyTo: null });
  await expect(post()).rejects.toMatchObject({ code: "E-DISCORD-CIRCUIT", retryable: true });
  expect(seen.requests).toBe(5_000);
  later(599_999);
  await expect(post()).rejects.toMatchObject({ code: "E-DISCORD-CIRCUIT" });
  later(1);
  await expect(post()).rejects.toMatchObject({ code: "E-PLATFORM-DELIVERY", retryable: false });
  expect(seen.requests).toBe(5_001);
});

test.each([401, 403, 429])(
  "at 500 answers of %i the log warns, once, and at 5,000 it says that nothing is sent",
  async (status) => {
    const { seen, out } = refusing(status);
    const told: number[] = [];
    for (let count = 1; count <= 5_000; count += 1) {
      await out.send(url, {});
      if (seen.lines.length > told.length) told.push(count);
    }
    expect(told).toEqual([500, 5_000]);
  },
);

test.each([
  ["that others have caused", 429, { "x-ratelimit-scope": "shared" }],
  ["that is no refusal", 404, {}],
])("an answer %s does not count", async (_, status, headers) => {
  const { seen, out } = refusing(status, headers);
  for (let count = 0; count < 5_001; count += 1) await out.send(url, {});
  expect(seen.requests).toBe(5_001);
  expect(seen.lines).toEqual([]);
});
