import { httpServer, type Routes } from "../http-server.ts";
import { apiRoutes } from "./api.ts";
import { type SlackControl, slackControl } from "./control.ts";
import { controlRoutes } from "./control-routes.ts";
import { insideOf } from "./inside.ts";
import type { SlackOptions } from "./options.ts";

/** Slack within this process. */
export interface SlackDouble extends SlackControl {
  close(): Promise<void>;
}

/** Slack on 127.0.0.1: `/api` and sockets for apps, `/control` for people's doings and for what a trial reads. */
export async function slackDouble(options: SlackOptions = {}): Promise<SlackDouble> {
  const inside = insideOf(options);
  const { faults, sockets, planned, timers, address } = inside;
  const routes: Routes = { ...apiRoutes(inside), ...controlRoutes(inside) };
  const server = await httpServer({
    ...{ below: "/api", routes, otherwise: { status: 404, body: { ok: false, error: "unknown_method" } } },
    resets: () => faults.now.reset,
    upgrade: (request, socket, head, bot) => sockets.upgrade(request, socket, head, bot),
  });
  address.now = server.address;
  return {
    ...slackControl(server.address),
    close: async () => {
      planned.stop();
      timers.stop();
      sockets.close();
      await server.close();
    },
  };
}
