import { expect, test } from "vitest";
import type { LiveReply } from "../../../src/core/reply.ts";
import type { TurnId } from "../../../src/core/session.ts";
import { type FakeTerminal, fakeTerminal, key, pasted } from "../../doubles/terminal.ts";
import { deliveryOf, hearing, type Run, type RunOptions, replyOf, run, signal } from "./harness.ts";

const at = async (
  options: Partial<RunOptions> & { columns?: number } = {},
): Promise<Run & { terminal: FakeTerminal }> => {
  const terminal = fakeTerminal(options.columns ?? 60);
  const { input } = terminal;
  const output = { ...hearing(), stream: terminal.output as never };
  const running = await run({ ...options, input, output, interactive: true });
  return { ...running, terminal };
};

/** An answer that is finished by the test. */
const held = (): { answer: (live: LiveReply) => void; live: Promise<LiveReply> } => {
  let answer: (live: LiveReply) => void = () => {};
  const live = new Promise<LiveReply>((resolve) => {
    answer = resolve;
  });
  return { answer, live };
};

test("the first minute looks as people are promised", async () => {
  const { terminal, adapter } = await at({
    banner: () => [
      "Familiar 0.1 · offline",
      "Type /help for commands. What you tell me is kept in ./data; /privacy says more.",
    ],
    answer: (live) =>
      live.finish(
        replyOf("Nice to meet you, Priya. I keep that in mind for all the time to come.", {
          notices: [{ code: null, text: "I'll remember that. (/memory)" }],
        }),
      ),
  });
  terminal.keys(`my name is Priya${key.enter}`);
  await terminal.until(/memory\)\nyou$/);
  terminal.keys(key.ctrlD);
  await adapter.ended;
  expect(terminal.screen().split("\n")).toEqual([
    "Familiar 0.1 · offline",
    "Type /help for commands. What you tell me is kept in",
    "./data; /privacy says more.",
    "",
    "you  my name is Priya",
    "     Nice to meet you, Priya. I keep that in mind for all",
    "     the time to come.",
    "     I'll remember that. (/memory)",
    "you",
  ]);
});

test("text appears word by word while it is written, after a status that gives way to it", async () => {
  const { answer, live } = held();
  const { terminal } = await at({ answer });
  terminal.keys(`hi${key.enter}`);
  const reply = await live;
  reply.status("thinking");
  await terminal.until("     …thinking");
  reply.status("thinking (5 s)");
  await terminal.until("     …thinking (5 s)");
  reply.show("Good morn");
  await terminal.until("     Good");
  expect(terminal.screen()).toBe("you  hi\n     Good");
  reply.show("Good morning to");
  expect(terminal.screen()).toBe("you  hi\n     Good morning");
  await reply.finish(replyOf("Good morning to you"));
  await terminal.until(/to you\nyou$/);
});

test("what is typed while an answer comes waits for its turn and never mixes with it", async () => {
  const first = held();
  const { terminal, asks } = await at({
    columns: 40,
    answer: (live, ask) => (asks.length === 1 ? first.answer(live) : live.finish(replyOf(`You said: ${ask.text}`))),
  });
  terminal.keys(`one${key.enter}`);
  const reply = await first.live;
  reply.show("An answer ");
  terminal.keys(`two${key.enter}three is a line that is longer than the terminal is wide`);
  reply.show("An answer that goes ");
  await reply.finish(replyOf("An answer that goes on."));
  await terminal.until("is wide");
  expect(terminal.screen().split("\n")).toEqual([
    "you  one",
    "     An answer that goes on.",
    "you  two",
    "     You said: two",
    "you  three is a line that is longer than",
    " the terminal is wide",
  ]);
  expect(asks.map((ask) => ask.text)).toEqual(["one", "two"]);
});

