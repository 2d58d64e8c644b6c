import { describe, expect, test } from "vitest";
import { until } from "../until.ts";
import {
  aDouble,
  anna,
  api,
  aSocket,
  ben,
  bot,
  channel,
  errorOf,
  mention,
  quiet,
  saying,
  team,
  token,
} from "./slack-client.ts";

describe("tokens", () => {
  test("a bot is who its token says, and each way in has its own name in the history", async () => {
    const double = await aDouble();
    const { body, headers } = await api(double, "auth.test", {}, { as: "one" });
    expect(body).toMatchObject({ ok: true, team_id: team, user_id: bot, bot_id: "B0FAMILIAR1" });
    expect(headers.get("x-oauth-scopes")).toContain("chat:write");
    expect((await double.history()).requests).toMatchObject([
      { bot: "one", method: "auth.test", outcome: "done", team },
    ]);
  });

  test("no token, a wrong one, one of the wrong kind, and one without the scope are told apart", async () => {
    const [usual] = [await aDouble()];
    const scopes = ["chat:write"];
    const poor = await aDouble({
      teams: [
        {
          ...{ id: team, name: "Poor", domain: "poor", token, scopes, bot: { user: bot, id: "B0FAMILIAR1" } },
          channels: [{ id: channel, name: "general" }],
        },
      ],
    });
    expect(await errorOf(api(usual, "auth.test", {}, { token: null }))).toBe("not_authed");
    expect(await errorOf(api(usual, "auth.test", {}, { token: "xoxb-other" }))).toBe("invalid_auth");
    expect(await errorOf(api(usual, "chat.postMessage", {}, { token: "xapp-double-of-slack" }))).toBe(
      "not_allowed_token_type",
    );
    expect(await errorOf(api(usual, "apps.connections.open"))).toBe("not_allowed_token_type");
    const { status, body } = await api(poor, "users.info", { user: anna.id });
    expect([status, body]).toEqual([
      200,
      { ok: false, error: "missing_scope", needed: "users:read", provided: "chat:write" },
    ]);
    expect((await api(poor, "conversations.history", { channel })).body).toMatchObject({ needed: "channels:history" });
  });

  test("after the app was uninstalled its token is worth nothing", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await double.does({ type: "uninstall" });
    await socket.event("app_uninstalled");
    await socket.event("tokens_revoked");
    expect(await errorOf(api(double, "auth.test"))).toBe("account_inactive");
  });

  test("an unknown method is told so", async () => {
    expect(await errorOf(api(await aDouble(), "chat.shout"))).toBe("unknown_method");
  });
});

