import { describe, expect, test } from "vitest";
import { until } from "../until.ts";
import { aDouble, anna, api, aSocket, ben, channel, type Double, errorOf, saying, team } from "./slack-client.ts";

const using = (text = "weather Oslo", more: object = {}) =>
  ({ type: "command", by: anna, channel, command: "/familiar", text, ...more }) as const;

const respond = async (url: string, body: object) => {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};

const button = { type: "button", action_id: "good", value: "turn-1", text: { type: "plain_text", text: "Good" } };
const rows = [{ type: "actions", block_id: "row", elements: [button] }];
const interactive = ({ type }: { readonly type: string }) => type === "interactive";

async function pressed(double: Double) {
  await double.does(saying("hi"));
  const socket = await aSocket(double);
  const { ts } = (await api(double, "chat.postMessage", { channel, text: "Done.", blocks: rows })).body;
  await double.does({ type: "press", by: anna, message: { channel, ts }, action: "good" });
  return { ts, socket, payload: (await socket.next(interactive, "a press")).payload };
}

describe("slash commands", () => {
  test("come with all that they need, and are answered with the acknowledgement", async () => {
    const double = await aDouble();
    const socket = await aSocket(double, { as: "one", acknowledges: false });
    const { trigger } = await double.does(using());
    const frame = await socket.next(({ type }) => type === "slash_commands", "a command");
    expect(frame).toMatchObject({ accepts_response_payload: true });
    expect(frame).not.toHaveProperty("retry_attempt");
    expect(frame.payload).toMatchObject({
      ...{ command: "/familiar", text: "weather Oslo", user_id: anna.id, user_name: "anna", team_id: team },
      ...{ channel_id: channel, channel_name: "general", trigger_id: trigger, api_app_id: "A0FAMILIAR1" },
    });
    socket.acknowledge(frame, { text: "Rain." });
    await until(async () => (await double.activity()).posted === 1, "the answer");
    const { messages, interactions } = await double.history();
    expect(messages).toMatchObject([{ visibleTo: anna.id, method: "acknowledgement", answers: trigger, bot: "one" }]);
    expect(interactions).toMatchObject([{ trigger, outcome: "acknowledged" }]);
  });

  test("one that nobody acknowledges in time has failed, and does not come again", async () => {
    const double = await aDouble();
    await double.does(using());
    const { frames } = await aSocket(double, { acknowledges: false });
    await double.does(using());
    await until(() => frames.length === 1, "the command");
    await double.advance(3_000);
    await double.advance(10 * 60_000);
    expect(frames).toHaveLength(1);
    expect((await double.history()).interactions.map(({ outcome }) => outcome)).toEqual(["failed", "timeout"]);
  });

  test("a response_url is good for five answers, and for half an hour, and names who used it", async () => {
    const double = await aDouble();
    const socket = await aSocket(double, { as: "one" });
    await double.does(using());
    const url = (await socket.next(({ type }) => type === "slash_commands", "a command")).payload.response_url;
    expect(await respond(url, { text: "just you" })).toEqual({ status: 200, text: "ok" });
    await respond(url, { text: "all of you", response_type: "in_channel" });
    await respond(url, { text: "you, once more", replace_original: true });
    for (let count = 0; count < 2; count++) await respond(url, { text: "more" });
    expect(await respond(url, { text: "a sixth" })).toMatchObject({
      status: 404,
      text: expect.stringContaining("used_url"),
    });
    const { messages, requests } = await double.history();
    expect(messages.map(({ visibleTo }) => visibleTo)).toEqual([anna.id, null, anna.id, anna.id]);
    expect(messages[0]?.states.map(({ text }) => text)).toEqual(["just you", "you, once more"]);
    expect(requests.filter(({ method }) => method === "response_url").map(({ bot }) => bot)).toEqual(
      Array(6).fill("one"),
    );
    await double.does(using());
    const late = (await socket.next(({ type }) => type === "slash_commands", "a command")).payload.response_url;
    await double.advance(31 * 60_000);
    expect((await respond(late, { text: "x" })).text).toContain("expired_url");
  });
});

describe("buttons", () => {
  test("tell what was pressed, where and by whom, and can be replaced", async () => {
    const double = await aDouble();
    const { payload, ts } = await pressed(double);
    expect(payload).toMatchObject({
      ...{ type: "block_actions", user: { id: anna.id, username: "anna" }, channel: { id: channel, name: "general" } },
      container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: false },
      actions: [{ action_id: "good", block_id: "row", value: "turn-1", type: "button" }],
      message: { ts, blocks: [{ type: "actions" }] },
    });
    await respond(payload.response_url, { text: "Thanks.", replace_original: true });
    await respond(payload.response_url, { delete_original: true });
    const [message] = (await double.history()).messages;
    expect(message?.states.map(({ text }) => text)).toEqual(["Done.", "Thanks.", null]);
  });

  test("are pressed only where they are shown", async () => {
    const double = await aDouble();
    const { ts } = await pressed(double);
    const { message_ts } = (
      await api(double, "chat.postEphemeral", { channel, user: anna.id, text: "x", blocks: rows })
    ).body;
    const press = (by: typeof anna, stamp: string, action = "good") =>
      ({ type: "press", by, message: { channel, ts: stamp }, action }) as const;
    await expect(double.does(press(anna, ts, "bad"))).rejects.toThrow();
    await expect(double.does(press(ben, message_ts))).rejects.toThrow();
    await double.does(press(anna, message_ts));
    await api(double, "chat.delete", { channel, ts });
    await expect(double.does(press(anna, ts))).rejects.toThrow();
  });
});

