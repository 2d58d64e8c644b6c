import { describe, expect, test } from "vitest";
import { type Answer, answers } from "../fixtures/discord/answers.ts";
import type { DiscordOptions } from "./discord/options.ts";
import { aDouble, channel, mention } from "./discord-client.ts";
import { rawAnswer, rawGateway } from "./discord-raw-client.ts";
import { differences, type Kind } from "./discord-shapes.ts";

const mira = { id: "400000000000000011", name: "Mira Voss" };
const jonas = { id: "400000000000000012", name: "Jonas Brandt" };
const application = "100000000000000001";

async function opened(options: DiscordOptions = {}) {
  const double = await aDouble(options);
  const ask = (request: string, body?: unknown): Promise<Answer> => rawAnswer(double.address, request, body);
  const post = (body: object = {}): Promise<Answer> =>
    ask(`POST /channels/${channel}/messages`, { content: "Hello.", ...body });
  const say = async (content: string, more: object = {}): Promise<string> =>
    (await double.does({ type: "say", by: mira, channel, content, ...more })).id;
  return { ...double, ask, post, say };
}

type Opened = Awaited<ReturnType<typeof opened>>;

const reply = { nonce: "part-0", flags: 4, allowed_mentions: { parse: [] } };
const asking = `${mention} what does <@${jonas.id}> mean?`;
const log = { filename: "lamp-log.txt", content_type: "text/plain", size: 482 };
const button = { type: 2, style: 2, custom_id: "twice", label: "Twice" };
const taken = [{ type: 1, components: [button, button] }];

/** Jonas has to be known before somebody can mention him. */
const meetJonas = ({ say }: Opened): Promise<string> => say("morning", { by: jonas });

/** A command was called, and this is where it is answered. */
async function callbackOf({ address, ask, does }: Opened): Promise<string> {
  await ask(`PUT /applications/${application}/commands`, [{ name: "help", description: "Help" }]);
  const next = rawGateway(address);
  await next("READY");
  await does({ type: "command", by: mira, channel, name: "help" });
  const { d } = await next("INTERACTION_CREATE");
  return `POST /interactions/${d["id"]}/${d["token"]}/callback`;
}

/** What is sent to register the recorded ones: without what Discord adds. */
const registered = answers["application-commands"].body.map(
  ({ id, application_id, version, integration_types, ...command }) => command,
);

type Scene = readonly [Kind | null, (opened: Opened) => Promise<Answer>];

const scenes: Readonly<Record<keyof typeof answers, Scene>> = {
  "gateway-bot": [null, ({ ask }) => ask("GET /gateway/bot")],
  "current-user": ["user", ({ ask }) => ask("GET /users/@me")],
  "current-application": ["application", ({ ask }) => ask("GET /applications/@me")],
  "current-user-guilds": [null, ({ ask }) => ask("GET /users/@me/guilds")],
  channel: [
    "channel",
    async ({ ask, does, say }) => {
      const { id } = await does({ type: "thread", by: mira, channel, name: "Fog signals" });
      await say("one blast", { channel: id });
      return ask(`GET /channels/${id}`);
    },
  ],
  "dm-channel": [
    "channel",
    async ({ ask, say }) => {
      await say("morning");
      return ask("POST /users/@me/channels", { recipient_id: mira.id });
    },
  ],
  "channel-messages": [
    "message",
    async (one) => {
      await meetJonas(one);
      await one.say("The lamp was lit at six.", { attachments: [log] });
      const message_id = await one.say(asking);
      await one.post({ ...reply, message_reference: { message_id } });
      return one.ask(`GET /channels/${channel}/messages`);
    },
  ],
  "create-message": [
    "message",
    async (one) => {
      await meetJonas(one);
      const message_id = await one.say(asking);
      return one.post({ ...reply, message_reference: { message_id } });
    },
  ],
  "application-commands": [
    "command",
    async ({ ask }) => {
      await ask(`PUT /applications/${application}/commands`, registered);
      return ask(`GET /applications/${application}/commands`);
    },
  ],
  limited: [
    null,
    async ({ fate, post }) => {
      await fate("create", "limited");
      return post();
    },
  ],
  "limited-globally": [
    null,
    async () => {
      const { ask } = await opened({ limits: { global: { limit: 1, perMs: 60_000 } } });
      await ask("GET /users/@me");
      return ask("GET /users/@me");
    },
  ],
  "unknown-interaction": [null, ({ ask }) => ask("POST /interactions/1/invented/callback", { type: 6 })],
  "acknowledged-interaction": [
    null,
    async (one) => {
      const callback = await callbackOf(one);
      await one.ask(callback, { type: 5 });
      return one.ask(callback, { type: 5 });
    },
  ],
  "missing-permissions": [
    null,
    async ({ faults, post }) => {
      await faults({ forbidden: [channel] });
      return post();
    },
  ],
  "invalid-form": [null, ({ post }) => post({ content: "x".repeat(2_001), components: taken })],
};

describe("the double answers as it was recorded:", () => {
  test.each(Object.entries(scenes))("%s", async (name, [kind, scene]) => {
    const recorded = answers[name as keyof typeof answers];
    const made = await scene(await opened());
    expect(made.status).toBe(recorded.status);
    expect(Object.keys(made.headers)).toEqual(expect.arrayContaining(Object.keys(recorded.headers)));
    expect(differences(recorded.body, made.body, kind, name)).toEqual([]);
  });

  test("the codes and words of its refusals are Discord's own", async () => {
    for (const name of ["unknown-interaction", "acknowledged-interaction", "missing-permissions"] as const)
      expect((await scenes[name][1](await opened())).body).toEqual(answers[name].body);
    expect((await scenes["invalid-form"][1](await opened())).body).toEqual(answers["invalid-form"].body);
  });
});
