import { GatewayIntentBits, type RESTOptions } from "discord.js";
import { describe, expect, test } from "vitest";
import { until } from "../until.ts";
import {
  aClient,
  aDouble,
  anna,
  ben,
  bot,
  channel,
  codeOf,
  loggedIn,
  mention,
  next,
  plainIntents,
  saying,
  token,
} from "./discord-client.ts";

/** Requests of all undicis go through the one that a worker loaded first; only Node's own writes out Node's FormData. */
const ownFetch = fetch as unknown as RESTOptions["makeRequest"];

describe("logging in", () => {
  test("the stock client logs in, and finds its guild", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    expect([client.user?.id, client.application?.id, client.guilds.cache.map(({ name }) => name)]).toEqual([
      bot,
      bot,
      ["The Harbour"],
    ]);
    expect((await double.history()).sessions).toHaveLength(1);
  });

  test("a wrong token is refused", async () => {
    const client = aClient(await aDouble());
    await expect(client.login("another.token")).rejects.toThrow(/invalid token/);
  });

  test("message content is refused where the portal does not grant it", async () => {
    const client = aClient(await aDouble({ messageContent: false }));
    await expect(client.login(token)).rejects.toThrow("disallowed intents");
  });
});

describe("messages", () => {
  test("a mention is heard and answered, once for each nonce", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    const { id } = await double.does(saying(`${mention} hello`));
    const message = await next(client.heard, "a mention");
    expect([message.id, message.content, message.mentions.users.has(bot)]).toEqual([id, `${mention} hello`, true]);
    const reply = { content: "Hello!", nonce: "turn-1", enforceNonce: true };
    const [first, second] = [await message.reply(reply), await message.reply({ ...reply, content: "Again!" })];
    expect([second.id, second.content]).toEqual([first.id, "Hello!"]);
    const { messages, requests } = await double.history();
    expect(messages).toMatchObject([{ id: first.id, channel, nonce: "turn-1", reference: id, kind: "guild" }]);
    expect(requests.filter(({ kind }) => kind === "create").map(({ outcome }) => outcome)).toEqual([
      "done",
      "repeated",
    ]);
  });

  test("a nonce is forgotten after minutes, and does nothing unless it is enforced", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.does(saying(mention));
    const message = await next(client.heard, "a mention");
    const reply = { content: "Hello!", nonce: "turn-1", enforceNonce: true };
    const first = await message.reply(reply);
    const loose = await message.reply({ ...reply, enforceNonce: false });
    await double.advance(181_000);
    const late = await message.reply(reply);
    expect(new Set([first.id, loose.id, late.id]).size).toBe(3);
  });

  test("a direct message is heard, and answered there", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    const event = await double.does(saying("just us", { channel: null }));
    const message = await next(client.heard, "a direct message");
    expect([message.content, message.channel.isDMBased(), event.kind]).toEqual(["just us", true, "dm"]);
    await message.reply("Yes.");
    expect((await double.history()).messages).toMatchObject([{ kind: "dm", channel: event.channel }]);
  });

  test("what is said in a thread is heard there", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    const thread = await double.does({ type: "thread", by: anna, channel, name: "Boats" });
    await double.does(saying("in here", { channel: thread.id }));
    const message = await next(client.heard, "a message in a thread");
    expect([message.channel.isThread(), message.channelId, message.content]).toEqual([true, thread.id, "in here"]);
  });
});

describe("what else people do", () => {
  test("edits, deletions, reactions, forwards, members and channels are heard", async () => {
    const double = await aDouble({ guildMembers: true });
    const client = await loggedIn(double, {
      intents: [...plainIntents, GatewayIntentBits.MessageContent, GatewayIntentBits.GuildMembers],
    });
    const names: string[] = [];
    client.on("raw", ({ t }: { readonly t: string }) => void names.push(t));
    const guild = client.guilds.cache.first()?.id ?? "";
    const [one, two, three] = [
      await double.does(saying("one")),
      await double.does(saying("two")),
      await double.does(saying("3")),
    ];
    await double.does({ type: "edit", by: anna, message: one.id, content: "one, I mean" });
    await double.does({ type: "react", by: ben, message: one.id, emoji: "👍" });
    await double.does({ type: "unreact", by: ben, message: one.id, emoji: "👍" });
    await double.does(saying("", { forward: one.id }));
    await double.does({ type: "delete", messages: [one.id] });
    await double.does({ type: "delete", messages: [two.id, three.id] });
    await double.does({ type: "join", by: ben, guild });
    await double.does({ type: "leave", by: ben, guild });
    await double.does({ type: "channel-create", guild, name: "pier" });
    await double.does({ type: "kick", guild });
    await until(() => names.includes("GUILD_DELETE"), "the end of it");
    expect(names.filter((name) => name !== "MESSAGE_CREATE")).toEqual([
      "MESSAGE_UPDATE",
      "MESSAGE_REACTION_ADD",
      "MESSAGE_REACTION_REMOVE",
      "MESSAGE_DELETE",
      "MESSAGE_DELETE_BULK",
      "GUILD_MEMBER_ADD",
      "GUILD_MEMBER_REMOVE",
      "CHANNEL_CREATE",
      "GUILD_DELETE",
    ]);
    expect(client.heard.at(-1)?.messageSnapshots.first()?.content).toBe("one, I mean");
    expect((await double.history()).events.map(({ doing }) => doing.type)).toHaveLength(13);
  });

  test("a bot sends files, edits, types and deletes; each way in has its own name in the history", async () => {
    const double = await aDouble();
    const client = await loggedIn({ address: `${double.address}/as/one` }, { rest: { makeRequest: ownFetch } });
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    if (!message.channel.isSendable()) throw new Error("nothing can be sent there");
    await message.channel.sendTyping();
    const sent = await message.channel.send({
      content: "a map",
      files: [{ attachment: Buffer.from("x"), name: "map.txt" }],
    });
    expect(sent.attachments.map(({ name }) => name)).toEqual(["map.txt"]);
    await sent.react("👍");
    await sent.edit("an old map");
    await sent.delete();
    const { messages, typing, sessions, requests } = await double.history();
    expect(requests.find(({ kind }) => kind === "react")).toMatchObject({ outcome: "done", message: sent.id });
    expect(messages[0]?.states.map(({ content }) => content)).toEqual(["a map", "an old map", null]);
    expect([messages[0]?.bot, typing[0]?.bot, sessions[0]?.bot, requests.at(-1)?.bot]).toEqual(Array(4).fill("one"));
  });
});

