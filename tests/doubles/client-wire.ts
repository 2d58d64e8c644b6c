import { WebSocket } from "ws";

/** The way to one client. False: nothing gets through any more. */
export interface Wire {
  send(payload: unknown): boolean;
  close(code: number): void;
}

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
