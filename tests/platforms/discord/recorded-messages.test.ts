import { describe, expect, test } from "vitest";
import { answers } from "../../fixtures/discord/answers.ts";
import { dispatches } from "../../fixtures/discord/dispatches.ts";
import { between, bot, fogSignals, harbour, jonas, mira, miraElsewhere, recordedWorld, roomIn } from "./recorded.ts";

const said = dispatches["message-create-mention"].d;
const guild = dispatches["guild-create"].d;

/** A message that says nothing but this. */
const heardOf = ({ d }: (typeof dispatches)["message-create-mention"], more: object) => ({
  type: "message",
  key: `discord:${d.channel_id}:${d.id}`,
  place: harbour,
  room: roomIn(harbour),
  author: mira,
  locale: null,
  sentAt: new Date(d.timestamp),
  addressing: "ambient",
  text: "",
  quoted: null,
  attachments: [],
  ...more,
});

const lampLog = {
  name: "lamp-log.txt",
  size: 482,
  source: expect.stringMatching(/^https:\/\/cdn\.discordapp\.com\/attachments\/\d+\/\d+\/lamp-log\.txt\?ex=/),
};

describe("of a recorded message the core is told", () => {
  test.each([
    ["message-create-mention", { addressing: "mention", text: "what does @jonas_brandt mean by a lamp :lit:?" }],
    [
      "message-create-reply",
      {
        author: jonas,
        text: "and who lights it?",
        quoted: { author: "Mira Voss", text: "The lamp was lit at six." },
        attachments: [{ ...lampLog, quotedFrom: "Mira Voss" }],
      },
    ],
    [
      "message-create-reply-to-companion",
      {
        addressing: "reply",
        text: "thank you",
        quoted: { author: "Familiar", text: "Jonas means the great lamp." },
      },
    ],
    ["message-create-reply-to-deleted", { text: "what was that?" }],
    [
      "message-create-forward",
      {
        quoted: { author: "", text: "@jonas_brandt has the chart" },
        attachments: [{ name: "chart.png", size: 20_817, source: expect.any(String), quotedFrom: "" }],
      },
    ],
    [
      "message-create-attachments",
      {
        addressing: "mention",
        attachments: [
          { name: "tower.png", size: 91_344, source: expect.any(String), quotedFrom: null },
          { name: "notes", size: 17, source: expect.any(String), quotedFrom: null },
        ],
      },
    ],
    [
      "message-create-dm",
      {
        addressing: "direct",
        place: between,
        room: roomIn(between, "direct"),
        author: miraElsewhere,
        text: "between us",
      },
    ],
    ["message-create-thread", { addressing: "thread", place: fogSignals, text: "two blasts, then silence" }],
  ] as const)("everything in %s", async (name, more) => {
    const { hears, failures } = recordedWorld();
    expect(await hears(1, dispatches[name])).toEqual([heardOf(dispatches[name], more)]);
    expect(failures).toEqual([]);
  });

  test.each([
    "message-create-system",
    "message-create-webhook",
    "message-create-own",
    "message-update",
    "channel-create",
    "channel-update",
    "channel-delete",
    "thread-create",
    "guild-delete",
  ] as const)("nothing where it is %s", async (name) => {
    const { hears, failures } = recordedWorld();
    const marked = await hears(1, dispatches[name], dispatches["message-create-dm"]);
    expect(marked).toMatchObject([{ text: "between us" }]);
    expect(failures).toEqual([]);
  });
});

describe("of a recorded deletion the core is told", () => {
  const deleted = (channel: string, id: string, place: object) => ({
    type: "deleted",
    key: `discord:${channel}:${id}`,
    place,
  });

  test("the key by which the message was heard, and its place", async () => {
    const { hears } = recordedWorld();
    const { id, channel_id } = dispatches["message-delete"].d;
    expect(await hears(1, dispatches["message-delete"])).toEqual([deleted(channel_id, id, harbour)]);
    expect(`discord:${channel_id}:${id}`).toBe(heardOf(dispatches["message-create-mention"], {}).key);
  });

  test("the same among direct messages", async () => {
    const { hears } = recordedWorld();
    const { id, channel_id } = dispatches["message-delete-dm"].d;
    expect(await hears(1, dispatches["message-delete-dm"])).toEqual([deleted(channel_id, id, between)]);
  });

  test("each of several", async () => {
    const { hears } = recordedWorld();
    const { ids, channel_id } = dispatches["message-delete-bulk"].d;
    expect(await hears(2, dispatches["message-delete-bulk"])).toEqual(
      ids.map((id) => deleted(channel_id, id, harbour)),
    );
  });
});

describe("where a message stands is told", () => {
  const elsewhere = ({ id }: { readonly id: string }) => ({
    ...dispatches["message-create-mention"],
    d: { ...said, channel_id: id },
  });

  test("by its guild, whose channels do not name it themselves", async () => {
    const { hears, requests } = recordedWorld();
    await hears(1, dispatches["message-create-mention"]);
    expect(requests).toEqual([]);
    expect(guild.channels.some((channel) => "guild_id" in channel)).toBe(false);
  });

  test("by a channel that was made or changed since", async () => {
    const { hears, tell, requests } = recordedWorld();
    tell(dispatches["channel-create"]);
    const { id } = dispatches["channel-create"].d;
    expect(await hears(1, elsewhere({ id }))).toMatchObject([{ place: { ...harbour, channel: id } }]);
    tell(dispatches["channel-update"]);
    expect((await hears(2, elsewhere({ id })))[1]).toMatchObject({ place: { ...harbour, channel: id } });
    expect(requests).toEqual([]);
  });

  test("by a thread that was opened since", async () => {
    const { hears, tell } = recordedWorld();
    tell(dispatches["thread-create"]);
    expect(await hears(1, elsewhere(dispatches["thread-create"].d))).toMatchObject([{ place: fogSignals }]);
  });

  test("by Discord when it is asked, where nothing told it", async () => {
    const { hears, requests } = recordedWorld();
    await hears(1, dispatches["message-create-dm"]);
    expect(requests).toEqual([`GET /channels/${answers["dm-channel"].body.id}`]);
  });
});

test("the companion of the recorded READY is the one that is mentioned", () => {
  expect(said.mentions.map(({ id }) => id)).toContain(bot);
});
