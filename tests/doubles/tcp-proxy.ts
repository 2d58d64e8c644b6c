import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A wire between a client and a server that can be cut at the worst moment. */
export interface TcpProxy {
  readonly port: number;
  /**
   * The next chunk from the client that holds `text` is the last: with `answer` "lost" it reaches the server, and all
   * connections end once the server has answered it; with "never asked" it does not get there. Resolves when they have
   * ended.
   */
  cutAt(text: string, answer: "lost" | "never asked"): Promise<void>;
  /** Ends all connections, now. */
  cut(): void;
  /** While true new connections end as soon as they are made. */
  refuse(refusing: boolean): void;
  /** How many connections were refused so far. */
  readonly refused: number;
  close(): Promise<void>;
}

interface Trap {
  readonly text: string;
  readonly answer: "lost" | "never asked";
  readonly sprung: () => void;
}

export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const state = { trap: null as Trap | null, refusing: false, refused: 0 };
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const spring = ({ sprung }: Trap): void => {
    state.trap = null;
    cut();
    sprung();
  };
  const join = (client: Socket): void => {
    const server = connect(port, host);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    let caught: Trap | null = null;
    client.on("data", (chunk) => {
      const { trap } = state;
      if (trap && chunk.includes(trap.text)) caught = trap;
      if (caught?.answer === "never asked") return spring(caught);
      server.write(chunk);
    });
    server.on("data", (chunk) => (caught ? spring(caught) : client.write(chunk)));
  };
  const listener = createServer((client) => {
    if (!state.refusing) return join(client);
    state.refused += 1;
    client.destroy();
  }).listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    port: portOf(listener),
    cutAt: (text, answer) =>
      new Promise((sprung) => {
        state.trap = { text, answer, sprung };
      }),
    cut,
    refuse: (refusing) => {
      state.refusing = refusing;
    },
    get refused() {
      return state.refused;
    },
    close: async () => {
      cut();
      listener.close();
      await once(listener, "close");
    },
  };
}

function portOf(listener: Server): number {
  const address = listener.address();
  if (typeof address !== "object" || address === null) throw new Error("the proxy listens nowhere");
  return address.port;
}
