import type { dispatches } from "../fixtures/discord/dispatches.ts";
import type { Doing } from "./discord/doings.ts";
import { channel, mention } from "./discord-client.ts";
import { rawAnswer } from "./discord-raw-client.ts";
import type { Kind } from "./discord-shapes.ts";
import { guild, jonas, log, mira, type Opened } from "./discord-stage.ts";

export type Name = keyof typeof dispatches;

const saying = (content: string, more: object = {}): Doing => ({ type: "say", by: mira, channel, content, ...more });

/** The last of so many messages, as it was dispatched. */
async function lastSaid({ next }: Opened, count: number) {
  for (let left = count; left > 1; left--) await next("MESSAGE_CREATE");
  return next("MESSAGE_CREATE");
}

async function ours(opened: Opened, more: object = {}): Promise<string> {
  const { id } = (await opened.post({ content: "Jonas means the great lamp.", ...more })).body as { id: string };
  return id;
}

const button = (custom_id: string, face: object) => ({ type: 2, style: 2, custom_id, ...face });
const rows = [
  { type: 1, components: [button("stop:1", { label: "Stop" }), button("good:1", { emoji: { name: "👍" } })] },
];

const label = { type: 18, label: "Text", component: { type: 4, custom_id: "text", style: 2 } };
const form = { custom_id: "/journal write", title: "Journal", components: [label] };

/** A form is opened by the answer to a command, and comes back filled in. */
async function submitted({ double, told, next }: Opened) {
  const { d } = await told("INTERACTION_CREATE", { type: "command", by: mira, channel, name: "journal write" });
  await rawAnswer(double.address, `POST /interactions/${d["id"]}/${d["token"]}/callback`, { type: 9, data: form });
  await double.does({ type: "modal", by: mira, interaction: String(d["id"]), fields: { text: "Fog." } });
  return next("INTERACTION_CREATE");
}

const using = (name: string, options: object = {}, more: object = {}): Doing =>
  ({ type: "command", by: mira, channel, name, options, ...more }) as Doing;

/** How the double comes to dispatch each of them. */
export const scenes: Readonly<Partial<Record<Name, readonly [Kind | null, (opened: Opened) => Promise<unknown>]>>> = {
  ready: [null, async ({ ready }) => ready],
  "guild-create": ["guild", async ({ guildCreate }) => guildCreate],
  "message-create-mention": [
    "message",
    ({ told }) => told("MESSAGE_CREATE", saying(`${mention} what does <@${jonas.id}> mean?`)),
  ],
  "message-create-reply": [
    "message",
    async (opened) => {
      const reference = await opened.say("The lamp was lit at six.", { attachments: [log] });
      await opened.say("and who lights it?", { by: jonas, reference });
      return lastSaid(opened, 2);
    },
  ],
  "message-create-reply-to-companion": [
    "message",
    async (opened) => {
      await opened.say("thank you", { reference: await ours(opened), ping: false });
      return lastSaid(opened, 2);
    },
  ],
  "message-create-forward": [
    "message",
    async (opened) => {
      const chart = { filename: "chart.png", content_type: "image/png", size: 20_817 };
      const forward = await opened.say(`<@${jonas.id}> has the chart`, { attachments: [chart] });
      await opened.say("", { forward });
      return lastSaid(opened, 2);
    },
  ],
  "message-create-attachments": [
    "message",
    ({ told }) => told("MESSAGE_CREATE", saying(mention, { attachments: [log] })),
  ],
  "message-create-dm": ["message", ({ told }) => told("MESSAGE_CREATE", saying("between us", { channel: null }))],
  "message-create-thread": [
    "message",
    ({ told, thread }) => told("MESSAGE_CREATE", saying("two blasts", { channel: thread })),
  ],
  "message-create-own": [
    "message",
    async (opened) => {
      const message_id = await opened.say(`${mention} what does <@${jonas.id}> mean?`);
      await ours(opened, {
        nonce: "part-0",
        flags: 4,
        message_reference: { message_id },
        allowed_mentions: { parse: [] },
      });
      return lastSaid(opened, 2);
    },
  ],
  "message-update": [
    "message",
    async ({ say, told }) => {
      const message = await say("what?");
      return told("MESSAGE_UPDATE", {
        type: "edit",
        by: mira,
        message,
        content: `${mention} what does <@${jonas.id}> mean?`,
      });
    },
  ],
  "message-delete": [
    null,
    async ({ say, told }) => told("MESSAGE_DELETE", { type: "delete", messages: [await say("x")] }),
  ],
  "message-delete-dm": [
    null,
    async ({ say, told }) => told("MESSAGE_DELETE", { type: "delete", messages: [await say("x", { channel: null })] }),
  ],
  "message-delete-bulk": [
    null,
    async ({ say, told }) =>
      told("MESSAGE_DELETE_BULK", { type: "delete", messages: [await say("x"), await say("y")] }),
  ],
  "thread-create": [
    "channel",
    ({ told }) => told("THREAD_CREATE", { type: "thread", by: mira, channel, name: "Tides" }),
  ],
  "channel-create": ["channel", ({ told }) => told("CHANNEL_CREATE", { type: "channel-create", guild, name: "lamps" })],
  "channel-update": [
    "channel",
    ({ told }) => told("CHANNEL_UPDATE", { type: "channel-update", guild, channel, name: "lanterns" }),
  ],
  "channel-delete": ["channel", ({ told }) => told("CHANNEL_DELETE", { type: "channel-delete", guild, channel })],
  "guild-delete": [null, ({ told }) => told("GUILD_DELETE", { type: "kick", guild })],
  "interaction-create-command": [null, ({ told }) => told("INTERACTION_CREATE", using("help"))],
  "interaction-create-command-dm": [
    null,
    ({ told }) => told("INTERACTION_CREATE", using("journal write", { text: "A quiet day." }, { channel: null })),
  ],
  "interaction-create-subcommand": [
    null,
    ({ told, thread }) =>
      told(
        "INTERACTION_CREATE",
        using("familiar beacon light", { lamp: "great", minutes: 90, steady: true }, { channel: thread }),
      ),
  ],
  "interaction-create-autocomplete": [
    null,
    ({ told }) =>
      told("INTERACTION_CREATE", {
        ...{ type: "autocomplete", by: mira, channel, name: "journal delete" },
        ...{ options: { number: "1" }, focused: "number" },
      }),
  ],
  "interaction-create-button": [
    null,
    async (opened) => {
      const message = await ours(opened, { components: rows, flags: 4 });
      return opened.told("INTERACTION_CREATE", { type: "click", by: mira, message, custom_id: "good:1" });
    },
  ],
  "interaction-create-modal": [null, submitted],
};
