import type { ProviderErrorKind } from "../core/provider.ts";

/**
 * Why a model call failed. The message names the server and what it did, in words of our own: servers like to quote
 * the prompt in their errors, and those words belong to the people who said them.
 */
export class CallFailure extends Error {
  readonly kind: ProviderErrorKind;
  readonly retryAfterMs: number | null;
  constructor(kind: ProviderErrorKind, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "CallFailure";
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What a server says for itself when it fails: `code` and `type` are its machine words, `text` its prose. */
interface Complaint {
  readonly code: string | null;
  readonly type: string | null;
  readonly text: string;
}

const kindOfCode: ReadonlyMap<string | null, ProviderErrorKind> = new Map(
  Object.entries<ProviderErrorKind>({
    authentication_error: "auth",
    permission_error: "auth",
    invalid_api_key: "auth",
    not_found_error: "not-found",
    model_not_found: "not-found",
    rate_limit_error: "rate-limit",
    rate_limit_exceeded: "rate-limit",
    insufficient_quota: "rate-limit",
    overloaded_error: "overloaded",
    server_overloaded: "overloaded",
    timeout_error: "timeout",
    context_length_exceeded: "context-length",
    exceed_context_size_error: "context-length",
    request_too_large: "context-length",
  }),
);

const kindOfStatus: Readonly<Record<number, ProviderErrorKind>> = {
  401: "auth",
  403: "auth",
  404: "not-found",
  408: "timeout",
  413: "context-length",
  429: "rate-limit",
  502: "unreachable",
  503: "overloaded",
  504: "timeout",
  529: "overloaded",
};

/** Servers that speak a hosted API without its codes say it in prose only. */
const contextWords =
  /context (length|window|size)|maximum context|prompt is too long|input is too long|too many (input )?tokens/i;
const missingWords = /model ['"`]?[^\s'"`]+['"`]? (was )?not found|no such model/i;

/** A status other than 2xx. `body` is the beginning of what came with it. */
export function failureOfStatus(server: string, response: Response, body: string, now: Date): CallFailure {
  const { status } = response;
  const complaint = complaintOf(body);
  const said = machineWord(complaint);
  const message =
    status >= 300 && status < 400
      ? `${server} answered ${status}, a redirect. Words go only where the configuration says: set the final address.`
      : `${server} answered ${status}${said ? ` (${said})` : ""}.`;
  const kind = kindOfComplaint(complaint) ?? kindOfStatus[status] ?? (status < 500 ? "bad-request" : "unknown");
  return new CallFailure(kind, message, retryAfterMs(response.headers, now));
}

/** An error told inside a stream that had begun with 200. */
export function failureOfEvent(server: string, event: unknown): CallFailure {
  const complaint = complaintOf(event);
  const said = machineWord(complaint);
  const kind = kindOfComplaint(complaint) ?? (complaint.type === "invalid_request_error" ? "bad-request" : "unknown");
  return new CallFailure(kind, `${server} broke off its answer with an error${said ? ` (${said})` : ""}.`);
}

/** No answer at all: `fetch` has rejected. Also a connection that was kept open, and closed as the server went away. */
export function failureOfConnection(server: string, error: unknown): CallFailure {
  const code = networkCode(error);
  const because = code ? ` (${code})` : "";
  if (code === "UND_ERR_HEADERS_TIMEOUT") return new CallFailure("timeout", `${server} did not begin to answer.`);
  return new CallFailure("unreachable", `${server} cannot be reached${because}.`);
}

/** The answer stopped in the middle: reading its body has rejected. */
export const failureOfBody = (server: string, error: unknown): CallFailure =>
  networkCode(error) === "UND_ERR_BODY_TIMEOUT"
    ? new CallFailure("timeout", `${server} stopped in the middle of its answer.`)
    : new CallFailure("cut", `${server} closed the connection in the middle of its answer.`);

function kindOfComplaint({ code, type, text }: Complaint): ProviderErrorKind | null {
  const named = kindOfCode.get(code) ?? kindOfCode.get(type);
  if (named) return named;
  if (contextWords.test(text)) return "context-length";
  return missingWords.test(text) ? "not-found" : null;
}

/** Handed on only if it looks like a code: anything freer might hold words of the conversation. */
const machineWord = ({ code, type }: Complaint): string | null =>
  [code, type].find((word) => word !== null && /^[a-z]+(_[a-z]+){1,5}$/.test(word)) ?? null;

/** The APIs nest differently: `{error: {code, type, message}}`, that object alone, or `{error: "prose"}`. */
function complaintOf(body: unknown): Complaint {
  const parsed = typeof body === "string" ? jsonOrText(body) : body;
  if (!isRecord(parsed)) return { code: null, type: null, text: String(parsed) };
  if ("error" in parsed && parsed["error"] !== null) return complaintOf(parsed["error"]);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const { code, type, message, details } = parsed;
  const detail = isRecord(details) ? text(details["error_code"]) : null;
  return { code: text(code) ?? detail, type: text(type), text: text(message) ?? "" };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function jsonOrText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : text;
  } catch {
    return text;
  }
}

/** Seconds or an HTTP date, as RFC 9110 has it. */
function retryAfterMs(headers: Response["headers"], now: Date): number | null {
  const value = headers.get("retry-after")?.trim();
  if (!value) return null;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
}

/** undici wraps the reason once or twice. */
function networkCode(error: unknown): string | null {
  for (let cause = error, depth = 0; isRecord(cause) && depth < 5; cause = cause["cause"], depth++) {
    if (typeof cause["code"] === "string" && /^[A-Z0-9_]+$/.test(cause["code"])) return cause["code"];
  }
  return null;
}
