import type { Clock, Logger } from "../../core/ports.ts";
import type { Prompt } from "../../locales/slack-pane-en.ts";
import { causeOf, codeOf } from "./failures.ts";
import type { Requests } from "./requests.ts";
import { type StatusLine, statusLine } from "./status-line.ts";

/** A conversation of its own: a channel, and the message that heads the thread there. */
export interface Thread {
  readonly channel: string;
  readonly ts: string;
}

export interface Prompts {
  readonly title: string;
  readonly prompts: readonly Prompt[];
}

/** What workspaces answer that do not have the feature, or apps that may not use it: it stays so while this runs. */
const lacking: ReadonlySet<string> = new Set([
  ...["unknown_method", "missing_scope", "not_allowed", "not_allowed_token_type", "access_denied", "no_permission"],
  ...["feature_not_enabled", "method_deprecated", "deprecated_endpoint", "team_access_not_granted"],
]);

/** All of it tells of a moment. */
const worthMs = 10_000;

/**
 * What Slack shows of an assistant beside its messages. Best effort: nothing here rejects or is tried again, and what a
 * workspace does not have is asked for once.
 */
export class Assistant {
  readonly #requests: Requests;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #lacking = new Set<string>();

  constructor(requests: Requests, { clock, log }: { readonly clock: Clock; readonly log: Logger }) {
    this.#requests = requests;
    this.#clock = clock;
    this.#log = log;
  }

  /** Says what the app is doing there; also in threads of channels. */
  statusIn({ channel, ts }: Thread, text: string): StatusLine {
    const { client } = this.#requests;
    const where = { channel_id: channel, thread_ts: ts };
    const set = (status: string): Promise<void> =>
      this.#try("assistant.threads.setStatus", () => client.assistant.threads.setStatus({ ...where, status }));
    return statusLine({ set, text, clock: this.#clock });
  }

  /** What this thread is called. */
  entitle({ channel, ts }: Thread, title: string): Promise<void> {
    const { client } = this.#requests;
    const wanted = { channel_id: channel, thread_ts: ts, title: title.replace(/[<>]/g, "") };
    return this.#try("assistant.threads.setTitle", () => client.assistant.threads.setTitle(wanted));
  }

  /** Offers questions: in this thread, or in the whole conversation, where the newer view knows no threads for it. */
  suggest(channel: string, thread: string | null, { title, prompts }: Prompts): Promise<void> {
    const { client } = this.#requests;
    const shown = { title, prompts: prompts.map((prompt) => ({ ...prompt })) };
    const wanted = { channel_id: channel, ...(thread !== null && { thread_ts: thread }), ...shown };
    return this.#try("assistant.threads.setSuggestedPrompts", () =>
      client.assistant.threads.setSuggestedPrompts(wanted),
    );
  }

  async #try(method: string, request: () => Promise<unknown>): Promise<void> {
    if (this.#lacking.has(method)) return;
    try {
      await this.#requests.inTime(worthMs, () => this.#requests.look(method, request));
    } catch (error) {
      const code = codeOf(causeOf(error));
      if (!code || !lacking.has(code) || this.#lacking.has(method)) return;
      this.#lacking.add(method);
      this.#log.debug({ method, code }, "Slack does not let the app do this, and it is not asked again");
    }
  }
}