describe("what is said", () => {
  test("a mention comes as two events of the same time, and something else as one", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    const { id, ts } = await double.does(saying(`${mention} hello`));
    const [asMention, asMessage] = [await socket.event("app_mention"), await socket.event("message")];
    expect(asMention.payload.event).toMatchObject({ ts, user: anna.id, text: `${mention} hello`, channel, team });
    expect(asMention.payload.event).not.toHaveProperty("channel_type");
    expect(asMessage.payload.event).toMatchObject({ ts, channel_type: "channel", event_ts: ts });
    expect(asMessage.payload).toMatchObject({ type: "event_callback", team_id: team, api_app_id: "A0FAMILIAR1" });
    expect(asMessage.payload.event_id).not.toBe(asMention.payload.event_id);
    expect(asMessage.payload.event.blocks[0].elements[0].elements).toEqual([
      { type: "user", user_id: bot },
      { type: "text", text: " hello" },
    ]);
    const { envelopes } = await double.history();
    expect(envelopes.map(({ name, event }) => [name, event]).sort()).toEqual([
      ["app_mention", id],
      ["message.channels", id],
    ]);
  });

  test("direct messages, groups of them, private channels and threads are each told as what they are", async () => {
    const channels = [{ id: "C0SECRET001", name: "secret", private: true, members: [anna.id] }];
    const [usual] = [{ id: team, name: "T", domain: "t", token, bot: { user: bot, id: "B0FAMILIAR1" } }];
    const double = await aDouble({ teams: [{ ...usual, channels, members: [anna, ben] }] });
    const socket = await aSocket(double);
    const direct = await double.does(saying(`${mention} psst`, { channel: null }));
    const group = await double.does(saying("we three", { channel: null, with: [ben.id] }));
    const secret = await double.does(saying("hush", { channel: "C0SECRET001" }));
    const reply = await double.does(saying("and", { channel: "C0SECRET001", thread: secret.ts }));
    const heard = [];
    for (let left = 4; left > 0; left--) heard.push((await socket.event("message")).payload.event);
    expect(heard.map(({ channel_type, ts }) => [channel_type, ts])).toEqual([
      ["im", direct.ts],
      ["mpim", group.ts],
      ["group", secret.ts],
      ["group", reply.ts],
    ]);
    expect(heard[3]).toMatchObject({ thread_ts: secret.ts, parent_user_id: anna.id });
    expect(heard[0].channel).toMatch(/^D/);
    expect(socket.frames).toEqual([]);
  });

  test("what is said where the bot is not is not heard, and cannot be answered", async () => {
    const channels = [
      { id: channel, name: "general", bot: false },
      { id: "C0SECRET001", name: "secret", private: true, bot: false, members: [anna.id] },
    ];
    const double = await aDouble({
      teams: [{ id: team, name: "T", domain: "t", token, bot: { user: bot, id: "B0FAMILIAR1" }, channels }],
    });
    await aSocket(double);
    await double.does(saying(`${mention} hello`));
    expect((await double.history()).envelopes).toEqual([]);
    expect(await errorOf(api(double, "chat.postMessage", { channel, text: "x" }))).toBe("not_in_channel");
    expect(await errorOf(api(double, "conversations.history", { channel }))).toBe("not_in_channel");
    expect(await errorOf(api(double, "chat.postMessage", { channel: "C0SECRET001", text: "x" }))).toBe(
      "channel_not_found",
    );
    expect(await errorOf(api(double, "conversations.info", { channel: "C0SECRET001" }))).toBe("channel_not_found");
  });

  test("edits, deletions and reactions are told, and an edit that mentions the bot is a mention", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    const { ts } = await double.does(saying("hello"));
    await socket.event("message");
    const name = { channel, ts: ts ?? "" };
    await double.does({ type: "edit", by: anna, ...name, text: `${mention} hello` });
    const changed = (await socket.event("message")).payload.event;
    expect(changed).toMatchObject({
      subtype: "message_changed",
      hidden: true,
      previous_message: { text: "hello", ts },
    });
    expect(changed.message).toMatchObject({ text: `${mention} hello`, edited: { user: anna.id } });
    expect((await socket.event("app_mention")).payload.event).toMatchObject({ ts });
    await double.does({ type: "react", by: ben, ...name, emoji: "eyes" });
    expect((await socket.event("reaction_added")).payload.event).toMatchObject({
      ...{ user: ben.id, reaction: "eyes", item: { type: "message", channel, ts }, item_user: anna.id },
    });
    await double.does({ type: "delete", by: anna, ...name });
    const gone = (await socket.event("message")).payload.event;
    expect(gone).toMatchObject({ subtype: "message_deleted", deleted_ts: ts });
    expect(await errorOf(api(double, "conversations.replies", name))).toBe("thread_not_found");
  });

  test("the head of a thread leaves a tombstone behind", async () => {
    const double = await aDouble();
    const { ts } = await double.does(saying("head"));
    const name = { channel, ts: ts ?? "" };
    await double.does(saying("reply", { thread: ts }));
    await double.does({ type: "delete", by: anna, ...name });
    const { body } = await api(double, "conversations.replies", name);
    expect(body.messages.map(({ text, subtype }: { text: string; subtype?: string }) => [text, subtype])).toEqual([
      ["This message was deleted.", "tombstone"],
      ["reply", undefined],
    ]);
  });

  test("what the app has not subscribed to it does not hear", async () => {
    const double = await aDouble({ events: ["app_mention"] });
    const socket = await aSocket(double);
    await double.does(saying(`${mention} hello`));
    await socket.event("app_mention");
    expect((await double.history()).envelopes).toHaveLength(1);
  });

  test("the bot hears its own messages too", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await api(double, "chat.postMessage", { channel, text: "mine" });
    expect((await socket.event("message")).payload.event).toMatchObject({
      user: bot,
      bot_id: "B0FAMILIAR1",
      text: "mine",
    });
  });
});

