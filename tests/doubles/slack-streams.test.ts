import { describe, expect, test } from "vitest";
import {
  aDouble,
  anna,
  api,
  aSocket,
  bot,
  channel,
  type Double,
  errorOf,
  mention,
  saying,
  team,
} from "./slack-client.ts";

const recipient = { recipient_user_id: anna.id, recipient_team_id: team };

async function asked() {
  const double = await aDouble();
  const { ts } = await double.does(saying(mention));
  const start = (more: object = {}) =>
    api(double, "chat.startStream", { channel, thread_ts: ts, ...recipient, ...more });
  return { double, ts, start };
}

const append = (double: Double, ts: string, more: object) => api(double, "chat.appendStream", { channel, ts, ...more });
const stop = (double: Double, ts: string, more: object = {}) =>
  api(double, "chat.stopStream", { channel, ts, ...more });

describe("streams", () => {
  test("grow, are stopped, and are then a message like others", async () => {
    const { double, start } = await asked();
    const socket = await aSocket(double);
    const { ts } = (await start({ markdown_text: "**One**" })).body;
    await append(double, ts, { markdown_text: ", two" });
    expect(await errorOf(api(double, "chat.update", { channel, ts, text: "x" }))).toBe("streaming_state_conflict");
    expect(await errorOf(api(double, "chat.delete", { channel, ts }))).toBe("cant_delete_message");
    const section = { type: "section", text: { type: "mrkdwn", text: "below" } };
    const { body } = await stop(double, ts, { markdown_text: ", three", blocks: [section] });
    expect(body.message).toMatchObject({ text: "*One*, two, three", streaming_state: "completed", user: bot });
    expect(await errorOf(append(double, ts, { markdown_text: "x" }))).toBe("message_not_in_streaming_state");
    expect(await errorOf(stop(double, ts))).toBe("message_not_in_streaming_state");
    expect(await errorOf(api(double, "chat.update", { channel, ts, text: "four" }))).toBeNull();
    const changed = await socket.next(({ payload }) => payload?.event?.subtype === "message_changed", "its end");
    expect(changed.payload.event.message.streaming_state).toBe("completed");
    const [message] = (await double.history()).messages;
    expect(message?.states.map(({ text, streaming }) => [text, streaming])).toEqual([
      ["**One**", "in_progress"],
      ["**One**, two", "in_progress"],
      ["**One**, two, three", "completed"],
      ["four", "completed"],
    ]);
  });

  test("want a thread, and somebody to whom they are said", async () => {
    const { start } = await asked();
    expect(await errorOf(start({ thread_ts: undefined }))).toBe("invalid_arguments");
    expect(await errorOf(start({ recipient_user_id: undefined }))).toBe("missing_recipient_user_id");
    expect(await errorOf(start({ recipient_team_id: undefined }))).toBe("missing_recipient_team_id");
    expect(await errorOf(start({ markdown_text: "x".repeat(12_001) }))).toBe("msg_too_long");
    expect(await errorOf(start({ chunks: [{ type: "smoke" }] }))).toBe("invalid_chunks");
  });

  test("keep to the way in which they began, and twice is twice", async () => {
    const { double, start } = await asked();
    const one = (await start({ chunks: [{ type: "markdown_text", text: "one" }] })).body;
    const two = (await start({ markdown_text: "two" })).body;
    expect(one.ts).not.toBe(two.ts);
    expect(await errorOf(append(double, one.ts, { markdown_text: "x" }))).toBe("streaming_mode_mismatch");
    const task = { type: "task_update", id: "1", title: "Looking", status: "in_progress" };
    expect(await errorOf(append(double, one.ts, { chunks: [task] }))).toBeNull();
    expect(await errorOf(append(double, two.ts, { chunks: [task] }))).toBe("streaming_mode_mismatch");
  });

  test("end by themselves when nothing comes, and by whoever stops them", async () => {
    const { double, start } = await asked();
    const idle = (await start({ markdown_text: "idle" })).body;
    const stopped = (await start({ markdown_text: "stopped" })).body;
    await double.does({ type: "stop", by: anna, channel, ts: stopped.ts });
    expect(await errorOf(append(double, stopped.ts, { markdown_text: "x" }))).toBe("stopped_by_user");
    await double.advance(29_000);
    expect(await errorOf(append(double, idle.ts, { markdown_text: "!" }))).toBeNull();
    await double.advance(30_000);
    expect(await errorOf(append(double, idle.ts, { markdown_text: "x" }))).toBe("message_not_in_streaming_state");
    const [first] = (await double.history()).messages;
    expect(first?.states.map(({ streaming }) => streaming)).toEqual(["in_progress", "in_progress", "errored"]);
  });
});

describe("the assistant", () => {
  test("is opened, looks where the person looks, and has a status until it has said something", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    const { channel: direct, ts } = await double.does({
      type: "assistant",
      by: anna,
      context: { channel_id: channel },
    });
    const started = (await socket.event("assistant_thread_started")).payload.event.assistant_thread;
    expect(started).toMatchObject({
      user_id: anna.id,
      channel_id: direct,
      thread_ts: ts,
      context: { channel_id: channel },
    });
    const name = { channel: direct ?? "", ts: ts ?? "" };
    await double.does({ type: "context", by: anna, ...name, context: {} });
    await socket.event("assistant_thread_context_changed");
    const thread = { channel_id: direct, thread_ts: ts };
    await api(double, "assistant.threads.setStatus", { ...thread, status: "is thinking..." });
    await api(double, "assistant.threads.setTitle", { ...thread, title: "Boats" });
    const prompts = [{ title: "Boats", message: "Which boats?" }];
    expect(await errorOf(api(double, "assistant.threads.setSuggestedPrompts", { ...thread, prompts }))).toBeNull();
    const nowhere = { channel_id: direct, thread_ts: "1.000001", status: "x" };
    expect(await errorOf(api(double, "assistant.threads.setStatus", nowhere))).toBe("invalid_thread_ts");
    await double.does(saying("which boats?", { channel: null, thread: ts }));
    await api(double, "chat.postMessage", { channel: direct, thread_ts: ts, text: "All of them." });
    const { statuses } = await double.history();
    expect(statuses.map(({ kind, value, endedAt }) => [kind, value, endedAt !== null])).toEqual([
      ["status", "is thinking...", true],
      ["title", "Boats", false],
      ["prompts", prompts, false],
    ]);
  });
});
