import { afterEach, describe, expect, test } from "vitest";
import { PlatformError } from "../../src/core/errors.ts";
import type { Delivery } from "../../src/core/reply.ts";
import type { PlatformUnderTest } from "./platform.ts";
import { deliveryOf, recorder, replyOf, testLedger } from "./platform-host.ts";

export interface Post {
  readonly id: string;
  readonly text: string;
  /** False where the asking person alone sees it. */
  readonly forAll: boolean;
}

/** A platform where messages stay and can be changed. */
export interface PostingPlatformUnderTest extends PlatformUnderTest {
  /** All messages of the companion that are there, oldest first. */
  posts(): Promise<readonly Post[]>;
  /** The next request to post is carried out, and its answer is lost. */
  loseAnswer(): Promise<void>;
  /** So much time passes that the platform has forgotten all nonces. */
  forgetNonces(): Promise<void>;
  readonly now: () => Date;
}

const wordsOf = (count: number, word: string): string =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join(" ");

/** What every platform owes, beside the contract of platforms, on which replies are messages that stay. */
export function postingContract(name: string, open: () => Promise<PostingPlatformUnderTest>): void {
  describe(`${name} posts each part once`, () => {
    let running: PostingPlatformUnderTest | null = null;
    /** Somebody has asked something, and the reply to it can be opened, again and again as after a restart. */
    const asked = async () => {
      const platform = await open();
      running = platform;
      const host = recorder();
      const ledger = testLedger(platform.now);
      await platform.adapter.start(host);
      platform.say("hello");
      const { ask, turn } = await host.next();
      const reopen = (more: Partial<Delivery> = {}) =>
        platform.adapter.open(deliveryOf(ask, turn, { ledger, parts: ledger.parts(), ...more }));
      const texts = async () => (await platform.posts()).map(({ text }) => text);
      const { place, room, author: asker } = ask;
      return { ...platform, host, ledger, reopen, texts, line: { place, room, asker }, live: reopen() };
    };
    afterEach(() => running?.adapter.stop());

    test("a long reply comes in parts that fit, in order, and together they are whole", async () => {
      const { live, texts, adapter } = await asked();
      const body = wordsOf(adapter.capabilities.partLength / 3, "w");
      await live.finish(replyOf(body));
      const parts = await texts();
      expect(parts.length).toBeGreaterThan(1);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(adapter.capabilities.partLength);
      expect(parts.join(" ").replaceAll(/\s+/g, " ")).toBe(body);
    });

    test("what is shown on the way and the finished reply are one message", async () => {
      const { live, posts, sees } = await asked();
      live.show("Once upon a");
      await sees("Once upon");
      const [first] = await posts();
      await live.finish(replyOf("Once upon a time."));
      expect(await posts()).toEqual([{ ...first, text: "Once upon a time." }]);
    });

    test("a request whose answer was lost is made again, and there is one message", async () => {
      const { live, texts, loseAnswer } = await asked();
      await loseAnswer();
      const lost = await live.finish(replyOf("Here.")).catch((error: unknown) => error);
      expect(lost).toBeInstanceOf(PlatformError);
      expect(lost).toMatchObject({ code: "E-PLATFORM-DELIVERY", retryable: true });
      await live.finish(replyOf("Here."));
      expect(await texts()).toEqual(["Here."]);
    });

    test("a message of which only the ledger's intent is known is found again, soon and late", async () => {
      for (const late of [false, true]) {
        const { live, reopen, texts, loseAnswer, forgetNonces, adapter } = await asked();
        await loseAnswer();
        await live.finish(replyOf("Half an ans")).catch(() => {});
        if (late) await forgetNonces();
        await reopen().finish(replyOf("A whole answer."));
        expect(await texts(), late ? "late" : "soon").toEqual(["A whole answer."]);
        await adapter.stop();
      }
    });

    test("a later run edits the messages that an earlier one has posted", async () => {
      const { live, reopen, posts, sees } = await asked();
      live.show("Half an ans");
      await sees("Half an");
      await live.abandon();
      const [half] = await posts();
      await reopen().finish(replyOf("A whole answer."));
      expect(await posts()).toEqual([{ ...half, text: "A whole answer." }]);
    });

    test("parts that the finished reply does not need are taken away", async () => {
      const { live, reopen, texts, adapter } = await asked();
      await live.finish(replyOf(wordsOf(adapter.capabilities.partLength, "w")));
      expect((await texts()).length).toBeGreaterThan(2);
      await reopen().finish(replyOf("Short."));
      expect(await texts()).toEqual(["Short."]);
    });

    test("a withdrawn reply is taken back, from this run and from an earlier one", async () => {
      const { live, reopen, texts, adapter } = await asked();
      await live.finish(replyOf(wordsOf(adapter.capabilities.partLength, "w")));
      await reopen().withdraw();
      expect(await texts()).toEqual([]);
    });

    test("what was posted while its answer was lost is taken back too", async () => {
      const { live, reopen, texts, loseAnswer, forgetNonces } = await asked();
      await loseAnswer();
      await live.finish(replyOf("Never said.")).catch(() => {});
      await forgetNonces();
      await reopen().withdraw();
      expect(await texts()).toEqual([]);
    });

    test("nothing is posted or changed once the question is gone", async () => {
      const { live, reopen, texts } = await asked();
      await live.finish(replyOf("Before."));
      const gone = new AbortController();
      const later = reopen({ gone: gone.signal });
      gone.abort();
      later.show("After, on the way.");
      await later.finish(replyOf("After.")).catch(() => {});
      expect(await texts()).toEqual(["Before."]);
    });

    test("a reply for one person and a word beside a reply are seen by that person alone", async () => {
      const { live, reopen, posts } = await asked();
      await live.finish(replyOf("For you.", { visibility: "person" }));
      expect(await posts()).toMatchObject([{ text: "For you.", forAll: false }]);
      await reopen().withdraw();
      await reopen().finish(replyOf("For all.", { aside: "For you." }));
      expect((await posts()).map(({ text, forAll }) => [text, forAll])).toEqual([
        ["For all.", true],
        ["For you.", false],
      ]);
    });

    test("at rest nothing new is heard, and replies still go out", async () => {
      const { live, adapter, say, host, texts } = await asked();
      await adapter.rest();
      const heard: unknown[] = [];
      const listen = async (): Promise<never> => {
        for (;;) heard.push((await host.next()).ask);
      };
      void listen();
      say("anybody there?");
      await live.finish(replyOf("Still here."));
      expect(await texts()).toEqual(["Still here."]);
      expect(heard).not.toContainEqual(expect.objectContaining({ text: "anybody there?" }));
    });

    test("one line outside any reply is tried once and never fails", async () => {
      const { adapter, host, say, texts, loseAnswer } = await asked();
      say("once more");
      const { ask } = await host.next();
      const line = { place: ask.place, room: ask.room, asker: ask.author, inReplyTo: ask.key };
      await loseAnswer();
      await adapter.tell({ ...line, text: "I'm behind.", worthMs: null });
      expect(await texts()).toEqual(["I'm behind."]);
    });

    test("a line that stands beside a reply still to come is not taken for a part of it", async () => {
      const { adapter, line, ledger, reopen, forgetNonces, texts } = await asked();
      await adapter.tell({ ...line, inReplyTo: null, text: "One moment.", worthMs: null });
      await ledger.sending(0);
      await forgetNonces();
      await reopen().finish(replyOf("Hello."));
      expect(await texts()).toEqual(["One moment.", "Hello."]);
    });
  });
}