test("Ctrl-C stops the answer once, and its rest is shown; a second one leaves", async () => {
  const { answer, live } = held();
  const stopped = signal();
  const stops: TurnId[] = [];
  const stop = (turn: TurnId): void => {
    stops.push(turn);
    stopped.give();
  };
  const { terminal, adapter } = await at({ answer, host: { stop } });
  terminal.keys(`hi${key.enter}`);
  const reply = await live;
  reply.show("Once upon a time ");
  terminal.keys(key.ctrlC);
  await stopped.given;
  terminal.keys(key.ctrlC);
  await reply.finish(replyOf("Once upon a time …"));
  await adapter.ended;
  expect(stops).toHaveLength(1);
  expect(terminal.screen()).toBe("you  hi\n     Once upon a time …");
  expect(terminal.input.raw).toBe(false);
});

test("Ctrl-C empties the line, then tells how to leave, then leaves and gives the terminal back", async () => {
  const { terminal, adapter, asks } = await at();
  expect(terminal.input.raw).toBe(true);
  terminal.keys("half a thought");
  await terminal.until("thought");
  terminal.keys(key.ctrlC);
  await terminal.until(/^you$/);
  terminal.keys(key.ctrlC);
  await terminal.until(/Ctrl-C once more.*\nyou$/);
  terminal.keys(key.ctrlC);
  await adapter.ended;
  expect(terminal.input.raw).toBe(false);
  expect(terminal.written().endsWith("\x1b[?2004l")).toBe(true);
  expect(asks).toEqual([]);
});

test("a line written after the hint takes the hint back", async () => {
  const { terminal } = await at();
  terminal.keys(key.ctrlC);
  await terminal.until("once more");
  terminal.keys(`hi${key.enter}`);
  await terminal.until(/You said: hi\nyou$/);
  terminal.keys(key.ctrlC);
  await terminal.until(/once more.*once more/s);
});

test("Ctrl-D leaves after the answer that is being written, and what was typed ahead", async () => {
  const first = held();
  const { terminal, adapter, asks } = await at({
    answer: (live) => (asks.length === 1 ? first.answer(live) : live.finish(replyOf("second"))),
  });
  terminal.keys(`one${key.enter}`);
  const reply = await first.live;
  terminal.keys(`two${key.enter}${key.ctrlD}`);
  await reply.finish(replyOf("first"));
  await adapter.ended;
  expect(terminal.screen()).toBe("you  one\n     first\nyou  two\n     second");
});

test("a paste of several lines is one message", async () => {
  const { terminal, asks } = await at();
  terminal.keys(pasted("first\nsecond\nthird"));
  await terminal.until("you  first\n     second\n     third");
  terminal.keys(key.enter);
  await terminal.until("You said");
  terminal.keys(`next${key.enter}`);
  await terminal.until("You said: next");
  expect(asks.map((ask) => ask.text)).toEqual(["first\nsecond\nthird", "next"]);
});

test("a paste while an answer comes stays whole, and is seen when the answer has ended", async () => {
  const { answer, live } = held();
  const { terminal } = await at({ answer });
  terminal.keys(`hi${key.enter}`);
  const reply = await live;
  terminal.keys(pasted("first\nsecond"));
  await reply.finish(replyOf("Hello."));
  await terminal.until(/second$/);
  expect(terminal.screen()).toBe("you  hi\n     Hello.\nyou  first\n     second");
});

test("a reply of an earlier run appears above the line that is being written", async () => {
  const { terminal, adapter, asks } = await at({ columns: 30 });
  terminal.keys(`hi${key.enter}`);
  await terminal.until(/hi\nyou$/);
  const [ask] = asks;
  if (!ask) throw new Error("nothing was asked");
  terminal.keys("a line that goes over more than one row");
  await terminal.until("one row");
  const key1 = "console/earlier/1" as typeof ask.key;
  await adapter.open(deliveryOf({ ...ask, key: key1 }, "old" as TurnId)).finish(replyOf("From before."));
  await terminal.until(/row$/);
  expect(terminal.screen().split("\n")).toEqual([
    "you  hi",
    "     You said: hi",
    "     From before.",
    "you  a line that goes over mor",
    "e than one row",
  ]);
});