const input = {
  ...{ type: "input", block_id: "b", label: { type: "plain_text", text: "Text" } },
  element: { type: "plain_text_input", action_id: "text", max_length: 10 },
};
const form = {
  ...{ type: "modal", callback_id: "journal", title: { type: "plain_text", text: "Journal" } },
  submit: { type: "plain_text", text: "Write" },
  ...{ blocks: [input], private_metadata: "m", notify_on_close: true },
};

async function opened(double: Double) {
  const socket = await aSocket(double, { acknowledges: false });
  const { trigger: trigger_id } = await double.does(using());
  socket.acknowledge(await socket.next(({ type }) => type === "slash_commands", "a command"));
  const answer = await api(double, "views.open", { trigger_id, view: form });
  return { socket, trigger_id, view: answer.body.view };
}

describe("views", () => {
  test("are opened once by a trigger, and that within three seconds", async () => {
    const double = await aDouble();
    const { view, trigger_id } = await opened(double);
    expect(view).toMatchObject({
      type: "modal",
      callback_id: "journal",
      root_view_id: view.id,
      previous_view_id: null,
    });
    const open = (more: object) => errorOf(api(double, "views.open", { trigger_id, view: form, ...more }));
    expect(await open({})).toBe("exchanged_trigger_id");
    expect(await open({ trigger_id: "1.2.3" })).toBe("invalid_trigger_id");
    expect(await open({ view: { ...form, title: { type: "plain_text", text: "x".repeat(25) } } })).toBe(
      "invalid_arguments",
    );
    expect(await open({ view: { ...form, submit: undefined } })).toBe("invalid_arguments");
    const { trigger } = await double.does(using());
    await double.advance(3_100);
    expect(await open({ trigger_id: trigger })).toBe("expired_trigger_id");
  });

  test("come back filled in, stay open where something is wrong, and close where nothing is said", async () => {
    const double = await aDouble();
    const { socket, view } = await opened(double);
    const submit = (text: string) => ({ type: "submit", by: anna, view: view.id, values: { text } }) as const;
    await expect(double.does(submit("much too long a text"))).rejects.toThrow();
    await double.does(submit("Fog."));
    const first = await socket.next(interactive, "a form");
    expect(first).toMatchObject({ accepts_response_payload: true });
    expect(first.payload).toMatchObject({ type: "view_submission", user: { id: anna.id } });
    expect(first.payload.view.state.values).toEqual({ b: { text: { type: "plain_text_input", value: "Fog." } } });
    socket.acknowledge(first, { response_action: "errors", errors: { b: "No fog." } });
    await until(async () => (await double.history()).interactions.at(-1)?.outcome === "acknowledged", "the errors");
    await double.does(submit("Sun."));
    socket.acknowledge(await socket.next(interactive, "a form"));
    await until(async () => (await double.history()).views[0]?.closedAt !== null, "its end");
    expect((await double.history()).views).toMatchObject([{ type: "modal", user: anna.id }]);
  });

  test("are changed by their hash, and closing is told where it is asked for", async () => {
    const double = await aDouble();
    const { socket, view } = await opened(double);
    const update = (more: object) => api(double, "views.update", { view_id: view.id, view: form, ...more });
    expect(await errorOf(update({ hash: view.hash }))).toBeNull();
    expect(await errorOf(update({ hash: view.hash }))).toBe("hash_conflict");
    expect(await errorOf(update({ view_id: "V0NOWHERE01" }))).toBe("not_found");
    await double.does({ type: "close", by: anna, view: view.id });
    expect((await socket.next(interactive, "its end")).payload).toMatchObject({
      type: "view_closed",
      is_cleared: false,
    });
    expect(await errorOf(update({}))).toBe("not_found");
  });

  test("a home tab is published, and shown with the next opening", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await double.does({ type: "home", by: anna });
    expect((await socket.event("app_home_opened")).payload.event).not.toHaveProperty("view");
    const home = { type: "home", blocks: rows };
    const published = await api(double, "views.publish", { user_id: anna.id, view: home });
    expect(published.body.view).toMatchObject({ type: "home" });
    await double.does({ type: "home", by: anna });
    expect((await socket.event("app_home_opened")).payload.event.view).toMatchObject({ id: published.body.view.id });
    await double.does({ type: "press", by: anna, view: published.body.view.id, action: "good" });
    const { payload } = await socket.next(interactive, "a press");
    expect(payload).toMatchObject({ type: "block_actions", container: { type: "view" } });
    expect(payload).not.toHaveProperty("response_url");
  });
});

describe("shortcuts", () => {
  test("are global, or about a message", async () => {
    const double = await aDouble({ shortcuts: ["ask"], messageShortcuts: ["explain"] });
    const socket = await aSocket(double);
    const { ts } = await double.does(saying("hm"));
    await double.does({ type: "shortcut", by: anna, callback_id: "ask" });
    await double.does({ type: "shortcut", by: anna, callback_id: "explain", message: { channel, ts: ts ?? "" } });
    const payloads = [await socket.next(interactive, "one"), await socket.next(interactive, "two")].map(
      (one) => one.payload,
    );
    expect(payloads).toMatchObject([
      { type: "shortcut", callback_id: "ask", trigger_id: expect.any(String) },
      {
        type: "message_action",
        callback_id: "explain",
        message_ts: ts,
        message: { text: "hm" },
        channel: { id: channel },
      },
    ]);
  });
});
