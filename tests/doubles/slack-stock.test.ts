import { SocketModeClient } from "@slack/socket-mode";
import { LogLevel, WebClient } from "@slack/web-api";
import { describe, expect, onTestFinished, test } from "vitest";
import { until } from "../until.ts";
import { aDouble, anna, appToken, bot, channel, type Double, mention, saying, team, token } from "./slack-client.ts";

const quietly = { logLevel: LogLevel.ERROR };

/** The stock clients, with nothing but the address changed. */
function webClient({ address }: { readonly address: string }, options: object = {}) {
  return new WebClient(token, { slackApiUrl: `${address}/api/`, ...quietly, ...options });
}

interface Heard {
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly ack: (response?: object) => Promise<void>;
  readonly retry_num?: number;
}

async function socketClient({ address }: { readonly address: string }) {
  const clientOptions = { slackApiUrl: `${address}/api/`, retryConfig: { retries: 0 }, ...quietly };
  const client = new SocketModeClient({ appToken, clientOptions, clientPingTimeout: 600, ...quietly });
  const heard: Heard[] = [];
  client.on("slack_event", (event: Heard) => void heard.push(event));
  onTestFinished(() => client.disconnect());
  await client.start();
  return { client, heard };
}

const next = async (heard: Heard[], what: string): Promise<Heard> => {
  await until(() => heard.length > 0, what);
  const one = heard.shift();
  if (!one) throw new Error(`there is no ${what}`);
  return one;
};

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: { readonly data?: { readonly error?: string }; readonly code?: string }) => error.data?.error ?? error.code,
  );

const acknowledgedIn = async (double: Double) =>
  (await double.history()).envelopes.filter(({ inTime }) => inTime).length;

describe("the stock clients", () => {
  test("log in, hear a mention, acknowledge it and answer in its thread", async () => {
    const double = await aDouble();
    const { heard } = await socketClient({ address: `${double.address}/as/one` });
    const web = webClient({ address: `${double.address}/as/one` });
    expect(await web.auth.test()).toMatchObject({ user_id: bot, team_id: team });
    const { ts } = await double.does(saying(`${mention} hello`));
    const events = [await next(heard, "an event"), await next(heard, "its twin")];
    for (const { ack } of events) await ack();
    expect(events.map(({ type, retry_num }) => [type, retry_num])).toEqual(Array(2).fill(["events_api", 0]));
    const metadata = { event_type: "familiar_reply", event_payload: { turn: "t1" } };
    const posted = await web.chat.postMessage({ channel, thread_ts: ts ?? "", text: "Hello!", metadata });
    const thread = await web.conversations.replies({ channel, ts: ts ?? "", include_all_metadata: true });
    expect(thread.messages?.map((one) => [one.ts, one.metadata?.event_type])).toEqual([
      [ts, undefined],
      [posted.ts, "familiar_reply"],
    ]);
    await (await next(heard, "its own message")).ack();
    await until(async () => (await acknowledgedIn(double)) === 3, "every acknowledgement");
    const { requests, sockets, messages } = await double.history();
    expect(new Set([...requests, ...sockets, ...messages].map((one) => one.bot))).toEqual(new Set(["one"]));
  });

  test("answer a command, open a form and take it", async () => {
    const double = await aDouble();
    const { heard } = await socketClient(double);
    const web = webClient(double);
    await double.does({ type: "command", by: anna, channel, command: "/familiar", text: "journal" });
    const command = await next(heard, "a command");
    await command.ack({ text: "One moment." });
    const { view } = await web.views.open({
      trigger_id: String(command.body["trigger_id"]),
      view: {
        ...{ type: "modal", callback_id: "journal", title: { type: "plain_text", text: "Journal" } },
        submit: { type: "plain_text", text: "Write" },
        blocks: [
          {
            ...{ type: "input", block_id: "b", label: { type: "plain_text", text: "Text" } },
            element: { type: "plain_text_input", action_id: "text" },
          },
        ],
      },
    });
    await double.does({ type: "submit", by: anna, view: view?.id ?? "", values: { text: "Fog." } });
    const form = await next(heard, "a form");
    await form.ack();
    expect(form.body["view"]).toMatchObject({ state: { values: { b: { text: { value: "Fog." } } } } });
    await until(async () => (await double.history()).views[0]?.closedAt !== null, "its end");
    expect((await double.history()).messages).toMatchObject([{ visibleTo: anna.id, method: "acknowledgement" }]);
  });

  test("stream", async () => {
    const double = await aDouble();
    const { ts } = await double.does(saying(mention));
    const recipient = { recipient_user_id: anna.id, recipient_team_id: team };
    const stream = webClient(double).chatStream({ channel, thread_ts: ts ?? "", ...recipient, buffer_size: 1 });
    await stream.append({ markdown_text: "Once" });
    await stream.append({ markdown_text: " upon a time" });
    await stream.stop();
    const [message] = (await double.history()).messages;
    expect(message?.states.at(-1)).toMatchObject({ text: "Once upon a time", streaming: "completed" });
  });

  test("are told what was refused, and wait as long as a 429 asks", async () => {
    const double = await aDouble();
    const web = webClient(double);
    expect(await codeOf(web.chat.postMessage({ channel: "C0NOWHERE01", text: "x" }))).toBe("channel_not_found");
    await double.faults({ retryAfterMs: 1_000 });
    await double.fate("chat.postMessage", "limited");
    await web.chat.postMessage({ channel, text: "x" });
    const posts = (await double.history()).requests.slice(1).map(({ outcome, early }) => [outcome, early]);
    expect(posts).toEqual([
      ["limited", false],
      ["done", false],
    ]);
  });

  test("try again by themselves what was cut, and so post twice", async () => {
    const double = await aDouble();
    const retryConfig = { retries: 1, minTimeout: 10 };
    await double.fate("chat.postMessage", "cut");
    await webClient(double, { retryConfig }).chat.postMessage({ channel, text: "once?" });
    expect((await double.history()).messages).toHaveLength(2);
    await double.fate("chat.postMessage", "cut");
    const careful = webClient(double, { retryConfig: { retries: 0 } });
    expect(await codeOf(careful.chat.postMessage({ channel, text: "x" }))).toBe("slack_webapi_request_error");
  });

  test("open a new socket after a refresh, and after one that has died without a word", async () => {
    const double = await aDouble({ pingMs: 100 });
    const { heard } = await socketClient(double);
    const opened = async () => (await double.history()).sockets.length;
    await double.sockets({ type: "disconnect", reason: "refresh_requested" });
    await until(async () => (await opened()) === 2, "a second socket");
    await double.sockets({ type: "half-open" });
    await until(async () => (await opened()) === 3, "a third socket", 40_000);
    await until(async () => (await double.activity()).sockets.length === 1, "the end of the others");
    await double.does(saying("still there?"));
    await (await next(heard, "what was said")).ack();
  }, 60_000);
});
