import { describe, expect, test } from "vitest";
import { seeded } from "../../doubles/random.ts";
import { mutated } from "./mutated.ts";
import { eventOf, inChannel, messageOf, seconds, signatureOf, signedWorld } from "./signed.ts";
import { anna, channel, mention } from "./world.ts";

const form = "application/x-www-form-urlencoded";
const command = (more: object = {}): string =>
  new URLSearchParams({
    ...{ command: "/familiar", text: "mood", trigger_id: "1.2.three", response_url: "http://127.0.0.1:9/none" },
    ...{ user_id: anna.id, user_name: anna.name, channel_id: channel, team_id: "T0HARBOUR01", ...more },
  }).toString();

describe("a request", () => {
  test("that is signed is heard and acknowledged, an event as well as a command", async () => {
    const { send, host } = await signedWorld();
    expect(await send({ body: eventOf(messageOf({ text: "hello" })) })).toEqual({ status: 200, body: "" });
    expect((await host.next()).ask).toMatchObject({ type: "message", text: "hello" });
    expect(await send({ body: command(), type: form })).toMatchObject({ status: 200 });
    expect((await host.next()).ask).toMatchObject({ type: "command", input: { text: "/mood" } });
  });

  test("that is not signed so, or not now, is nobody's", async () => {
    const { send, host } = await signedWorld();
    const body = eventOf(messageOf());
    const [late, early] = [seconds() - 302, seconds() + 302];
    const other = signatureOf(`${body} `, seconds());
    for (const sending of [
      { secret: "another" },
      { time: late },
      { time: early },
      { time: "now" },
      { time: "" },
      { time: "-1" },
      { headers: { "x-slack-signature": undefined } },
      { headers: { "x-slack-request-timestamp": undefined } },
      { headers: { "x-slack-signature": "" } },
      { headers: { "x-slack-signature": "v0=" } },
      { headers: { "x-slack-signature": other } },
      { headers: { "x-slack-signature": signatureOf(body, seconds()).replace("v0", "v1") } },
    ])
      expect(await send({ body, ...sending })).toEqual({ status: 401, body: "" });
    expect(host.received).toEqual([]);
    for (const time of [seconds() - 295, seconds() + 295])
      expect(await send({ body, time })).toMatchObject({ status: 200 });
  });

  test("that is no post, goes elsewhere, is too large or nothing that can be read is refused, and the next one is taken", async () => {
    const { send, host } = await signedWorld();
    for (const method of ["GET", "PUT", "DELETE"]) expect((await send({ body: "", method })).status).toBe(404);
    for (const path of ["/", "/other", "/slack/events/"])
      expect(await send({ body: eventOf(messageOf()), path })).toMatchObject({ status: 404 });
    expect((await send({ body: eventOf(messageOf({ text: "a".repeat(1_100_000) })) })).status).toBe(413);
    for (const body of ["", "nothing", "[]", "null", '"text"', "{"]) expect((await send({ body })).status).toBe(400);
    expect((await send({ body: "payload={", type: form })).status).toBe(400);
    expect(host.received).toEqual([]);
    expect((await send({ body: eventOf(messageOf()), path: "/slack/events?from=proxy" })).status).toBe(200);
  });

  test("that only asks whether somebody is there is answered with its challenge, once it is signed", async () => {
    const { send } = await signedWorld();
    const body = JSON.stringify({ type: "url_verification", challenge: "c0ffee" });
    expect(await send({ body })).toEqual({ status: 200, body: "c0ffee" });
    expect(await send({ body, secret: "another" })).toEqual({ status: 401, body: "" });
  });

  test("that comes again is the same question, whatever its envelope is called", async () => {
    const { send, host } = await signedWorld();
    const event = messageOf();
    for (let retry = 0; retry < 4; retry += 1) {
      const headers = retry === 0 ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" };
      expect((await send({ body: eventOf(event, { event_id: `Ev${retry}` }), headers })).status).toBe(200);
    }
    expect(new Set(host.received.map((one) => one.key)).size).toBe(1);
    expect(host.received).toHaveLength(4);
  });

  test("is acknowledged when it is durable, and not before", async () => {
    const { send, host } = await signedWorld();
    host.failing(new Error("no room"));
    for (const body of [eventOf(messageOf()), eventOf(inChannel({ text: mention }))])
      expect(await send({ body })).toEqual({ status: 503, body: "" });
    expect((await send({ body: command(), type: form })).status).toBe(503);
    host.failing(null);
    expect((await send({ body: eventOf(messageOf()) })).status).toBe(200);
  });

  test("is not acknowledged while the companion rests", async () => {
    const { send, host, adapter } = await signedWorld();
    await adapter.rest();
    expect((await send({ body: eventOf(messageOf()) })).status).toBe(503);
    expect(host.received).toEqual([]);
  });
});

test("nothing that was changed on its way is taken for Slack's", { timeout: 60_000 }, async () => {
  const { send, host } = await signedWorld();
  const random = seeded(11);
  const statuses = new Set<number>();
  for (let count = 0; count < 1_000; count += 1) {
    const [body, time] = [eventOf(messageOf()), seconds()];
    const right = { body, time: String(time), signature: signatureOf(body, time) };
    const part = random.pick(["body", "time", "signature"] as const);
    const wrong = { ...right, [part]: mutated(right[part], random) };
    const signature = wrong.signature.replace(/[^\x20-\x7e]/g, "?");
    const sent = {
      "x-slack-signature": signature,
      "x-slack-request-timestamp": wrong.time.replace(/[^\x20-\x7e]/g, "?"),
    };
    if (wrong[part] === right[part] || (part === "time" && Number(wrong.time) === time)) continue;
    statuses.add((await send({ body: wrong.body, headers: sent })).status);
  }
  expect([...statuses]).toEqual([401]);
  expect(host.received).toEqual([]);
  expect((await send({ body: eventOf(messageOf()) })).status).toBe(200);
});

const plenty = { burst: 10_000, perMinute: 10_000 };

test("whatever is signed ends nothing, and nothing half understood reaches the core", { timeout: 60_000 }, async () => {
  const { send, host } = await signedWorld({ limits: { tier3: plenty, tier4: plenty } });
  const random = seeded(12);
  const kinds = [
    () => eventOf(messageOf()),
    () => eventOf(inChannel({ text: `${mention} hi`, files: [{ name: "a" }] })),
  ];
  const statuses = new Set<number>();
  for (let count = 0; count < 1_000; count += 1) {
    const body = mutated(random.pick(kinds)(), random);
    statuses.add((await send({ body })).status);
  }
  expect([...statuses].toSorted()).toEqual([200, 400]);
  for (const one of host.received) {
    expect(one.key).toMatch(/^slack:T0HARBOUR01:[^:]+:\d{1,12}\.\d{1,9}$/);
    if (one.type !== "message") continue;
    expect(one.author.id).toMatch(/^[UW][A-Z0-9]+$/);
    expect(one.sentAt.getTime()).not.toBeNaN();
    expect(one.place.channel).toMatch(/^[CDG][A-Z0-9]+$/);
  }
  expect((await send({ body: eventOf(messageOf({ text: "still here" })) })).status).toBe(200);
});
