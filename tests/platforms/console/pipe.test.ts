import { PassThrough, Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { StorageError } from "../../../src/core/errors.ts";
import type { TurnId } from "../../../src/core/session.ts";
import { type Answer, deliveryOf, type Heard, hearing, replyOf, run, signal } from "./harness.ts";

const lines = (text: string): Readable => Readable.from([Buffer.from(text)]);

test("one reply a line on the output, everything else on the errors, then the console ends", async () => {
  const banner = () => ["Familiar", "Type /help"];
  const { adapter, output, errors } = await run({ input: lines("hi\n/help me\nlast"), banner });
  await adapter.ended;
  expect(output.text()).toBe("You said: hi\nYou said: /help me\nYou said: last\n");
  expect(errors.text()).toBe("Familiar\nType /help\n");
});

test("an input without a line ends at once and says nothing", async () => {
  const { adapter, output, asks } = await run({ input: lines("") });
  await adapter.ended;
  expect([output.text(), asks]).toEqual(["", []]);
});

test("the next line is asked when the last is answered", async () => {
  const events: string[] = [];
  const { adapter } = await run({
    input: lines("a\nb\nc\n"),
    answer: async (live, ask) => {
      events.push(`asked ${ask.text}`);
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
      events.push(`answered ${ask.text}`);
      await live.finish(replyOf("ok"));
    },
  });
  await adapter.ended;
  expect(events).toEqual(["asked a", "answered a", "asked b", "answered b", "asked c", "answered c"]);
});

test("every line is said anew: its key is unlike every other, in this run and the next", async () => {
  const runs = await Promise.all(
    ["one", "two"].map((ids) => run({ input: lines("hi\nhi\n"), ids: { next: () => ids } })),
  );
  await Promise.all(runs.map(({ adapter }) => adapter.ended));
  const keys = runs.flatMap(({ asks }) => asks.map((ask) => ask.key));
  expect(new Set(keys).size).toBe(4);
});

test("text appears while it is written, and only once", async () => {
  const { adapter, output } = await run({
    input: lines("hi\n"),
    answer: async (live) => {
      live.status("thinking");
      live.show("Good ");
      await output.until("Good ");
      live.show("Good mor");
      await output.until("Good mor");
      await live.finish(replyOf("Good morning"));
    },
  });
  await adapter.ended;
  expect(output.text()).toBe("Good morning\n");
});

test("an answer that was rewritten is written again as a whole", async () => {
  const answer: Answer = async (live) => {
    live.show("Good mor");
    live.show("Bad");
    await live.finish(replyOf("Bad idea"));
  };
  const { adapter, output } = await run({ input: lines("hi\n"), answer });
  await adapter.ended;
  expect(output.text()).toBe("Good mor\nBad idea\n");
});

test("notices of a reply go to the errors, with their code", async () => {
  const notices = [
    { code: null, text: "I'll remember that." },
    { code: "E-MODEL-CUT", text: "Broken off." },
  ];
  const { adapter, output, errors } = await run({
    input: lines("hi\n"),
    answer: (live) => live.finish(replyOf("ok", { notices })),
  });
  await adapter.ended;
  expect(output.text()).toBe("ok\n");
  expect(errors.text()).toBe("I'll remember that.\nBroken off. [E-MODEL-CUT]\n");
});

test("no control character of a reply reaches the output, however it is cut while it streams", async () => {
  const body = "a\x1b[31mred\x1b]0;title\x07 \x9b2Jb\x00\r\nc\u202e\td 👩‍👩‍👧";
  const { adapter, output } = await run({
    input: lines("hi\n"),
    answer: async (live) => {
      for (let end = 0; end < body.length; end += 1) live.show(body.slice(0, end));
      await live.finish(replyOf(body));
    },
  });
  await adapter.ended;
  expect(output.text()).toBe("ared]0;title b\nc\td 👩‍👩‍👧\n");
});

test("an empty line is not asked, and a notice says so", async () => {
  const { adapter, output, errors, asks } = await run({ input: lines("\n  \t \n\x1b[A\nhi\n") });
  await adapter.ended;
  expect(asks.map((ask) => ask.text)).toEqual(["hi"]);
  expect(output.text()).toBe("You said: hi\n");
  expect(errors.text().match(/\[E-INPUT-EMPTY\]\n/g)).toHaveLength(3);
  expect(errors.text().match(/\[E-INPUT-CONTROL\]\n/g)).toHaveLength(1);
});

test("a line that is too long is answered in words, and the lines around it are not lost", async () => {
  const { adapter, output, asks } = await run({ input: lines(`before\n${"x".repeat(100_000)}\nafter\n`) });
  await adapter.ended;
  expect(asks.map((ask) => ask.text)).toEqual(["before", "after"]);
  const [, refusal] = output.text().split("\n");
  expect(refusal).toMatch(/100,000 characters.*at most 10,000.*\[E-INPUT-TOO-LONG\]$/);
});

test("a line that the core cannot take is told with its code, and the next is asked", async () => {
  let calls = 0;
  const receive = async () => {
    calls += 1;
    throw new StorageError("E-DATABASE-FULL", "disk full");
  };
  const { adapter, errors } = await run({ input: lines("a\nb\n"), host: { receive } });
  await adapter.ended;
  expect(calls).toBe(2);
  expect(errors.text().match(/\[E-DATABASE-FULL\]\n/g)).toHaveLength(2);
});

test("a turn that is abandoned does not keep the next line waiting", async () => {
  const { adapter, output } = await run({
    input: lines("a\nb\n"),
    answer: (live, ask) => {
      live.show(`half of ${ask.text}`);
      live.abandon();
    },
  });
  await adapter.ended;
  expect(output.text()).toBe("half of a\nhalf of b\n");
});

test("a reply of an earlier run is written in the same form, not amid another one", async () => {
  const { adapter, output, asks } = await run({
    input: lines("hi\n"),
    answer: async (live, ask) => {
      live.show("first ");
      const recovered = adapter.open(
        deliveryOf({ ...ask, key: "console/earlier/1" as typeof ask.key }, "old" as TurnId),
      );
      recovered.show("sec");
      const later = recovered.finish(replyOf("second"));
      await live.finish(replyOf("first reply"));
      await later;
    },
  });
  await adapter.ended;
  await output.until("second\n");
  expect([output.text(), asks.length]).toEqual(["first reply\nsecond\n", 1]);
});

test("after the end of the input the last answer is waited for", async () => {
  const input = new PassThrough();
  const asked = signal();
  const answering = signal();
  const { adapter, output } = await run({
    input,
    answer: async (live) => {
      asked.give();
      await answering.given;
      await live.finish(replyOf("late"));
    },
  });
  input.end("hi");
  await asked.given;
  const order: string[] = [];
  const ended = adapter.ended.then(() => order.push("ended"));
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  order.push("answering");
  answering.give();
  await ended;
  expect(order).toEqual(["answering", "ended"]);
  expect(output.text()).toBe("late\n");
});

const breaking = (code: string): Heard => {
  const stream = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
  });
  return { ...hearing(), stream: stream as PassThrough };
};

