import { PluginError } from "../core/errors.ts";
import type { HttpResult, PluginHttp } from "../core/plugin.ts";
import type { Logger } from "../core/ports.ts";

/** What the web may cost a command. */
export interface HttpLimits {
  /** For the whole request, redirects and body included. */
  readonly timeoutMs: number;
  readonly bodyBytes: number;
  readonly redirects: number;
}

export const httpLimits: HttpLimits = { timeoutMs: 5_000, bodyBytes: 1024 * 1024, redirects: 3 };

interface HttpOptions {
  readonly plugin: string;
  /** Host names with their ports, as `URL.host` writes them. */
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
  readonly log: Logger;
  readonly limits: HttpLimits;
}

type Failure = Extract<HttpResult, { ok: false }>["reason"];

const failed = (reason: Failure, status: number | null = null): HttpResult => ({ ok: false, reason, status });

/** GET of JSON from the named hosts alone. Everything the web can do wrong is a value; asking elsewhere is an error. */
export function pluginHttp(options: HttpOptions): PluginHttp {
  const getJson = async (url: URL): Promise<HttpResult> => {
    const target = new URL(String(url.href));
    if (!isAllowed(target, options.hosts)) throw denied(options.plugin, target);
    const result = await request(target, options, AbortSignal.timeout(options.limits.timeoutMs));
    if (!result.ok) options.log.warn(reportOf(result, target), "a plugin's request failed");
    return result;
  };
  return Object.freeze({ getJson });
}

const loopback = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function isAllowed(url: URL, hosts: readonly string[]): boolean {
  const secure = url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname));
  return secure && url.username === "" && url.password === "" && hosts.includes(url.host);
}

const denied = (plugin: string, url: URL): PluginError =>
  new PluginError(
    "E-PLUGIN-HOST-DENIED",
    `The plugin "${plugin}" wanted to reach ${url.protocol}//${url.host}, which its manifest does not name or which is not ` +
      "https, so nothing was sent. If that is meant, name the host in the plugin's permissions or configuration.",
  );

const reportOf = (result: Extract<HttpResult, { ok: false }>, url: URL) => ({
  code: result.reason === "unreachable" || result.reason === "timeout" ? "E-PLUGIN-UNREACHABLE" : "E-PLUGIN-RESPONSE",
  host: url.host,
  reason: result.reason,
  status: result.status,
});

async function request(url: URL, options: HttpOptions, signal: AbortSignal): Promise<HttpResult> {
  try {
    return await read(await follow(url, options, signal), options.limits.bodyBytes);
  } catch {
    return failed(signal.aborted ? "timeout" : "unreachable");
  }
}

/** The first answer that is no redirect, or the redirect that may not be followed. */
async function follow(first: URL, { fetch, hosts, limits }: HttpOptions, signal: AbortSignal): Promise<Response> {
  let url = first;
  for (let hop = 0; ; hop++) {
    const response = await fetch(url, { redirect: "manual", signal, headers: { accept: "application/json" } });
    const next = redirectOf(response, url);
    if (next === null || hop >= limits.redirects || !isAllowed(next, hosts)) return response;
    await response.body?.cancel();
    url = next;
  }
}

function redirectOf(response: Response, from: URL): URL | null {
  const location = response.headers.get("location");
  const redirects = [301, 302, 303, 307, 308].includes(response.status);
  return redirects && location !== null && URL.canParse(location, from.href) ? new URL(location, from.href) : null;
}

async function read(response: Response, limit: number): Promise<HttpResult> {
  const { status } = response;
  if (!response.ok) {
    await response.body?.cancel();
    return failed("status", status);
  }
  const text = await textOf(response, limit);
  if (text === null) return failed("too-large", status);
  try {
    return { ok: true, status, body: JSON.parse(text) };
  } catch {
    return failed("not-json", status);
  }
}

/** Null as soon as more than `limit` bytes have come: what follows is not waited for. */
async function textOf(response: Response, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
