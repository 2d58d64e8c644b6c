import { afterEach, describe, expect, test } from "vitest";
import type { PlatformAdapter } from "../../src/core/platform.ts";
import { type AskKey, placeKey, type TurnId } from "../../src/core/session.ts";
import { deliveryOf, recorder, replyOf } from "./platform-host.ts";

/** One platform with one person in it, seen from outside. */
export interface PlatformUnderTest {
  /** Not started yet. */
  readonly adapter: PlatformAdapter;
  /** The person says this to the companion, in one direct message. */
  say(text: string): void;
  /** All that the companion has shown to the person, oldest first. */
  seen(): string | Promise<string>;
  /** Resolves as soon as that holds this text. */
  sees(text: string): Promise<unknown>;
}

const times = (text: string, part: string): number => text.split(part).length - 1;

/** What every platform does between its people and the core. */
export function platformContract(name: string, open: () => Promise<PlatformUnderTest>): void {
  describe(`${name} keeps the platform contract`, () => {
    let running: PlatformUnderTest | null = null;
    const started = async () => {
      const host = recorder();
      running = await open();
      await running.adapter.publishCommands([]);
      await running.adapter.start(host);
      return { ...running, host };
    };
    /** Says something and opens the reply to it. */
    const asked = async (text: string) => {
      const platform = await started();
      platform.say(text);
      const { ask, turn } = await platform.host.next();
      return { ...platform, ask, turn, live: platform.adapter.open(deliveryOf(ask, turn)) };
    };
    afterEach(() => running?.adapter.stop());

    test("what a person says is asked once, with its words, its place and its author", async () => {
      const { ask, adapter } = await asked("good morning");
      expect(ask).toMatchObject({ type: "message", text: "good morning", addressing: "direct" });
      expect(ask.place.platform).toBe(adapter.platform);
      expect(ask.room.kind).toBe("direct");
      expect([ask.author.id, ask.author.name, ask.key]).not.toContain("");
    });

    test("the same words said twice are two asks in one place", async () => {
      const { ask, live, say, host } = await asked("hello");
      await live.finish(replyOf("one"));
      say("hello");
      const { ask: again } = await host.next();
      expect(again.key).not.toBe(ask.key);
      expect(placeKey(again.place)).toBe(placeKey(ask.place));
    });

    test("a finished reply is seen whole, and once", async () => {
      const { live, sees, seen } = await asked("hello");
      live.show("Good morning, ");
      live.show("Good morning, Priya");
      await live.finish(replyOf("Good morning, Priya. 😀"));
      await sees("Good morning, Priya. 😀");
      expect(times(await seen(), "Good morning")).toBe(1);
    });

    test("a reply that was never shown before it was finished is seen", async () => {
      const { live, sees } = await asked("hello");
      await live.finish(replyOf("All at once."));
      await sees("All at once.");
    });

    test("what is seen in the end is the finished reply, also where it was shown otherwise", async () => {
      const { live, sees } = await asked("hello");
      live.show("I think tha");
      live.show("No");
      await live.finish(replyOf("No, I don't know."));
      await sees("No, I don't know.");
    });

    test("a reply to an ask of an earlier run is seen", async () => {
      const { ask, live, adapter, sees } = await asked("hello");
      await live.finish(replyOf("Now."));
      const earlier = { ...ask, key: `${ask.key}-earlier` as AskKey };
      await adapter.open(deliveryOf(earlier, "turn-earlier" as TurnId)).finish(replyOf("Then."));
      await sees("Then.");
    });

    test("showing and telling a status never throw, whatever and whenever", async () => {
      const { live, adapter } = await asked("hello");
      const anything = (): void => {
        for (const text of ["", "\n", "\ud83d", "\x1b[2J", "x".repeat(100_000), "short"]) {
          live.show(text);
          live.status(text);
        }
      };
      expect(anything).not.toThrow();
      await live.finish(replyOf("Done."));
      expect(anything).not.toThrow();
      await adapter.stop();
      expect(anything).not.toThrow();
    });

    test("an abandoned reply keeps nobody waiting", async () => {
      const { live, say, host, adapter, sees } = await asked("hello");
      live.show("Half a ");
      await live.abandon();
      say("still there?");
      const { ask, turn } = await host.next();
      await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Yes."));
      await sees("Yes.");
    });

    test("an ask that the core cannot take does not end the platform", async () => {
      const platform = await started();
      platform.host.refuse(new Error("no room"));
      platform.say("lost");
      platform.say("found");
      expect((await platform.host.next()).ask).toMatchObject({ text: "found" });
    });

    test("stopping twice is stopping once", async () => {
      const { adapter } = await started();
      await adapter.stop();
      await adapter.stop();
    });
  });
}
