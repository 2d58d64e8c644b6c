import { WebSocket } from "ws";
import type { Wire } from "./sessions.ts";

/** A client's socket, which may be half-open: it looks alive, and nothing goes in or out. */
export interface ClientWire extends Wire {
  readonly bot: string;
  /** Breaks the connection without a word. */
  drop(): void;
  halfOpen(): void;
  readonly isMute: boolean;
}

export function clientWire(socket: WebSocket, bot: string): ClientWire {
  let mute = false;
  return {
    bot,
    get isMute() {
      return mute;
    },
    send: (payload) => {
      const open = !mute && socket.readyState === WebSocket.OPEN;
      if (open) socket.send(JSON.stringify(payload));
      return open;
    },
    close: (code) => {
      if (!mute) socket.close(code);
    },
    drop: () => socket.terminate(),
    halfOpen: () => {
      mute = true;
      // Not even a close frame is answered.
      socket.pause();
    },
  };
}

export interface Received {
  readonly op: number;
  readonly d: unknown;
}

/** What a client sent, or null where it cannot be read. */
export function received(data: unknown): Received | null {
  try {
    const payload: unknown = JSON.parse(String(data));
    const known = typeof payload === "object" && payload !== null && "op" in payload && typeof payload.op === "number";
    return known ? { op: Number(payload.op), d: "d" in payload ? payload.d : null } : null;
  } catch {
    return null;
  }
}
