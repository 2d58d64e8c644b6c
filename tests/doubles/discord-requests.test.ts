import { describe, expect, test } from "vitest";
import { aDouble, channel, loggedIn, next, saying, token } from "./discord-client.ts";

describe("limits and broken requests", () => {
  test("a sixth message within five seconds waits for its bucket", async () => {
    const double = await aDouble({ limits: { create: { limit: 2, perMs: 400 } } });
    const client = await loggedIn(double);
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    await Promise.all(["1", "2", "3"].map((content) => message.reply(content)));
    const creates = (await double.history()).requests.filter(({ kind }) => kind === "create");
    expect(creates.map(({ outcome, early }) => [outcome, early])).toEqual(Array(3).fill(["done", false]));
    expect((creates[2]?.at ?? 0) - (creates[0]?.at ?? 0)).toBeGreaterThanOrEqual(400);
  });

  test("a 429 is waited for by the stock client", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    await double.faults({ retryAfterMs: 700 });
    await double.fate("create", "limited");
    await message.reply("Hello!");
    const creates = (await double.history()).requests.filter(({ kind }) => kind === "create");
    expect(creates.map(({ outcome, early }) => [outcome, early])).toEqual([
      ["limited", false],
      ["done", false],
    ]);
    expect(creates[0]?.limited).toMatchObject({ scope: "user" });
  });

  test("whoever does not wait is told again, and it is written down", async () => {
    const double = await aDouble({ limits: { create: { limit: 1, perMs: 60_000 } } });
    const post = () =>
      fetch(`${double.address}/as/rude/api/v10/channels/${channel}/messages`, {
        method: "POST",
        headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ content: "x" }),
      });
    const answers = [await post(), await post()];
    await double.advance(1_000);
    answers.push(await post());
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429]);
    const { requests } = await double.history();
    expect(requests.map(({ bot: name, early }) => [name, early])).toEqual([
      ["rude", false],
      ["rude", false],
      ["rude", true],
    ]);
  });

  test("a create that is cut is committed though it failed; after a reset the client tries again by itself", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    const reply = (nonce: string) => message.reply({ content: nonce, nonce, enforceNonce: true });
    await double.fate("create", "cut");
    await expect(reply("a")).rejects.toThrow();
    await double.faults({ reset: true });
    await double.fate("create", "cut");
    await reply("b");
    await double.fate("create", "drop");
    await reply("c");
    const { messages, requests } = await double.history();
    expect(messages.map(({ nonce }) => nonce)).toEqual(["a", "b", "c"]);
    const creates = requests.filter(({ kind }) => kind === "create");
    expect(creates.map(({ outcome, carriedOut }) => [outcome, carriedOut])).toEqual([
      ["cut", true],
      ["cut", true],
      ["repeated", false],
      ["cut", false],
      ["done", true],
    ]);
  });

  test("a client is told to wait by the machine's time, however fast the clock runs", async () => {
    const time = { base: Date.now(), speed: 20, ahead: 0 };
    const double = await aDouble({ time, limits: { other: { limit: 1, perMs: 60_000 } } });
    const get = () => fetch(`${double.address}/api/v10/users/@me`, { headers: { authorization: `Bot ${token}` } });
    const [, second] = [await get(), await get()];
    expect(second.status).toBe(429);
    expect(Number(second.headers.get("retry-after"))).toBeGreaterThan(2);
    expect(Number(second.headers.get("retry-after"))).toBeLessThanOrEqual(3);
  });

  test("the client tries a 500 again, and an outage ends", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    await double.fate("create", "failed");
    await message.reply("Hello!");
    await double.faults({ outage: true });
    await expect(message.reply("Hello?")).rejects.toThrow("Service Unavailable");
    await double.faults({ outage: false });
    await double.does(saying("and again"));
    expect((await next(client.heard, "what was said meanwhile")).content).toBe("and again");
  });
});
