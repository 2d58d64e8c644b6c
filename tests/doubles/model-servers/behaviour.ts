/** What a fake model server does with one request. */
export type Behaviour =
  | { readonly type: "answer"; readonly steps: readonly Step[]; readonly ending: Ending; readonly split: Split }
  | {
      readonly type: "status";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** 200, and then this instead of what the API promises. */
  | { readonly type: "raw"; readonly body: string; readonly contentType: string }
  /** Takes the request and never answers. */
  | { readonly type: "hang" };

/** One part of an answer: words, bytes as they are, or a pause until the trial lets it go on. */
export type Step = string | { readonly bytes: string } | { readonly until: Promise<unknown> };

export interface Ending {
  /** `cut` breaks the connection, `open` leaves it hanging, `unmarked` ends the body without the API's last words. */
  readonly how: "complete" | "cut" | "open" | "unmarked";
  /** Null where the server reports none. */
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
  readonly reason: "end" | "length" | "refusal";
}

/** How the bytes of the whole answer are parted into chunks; null sends each frame by itself. */
type Split = ((bytes: Buffer) => readonly Buffer[]) | null;

const complete: Ending = { how: "complete", usage: { inputTokens: 11, outputTokens: 7 }, reason: "end" };

export const answering = (...steps: readonly Step[]): Behaviour => ({
  type: "answer",
  steps,
  ending: complete,
  split: null,
});

/** An answer that ends otherwise than well. */
export const ending = (ending: Partial<Ending>, ...steps: readonly Step[]): Behaviour => ({
  type: "answer",
  steps,
  ending: { ...complete, ...ending },
  split: null,
});

/** An answer whose bytes come in chunks of these sizes, over and over, wherever that tears characters or lines. */
export const splitting = (sizes: readonly number[], ...steps: readonly Step[]): Behaviour => ({
  type: "answer",
  steps,
  ending: complete,
  split: (bytes) => {
    const chunks: Buffer[] = [];
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
      chunks.push(bytes.subarray(at, at + size));
      at += size;
    }
    return chunks;
  },
});

export const refusing = (
  status: number,
  body: string | object = "",
  headers: Readonly<Record<string, string>> = {},
): Behaviour => ({
  type: "status",
  status,
  headers: { "content-type": typeof body === "string" ? "text/plain" : "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

export const raw = (body: string, contentType = "text/event-stream"): Behaviour => ({ type: "raw", body, contentType });

export const hanging: Behaviour = { type: "hang" };

/** A pause that the trial ends when it likes. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
