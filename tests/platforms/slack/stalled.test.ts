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
 * Slack in a thread of its own, which goes on while ours stands still. It answers nobody before that: then it has room
 * for two, and for no more until a second has passed.
 */
const slackApart = `
  const { createServer } = require("node:http");
  const { parentPort, workerData: shared } = require("node:worker_threads");
  const arrivals = [];
  const count = (what) => {
    Atomics.add(shared, what, 1);
    Atomics.notify(shared, what);
  };
  const answer = async (response, number) => {
    await Atomics.waitAsync(shared, ${still}, 0).value;
    const full = number > 2 && Date.now() < arrivals[0] + 1_000;
    response.writeHead(full ? 429 : 200, { "content-type": "application/json", ...(full && { "retry-after": "1" }) });
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

/** Until all four have been answered nothing happens in this thread. */
async function standStill(shared: Int32Array): Promise<void> {
  while (Atomics.load(shared, came) < 4) await new Promise((resolve) => setImmediate(resolve));
  Atomics.store(shared, still, 1);
  Atomics.notify(shared, still);
  while (Atomics.load(shared, answered) < 4) Atomics.wait(shared, answered, Atomics.load(shared, answered), 100);
}

test("whoever stood still reads what Slack has answered meanwhile before it asks for more", async () => {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const worker = new Worker(slackApart, { eval: true, workerData: shared });
  onTestFinished(async () => void (await worker.terminate()));
  const [port] = await once(worker, "message");
  const clock = scaledClock(() => ({ base: Date.now(), speed: 1, ahead: 0 }));
  const options = { token: new Secret("xoxb-t"), apiUrl: `http://127.0.0.1:${port}/api`, clock, log: silent };
  const requests = new Requests(options);
  const ask = (channel: string) =>
    requests.ask("conversations.history", () => requests.client.conversations.history({ channel }));
  const all = ["C1", "C2", "C3", "C4", "C5", "C6"].map(ask);
  await standStill(shared);
  await Promise.all(all);
  worker.postMessage("arrivals");
  const [arrivals] = (await once(worker, "message")) as [readonly number[]];
  const [first = 0] = arrivals;
  expect(arrivals.slice(4).map((at) => at - first >= 1_000)).toEqual(Array(arrivals.length - 4).fill(true));
});
