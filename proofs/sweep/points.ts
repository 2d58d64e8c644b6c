import { appendFileSync } from "node:fs";
import type { Call, Watch } from "./around.ts";

/** `storage.inbox.accept#1 before`: just before the first call of it, or just after. */
export type Point = string;

/** A watch that follows orders, line by line. */
export interface Ordered extends Watch {
  obey(order: string): void;
}

/** Numbers the calls of each method from 1, since the start or since the last order. */
function numbered(watch: (method: string, number: number) => Call) {
  const counts = new Map<string, number>();
  return {
    again: () => counts.clear(),
    begins: (method: string): Call => {
      const number = (counts.get(method) ?? 0) + 1;
      counts.set(method, number);
      return watch(method, number);
    },
  };
}

/** Writes down, one a line, which methods there are and which calls were waited for, and every order. */
export function recording(file: string): Ordered {
  const write = (line: string): void => appendFileSync(file, `${line}\n`);
  const { begins, again } = numbered((method, number) => {
    write(`call ${method}`);
    return { waits: () => write(`wait ${method}#${number}`), ends: () => {} };
  });
  return {
    begins,
    known: (method) => write(`known ${method}`),
    obey: (order) => {
      again();
      write(`order ${order}`);
    },
  };
}

/** Dies at a point, as by a power cut: at this one, or where it is ordered to later. */
export function dying(first: Point): Ordered {
  let point = first;
  const dieAt = (here: Point): void => {
    if (here === point) process.kill(process.pid, "SIGKILL");
  };
  const { begins, again } = numbered((method, number) => {
    dieAt(`${method}#${number} before`);
    return { waits: () => {}, ends: () => dieAt(`${method}#${number} after`) };
  });
  return {
    begins,
    known: () => {},
    obey: (order) => {
      again();
      point = order;
    },
  };
}

export interface Recording {
  /** Methods that are there. */
  readonly known: ReadonlySet<string>;
  /** Methods that were called. */
  readonly called: ReadonlySet<string>;
  /** Before the program was ready. */
  readonly startPoints: readonly Point[];
  /** From the first order on. */
  readonly points: readonly Point[];
}

/** A stream's words are all alike: the first calls of a method stand for the others. */
const callsOfOne = 3;

export function readRecording(text: string): Recording {
  const lines = text.split("\n").map((line): readonly [string, string] => {
    const blank = line.indexOf(" ");
    return [line.slice(0, blank), line.slice(blank + 1)];
  });
  const of = (what: string, among = lines): readonly string[] =>
    among.flatMap(([word, rest]) => (word === what ? [rest] : []));
  const order = lines.findIndex(([word]) => word === "order");
  const ordered = order < 0 ? lines.length : order;
  return {
    known: new Set(of("known")),
    called: new Set(of("call")),
    startPoints: pointsAt(of("wait", lines.slice(0, ordered))),
    points: pointsAt(of("wait", lines.slice(ordered))),
  };
}

function pointsAt(waits: readonly string[]): readonly Point[] {
  const some = [...new Set(waits)].filter((call) => Number(call.slice(call.lastIndexOf("#") + 1)) <= callsOfOne);
  return some.flatMap((call) => [`${call} before`, `${call} after`]);
}
