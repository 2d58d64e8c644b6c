import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { mockAdapter } from "../../proofs/mock-adapter.ts";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { platformControl } from "../doubles/mock-platform/control.ts";
import { mockPlatform } from "../doubles/mock-platform/platform.ts";
import type { BotMessage, PlatformEvent, Spot } from "../doubles/mock-platform/records.ts";
import { type ScaledTime, scaledClock } from "../doubles/scaled-clock.ts";
import { until } from "../until.ts";

/** What somebody has said, and what they hear of it. */
export interface Saying {
  /** Resolves with the text of a reply to it, as it stands, once that fits. */
  hears(what: RegExp): Promise<string>;
  deletes(): Promise<void>;
  /** What stands in reply to it now. */
  replies(): Promise<readonly string[]>;
}

export interface Someone {
  says(text: string): Promise<Saying>;
  /** The same in a direct message. */
  whispers(text: string): Promise<Saying>;
}

/** The whole program with a platform full of people, everything real but the clock, which runs faster. */
export interface House {
  someone(name: string): Someone;
  readonly platform: ReturnType<typeof platformControl>;
  /** Ends this run and begins another one on the same data. */
  restarts(): Promise<void>;
}

const general: Spot = { channel: "general", thread: null, kind: "channel" };

export async function house(
  home: string,
  environment: Readonly<Record<string, string>> = {},
  speed = 10,
): Promise<House> {
  const time: ScaledTime = { base: Date.now(), speed, ahead: 0 };
  const clock = scaledClock(() => time);
  const { address, close } = await mockPlatform({ time });
  const platform = platformControl(address);
  const run = async () => {
    const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "offline", LOG_LEVEL: "silent", ...environment };
    const app = await createApp(readConfig({ env, cwd: home, argv: [] }), {
      terminal: { input: new PassThrough(), output: new PassThrough(), errors: new PassThrough(), interactive: false },
      clock,
      platforms: (ports) => [mockAdapter({ address, ...ports })],
    });
    await app.start();
    return app;
  };
  let app = await run();
  onTestFinished(async () => {
    await app.stop();
    await close();
  });

  const say = async (name: string, spot: Spot, text: string): Promise<Saying> => {
    const author = { id: name.toLowerCase(), name };
    const addressing = spot.kind === "direct" ? "direct" : "mention";
    const event = await platform.does({ ...spot, type: "message", author, addressing, text, quoted: null });
    if (!event) throw new Error("the platform did not take it");
    return sayingOf(event, platform);
  };
  return {
    platform,
    someone: (name) => ({
      says: (text) => say(name, general, text),
      whispers: (text) => say(name, { channel: `dm-${name}`, thread: null, kind: "direct" }, text),
    }),
    restarts: async () => {
      await app.stop();
      app = await run();
    },
  };
}

function sayingOf(event: PlatformEvent, platform: House["platform"]): Saying {
  const replies = async (): Promise<readonly string[]> =>
    (await platform.history()).messages.filter(({ replyTo }) => replyTo === event.id).flatMap(standing);
  return {
    replies,
    hears: async (what) => {
      let heard: string | undefined;
      const fits = async (): Promise<boolean> => {
        heard = (await replies()).find((text) => what.test(text));
        return heard !== undefined;
      };
      await until(fits, `${what} in reply to ${event.id}`, 25_000);
      return heard ?? "";
    },
    deletes: async () => void (await platform.does({ type: "deleted", message: event.id })),
  };
}

const standing = ({ states }: BotMessage): readonly string[] => {
  const text = states.at(-1)?.text ?? null;
  return text === null ? [] : [text];
};
