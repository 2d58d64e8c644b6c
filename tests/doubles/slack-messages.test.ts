import { describe, expect, test } from "vitest";
import { aDouble, anna, api, aSocket, bot, channel, type Double, errorOf, quiet, saying } from "./slack-client.ts";

const post = (double: Double, more: object = {}) =>
  api(double, "chat.postMessage", { channel, text: "hello", ...more });
const section = (text: string, more: object = {}) => ({ type: "section", text: { type: "mrkdwn", text }, ...more });
const button = (action_id: string) => ({
  type: "button",
  action_id,
  text: { type: "plain_text", text: "Yes" },
  value: "1",
});
const generous = { limits: { post: { burst: 100, perMinute: 6_000 } } };
const metadata = { event_type: "familiar_reply", event_payload: { turn: "t1", part: 0 } };

describe("posting", () => {
  test("the same request twice posts twice, whatever id it gives itself", async () => {
    const double = await aDouble();
    const [one, two] = [await post(double, { client_msg_id: "a" }), await post(double, { client_msg_id: "a" })];
    expect(one.body.ts).not.toBe(two.body.ts);
    expect((await double.history()).messages).toHaveLength(2);
  });

  test("forms and JSON are both taken, and a user's id is their direct messages", async () => {
    const double = await aDouble();
    await double.does(saying("hi"));
    const args = { channel: anna.id, text: "hello", blocks: [section("*hello*")], metadata };
    const { body } = await api(double, "chat.postMessage", args, { form: true });
    expect(body.channel).toMatch(/^D/);
    const [message] = (await double.history()).messages;
    expect(message).toMatchObject({
      kind: "im",
      method: "chat.postMessage",
      audience: [bot, anna.id],
      states: [{ metadata }],
    });
    expect(message?.states[0]?.blocks).toMatchObject([{ type: "section", block_id: expect.any(String) }]);
  });

  test("what Slack does not take is refused by its own names", async () => {
    const double = await aDouble(generous);
    const cases: readonly (readonly [object, string])[] = [
      [{ text: "" }, "no_text"],
      [{ text: "x".repeat(40_001) }, "msg_too_long"],
      [{ channel: "C0NOWHERE01" }, "channel_not_found"],
      [{ blocks: "{" }, "invalid_blocks_format"],
      [{ blocks: Array(51).fill({ type: "divider" }) }, "invalid_blocks"],
      [{ blocks: [section("x".repeat(3_001))] }, "invalid_blocks"],
      [{ blocks: [section("a", { block_id: "b" }), section("c", { block_id: "b" })] }, "invalid_blocks"],
      [{ blocks: [{ type: "actions", elements: [button("a"), button("a")] }] }, "invalid_blocks"],
      [{ blocks: [{ type: "billboard" }] }, "invalid_blocks"],
      [{ text: "", blocks: [{ type: "markdown", text: "x".repeat(12_001) }] }, "invalid_blocks"],
      [{ blocks: Array(5).fill(section("x".repeat(2_900))) }, "msg_blocks_too_long"],
      [{ markdown_text: "**x**" }, "markdown_text_conflict"],
      [{ metadata: "{" }, "invalid_metadata_format"],
      [{ metadata: { event_type: "x" } }, "invalid_metadata_schema"],
      [{ metadata: { event_type: "x", event_payload: { a: "x".repeat(17_000) } } }, "metadata_too_large"],
      [{ thread_ts: "1.000001" }, "thread_not_found"],
    ];
    for (const [more, error] of cases) expect([more, await errorOf(post(double, more))]).toEqual([more, error]);
    const { body } = await post(double, { blocks: [section("x".repeat(3_001))] });
    expect(body.response_metadata.messages).toEqual([
      "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ]);
    expect((await double.history()).messages).toEqual([]);
  });

  test("it goes into threads, but not below a reply", async () => {
    const double = await aDouble();
    const { ts } = await double.does(saying("head"));
    const { body } = await post(double, { thread_ts: ts });
    expect(body.message).toMatchObject({ thread_ts: ts, parent_user_id: anna.id });
    expect(await errorOf(post(double, { thread_ts: body.ts }))).toBe("cannot_reply_to_message");
  });

  test("an ephemeral message is seen by one, and neither read nor changed by any method", async () => {
    const double = await aDouble();
    await double.does(saying("hi"));
    const { body } = await api(double, "chat.postEphemeral", { channel, user: anna.id, text: "just you" });
    expect(await errorOf(api(double, "chat.update", { channel, ts: body.message_ts, text: "x" }))).toBe(
      "message_not_found",
    );
    expect((await api(double, "conversations.history", { channel })).body.messages).toHaveLength(1);
    expect((await double.history()).messages).toMatchObject([{ visibleTo: anna.id, audience: [anna.id] }]);
    expect(await errorOf(api(double, "chat.postEphemeral", { channel, user: "U0NOBODY001", text: "x" }))).toBe(
      "user_not_in_channel",
    );
  });

  test("whom it notifies is told: mentions in text and blocks, and not what is escaped or plain", async () => {
    const double = await aDouble();
    await post(double, { text: `<@${anna.id}> &lt;@U0OTHER0001&gt; @here`, blocks: [section("<!channel>")] });
    await post(double, { text: "@here", parse: "full" });
    const pings = (await double.history()).messages.map(({ states }) => states[0]?.pings);
    expect(pings).toEqual([
      { users: [anna.id], groups: [], everyone: true },
      { users: [], groups: [], everyone: true },
    ]);
  });
});

describe("changing", () => {
  test("its own messages alone, within 4,000 characters, and with every state remembered", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    const { ts: foreign } = await double.does(saying("hi"));
    const { ts } = (await post(double, { blocks: [section("one")], metadata })).body;
    const update = (more: object) => api(double, "chat.update", { channel, ts, ...more });
    expect(await errorOf(update({ ts: foreign, text: "x" }))).toBe("cant_update_message");
    expect(await errorOf(update({ ts: "1.000001", text: "x" }))).toBe("message_not_found");
    expect(await errorOf(update({ text: "x".repeat(4_001) }))).toBe("msg_too_long");
    expect((await update({ text: "two" })).body).toMatchObject({ ok: true, channel, ts, text: "two" });
    const changed = await socket.next(({ payload }) => payload?.event?.subtype === "message_changed", "the change");
    expect(changed.payload.event.message).toMatchObject({ text: "two", bot_id: "B0FAMILIAR1", edited: { user: bot } });
    await api(double, "chat.delete", { channel, ts });
    const [message] = (await double.history()).messages;
    expect(message?.states.map(({ text }) => text)).toEqual(["hello", "two", null]);
    expect(message?.states[1]).toMatchObject({ metadata, blocks: [{ type: "rich_text" }] });
    expect(await errorOf(api(double, "chat.delete", { channel, ts: foreign }))).toBe("cant_delete_message");
  });
});

describe("reading", () => {
  const textsOf = ({ body }: { readonly body: { readonly messages: readonly { readonly text: string }[] } }) =>
    body.messages.map(({ text }) => text);

  test("history is newest first and in pages, without replies, and with metadata only where they are asked for", async () => {
    const double = await aDouble(generous);
    const first = await double.does(saying("one"));
    for (const text of ["two", "three"]) await double.does(saying(text));
    await post(double, { text: "a reply", thread_ts: first.ts, metadata });
    await post(double, { text: "four", metadata });
    const page = await api(double, "conversations.history", { channel, limit: 3 });
    expect([textsOf(page), page.body.has_more]).toEqual([["four", "three", "two"], true]);
    expect(page.body.messages[0]).not.toHaveProperty("metadata");
    const { next_cursor: cursor } = page.body.response_metadata;
    const rest = await api(double, "conversations.history", { channel, limit: 3, cursor, include_all_metadata: true });
    expect([textsOf(rest), rest.body.has_more]).toEqual([["one"], false]);
    expect(rest.body.messages[0]).toMatchObject({ reply_count: 1, reply_users: [bot], thread_ts: first.ts });
    const whole = await api(double, "conversations.history", { channel, limit: 1, include_all_metadata: true });
    expect(whole.body.messages[0].metadata).toEqual(metadata);
    expect(await errorOf(api(double, "conversations.history", { channel, cursor: "x" }))).toBe("invalid_cursor");
  });

  test("with an oldest alone the oldest come first, page by page", async () => {
    const double = await aDouble();
    const { ts: oldest } = await double.does(saying("zero"));
    for (const text of ["one", "two", "three"]) await double.does(saying(text));
    const args = { channel, oldest, limit: 2 };
    const page = await api(double, "conversations.history", args);
    expect(textsOf(page)).toEqual(["two", "one"]);
    const { next_cursor: cursor } = page.body.response_metadata;
    expect(textsOf(await api(double, "conversations.history", { ...args, cursor }))).toEqual(["three"]);
    expect(textsOf(await api(double, "conversations.history", { ...args, limit: 9, inclusive: true }))).toHaveLength(4);
  });

  test("a thread is oldest first, with its head on every page", async () => {
    const double = await aDouble();
    const { ts } = await double.does(saying("head"));
    for (const text of ["one", "two", "three"]) await double.does(saying(text, { thread: ts }));
    const page = await api(double, "conversations.replies", { channel, ts, limit: 3 });
    expect(textsOf(page)).toEqual(["head", "one", "two"]);
    const { next_cursor: cursor } = page.body.response_metadata;
    expect(textsOf(await api(double, "conversations.replies", { channel, ts, limit: 3, cursor }))).toEqual([
      "head",
      "three",
    ]);
  });

  test("distributed apps read fifteen messages, once a minute", async () => {
    const double = await aDouble({ distributed: true });
    for (let count = 0; count < 20; count++) await double.does(saying(`${count}`));
    expect(textsOf(await api(double, "conversations.history", { channel }))).toHaveLength(15);
    expect((await api(double, "conversations.history", { channel })).status).toBe(429);
  });

  test("channels and members are listed in pages", async () => {
    const double = await aDouble();
    await double.does(saying("hi"));
    const { body } = await api(double, "conversations.list", { limit: 1 });
    expect(body.channels).toMatchObject([{ id: channel, is_channel: true, is_member: true, is_ext_shared: false }]);
    const { next_cursor: cursor } = body.response_metadata;
    expect((await api(double, "conversations.list", { limit: 1, cursor })).body.channels).toMatchObject([
      { id: quiet },
    ]);
    expect((await api(double, "conversations.members", { channel })).body.members).toEqual([bot, anna.id]);
    const opened = await api(double, "conversations.open", { users: anna.id });
    const im = await api(double, "users.conversations", { types: "im" });
    expect(im.body.channels).toMatchObject([{ id: opened.body.channel.id, is_im: true, user: anna.id }]);
  });
});

describe("reactions", () => {
  test("are set once, and taken away once", async () => {
    const double = await aDouble();
    const { ts } = await double.does(saying("hi"));
    const args = { channel, timestamp: ts, name: "eyes" };
    expect(await errorOf(api(double, "reactions.add", args))).toBeNull();
    expect(await errorOf(api(double, "reactions.add", args))).toBe("already_reacted");
    expect(await errorOf(api(double, "reactions.remove", args))).toBeNull();
    expect(await errorOf(api(double, "reactions.remove", args))).toBe("no_reaction");
    expect(await errorOf(api(double, "reactions.add", { ...args, name: ":eyes:" }))).toBe("invalid_name");
  });
});
