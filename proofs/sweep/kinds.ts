import type { Doing, Person, PlatformEvent } from "../../tests/doubles/mock-platform/records.ts";
import { isSettled, type PlatformKind, type World } from "../run/world.ts";

/** One kind of turn: what people do for it to happen. */
export interface Kind {
  readonly name: string;
  /** The platforms on which there is such a thing; else there is on all. */
  readonly platforms?: readonly PlatformKind[];
  /** While no program runs. */
  readonly before?: (stage: Stage) => Promise<unknown>;
  /** While it runs, or is killed and runs again. */
  readonly during: (stage: Stage) => Promise<unknown>;
}

export interface Stage {
  readonly world: World;
  /** Anna says this in a room; `#T1#` and so on name what is to be answered. */
  says(text: string, more?: Partial<More>): Promise<PlatformEvent>;
  commands(command: string, fields?: Readonly<Record<string, string | number>>): Promise<PlatformEvent>;
  /** Runs the program until it has taken what is said here, and ends it before it answers. */
  abandons(saying: () => Promise<unknown>): Promise<void>;
  /** Runs the program once, so that it knows of this room, and ends it. */
  meets(): Promise<void>;
  /** Resolves when the button is there and is pressed. */
  presses(said: PlatformEvent, action: string): Promise<void>;
  deletes(event: PlatformEvent): Promise<void>;
  /** Resolves when the model has been asked so often. */
  modelCalls(count: number): Promise<void>;
  /** Resolves when the turn of what was said is in this state. */
  becomes(said: PlatformEvent, state: string): Promise<void>;
  until(so: () => Promise<boolean>): Promise<void>;
  /** Resolves when nothing is open any more. */
  settled(): Promise<void>;
}

interface More {
  readonly quoted: string;
  readonly file: string;
}

/** A word in passing that moves no memory: what is proved is the walk, not what is said. */
const ask = (number: number, more = ""): string => `#T${number}# What do you think of the old bridge?${more}`;

const eightDays = 8 * 86_400_000;

export const kinds: readonly Kind[] = [
  { name: "plain", during: ({ says }) => says(ask(1)) },
  { name: "long", during: ({ says }) => says(ask(1, " Tell me at length.")) },
  { name: "private command", during: ({ commands }) => commands("journal write", { text: "A quiet day." }) },
  { name: "public command", during: ({ commands }) => commands("mood") },
  { name: "quoted", during: ({ says }) => says(ask(1), { quoted: "#T9# The bridge is closed." }) },
  { name: "safety", during: ({ says }) => says("I want to kill myself") },
  {
    name: "coalesced",
    during: async ({ says, modelCalls }) => {
      await says(ask(1, " Tell me at length."));
      await modelCalls(1);
      await says(ask(2));
      await says(ask(3));
    },
  },
  {
    name: "deleted while answering",
    during: async ({ says, deletes, modelCalls, until, world }) => {
      world.model.weather({ slow: 1 });
      const said = await says(ask(1, " Tell me at length."));
      await modelCalls(1);
      // Something of the answer is to be seen, and has to be taken back.
      await until(async () => (await world.platform.history()).messages.some(({ replyTo }) => replyTo === said.id));
      await deletes(said);
    },
  },
  {
    name: "taught, and deleted when it was answered",
    during: async ({ says, deletes, settled }) => {
      const said = await says("My dog is called Rex. I am so happy today! What do you think of that? #T1#");
      await settled();
      await deletes(said);
    },
  },
  {
    name: "corrected and forgotten",
    during: async ({ says, settled }) => {
      await says("My dog is called Rex. What do you think of that? #T1#");
      await settled();
      await says("My dog is called Rex. What do you think of that? #T2#");
      await says("No, my dog is called Max. What do you think of that? #T3#");
      await settled();
      await says("Forget my dog");
      await settled();
      await says("Forget everything about me");
    },
  },
  {
    name: "refused by the platform at first",
    during: async ({ says, modelCalls, becomes, until, world }) => {
      const said = await says(ask(1, " Tell me at length."));
      await modelCalls(1);
      await world.platform.faults({ outage: true });
      await becomes(said, "answered");
      const { requests } = await world.platform.activity();
      // The first may still have shown progress.
      await until(async () => (await world.platform.activity()).requests > requests + 1);
      await world.platform.faults({ outage: false });
    },
  },
  {
    // Whoever follows a death may look for the post before it is there.
    name: "posted, and long under way",
    platforms: ["mock", "slack"],
    during: async ({ says, world }) => {
      await world.platform.fate("create", "late");
      await says(ask(1, " Tell me at length."));
    },
  },
  {
    name: "commands that read",
    during: async ({ commands, settled }) => {
      await commands("session new", { name: "plans" });
      await commands("session list");
      await commands("journal list");
      await commands("journal search", { words: "quiet" });
      await commands("journal delete", { number: 1 });
      await settled();
      await commands("mood");
    },
  },
  {
    name: "expired",
    before: async ({ abandons, says, world }) => {
      await abandons(() => says(ask(1)));
      await world.advance(eightDays);
    },
    during: async () => {},
  },
  {
    name: "said while nobody heard",
    platforms: ["discord", "slack"],
    before: async ({ meets, says }) => {
      await meets();
      await says(ask(1));
    },
    during: async () => {},
  },
  {
    name: "with a file",
    platforms: ["discord", "slack"],
    during: ({ says }) => says(ask(1), { file: "The bridge was built in 1902." }),
  },
  {
    name: "liked, and reported",
    platforms: ["discord", "slack"],
    during: async ({ says, presses }) => {
      const said = await says(ask(1));
      await presses(said, "good");
      await presses(said, "report");
    },
  },
  {
    name: "removed by its button",
    platforms: ["discord", "slack"],
    during: async ({ says, presses }) => presses(await says(ask(1)), "remove"),
  },
];

