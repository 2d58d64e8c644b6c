import type { DiscordControl } from "../../../tests/doubles/discord/control.ts";
import type { DiscordOptions, Person } from "../../../tests/doubles/discord/options.ts";
import { rooms, stages, threads } from "../../run/people.ts";

/** Names in a proof, and what Discord calls the same. */
export interface Town {
  readonly guilds: NonNullable<DiscordOptions["guilds"]>;
  person(name: Person): Person;
  channel(name: string): string;
  /** Null where it is no thread. */
  thread(name: string | null): string | null;
  /** Opens the threads. */
  settle(discord: DiscordControl): Promise<void>;
}

export const bot = "100000000000000001";

/** Whoever owns a thread that the companion has joined is heard there without a mention: these two say nothing more. */
const zoe: Person = { id: "410000000000000001", name: "Zoe" };
const yann: Person = { id: "410000000000000002", name: "Yann" };

const idOf = (prefix: string, number: number): string => `${prefix}${String(number).padStart(16, "0")}`;

export function townOf(): Town {
  const people = new Map<string, Person>();
  const opened = new Map<string, string>();
  const named = [...rooms.map(({ channel }) => channel), ...stages];
  const channel = (name: string): string => idOf("30", named.indexOf(name) + 1);
  return {
    channel,
    guilds: [
      {
        id: "200000000000000001",
        name: "The Harbour",
        channels: named.map((name) => ({ id: channel(name), name })),
        members: [zoe, yann],
      },
    ],
    person: ({ id, name }) => {
      const known = people.get(id) ?? { id: idOf("40", people.size + 1), name };
      people.set(id, known);
      return known;
    },
    thread: (name) => (name === null ? null : (opened.get(name) ?? null)),
    settle: async (discord) => {
      for (const { channel: parent, thread } of threads) {
        const made = await discord.does({ type: "thread", by: zoe, channel: channel(parent), name: String(thread) });
        if (!made) throw new Error("no thread can be opened");
        opened.set(String(thread), made.id);
        for (const by of [zoe, yann])
          await discord.does({ type: "say", by, channel: made.id, content: "Shall we begin?" });
      }
    },
  };
}
