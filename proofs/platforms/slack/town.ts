import type { SlackControl } from "../../../tests/doubles/slack/control.ts";
import type { Person, TeamOptions } from "../../../tests/doubles/slack/options.ts";
import { rooms, stages, threads } from "../../run/people.ts";

/** Names in a proof, and what Slack calls the same. */
export interface Town {
  readonly team: TeamOptions;
  person(named: { readonly id: string; readonly name: string }): Person;
  channel(name: string): string;
  /** The time of the message that heads it; null where it is no thread. */
  thread(name: string | null): string | null;
  /** Opens the threads. */
  settle(slack: SlackControl): Promise<void>;
}

export const team = "T0HARBOUR01";
export const bot = "U0FAMILIAR1";

/** Whoever heads a thread that the companion has joined is heard there without a mention: these two say nothing more. */
const zoe: Person = { id: "U0ZOE000001", name: "zoe", realName: "Zoe" };
const yann: Person = { id: "U0YANN00001", name: "yann", realName: "Yann" };

const idOf = (prefix: string, number: number): string => `${prefix}${String(number).padStart(9, "0")}`;

export function townOf(): Town {
  const people = new Map<string, Person>();
  const heads = new Map<string, string>();
  const named = [...rooms.map(({ channel }) => channel), ...stages];
  const channel = (name: string): string => idOf("C0", named.indexOf(name) + 1);
  return {
    channel,
    team: {
      ...{ id: team, name: "The Harbour", domain: "the-harbour", token: "xoxb-double-of-slack" },
      bot: { user: bot, id: "B0FAMILIAR1" },
      channels: named.map((name) => ({ id: channel(name), name })),
      members: [zoe, yann],
    },
    person: ({ id, name }) => {
      const known = people.get(id) ?? { id: idOf("U0", people.size + 1), name: name.toLowerCase(), realName: name };
      people.set(id, known);
      return known;
    },
    thread: (name) => (name === null ? null : (heads.get(name) ?? null)),
    settle: async (slack) => {
      for (const { channel: parent, thread } of threads) heads.set(String(thread), await open(slack, channel(parent)));
    },
  };
}

async function open(slack: SlackControl, channel: string): Promise<string> {
  const head = await slack.does({ type: "say", by: zoe, channel, text: "Shall we begin?" });
  if (!head?.ts) throw new Error("no thread can be opened");
  await slack.does({ type: "say", by: yann, channel, thread: head.ts, text: "Let us begin." });
  return head.ts;
}