test("a line that is sent while a reply of an earlier run is being written waits for its end", async () => {
  const { terminal, adapter, asks } = await at();
  terminal.keys(`hi${key.enter}`);
  await terminal.until(/hi\nyou$/);
  const [ask] = asks;
  if (!ask) throw new Error("nothing was asked");
  const recovered = adapter.open(deliveryOf({ ...ask, key: "console/earlier/1" as typeof ask.key }, "old" as TurnId));
  recovered.show("From be");
  recovered.show("From before, but ");
  terminal.keys(`next${key.enter}`);
  recovered.show("From before, but slowly ");
  await recovered.finish(replyOf("From before, but slowly."));
  await terminal.until(/said: next\nyou$/);
  expect(terminal.screen().split("\n")).toEqual([
    "you  hi",
    "     You said: hi",
    "     From before, but slowly.",
    "you  next",
    "     You said: next",
    "you",
  ]);
});

test("an answer that was rewritten stands below what was shown of it, or alone where nothing was", async () => {
  const { terminal } = await at({
    answer: (live, ask) => {
      live.show(ask.text === "one" ? "Good" : "Good morn");
      return live.finish(replyOf("Bad idea"));
    },
  });
  terminal.keys(`one${key.enter}`);
  await terminal.until(/idea\nyou$/);
  terminal.keys(`two${key.enter}`);
  await terminal.until(/Good morn\n {5}Bad idea\nyou$/);
  expect(terminal.screen()).toBe("you  one\n     Bad idea\nyou  two\n     Good morn\n     Bad idea\nyou");
});

test("Tab completes commands, the arrow brings back what was said", async () => {
  const suggest = () => [{ value: "/journal", label: "" }];
  const { terminal, asks } = await at({ host: { suggest } });
  terminal.keys("/jo");
  terminal.keys(key.tab);
  await terminal.until("/journal");
  terminal.keys(`list${key.enter}`);
  await terminal.until("You said");
  terminal.keys(key.up);
  await terminal.until(/\nyou {2}\/journal list$/);
  terminal.keys(key.enter);
  await terminal.until(/You said.*You said/s);
  expect(asks.map((ask) => ask.text)).toEqual(["/journal list", "/journal list"]);
});

test("an empty line gets a short hint and the prompt again", async () => {
  const { terminal, asks } = await at();
  terminal.keys(key.enter);
  await terminal.until(/nothing on that line.*\[E-INPUT-EMPTY\]\nyou$/s);
  expect(asks).toEqual([]);
});

test("colours are used where they are wanted, and only there", async () => {
  const answer = (live: LiveReply) =>
    live.finish(replyOf("A **bold** word", { notices: [{ code: null, text: "Noted." }] }));
  const plain = await at({ answer });
  const colorful = await at({ answer, color: true });
  for (const { terminal } of [plain, colorful]) {
    terminal.keys(`hi${key.enter}`);
    await terminal.until("Noted.");
  }
  expect(plain.terminal.screen()).toMatch("     A **bold** word\n     Noted.");
  expect(plain.terminal.written()).not.toContain("\x1b[1m");
  expect(plain.terminal.written()).not.toContain("\x1b[2m");
  expect(colorful.terminal.written()).toContain("A \x1b[1mbold\x1b[22m word");
  expect(colorful.terminal.written()).toContain("\x1b[2m     Noted.\x1b[22m");
});

test("stopping the program gives the terminal back, also amid a line", async () => {
  const { terminal, adapter } = await at();
  terminal.keys("half");
  await terminal.until("half");
  await adapter.stop();
  await adapter.ended;
  expect(terminal.input.raw).toBe(false);
  expect(terminal.written()).toMatch(/\n.*2004l$/);
});

test("a line of the program's own stands above what is being typed, and below a reply that is being written", async () => {
  const { answer, live } = held();
  const { terminal, adapter } = await at({ answer });
  terminal.keys("good mor");
  adapter.announce("Discord: connected as Familiar.");
  await terminal.until(/Familiar\.\nyou {2}good mor$/);
  terminal.keys(`ning${key.enter}`);
  const reply = await live;
  reply.show("Good morning to");
  adapter.announce("Slack: connected.");
  await reply.finish(replyOf("Good morning to you"));
  await terminal.until(/Slack: connected\.\nyou$/);
  expect(terminal.screen().split("\n")).toEqual([
    "     Discord: connected as Familiar.",
    "you  good morning",
    "     Good morning to you",
    "     Slack: connected.",
    "you",
  ]);
});
