import { randomUUID } from "node:crypto";
import type { AdapterHost, PlatformAdapter } from "../src/core/platform.ts";
import type { Clock, Logger } from "../src/core/ports.ts";
import { liveMessage } from "../src/platforms/shared/live-message.ts";
import type { Delivered } from "../tests/doubles/mock-platform/queue.ts";
import { type MockHttp, mockHttp } from "./mock/http.ts";
import { mock, toHeard } from "./mock/inbound.ts";
import { splitAt } from "./mock/split.ts";
import { mockWire, tell } from "./mock/wire.ts";

export interface MockAdapterOptions {
  readonly address: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether messages of one author that wait together are answered together. */
  readonly coalesces?: boolean;
  /** Stands around each reply's requests: proofs interrupt there. */
  readonly around?: <P extends object>(name: string, port: P) => P;
}

const partLength = 600;
const editMs = 1_000;
/** The platform remembers a nonce a little longer than it is trusted to. */
const nonceMs = 120_000;

/** A chat platform as the doubles play it: events by long poll, acknowledged once they are durable; messages by HTTP. */
export function mockAdapter(options: MockAdapterOptions): PlatformAdapter {
  const { address, clock, log, coalesces = true, around = (_, port) => port } = options;
  const http = mockHttp({ address, clock, bot: randomUUID() });
  const resting = new AbortController();
  const pending = new Set<Promise<void>>();
  let listening = Promise.resolve();
  const rest = async (): Promise<void> => {
    resting.abort();
    await listening;
  };
  return {
    platform: mock,
    capabilities: {
      partLength,
      streams: true,
      operatorOnly: false,
      coalesces,
      mayBeLate: true,
      buttons: false,
      commandsUnseen: false,
    },
    start: async (host) => {
      listening = listen({ host, http, clock, log, pending, resting: resting.signal });
    },
    rest,
    stop: async () => {
      await rest();
      await Promise.all(pending);
    },
    publishCommands: async () => {},
    open: (delivery) => {
      const wire = around("wire", mockWire(delivery, http));
      return liveMessage({ delivery, wire, split: splitAt(partLength), clock, log, editMs, nonceMs });
    },
    fetch: async () => ({ type: "unreachable" }),
    tell: (line) => tell(line, http),
    reread: async () => null,
  };
}

interface Listening {
  readonly host: AdapterHost;
  readonly http: MockHttp;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pending: Set<Promise<void>>;
  readonly resting: AbortSignal;
}

const longPoll = "events?wait=30000";
const backoffMs = 500;

async function listen(listening: Listening): Promise<void> {
  const { http, clock, resting, pending } = listening;
  while (!resting.aborted) {
    try {
      const { body } = await http({ method: "GET", path: longPoll, channel: null, signal: resting });
      for (const delivered of body["events"] as readonly Delivered[]) {
        const taken = take(delivered, listening).finally(() => pending.delete(taken));
        pending.add(taken);
      }
    } catch {
      await clock.sleep(backoffMs, resting);
    }
  }
}

/** Acknowledges what is durable. Where that acknowledgement is lost, or nothing was taken, the event comes again. */
async function take({ envelope, event }: Delivered, { host, http, log }: Listening): Promise<void> {
  try {
    await host.receive(toHeard(event));
    await http({ method: "POST", path: "acknowledgements", body: { envelopes: [envelope] }, channel: null });
  } catch (error) {
    log.debug({ event: event.type }, `not acknowledged: ${error instanceof Error ? error.message : typeof error}`);
  }
}
