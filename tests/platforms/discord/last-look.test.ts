import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Routes } from "discord.js";
import { expect, onTestFinished, test } from "vitest";
import { PlatformError } from "../../../src/core/errors.ts";
import { departure } from "../../../src/platforms/discord/departure.ts";
import type { Still, Wire } from "../../../src/platforms/shared/wire.ts";
import { systemClock } from "../../../src/system.ts";
import { silent } from "../../storage-fixture.ts";

const channel = "300000000000000001";

/** A Discord that counts what reaches it, and a reply's way to it. */
async function way() {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(String(request.url));
    response.setHeader("content-type", "application/json").end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const out = departure({ rest: { api, retries: 0 }, clock: systemClock, log: silent });
  out.rest.setToken("token");
  const post = async (): Promise<string> => {
    const posted = (await out.rest.post(Routes.channelMessages(channel), { body: { content: "Hello." } })) as object;
    return JSON.stringify(posted);
  };
  const wire = out.guarded({ create: post } as unknown as Wire);
  const create = (still: Still) => wire.create({} as never, still);
  return { arrived, out, post, create };
}

/** A permission that is given so often, and has grown old so often by the time that a socket is there. */
function permission(given: number, oldTimes: number) {
  const asked = { times: 0 };
  let old = oldTimes;
  const still = async (): Promise<void> => {
    asked.times += 1;
    if (asked.times > given)
      throw new PlatformError("E-PLATFORM-DELIVERY", "Another one has it.", { retryable: false });
  };
  const isOld = (): boolean => {
    old -= 1;
    return old >= 0;
  };
  return { asked, still: Object.assign(still, { isOld }) };
}

test("a request whose permission has grown old on the way to its socket is not sent before it is given anew", async () => {
  const { arrived, create } = await way();
  const { asked, still } = permission(9, 2);
  expect(await create(still)).toBe('{"id":"1"}');
  expect([asked.times, arrived.length]).toEqual([3, 1]);
});

test("a process that stood still and was replaced meanwhile sends nothing", async () => {
  const { arrived, create } = await way();
  const { still } = permission(1, 1);
  await expect(create(still)).rejects.toThrow("a request was withheld");
  expect(arrived).toEqual([]);
});

test("a line that tells of a moment is not sent when the moment is over", async () => {
  const { arrived, out, post } = await way();
  await expect(out.inTime(-1, post)).rejects.toThrow("a request was withheld");
  expect(arrived).toEqual([]);
  await out.inTime(60_000, post);
  await out.inTime(null, post);
  expect(arrived).toHaveLength(2);
});
