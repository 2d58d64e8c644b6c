import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface Site {
  readonly host: string;
  url(path: string): URL;
  close(): Promise<void>;
}

/** A site on 127.0.0.1, on a port of its own: two of them are two hosts. */
export async function site(listener: RequestListener): Promise<Site> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => new URL(path, `http://${host}`),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
