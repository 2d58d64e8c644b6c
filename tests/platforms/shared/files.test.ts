import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Attachment } from "../../../src/core/session.ts";
import { platformFiles } from "../../../src/platforms/shared/files.ts";
import { systemClock } from "../../../src/system.ts";
import { manualClock } from "../../doubles/manual-clock.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";

const discord = {
  of: "Discord",
  servers: new Set(["https://cdn.discordapp.com", "https://media.discordapp.net"]),
} as const;

const at = (source: string): Attachment => ({ name: "a", size: 1, source, quotedFrom: null });
const never = (): AbortSignal => new AbortController().signal;

async function serving(answer: RequestListener) {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const from = (address: string, clock = systemClock, lines: LogLine[] = []) =>
  platformFiles({ ...discord, apiUrl: `${address}/api`, fetch, clock, log: noting(lines) });

test("a file comes whole", async () => {
  const address = await serving((_, response) => void response.end("Grüße"));
  const fetched = await from(address)(at(`${address}/attachments/1/2/a.txt`), 7, never());
  expect(fetched).toEqual({ type: "bytes", bytes: new Uint8Array(Buffer.from("Grüße")) });
});

test("one that is larger than it may be is given up as soon as that shows, whatever was said of its size", async () => {
  const address = await serving((_, response) => {
    const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), more));
    more();
  });
  expect(await from(address)(at(`${address}/a`), 1_000_000, never())).toEqual({ type: "too-large" });
});

test("one of just as many bytes as it may have comes whole, and with one byte more it is too large", async () => {
  const address = await serving((_, response) => void response.end(Buffer.alloc(1_000, "a")));
  expect(await from(address)(at(`${address}/a`), 1_000, never())).toMatchObject({ type: "bytes" });
  expect(await from(address)(at(`${address}/a`), 999, never())).toEqual({ type: "too-large" });
});

test.each([
  ["that is not there", 404],
  ["that may not be had", 403],
  ["whose server is ill", 500],
])("one %s is unreachable", async (_, status) => {
  const address = await serving((_request, response) => void response.writeHead(status).end("no"));
  expect(await from(address)(at(`${address}/a`), 100, never())).toEqual({ type: "unreachable" });
});

test("one that breaks off is unreachable, and not half a file", async () => {
  const address = await serving((_, response) => {
    response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
  });
  expect(await from(address)(at(`${address}/a`), 100, never())).toEqual({ type: "unreachable" });
});

test("a server that leads elsewhere is not followed", async () => {
  let visits = 0;
  const elsewhere = await serving((_, response) => {
    visits += 1;
    response.end("secret");
  });
  const address = await serving((_, response) => void response.writeHead(302, { location: elsewhere }).end());
  expect(await from(address)(at(`${address}/a`), 100, never())).toEqual({ type: "unreachable" });
  expect(visits).toBe(0);
});

test("a server that does not come to an end is waited for only so long", async () => {
  const clock = manualClock();
  const address = await serving((_, response) => void response.writeHead(200).write("a"));
  const fetched = from(address, clock)(at(`${address}/a`), 100, never());
  await clock.sleeping(20_000);
  clock.advance(20_000);
  expect(await fetched).toEqual({ type: "unreachable" });
});

test("nothing is waited for once the question is gone", async () => {
  const gone = new AbortController();
  const address = await serving(() => gone.abort());
  expect(await from(address)(at(`${address}/a`), 100, gone.signal)).toEqual({ type: "unreachable" });
});

test.each([
  "https://evil.test/attachments/1/2/a.png",
  "http://cdn.discordapp.com/attachments/1/2/a.png",
  "https://cdn.discordapp.com:8443/a.png",
  "https://cdn.discordapp.com.evil.test/a.png",
  "https://cdn.discordapp.com@evil.test/a.png",
  "https://me:secret@cdn.discordapp.com/a.png",
  "https://evil.test#cdn.discordapp.com",
  "http://169.254.169.254/latest/meta-data",
  "http://localhost:5432/",
  "http://127.0.0.1:1/api",
  "file:///etc/passwd",
  "data:text/plain,hi",
  "//cdn.discordapp.com/a.png",
  "",
])("only Discord's own servers are asked, by https: never %s", async (source) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response("secret");
  };
  for (const apiUrl of [null, "http://127.0.0.1:2/api"]) {
    const lines: LogLine[] = [];
    const files = platformFiles({ ...discord, apiUrl, fetch, clock: systemClock, log: noting(lines) });
    expect(await files(at(source), 100, never())).toEqual({ type: "unreachable" });
    expect(lines).toHaveLength(1);
  }
  expect(asked).toEqual([]);
});

test.each([
  "https://cdn.discordapp.com/attachments/1/2/a.png?ex=1",
  "https://media.discordapp.net/attachments/1/2/a.png",
])("and those are: %s", async (source) => {
  const fetch: typeof globalThis.fetch = async (url) => new Response(String(url));
  const files = platformFiles({ ...discord, apiUrl: null, fetch, clock: systemClock, log: noting([]) });
  expect(await files(at(source), 100, never())).toMatchObject({ type: "bytes" });
});

test("no log has the address of a file, whose key opens it to everybody", async () => {
  const lines: LogLine[] = [];
  const address = await serving((_, response) => void response.writeHead(404).end());
  await from(address, systemClock, lines)(at(`${address}/canary?hm=canary`), 100, never());
  await from(address, systemClock, lines)(at("https://canary.test/?hm=canary"), 100, never());
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toContain("canary");
});
