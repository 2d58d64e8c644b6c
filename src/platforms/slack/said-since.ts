import type { History, Past } from "./history.ts";
import type { Self } from "./self.ts";

export interface SaidOptions {
  readonly channel: string;
  /** In milliseconds since 1970. */
  readonly since: number;
  /** Threads in which somebody has turned to the companion by now. */
  readonly threads: readonly string[];
  readonly history: Pick<History, "back" | "after">;
  readonly self: Self;
}

/** Of a hundred or two messages each. */
const pagesMost = 25;
/** So far it looks for the heads of threads that are known: each that it finds need not be asked for. */
const pagesForHeads = 5;

/** In the channel itself and in its threads, in the order of saying. */
export async function saidSince(options: SaidOptions): Promise<readonly Past[]> {
  const { channel, since, history } = options;
  const ts = (since / 1_000).toFixed(6);
  const said = [...(await newest(options))];
  for (const thread of withNews(said, options)) said.push(...(await history.after({ channel, ts }, thread)));
  const once = new Map(said.map((message) => [message.ts, asItWas(message)]));
  return [...once.values()].filter((one) => timeOf(one.ts) > since).toSorted((a, b) => timeOf(a.ts) - timeOf(b.ts));
}

/** Whoever heads a thread by now was in none when it was said. */
const asItWas = (message: Past): Past => (message.thread_ts === message.ts ? { ...message, thread_ts: null } : message);

/** Of the channel, back to that time, or a little further where threads that are known began before. */
async function newest({ channel, since, threads, history }: SaidOptions): Promise<readonly Past[]> {
  const firstHead = Math.min(...threads.map(timeOf));
  const found: Past[] = [];
  let pages = 0;
  for await (const page of history.back(channel)) {
    found.push(...page);
    pages += 1;
    const reached = Math.min(...page.map(({ ts }) => timeOf(ts)));
    const isEnough = reached <= firstHead || pages >= pagesForHeads;
    if (pages === pagesMost || (reached <= since && isEnough)) break;
  }
  return found;
}

/** Threads that may have grown since. Where a head does not tell, as that of one that is known and older, it may have. */
function withNews(said: readonly Past[], { since, threads, self }: SaidOptions): ReadonlySet<string> {
  const heads = said.filter(({ thread_ts, ts }) => thread_ts === ts);
  const found = new Set(heads.map(({ ts }) => ts));
  const hasNews = ({ replies }: Past): boolean =>
    (replies.latest === null || timeOf(replies.latest) > since) && !areOurs(replies, self);
  const grown = heads.filter(hasNews).map(({ ts }) => ts);
  return new Set([...grown, ...threads.filter((thread) => !found.has(thread))]);
}

/** All that stands in such a thread is what we have answered. */
const areOurs = ({ writers }: Past["replies"], { user, bot }: Self): boolean =>
  writers?.every((id) => id === user || id === bot) ?? false;

const timeOf = (ts: string): number => Number(ts) * 1_000;
