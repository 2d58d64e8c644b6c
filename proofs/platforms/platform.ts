import type { PlatformControl } from "../../tests/doubles/mock-platform/control.ts";
import type { PlatformEvent } from "../../tests/doubles/mock-platform/records.ts";
import type { ScaledTime } from "../../tests/doubles/scaled-clock.ts";
import type { Child, Children } from "../run/children.ts";

/**
 * A platform under proof, in the mock's terms whichever it is: what people do there, and what is to be seen of it. So
 * one crowd, one storm and one checker serve all of them.
 */
export interface Platform extends PlatformControl {
  /** The key under which the program keeps what was said. */
  keyOf(event: PlatformEvent): string;
  /** By how much two deliveries may cross, where it does not keep the order of saying; else null. */
  readonly crossingMs: number | null;
  /** The platform's own id of a channel. */
  channelNamed(name: string): string;
  /** Presses the button for this below the answer; false where there is none, or none any more. */
  press(said: PlatformEvent, action: string): Promise<boolean>;
  /** What has to be said before a storm, so that the program can find everybody again; where nobody can hide: nothing. */
  meet(): Promise<void>;
  /** Keys that the program must know in the end, though the platform does not bring them again by itself. */
  owed(): readonly string[];
  /** Commands that were acknowledged too late or never: to their author the platform has said so. */
  givenUp(): Promise<readonly string[]>;
  /** Starts the program that speaks to it; resolves when it is ready. */
  start(program: ProgramOptions): Promise<Child>;
}

export interface ProgramOptions {
  readonly time: ScaledTime;
  readonly env: Readonly<Record<string, string>>;
  /** Whether it is told where to die, or writes down its calls. */
  readonly watched: boolean;
  readonly patienceMs: number;
  readonly logFile: string | null;
}

/** How Slack reaches the program: by a socket that it opens, or by requests to a port of its own. */
export type SlackTransport = "socket" | "http";

/** What a platform's double is made with. */
export interface PlatformOptions {
  readonly processes: Children;
  readonly seed: number;
  readonly time: ScaledTime;
  /** Of Slack alone. */
  readonly transport: SlackTransport;
}
