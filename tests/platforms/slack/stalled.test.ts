import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { Requests } from "../../../src/platforms/slack/requests.ts";
import { scaledClock } from "../../doubles/scaled-clock.ts";
import { silent } from "../../storage-fixture.ts";

/** What both threads see of each other: how many requests have come, how many were answered, whether we stand still. */
const [came, answered, still] = [0, 1, 2];

/**
 * Slack in a thread of its own, which goes on while ours stands still. It answers some at once, and nobody else before
 * that: it has room for two, and for no more until a second has passed.
 */
const slackApart = `
  const { createServer } = require("node:http");
  const { parentPort, workerData: { shared, atOnce } } = require("node:worker_threads");
  const arrivals = [];
  const count = (what) => {
    Atomics.add(shared, what, 1);
    Atomics.notify(shared, what);
  };
  const answer = async (response, number) => {
    if (number > atOnce) await Atomics.waitAsync(shared, ${still}, 0).value;
    const full = number > 2 && Date.now() < arrivals[0] + 1_000;
    const headers = { "content-type": "application/json", connection: number > atOnce ? "keep-alive" : "close" };
    response.writeHead(full ? 429 : 200, { ...headers, ...(full && { "retry-after": "1" }) });
    response.end(JSON.stringify({ ok: !full }), () => count(${answered}));
  };
  const server = createServer((request, response) => {
    const number = arrivals.push(Date.now());
    count(${came});
    request.resume().on("end", () => answer(response, number));
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
  parentPort.on("message", () => parentPort.postMessage(arrivals));
`;

async function slackWithRoomForTwo(atOnce: number) {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const worker = new Worker(slackApart, { eval: true, workerData: { shared, atOnce } });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = await once(worker, "message");
  const clock = scaledClock(() => ({ base: Date.now(), speed: 1, ahead: 0 }));
  const options = { token: new Secret("xoxb-t"), apiUrl: `http://127.0.0.1:${port}/api`, clock, log: silent };
  const requests = new Requests(options);
  return {
    ask: (channel: string) =>
      requests.ask("conversations.history", () => requests.client.conversations.history({ channel })),
    haveCome: async (): Promise<void> => {
      while (Atomics.load(shared, came) < 4) await new Promise((resolve) => setImmediate(resolve));
    },
    /** Until all four have been answered, and a while longer, nothing happens in this thread. */
    standStill: (): void => {
      Atomics.store(shared, still, 1);
      Atomics.notify(shared, still);
      while (Atomics.load(shared, answered) < 4) Atomics.wait(shared, answered, Atomics.load(shared, answered), 100);
      Atomics.wait(shared, answered, 4, 100);
    },
    /** How long after the first one each request came, in milliseconds. */
    arrivals: async (): Promise<readonly number[]> => {
      worker.postMessage("arrivals");
      const [arrivals] = (await once(worker, "message")) as [readonly number[]];
      return arrivals.map((at) => at - (arrivals[0] ?? 0));
    },
  };
}

const channels = ["C1", "C2", "C3", "C4", "C5", "C6"];

test("whoever stood still reads what Slack has answered meanwhile before it asks for more", async () => {
  const { ask, haveCome, standStill, arrivals } = await slackWithRoomForTwo(0);
  const all = channels.map(ask);
  await haveCome();
  standStill();
  await Promise.all(all);
  expect((await arrivals()).slice(4).filter((ms) => ms < 1_000)).toEqual([]);
});

test("whoever stood still while a socket was opened reads what Slack has answered meanwhile before its first byte", async () => {
  const { ask, standStill, arrivals } = await slackWithRoomForTwo(1);
  let sockets = 0;
  const opened = (): void => {
    sockets += 1;
    if (sockets === 5) standStill();
  };
  subscribe("undici:client:connected", opened);
  onTestFinished(() => void unsubscribe("undici:client:connected", opened));
  await Promise.all(channels.map(ask));
  expect((await arrivals()).slice(4).filter((ms) => ms < 1_000)).toEqual([]);
  expect(sockets).toBe(5);
});
