import { expect, onTestFinished, test } from "vitest";
import { mockAdapter } from "../../proofs/mock-adapter.ts";
import { platformContract } from "../contracts/platform.ts";
import { recorder } from "../contracts/platform-host.ts";
import { type PostingPlatformUnderTest, postingContract } from "../contracts/posting-platform.ts";
import { platformControl } from "../doubles/mock-platform/control.ts";
import { mockPlatform } from "../doubles/mock-platform/platform.ts";
import type { BotMessage, Doing } from "../doubles/mock-platform/records.ts";
import { type ScaledTime, scaledClock } from "../doubles/scaled-clock.ts";
import { silent } from "../storage-fixture.ts";
import { until } from "../until.ts";

const anna = { id: "u1", name: "Anna" };
const saying = (text: string): Doing => ({
  type: "message",
  channel: "dm1",
  thread: null,
  kind: "direct",
  author: anna,
  addressing: "direct",
  text,
  quoted: null,
});

const textOf = ({ states }: BotMessage): string | null => states.at(-1)?.text ?? null;

async function aPlatform() {
  let time: ScaledTime = { base: Date.now(), speed: 20, ahead: 0 };
  const clock = scaledClock(() => time);
  const { address, close } = await mockPlatform({ time });
  onTestFinished(close);
  const control = platformControl(address);
  const advance = async (ms: number): Promise<void> => {
    time = { ...time, ahead: time.ahead + ms };
    await control.advance(ms);
  };
  return { control, clock, advance, adapter: mockAdapter({ address, clock, log: silent }) };
}

async function underTest(): Promise<PostingPlatformUnderTest> {
  const { control, clock, adapter, advance } = await aPlatform();
  let said: Promise<unknown> = Promise.resolve();
  const visible = async () => (await control.history()).messages.filter((message) => textOf(message) !== null);
  const seen = async () => (await visible()).map(textOf).join("\n");
  return {
    adapter,
    say: (text) => {
      said = said.then(() => control.does(saying(text)));
    },
    seen,
    sees: (text) => until(async () => (await seen()).includes(text), text),
    posts: async () =>
      (await visible()).map((message) => ({
        id: message.id,
        text: textOf(message) ?? "",
        forAll: message.privateTo === null,
      })),
    loseAnswer: () => control.fate("create", "cut"),
    forgetNonces: () => advance(3 * 60_000),
    now: clock.now,
  };
}

platformContract("the mock platform", underTest);
postingContract("the mock platform", underTest);

test("what the core could not take is not acknowledged and comes again, in another envelope", async () => {
  const { adapter, control } = await aPlatform();
  const host = recorder();
  host.refuse(new Error("the disk is full"));
  await adapter.start(host);
  await control.does(saying("hello"));
  expect((await host.next()).ask).toMatchObject({ text: "hello", key: "mock:dm1:e1" });
  const acknowledged = async () => (await control.history()).offers.filter((offer) => offer.acknowledgedAt !== null);
  await until(async () => (await acknowledged()).length === 1, "the acknowledgement");
  const { offers } = await control.history();
  expect(offers.length).toBe(2);
  expect(new Set(offers.map(({ envelope }) => envelope)).size).toBe(2);
  await adapter.stop();
});
