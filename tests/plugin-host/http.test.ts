import type { RequestListener } from "node:http";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { httpLimits, pluginHttp } from "../../src/plugin-host/http.ts";
import { recordingLogger } from "./recording-logger.ts";
import { type Site, site } from "./web.ts";

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const serve = async (listener: RequestListener): Promise<Site> => {
  const one = await site(listener);
  open.push(one);
  return one;
};

const log = recordingLogger();
const reaching = (hosts: readonly string[], limits = httpLimits) =>
  pluginHttp({ plugin: "weather", hosts, fetch, log, limits });

const json: RequestListener = (request, response) => {
  response.end(JSON.stringify({ path: request.url, method: request.method }));
};

test("a named host is asked by GET, and its JSON is the answer", async () => {
  const named = await serve(json);
  const result = await reaching([named.host]).getJson(named.url("/a?b=c"));
  expect(result).toEqual({ ok: true, status: 200, body: { path: "/a?b=c", method: "GET" } });
});

test.each([
  ["another host", "https://elsewhere.example/"],
  ["another port of the same host", "https://api.example:8443/"],
  ["a host under the named one", "https://evil.api.example/"],
  ["a host that begins with the named one", "https://api.example.evil/"],
  ["the named host as a user name", "https://api.example@evil.example/"],
  ["a name and password for the named host", "https://me:secret@api.example/"],
  ["plain http", "http://api.example/"],
  ["a file", "file:///etc/passwd"],
  ["data", "data:application/json,{}"],
  ["an address of the local network in disguise", "http://2130706433/"],
])("%s is refused before anything is sent", async (_what, address) => {
  const never = () => Promise.reject(new Error("something was sent"));
  const http = pluginHttp({ plugin: "weather", hosts: ["api.example"], fetch: never, log, limits: httpLimits });
  await expect(http.getJson(new URL(address))).rejects.toMatchObject({ code: "E-PLUGIN-HOST-DENIED" });
});

test("only the host decides, whatever path, query or fragment an address has", async () => {
  const sent: string[] = [];
  const spy = async (input: unknown) => {
    sent.push(new URL(String(input)).host);
    return new Response("{}");
  };
  const http = pluginHttp({ plugin: "x", hosts: ["api.example"], fetch: spy as typeof fetch, log, limits: httpLimits });
  await fc.assert(
    fc.asyncProperty(fc.webUrl({ withFragments: true, withQueryParameters: true }), async (address) => {
      const url = new URL(address);
      const answered = await http.getJson(url).then(
        () => true,
        () => false,
      );
      expect(answered).toBe(url.protocol === "https:" && url.host === "api.example");
      url.protocol = "https:";
      url.host = "api.example";
      url.port = "";
      await expect(http.getJson(url)).resolves.toMatchObject({ ok: true });
    }),
    { numRuns: 40 },
  );
  expect(new Set(sent)).toEqual(new Set(["api.example"]));
});

test("an address that changes its mind is judged and sent as the same", async () => {
  const { host, url } = await serve(json);
  const two = url("/");
  let reads = 0;
  Object.defineProperty(two, "href", { get: () => (reads++ === 0 ? url("/").href : "http://elsewhere.example/") });
  await expect(reaching([host]).getJson(two)).resolves.toMatchObject({ ok: true });
});

test("a redirect within the named hosts is followed", async () => {
  const last = await serve(json);
  const first = await serve((_, response) => response.writeHead(302, { location: last.url("/there").href }).end());
  const result = await reaching([first.host, last.host]).getJson(first.url("/"));
  expect(result).toMatchObject({ ok: true, body: { path: "/there" } });
});

test("a redirect to another host is not followed", async () => {
  let reached = false;
  const secret = await serve((_, response) => {
    reached = true;
    response.end("{}");
  });
  const named = await serve((_, response) => response.writeHead(302, { location: secret.url("/").href }).end());
  const result = await reaching([named.host]).getJson(named.url("/"));
  expect(result).toEqual({ ok: false, reason: "status", status: 302 });
  expect(reached).toBe(false);
});

test.each([
  [3, true],
  [4, false],
])("of %i redirects in a row the last is followed: %s", async (redirects, ok) => {
  const named = await serve((request, response) => {
    const hop = Number(request.url?.slice(1));
    if (hop === 0) response.end("{}");
    else response.writeHead(307, { location: `/${hop - 1}` }).end();
  });
  expect((await reaching([named.host]).getJson(named.url(`/${redirects}`))).ok).toBe(ok);
});

test("one mebibyte is read and one byte more is not", async () => {
  const sized = await serve((request, response) => response.end(`"${"x".repeat(Number(request.url?.slice(1)) - 2)}"`));
  const { getJson } = reaching([sized.host]);
  expect((await getJson(sized.url("/1048576"))).ok).toBe(true);
  expect(await getJson(sized.url("/1048577"))).toEqual({ ok: false, reason: "too-large", status: 200 });
});

test("a host that never answers costs no more than the time-out", async () => {
  const silent = await serve(() => undefined);
  const http = reaching([silent.host], { ...httpLimits, timeoutMs: 50 });
  expect(await http.getJson(silent.url("/"))).toEqual({ ok: false, reason: "timeout", status: null });
});

test("a host that stops in the middle of its answer costs no more than the time-out", async () => {
  const stuck = await serve((_, response) => response.write('{"a":'));
  const http = reaching([stuck.host], { ...httpLimits, timeoutMs: 50 });
  expect(await http.getJson(stuck.url("/"))).toEqual({ ok: false, reason: "timeout", status: null });
});

test("a host that is not there, and one that hangs up, are unreachable", async () => {
  const gone = await site(json);
  await gone.close();
  const rude = await serve((_, response) => response.destroy());
  const { getJson } = reaching([gone.host, rude.host]);
  expect(await getJson(gone.url("/"))).toMatchObject({ ok: false, reason: "unreachable" });
  expect(await getJson(rude.url("/"))).toMatchObject({ ok: false, reason: "unreachable" });
});

test("what is not JSON, and what is no success, is said so", async () => {
  const odd = await serve((request, response) =>
    request.url === "/html" ? response.end("<html>") : response.writeHead(429).end("{}"),
  );
  const { getJson } = reaching([odd.host]);
  expect(await getJson(odd.url("/html"))).toEqual({ ok: false, reason: "not-json", status: 200 });
  expect(await getJson(odd.url("/busy"))).toEqual({ ok: false, reason: "status", status: 429 });
});

test("a failure is logged with host and reason, and without path or query", async () => {
  const odd = await serve((_, response) => response.end("<html>"));
  const own = recordingLogger();
  const http = pluginHttp({ plugin: "weather", hosts: [odd.host], fetch, log: own, limits: httpLimits });
  await http.getJson(odd.url("/search?name=home"));
  expect(own.lines).toMatchObject([{ level: "warn", fields: { code: "E-PLUGIN-RESPONSE", reason: "not-json" } }]);
  expect(JSON.stringify(own.lines)).not.toContain("name=home");
});
