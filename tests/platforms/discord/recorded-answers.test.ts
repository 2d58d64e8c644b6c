import { describe, expect, test } from "vitest";
import { PlatformError } from "../../../src/core/errors.ts";
import { difference, toDiscordCommands } from "../../../src/platforms/discord/commands.ts";
import { introduction } from "../../../src/platforms/discord/identity.ts";
import { toReread } from "../../../src/platforms/discord/inbound.ts";
import { lackingIn } from "../../../src/platforms/discord/permissions.ts";
import { NotSent } from "../../../src/platforms/shared/wire.ts";
import { answers } from "../../fixtures/discord/answers.ts";
import { dispatches } from "../../fixtures/discord/dispatches.ts";
import { bot, outboundTo, registered } from "./recorded.ts";

type Name = keyof typeof answers;

const outbound = (name: Name, waits = true) => outboundTo(() => answers[name], waits);
const { application_id: application, id: interaction, token } = dispatches["interaction-create-command"].d;
const ticket = { application, interaction, token };
const channel = dispatches["message-create-mention"].d.channel_id;
const post = { text: "Hello.", nonce: "part-0", replyTo: null };

const failureOf = async (work: Promise<unknown>): Promise<PlatformError> => {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof PlatformError)) throw new Error("that did not fail as a platform does");
  return failure;
};

describe("of a recorded answer is read", () => {
  test("who the companion is, and that it may read what is said", async () => {
    const { id, name } = answers["current-application"].body;
    const identity = { application: id, id: bot, name, reads: true };
    expect(await introduction(outbound("current-application")).ask()).toEqual(identity);
  });

  test("which servers it is in, and that nothing is lacking there", async () => {
    const [only, ...more] = await outbound("current-user-guilds").guilds("0");
    expect([only?.name, more]).toEqual(["The Lighthouse Keepers", []]);
    expect(lackingIn(only?.permissions ?? "0")).toEqual([]);
  });

  test("that nothing has changed of the commands that are registered", async () => {
    const listed = await outbound("application-commands").commands(application, null);
    expect(difference(listed, toDiscordCommands(registered))).toBeNull();
    expect(difference(listed, toDiscordCommands(registered.slice(1)))).not.toBeNull();
  });

  test("the history, the oldest first, and what one of its messages says now", async () => {
    const messages = await outbound("channel-messages").history({ channel, message: "0" }, "after");
    expect(messages.map(({ timestamp }) => timestamp)).toEqual(messages.map(({ timestamp }) => timestamp).toSorted());
    const [oldest, asked, ours] = messages.map((message) => toReread(message, { id: bot, name: "Familiar" }));
    expect(oldest).toMatchObject({ text: "The lamp was lit at six.", attachments: [{ name: "lamp-log.txt" }] });
    expect(asked).toMatchObject({ text: "what does @jonas_brandt mean by a lamp?", quoted: null });
    expect(ours).toMatchObject({ quoted: { author: "Mira Voss", text: "what does @jonas_brandt mean by a lamp?" } });
  });

  test("the id of a message that was made, and of a channel that was opened", async () => {
    expect(await outbound("create-message").post(channel, post)).toBe(answers["create-message"].body.id);
    expect(await outbound("dm-channel").directWith("1")).toBe(answers["dm-channel"].body.id);
  });
});

describe("a recorded refusal", () => {
  test.each(["unknown-interaction", "acknowledged-interaction"] as const)("%s is no failure", async (name) => {
    expect(await outbound(name).acknowledge(ticket)).toBe(false);
  });

  test("for want of a permission stays a refusal, and is told by its name", async () => {
    const failure = await failureOf(outbound("missing-permissions").post(channel, post));
    expect([failure.retryable, failure.message]).toEqual([false, "Discord refused it: Missing Permissions (50013)."]);
  });

  test("of a form names every field", async () => {
    const failure = await failureOf(outbound("invalid-form").post(channel, post));
    expect(failure.retryable).toBe(false);
    expect(failure.message).toContain("content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.");
    expect(failure.message).toContain("components[0].components[1].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]");
  });

  test.each(["limited", "limited-globally"] as const)("%s was not carried out", async (name) => {
    expect(await failureOf(outbound(name, false).post(channel, post))).toBeInstanceOf(NotSent);
  });

  test("for its rate is waited for as long as its headers say, and then tried again", async () => {
    const given = [answers["limited-globally"], answers["create-message"]];
    const times: number[] = [];
    const asking = outboundTo(() => {
      times.push(performance.now());
      return given.shift() ?? null;
    });
    expect(await asking.post(channel, post)).toBe(answers["create-message"].body.id);
    const [first = 0, second = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(900);
  });
});