describe("what a bot may read and write", () => {
  test("without the intent only mentions, replies that ping, and direct messages say anything", async () => {
    const double = await aDouble({ messageContent: false });
    const client = await loggedIn(double, { intents: plainIntents });
    await double.does(saying("among ourselves"));
    await double.does(saying(`${mention} hello`));
    const heard = [await next(client.heard, "a message"), await next(client.heard, "a mention")];
    const own = await heard[1]?.reply("Hello!");
    await double.does(saying("thanks", { reference: own?.id }));
    await double.does(saying("no", { reference: own?.id, ping: false }));
    await double.does(saying("just us", { channel: null }));
    for (const what of ["a reply", "a quiet reply", "a direct message"]) heard.push(await next(client.heard, what));
    expect(heard.map(({ content }) => content)).toEqual(["", `${mention} hello`, "thanks", "", "just us"]);
  });

  test("the history lists what came after an id, newest first and without nonces", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    const { id } = await double.does(saying("one"));
    await double.does(saying("two"));
    const message = await next(client.heard, "a message");
    await message.reply({ content: "three", nonce: "n", enforceNonce: true });
    // Not by its manager, which fills in the nonce from its cache.
    const query = new URLSearchParams({ after: id });
    const found = (await client.rest.get(`/channels/${channel}/messages`, { query })) as { content: string }[];
    expect(found.map(({ content }) => content)).toEqual(["three", "two"]);
    expect(found.some((one) => "nonce" in one)).toBe(false);
  });

  test("whom a message pings is told, whatever it says of mentions or not", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    const content = `<@${ben.id}> @everyone`;
    await message.reply(content);
    await message.reply({ content, allowedMentions: { parse: [] } });
    await message.reply({ content, allowedMentions: { users: [ben.id], repliedUser: false } });
    const pings = (await double.history()).messages.map(({ states }) => states[0]?.pings);
    expect(pings).toEqual([
      { users: [ben.id, anna.id], roles: [], everyone: true },
      { users: [], roles: [], everyone: false },
      { users: [ben.id], roles: [], everyone: false },
    ]);
  });

  test("what is too long, empty, forbidden or gone is refused by its code", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    const { id } = await double.does(saying("hello"));
    const message = await next(client.heard, "a message");
    const dm = await (await client.users.fetch(anna.id)).createDM();
    expect(await codeOf(message.reply("x".repeat(2_001)))).toBe(50035);
    expect(await codeOf(message.reply({ content: "x", nonce: "n".repeat(26) }))).toBe(50035);
    expect(await codeOf(message.edit("mine"))).toBe(50005);
    await double.does({ type: "delete", messages: [id] });
    expect(await codeOf(message.reply("too late"))).toBe(50035);
    await double.faults({ forbidden: [channel], closedToDms: [anna.id] });
    expect(await codeOf(message.reply("x"))).toBe(50013);
    expect(await codeOf(dm.send("x"))).toBe(50007);
    await double.faults({ hidden: [channel] });
    expect(await codeOf(message.channel.messages.fetch({ limit: 1 }))).toBe(50001);
  });
});

describe("files", () => {
  const cake = {
    filename: "cake.md",
    content_type: "text/markdown",
    size: 5,
    base64: Buffer.from("flour").toString("base64"),
  };
  const urlOf = async (
    double: Awaited<ReturnType<typeof aDouble>>,
  ): Promise<{ readonly url: string; readonly id: string }> => {
    const client = await loggedIn(double);
    const { id } = await double.does({
      type: "say",
      by: anna,
      channel,
      content: `${mention} look`,
      attachments: [cake],
    });
    const message = await next(client.heard, "a message with a file");
    return { id, url: message.attachments.first()?.url ?? "" };
  };

  test("are had at their address, for a day, with its key alone", async () => {
    const double = await aDouble();
    const { url } = await urlOf(double);
    expect(await (await fetch(url)).text()).toBe("flour");
    expect((await fetch(url.replace(/hm=./, "hm="))).status).toBe(404);
    expect((await fetch(url.replace(/\?.*/, ""))).status).toBe(404);
    await double.advance(25 * 3_600_000);
    expect((await fetch(url)).status).toBe(404);
  });

  test("go with their message", async () => {
    const double = await aDouble();
    const { url, id } = await urlOf(double);
    await double.does({ type: "delete", messages: [id] });
    expect((await fetch(url)).status).toBe(404);
  });
});