test("a reader who leaves ends the console quietly", async () => {
  const input = new PassThrough();
  const { adapter, errors, asks } = await run({ input, output: breaking("EPIPE") });
  input.write("a\nb\n");
  await adapter.ended;
  expect([errors.text(), asks.length]).toEqual(["", 1]);
});

test("an output that fails ends the console with a failure, and the delivery fails too", async () => {
  let delivery: Promise<unknown> = Promise.resolve();
  const { adapter } = await run({
    input: lines("a\n"),
    output: breaking("ENOSPC"),
    answer: (live) => {
      delivery = live.finish(replyOf("ok"));
      delivery.catch(() => {});
    },
  });
  await expect(adapter.ended).rejects.toMatchObject({ code: "E-PLATFORM-DELIVERY" });
  await expect(delivery).rejects.toMatchObject({ code: "E-PLATFORM-DELIVERY" });
});

test("stopping ends the console while it waits for a line, and while it waits for an answer", async () => {
  const idle = await run({ input: new PassThrough() });
  await idle.adapter.stop();
  await idle.adapter.ended;
  const input = new PassThrough();
  const asked = signal();
  const busy = await run({ input, answer: asked.give });
  input.write("hi\n");
  await asked.given;
  await busy.adapter.stop();
  await busy.adapter.stop();
  await busy.adapter.ended;
});

test("an input that breaks ends the conversation with a word about it", async () => {
  const input = new PassThrough();
  const { adapter, errors } = await run({ input });
  input.destroy(Object.assign(new Error("read EIO"), { code: "EIO" }));
  await adapter.ended;
  expect(errors.text()).toMatch(/could not read any further.*\(EIO\)/);
});
