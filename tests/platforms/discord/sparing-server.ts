import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { WebSocketServer } from "ws";

export interface SparingServer {
  readonly address: string;
  /** The intents of each identification. */
  readonly intents: readonly number[];
  tell(event: string, data: object): void;
  /** Closes the gateway's connection. */
  end(code: number, reason: string): void;
}

interface SparingServerOptions {
  /** Who asks for one of these is sent away. */
  readonly refused?: number;
  readonly refusal?: readonly [code: number, reason: string];
  /** Of the application; left out, where it tells nothing of them. */
  readonly flags?: number;
  /** A request for which the token is not enough, as `GET /api/v10/gateway`. */
  readonly unauthorized?: string;
}

/** As little of Discord as a program can log in to: each event has what its reader cannot do without. */
export async function sparingServer({
  refused = 0,
  refusal = [4014, "Disallowed intent(s)."],
  flags,
  unauthorized,
}: SparingServerOptions = {}): Promise<SparingServer> {
  const intents: number[] = [];
  let sequence = 0;
  let tell: SparingServer["tell"] = () => {};
  const end: SparingServer["end"] = (code, reason) => {
    for (const socket of sockets.clients) socket.close(code, reason);
  };
  const http = createServer((request, response) => {
    const known: Readonly<Record<string, object>> = {
      "GET /api/v10/applications/@me": { id: "11", name: "Fam", ...(flags !== undefined && { flags }) },
      "GET /api/v10/gateway": { url: address.replace("http", "ws") },
    };
    const found = known[`${request.method} ${request.url}`];
    const isRefused = unauthorized === `${request.method} ${request.url}`;
    response.writeHead(isRefused ? 401 : found ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(found ?? { message: "404: Not Found", code: 0 }));
  });
  const sockets = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 } }));
    socket.on("message", (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: { intents: number } };
      if (op !== 2) return;
      intents.push(d.intents);
      if ((d.intents & refused) !== 0) return socket.close(...refusal);
      sequence = 0;
      tell = (t, data) => socket.send(JSON.stringify({ op: 0, s: ++sequence, t, d: data }));
      tell("READY", { session_id: "one", user: { id: "11", username: "fam" }, guilds: [] });
    });
  });
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  });
  return { address, intents, tell: (event, data) => tell(event, data), end };
}
