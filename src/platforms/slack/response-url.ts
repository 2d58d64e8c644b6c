import { type Requests, requestMs } from "./requests.ts";

/** So Slack answers where half an hour is over, or five answers were given. */
const over = 404;

/**
 * Says something by the address that Slack has given with a command, a form or a press. False where Slack takes nothing
 * by it any more; rejects with a PlatformError.
 */
export function sayBy(url: string, body: object, requests: Pick<Requests, "ask" | "fetch">): Promise<boolean> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return requests.ask(`response ${url}`, async () => {
    const signal = AbortSignal.timeout(requestMs);
    const response = await requests.fetch(url, { ...init, redirect: "error", signal });
    const refusal = refusalIn(await response.text());
    if (response.status === over) return false;
    if (!response.ok || refusal !== null) throw new Error(`answered ${refusal ?? response.status}`);
    return true;
  });
}

/** What Slack has taken it answers by `ok` alone; a refusal is JSON, whatever its status. */
function refusalIn(answer: string): string | null {
  try {
    const { ok, error } = JSON.parse(answer);
    return ok === false ? String(error) : null;
  } catch {
    return null;
  }
}