const patienceMs = 20_000;

/** A room and a person of its own for each performance, and tokens that no other one has. */
export function stageIn(world: World, performance: number): Stage {
  const author: Person = { id: `anna${performance}`, name: "Anna" };
  const room = { channel: `room${performance}`, thread: null, kind: "channel", author } as const;
  const ownTokens = (text: string): string => text.replaceAll(/#T(\d)#/g, `#T${performance}$1#`);
  const callsBefore = world.model.calls().length;
  const does = async (doing: Doing): Promise<PlatformEvent> => {
    const event = await world.platform.does(doing);
    if (event === null) throw new Error("the platform knows nothing of it");
    return event;
  };
  const until = async (so: () => Promise<boolean>): Promise<void> => {
    const deadline = Date.now() + patienceMs;
    while (!(await so()) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const says: Stage["says"] = (text, { quoted, file } = {}) => {
    const said = quoted === undefined ? null : { author: "Ben", text: ownTokens(quoted) };
    const more = { quoted: said, ...(file !== undefined && { file }) };
    return does({ ...room, type: "message", addressing: "mention", text: ownTokens(text), ...more });
  };
  return {
    world,
    until,
    becomes: (said, state) =>
      until(async () => {
        const key = world.platform.keyOf(said);
        const turns = await world.database.states(true).catch(() => []);
        return turns.some((turn) => turn.key === key && turn.state === state);
      }),
    says,
    abandons: async (saying) => {
      const program = await world.start({ PROOF_DIE_AT: "storage.inbox.begin#1 before" });
      await saying();
      await program.ended;
    },
    meets: async () => {
      const program = await world.start();
      await says("#T8# Good evening.");
      await until(() => isSettled(world));
      program.signal("SIGTERM");
      await program.ended;
    },
    presses: (said, action) => until(() => world.platform.press(said, action)),
    commands: (command, fields = {}) => does({ ...room, type: "command", command, fields }),
    deletes: async ({ id }) => void (await does({ type: "deleted", message: id })),
    settled: () => until(() => isSettled(world)),
    modelCalls: (count) => until(async () => world.model.calls().length - callsBefore >= count),
  };
}
