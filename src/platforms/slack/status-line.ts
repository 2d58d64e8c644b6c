import type { Clock } from "../../core/ports.ts";

/** What the app is doing in one thread while one reply is made. Nothing of it rejects. */
export interface StatusLine {
  /** Shows it, unless the reply is there first. */
  show(): Promise<void>;
  /** A post into the thread takes it away, unless it was still on its way meanwhile. */
  around<T>(post: () => Promise<T>): Promise<T>;
  /** Takes away what is left of it. */
  end(): Promise<void>;
}

export interface StatusLineOptions {
  /** Empty text takes it away. */
  readonly set: (text: string) => Promise<void>;
  readonly text: string;
  readonly clock: Clock;
}

/** Who is answered at once need not be told that it takes a while. */
const patienceMs = 400;
/** Slack takes it away by itself after two minutes. */
const freshMs = 90_000;

export function statusLine({ set, text, clock }: StatusLineOptions): StatusLine {
  const now = (): number => clock.now().getTime();
  let over = new AbortController();
  let setting: Promise<void> | null = null;
  /** When it was shown, where it may stand there yet. */
  let shownAt: number | null = null;

  const showing = async (): Promise<void> => {
    await clock.sleep(patienceMs, over.signal);
    if (over.signal.aborted) return;
    shownAt = now();
    await set(text);
  };
  return {
    show: () => {
      if (over.signal.aborted) over = new AbortController();
      if (shownAt !== null && now() - shownAt < freshMs) return Promise.resolve();
      setting ??= showing().finally(() => {
        setting = null;
      });
      return setting;
    },
    around: async (post) => {
      over.abort();
      const onItsWay = setting !== null && shownAt !== null;
      const posted = await post();
      if (!onItsWay) shownAt = null;
      return posted;
    },
    end: async () => {
      over.abort();
      await setting;
      if (shownAt === null) return;
      shownAt = null;
      await set("");
    },
  };
}
