import { BlockList, isIP } from "node:net";
import { resolve } from "node:path";
import querystring from "node:querystring";
import { z } from "zod";

const networks = (...subnets: readonly (readonly [net: string, prefix: number])[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, isIP(net) === 6 ? "ipv6" : "ipv4");
  return list;
};

const loopback = networks(["127.0.0.0", 8], ["::1", 128]);
/** Networks that end at the own house: RFC 1918, shared address space (also Tailscale), link-local, unique local. */
const home = networks(
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["fc00::", 7],
  ["fe80::", 10],
);

const listed = (list: BlockList, host: string): boolean => {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 6 ? "ipv6" : "ipv4");
};

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

const onLoopback = (url: URL): boolean => {
  const host = hostOf(url);
  return host === "localhost" || host.endsWith(".localhost") || listed(loopback, host);
};

/** A name without a dot is a neighbour too: that is how containers of one compose file call each other. */
const onHomeNetwork = (url: URL): boolean => {
  const host = hostOf(url);
  const named = isIP(host) === 0 && (!host.includes(".") || /\.(local|lan|internal|home\.arpa)$/.test(host));
  return onLoopback(url) || named || listed(home, host);
};

type Reach = "loopback" | "home";

const plainHttpRule: Readonly<Record<Reach, string>> = {
  loopback: "Plain http is allowed on this machine only (localhost). Use https.",
  home: "Plain http would carry the conversation readable across the internet; it is allowed on this machine and in private networks only. Use https.",
};

/** An http address as text, without a final slash. */
function checkedAddress(text: string, reach: Reach, context: z.RefinementCtx): string {
  const fail = (message: string): string => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return fail("This is not an address. Write it as https://host/path.");
  if (url.username || url.password)
    return fail("This address holds a name or password. Take it out; keys have variables of their own.");
  const near = reach === "loopback" ? onLoopback(url) : onHomeNetwork(url);
  if (url.protocol === "http:" && !near) return fail(plainHttpRule[reach]);
  return url.href.replace(/\/$/, "");
}

export const webAddress = (reach: Reach) =>
  z.string().transform((text, context) => checkedAddress(text.trim(), reach, context));

/** As Ollama itself reads it: scheme and port may be missing, and 0.0.0.0 (listen everywhere) is reached on loopback. */
export const ollamaAddress = z.string().transform((text, context) => {
  const bare = text.trim();
  const withScheme = /^[a-z]+:\/\//i.test(bare) ? bare : withOllamaPort(bare);
  return checkedAddress(withScheme.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, "//127.0.0.1"), "home", context);
});

const withOllamaPort = (host: string): string => {
  const bracketed = isIP(host) === 6 ? `[${host}]` : host.replace(/^(?=:\d)/, "127.0.0.1");
  return /:\d+(\/|$)/.test(bracketed) ? `http://${bracketed}` : `http://${bracketed.replace(/(?=\/)|$/, ":11434")}`;
};

const databaseUrlForms =
  "Write file:PATH for SQLite, or postgresql://USER:PASSWORD@HOST:5432/DATABASE with signs such as # / @ in the password percent-encoded.";

/** `file:` with a path relative to `cwd`, or an address of PostgreSQL. A database in memory would forget everything. */
export const databaseUrl = (cwd: string) =>
  z.string().transform((text, context) => {
    const path = /^file:(?:\/\/(?=\/))?([^?]+)$/s.exec(text)?.[1];
    const decoded = path && decodedPath(path);
    if (decoded && decoded !== ":memory:" && !decoded.includes("\0")) return `file:${resolve(cwd, decoded)}`;
    if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
    context.addIssue({ code: "custom", message: databaseUrlForms });
    return z.NEVER;
  });

/** A `%` that begins no code stands for itself: people write paths as they see them. */
const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The passwords inside a database's address, as written and decoded: error texts of drivers may hold either. */
export function passwordsIn(url: string): readonly string[] {
  if (!url.startsWith("postgres")) return [];
  const { password, searchParams } = new URL(url);
  const parameters = [...url.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].map(([, written = ""]) => written);
  const read = [...searchParams].filter(([name]) => /^(ssl)?password$/i.test(name)).map(([, value]) => value);
  const written = [password, ...parameters];
  return [...new Set([...written, ...written.map((text) => querystring.unescape(text)), ...read])].filter(Boolean);
}
