import { setTimeout as pause } from "node:timers/promises";
import type { BotMessage, History, RequestRecord } from "../tests/doubles/discord/records.ts";
import { type City, city, mention } from "./limits/city.ts";
import type { Proof, ProofOptions, ProofResult } from "./proof.ts";
import { databasesOf } from "./run/database.ts";

/**
 * A hundred channels full of questions: Discord's limits are kept, and everybody is answered once. `--streamed` lets the
 * model take its time, so that answers grow while they are read.
 */
export const limits: Proof = {
  name: "limits",
  size: 10_000,
  platforms: ["discord"],
  run: async (options) => {
    const databases = await databasesOf(options.db);
    try {
      const here = await city({ ...options, databases });
      return await proveIn(here, options).finally(here.close);
    } finally {
      await databases.close();
    }
  },
};

async function proveIn(here: City, { size, streamed, log }: ProofOptions): Promise<ProofResult> {
  const asked = await ask(here, size);
  log(`${size} questions asked`);
  if (!(await settled(here, size, log))) log("not everybody was answered");
  const history = await here.discord.history();
  const reading: Reading = {
    isWhole: (text, token) => !streamed || text.includes(`end:${token}`),
    begins: (text) => !streamed || text.startsWith("re:"),
  };
  const answers = answersIn(history.messages);
  const several = [...asked.keys()].map(answers).filter((texts) => texts.filter(reading.begins).length > 1);
  for (const texts of several.slice(0, 20))
    log(`answered several times: ${texts.map((text) => text.slice(0, 80)).join(" | ")}`);
  for (const one of history.requests.filter(({ early, limited }) => early || limited).slice(0, 50)) log(inWords(one));
  return resultOf(history, asked, reading);
}

/** The token by which each question's answer is known, by the question's id. */
type Asked = ReadonlyMap<string, string>;

/** Nobody asks twice in a channel: questions of one person that wait together would be answered together. */
async function ask({ discord, channels }: City, size: number): Promise<Asked> {
  const asked = new Map<string, string>();
  for (let at = 0; at < size; at += 1) {
    const channel = channels[at % channels.length] ?? "";
    const number = 1 + Math.floor(at / channels.length);
    const by = { id: String(400_000_000_000_000_000n + BigInt(number)), name: `Person ${number}` };
    const token = `T${at + 1}`;
    const content = `${mention} #${token}# What do you think of the old bridge?`;
    const event = await discord.does({ type: "say", by, channel, content });
    if (event) asked.set(event.id, token);
  }
  return asked;
}

const stillMs = 6_000;
const patienceMs = 60_000;

/** Everybody has a message, and nothing is sent any more; false where nothing moves and somebody has none. */
async function settled({ discord }: City, size: number, log: (line: string) => void): Promise<boolean> {
  let last = -1;
  for (let movedAt = Date.now(); Date.now() - movedAt < patienceMs; await pause(1_000)) {
    const { requests, posted } = await discord.activity();
    if (posted >= size && Date.now() - movedAt > stillMs) return true;
    if (requests === last) continue;
    if (Math.floor(requests / 2_000) > Math.floor(last / 2_000))
      log(`${posted} of ${size} answers, ${requests} requests`);
    last = requests;
    movedAt = Date.now();
  }
  return false;
}

const inWords = ({ kind, channel, at, early, limited }: RequestRecord): string =>
  `${kind} in ${channel} at ${at}: ${early ? "too early" : ""} ${limited ? `429 (${limited.scope})` : ""}`;

/** What a message is of an answer, which may be too long for one. */
interface Reading {
  isWhole(text: string, token: string): boolean;
  begins(text: string): boolean;
}

function resultOf({ messages, requests }: History, asked: Asked, { isWhole, begins }: Reading): ProofResult {
  const answers = answersIn(messages);
  const ids = [...asked];
  const lost = ids.filter(([id, token]) => !answers(id).some((text) => isWhole(text, token))).length;
  const duplicates = ids.reduce((sum, [id]) => sum + Math.max(0, answers(id).filter(begins).length - 1), 0);
  const limited = requests.filter(({ outcome }) => outcome === "limited");
  const rateLimited = limited.filter((one) => isKnown(one, requests)).length;
  const requestsInsideRetryAfter = requests.filter(({ early }) => early).length;
  const figures = {
    replies: ids.length - lost,
    requests: requests.length,
    requestsInsideRetryAfter,
    rateLimited,
    rateLimitedInWarmUp: limited.length - rateLimited,
    lost,
    duplicates,
    edits: requests.filter(({ kind }) => kind === "edit").length,
    typing: requests.filter(({ kind }) => kind === "typing").length,
  };
  return { tried: ids.length, failed: lost + duplicates + requestsInsideRetryAfter + rateLimited, figures };
}

/** What stands in reply to a message. */
function answersIn(messages: readonly BotMessage[]): (question: string) => readonly string[] {
  const answers = new Map<string, string[]>();
  for (const { reference, states } of messages) {
    const text = states.at(-1)?.content ?? null;
    if (reference === null || text === null) continue;
    answers.set(reference, [...(answers.get(reference) ?? []), text]);
  }
  return (question) => answers.get(question) ?? [];
}

/** Whether an earlier answer had told how much this bucket takes: before that nobody can know it. */
const isKnown = (one: RequestRecord, requests: readonly RequestRecord[]): boolean =>
  one.limited?.scope === "global" ||
  requests.some(({ kind, channel, endedAt }) => kind === one.kind && channel === one.channel && endedAt < one.at);
