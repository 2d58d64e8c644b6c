import type { Fetched, PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";

export interface FilesOptions {
  /** The platform, as people call it. */
  readonly of: string;
  /** Where it keeps files: nowhere else anything is asked for. */
  readonly servers: ReadonlySet<string>;
  /** Where its interface was set to be, which may keep files as well; null means its own. */
  readonly apiUrl: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Logger;
}

const wholeMs = 20_000;
const unreachable: Fetched = { type: "unreachable" };

/**
 * Files of messages, from the platform's own servers or from where its interface was set to be: nobody who writes a
 * message can have another address asked. Addresses may carry a key of their own, so none is logged.
 */
export function platformFiles(options: FilesOptions): PlatformAdapter["fetch"] {
  const { of, servers, apiUrl, clock, log } = options;
  const api = apiUrl === null ? null : new URL(apiUrl).origin;
  return async ({ source }, most, signal) => {
    const url = URL.canParse(source) ? new URL(source) : null;
    if (!url || !(servers.has(url.origin) || url.origin === api) || url.username !== "") {
      log.warn({}, `a file stands at an address that is not ${of}'s: it was not asked for`);
      return unreachable;
    }
    const fetched = await inTime((until) => fetchFrom(url, most, options, until), clock, signal);
    if (fetched.type === "unreachable") log.warn({ code: "E-ATTACHMENT-UNREACHABLE" }, "a file could not be fetched");
    return fetched;
  };
}

async function inTime(
  work: (until: AbortSignal) => Promise<Fetched>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Fetched> {
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(wholeMs, done.signal).then(() => late.abort());
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } catch {
    return unreachable;
  } finally {
    done.abort();
  }
}

async function fetchFrom(
  url: URL,
  most: number,
  { fetch, headers = {} }: FilesOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const response = await fetch(url, { signal, redirect: "error", headers: { "user-agent": "familiar", ...headers } });
  if (response.ok) return within(response, most);
  await response.body?.cancel();
  return unreachable;
}

/** Counted while it comes: what a message or a header says of its size proves nothing. */
async function within({ body }: Response, most: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return { type: "too-large" };
    chunks.push(chunk);
  }
  return { type: "bytes", bytes: new Uint8Array(Buffer.concat(chunks)) };
}