describe("files", () => {
  const cake = { name: "Cake.md", mimetype: "text/markdown", size: 5, base64: Buffer.from("flour").toString("base64") };

  test("are had with the token, and without it there is a page to sign in", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await double.does(saying("look", { files: [cake] }));
    const { event } = (await socket.event("message")).payload;
    expect([event.subtype, event.files[0].name]).toEqual(["file_share", "Cake.md"]);
    const url = event.files[0].url_private;
    expect(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text()).toBe("flour");
    const stranger = await fetch(url);
    expect([stranger.status, await stranger.text()]).toEqual([200, expect.stringContaining("Sign in")]);
    expect((await api(double, "files.info", { file: event.files[0].id })).body.file).toMatchObject({ size: 5 });
  });

  test("are only promised in a channel that is shared with another workspace", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await double.does({ type: "share", by: anna, channel, connected: "T0ELSEWHERE" });
    expect((await socket.event("channel_shared")).payload.event).toMatchObject({ connected_team_id: "T0ELSEWHERE" });
    await double.does(saying("look", { files: [cake] }));
    const { payload } = await socket.event("message");
    expect(payload.is_ext_shared_channel).toBe(true);
    expect(payload.event.files).toEqual([
      { id: expect.any(String), mode: "file_access", file_access: "check_file_info" },
    ]);
  });
});

describe("who is there", () => {
  test("guests, strangers and those who were deactivated are known as such", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    const stranger = { id: "U0STRANGER1", name: "sten", team: "T0ELSEWHERE" };
    const guest = { id: "U0GUEST0001", name: "gina", guest: "one" as const };
    await double.does(saying("hello"));
    await double.does({ type: "share", by: anna, channel, connected: "T0ELSEWHERE" });
    for (const by of [stranger, guest]) await double.does({ type: "join", by, channel });
    await double.does(saying("from afar", { by: stranger }));
    const { event } = (await socket.next(({ payload }) => payload?.event?.text === "from afar", "a stranger")).payload;
    expect(event).toMatchObject({ user_team: "T0ELSEWHERE", source_team: "T0ELSEWHERE", team: "T0ELSEWHERE" });
    const infoOf = async (user: string) => (await api(double, "users.info", { user })).body.user;
    expect(await infoOf(stranger.id)).toMatchObject({ is_stranger: true, team_id: "T0ELSEWHERE" });
    expect(await infoOf(guest.id)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    await double.does({ type: "deactivate", by: ben, user: anna });
    expect((await socket.event("user_change")).payload.event.user).toMatchObject({ id: anna.id, deleted: true });
    expect((await infoOf(anna.id)).deleted).toBe(true);
    await expect(double.does(saying("still here?"))).rejects.toThrow("nobody can do that");
  });

  test("channels are joined, left, renamed, archived and removed", async () => {
    const double = await aDouble();
    const socket = await aSocket(double);
    await double.does({ type: "join", by: ben, channel: quiet });
    expect((await socket.event("member_joined_channel")).payload.event).toMatchObject({
      user: ben.id,
      channel_type: "C",
    });
    await double.does({ type: "leave", by: ben, channel: quiet });
    await socket.event("member_left_channel");
    await double.does({ type: "rename", by: anna, channel: quiet, name: "loud" });
    expect((await socket.event("channel_rename")).payload.event.channel).toMatchObject({ id: quiet, name: "loud" });
    await double.does({ type: "archive", by: anna, channel: quiet });
    await socket.event("channel_archive");
    expect(await errorOf(api(double, "chat.postMessage", { channel: quiet, text: "x" }))).toBe("is_archived");
    await double.does({ type: "unarchive", by: anna, channel: quiet });
    await double.does({ type: "remove-channel", by: anna, channel: quiet });
    await socket.event("channel_deleted");
    expect(await errorOf(api(double, "conversations.info", { channel: quiet }))).toBe("channel_not_found");
    await double.does({ type: "leave", by: anna, channel, user: bot });
    expect((await socket.event("channel_left")).payload.event).toMatchObject({ channel, actor_id: anna.id });
    await until(async () => (await double.activity()).unacknowledged === 0, "everything acknowledged");
  });
});
