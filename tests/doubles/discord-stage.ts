import type { Doing } from "./discord/doings.ts";
import { aDouble, channel } from "./discord-client.ts";
import { rawAnswer, rawGateway } from "./discord-raw-client.ts";

export const mira = { id: "400000000000000011", name: "Mira Voss", nick: "Mira of the Tower" };
export const jonas = { id: "400000000000000012", name: "Jonas Brandt" };
export const guild = "200000000000000001";
const application = "100000000000000001";
export const log = { filename: "lamp-log.txt", content_type: "text/plain", size: 482 };

const world = {
  id: guild,
  name: "The Harbour",
  channels: [{ id: channel, name: "harbour", topic: "Ships" }],
  members: [mira, jonas],
  roles: [{ id: "500000000000000001", name: "Keepers" }],
};

const text = (name: string, more: object = {}) => ({ type: 3, name, description: name, ...more });
const below = (name: string, options: readonly object[]) => ({ type: 1, name, description: name, options });
const registered = [
  { name: "help", description: "Help" },
  {
    name: "journal",
    description: "Journal",
    options: [
      below("write", [text("text")]),
      below("delete", [{ ...text("number"), type: 4, required: true, autocomplete: true }]),
    ],
  },
  {
    name: "familiar",
    description: "More",
    options: [
      {
        ...below("beacon", [
          below("light", [text("lamp"), { ...text("minutes"), type: 4 }, { ...text("steady"), type: 5 }]),
        ]),
        type: 2,
      },
    ],
  },
];

/** A Discord where something has happened already, and a client that has just come. */
export async function openedDiscord() {
  const double = await aDouble({ guilds: [world] });
  const { does } = double;
  await rawAnswer(double.address, `PUT /applications/${application}/commands`, registered);
  const thread = (await does({ type: "thread", by: mira, channel, name: "Fog signals" })).id;
  await does({ type: "say", by: mira, channel: thread, content: "one blast" });
  const next = rawGateway(double.address);
  const [ready, guildCreate] = [await next("READY"), await next("GUILD_CREATE")];
  const say = async (content: string, more: object = {}): Promise<string> =>
    (await does({ type: "say", by: mira, channel, content, ...more })).id;
  const post = async (body: object) => rawAnswer(double.address, `POST /channels/${channel}/messages`, body);
  const told = async (name: string, doing: Doing) => {
    await does(doing);
    return next(name);
  };
  return { double, thread, next, ready, guildCreate, say, post, told };
}

export type Opened = Awaited<ReturnType<typeof openedDiscord>>;
