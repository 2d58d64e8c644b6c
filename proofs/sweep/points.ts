import { appendFileSync } from "node:fs";
import type { Call, Watch } from "./around.ts";

/** `storage.inbox.accept#1 before`: just before the first call of it, or just after. */
export type Point = string;

/** Numbers the calls of each method from 1. */
function numbered(watch: (method: string, number: number) => Call, known: (method: string) => void): Watch {
  const counts = new Map<string, number>();
  return {
    known,
    begins: (method) => {
      const number = (counts.get(method) ?? 0) + 1;
      counts.set(method, number);
      return watch(method, number);
    },
  };
}

/** Writes down, one a line, which methods there are and which calls were waited for. */
export const recording = (file: string): Watch =>
  numbered(
    (method, number) => {
      appendFileSync(file, `call ${method}\n`);
      return { waits: () => appendFileSync(file, `wait ${method}#${number}\n`), ends: () => {} };
    },
    (method) => appendFileSync(file, `known ${method}\n`),
  );

/** Dies there, as by a power cut. */
export const dyingAt = (point: Point): Watch => {
  const dieAt = (here: Point): void => {
    if (here === point) process.kill(process.pid, "SIGKILL");
  };
  return numbered(
    (method, number) => {
      dieAt(`${method}#${number} before`);
      return { waits: () => {}, ends: () => dieAt(`${method}#${number} after`) };
    },
    () => {},
  );
};

export interface Recording {
  /** Methods that are there. */
  readonly known: ReadonlySet<string>;
  /** Methods that were called. */
  readonly called: ReadonlySet<string>;
  readonly points: readonly Point[];
}

/** A stream's words are all alike: the first calls of a method stand for the others. */
const callsOfOne = 3;

export function readRecording(text: string): Recording {
  const lines = text.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
  const of = (what: string): readonly string[] => lines.flatMap(([word, rest = ""]) => (word === what ? [rest] : []));
  const waited = [...new Set(of("wait"))].filter((call) => Number(call.slice(call.lastIndexOf("#") + 1)) <= callsOfOne);
  return {
    known: new Set(of("known")),
    called: new Set(of("call")),
    points: waited.flatMap((call) => [`${call} before`, `${call} after`]),
  };
}
