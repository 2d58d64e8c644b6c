import { httpServer, type Routes } from "../http-server.ts";
import { seeded } from "../random.ts";
import { type ScaledTime, scaledClock } from "../scaled-clock.ts";
import { scheduler } from "../scheduler.ts";
import { commandRoutes } from "./api-commands.ts";
import { interactionRoutes } from "./api-interactions.ts";
import { messageRoutes } from "./api-messages.ts";
import { placeRoutes } from "./api-places.ts";
import { commands } from "./commands.ts";
import { type DiscordControl, discordControl } from "./control.ts";
import { type Duty, type Fate, requestDesk } from "./desk.ts";
import type { Doing } from "./doings.ts";
import { apiErrors } from "./errors.ts";
import { type Faults, kind } from "./faults.ts";
import { feed } from "./feed.ts";
import { files } from "./files.ts";
import { type GatewayAction, gateway } from "./gateway.ts";
import { interactions } from "./interactions.ts";
import { buckets } from "./limits.ts";
import { messages } from "./messages.ts";
import { type DiscordOptions, settingsOf } from "./options.ts";
import type { Parts } from "./parts.ts";
import { people } from "./people.ts";
import type { Activity, History, RequestKind } from "./records.ts";
import { sessions } from "./sessions.ts";
import { snowflakes } from "./snowflakes.ts";
import { worldOf } from "./world.ts";

/** Discord within this process. */
export interface DiscordDouble extends DiscordControl {
  close(): Promise<void>;
}

/** Discord on 127.0.0.1: `/api/v10` and a gateway for bots, `/control` for people's doings and for what a trial reads. */
export async function discordDouble(options: DiscordOptions = {}): Promise<DiscordDouble> {
  const inside = insideOf(options);
  const { faults, gateway, scheduler } = inside;
  const server = await httpServer({
    below: "/api/v10",
    routes: {
      ...apiRoutes(inside),
      ...controlRoutes(inside),
      "GET /attachments/:channel/:file/:name": inside.parts.files.serve,
    },
    otherwise: { status: 404, body: { code: 0, message: apiErrors.notFound.message } },
    resets: () => faults.now.reset,
    upgrade: (request, socket, head, bot) => gateway.upgrade(request, socket, head, bot),
  });
  inside.address.now = server.address;
  return {
    ...discordControl(server.address),
    close: async () => {
      scheduler.stop();
      gateway.close();
      await server.close();
    },
  };
}

type Inside = ReturnType<typeof insideOf>;

function insideOf(options: DiscordOptions) {
  const settings = settingsOf(options);
  const time: { now: ScaledTime } = { now: settings.time };
  const clock = scaledClock(() => time.now);
  const now = (): number => clock.now().getTime();
  const speed = (): number => time.now.speed;
  const faults: { now: Faults } = { now: kind };
  const address = { now: "" };
  const makeId = snowflakes(now);
  const common = { settings, now, speed, random: seeded(settings.seed), faults: () => faults.now };
  const planned = scheduler(now, speed);
  const world = worldOf(settings, makeId);
  const known = sessions({ now, sessionMs: settings.sessionMs });
  const fed = feed({ ...common, scheduler: planned, sessions: known });
  const url = (bot: string): string => `${address.now.replace("http", "ws")}${bot === "" ? "" : `/as/${bot}`}/gateway`;
  const gate = gateway({ ...common, world, sessions: known, feed: fed, url });
  const isToken = (given: string): boolean => given === `Bot ${settings.token}` && !gate.isReset();
  const parts: Parts = {
    ...{ ...common, makeId, world, feed: fed, files: files({ now, address: () => address.now }) },
    messages: messages({ now, nonceMs: settings.nonceMs }),
    interactions: interactions(),
    commands: commands(makeId),
  };
  return {
    ...{ parts, time, now, faults, address, url, scheduler: planned, sessions: known, gateway: gate },
    people: people(parts),
    desk: requestDesk({ ...common, wait: clock.sleep, buckets: buckets(settings.limits, now), isToken }),
    typing: [] as { channel: string; bot: string; at: number }[],
    writes: { count: 0 },
  };
}

function apiRoutes({ parts, desk, gateway, url, typing, now, writes }: Inside): Routes {
  const typed = (channel: string, bot: string): void => void typing.push({ channel, bot, at: now() });
  const duties: Readonly<Record<string, Duty>> = {
    ...placeRoutes(parts, { url, remaining: gateway.remaining, typed }),
    ...messageRoutes(parts),
    ...interactionRoutes(parts),
    ...commandRoutes(parts, () => {
      writes.count += 1;
    }),
  };
  return Object.fromEntries(
    Object.entries(duties).map(([route, duty]) => [route.replace(" ", " /api/v10"), (call) => desk.serve(duty, call)]),
  );
}

function controlRoutes(inside: Inside): Routes {
  const { people, faults, desk, gateway, time, scheduler } = inside;
  const ok = { status: 200, body: {} };
  return {
    "POST /control/doings": ({ body }) => ({ status: 200, body: { event: people.does(body as Doing) } }),
    "PATCH /control/faults": ({ body }) => {
      faults.now = { ...faults.now, ...(body as Partial<Faults>) };
      if (faults.now.outage) gateway.act({ type: "drop" });
      return ok;
    },
    "POST /control/fates": ({ body }) => {
      const { kind, fate } = body as { kind: RequestKind; fate: Fate };
      desk.next(kind, fate);
      return ok;
    },
    "POST /control/gateway": ({ body }) => {
      gateway.act(body as GatewayAction);
      return ok;
    },
    "POST /control/advance": ({ body }) => {
      time.now = { ...time.now, ahead: time.now.ahead + (body as { ms: number }).ms };
      scheduler.wake();
      return ok;
    },
    "GET /control/history": () => ({ status: 200, body: historyOf(inside) }),
    "GET /control/activity": () => ({ status: 200, body: activityOf(inside) }),
  };
}

const historyOf = ({ people, sessions, desk, parts, typing, writes }: Inside): History => ({
  events: people.all(),
  deliveries: sessions.deliveries(),
  requests: desk.records(),
  messages: parts.messages.ofBot(parts.world),
  interactions: parts.interactions.records(),
  sessions: sessions.records(),
  typing,
  commands: { writes: writes.count, registered: parts.commands.registered() },
});

const logIn: ReadonlySet<RequestKind> = new Set(["user", "application", "gateway", "commands.get", "commands.write"]);

const activityOf = ({ scheduler, sessions, desk, gateway, parts, faults }: Inside): Activity => ({
  scheduled: scheduler.pending(),
  undelivered: sessions.undelivered(),
  deliveries: sessions.deliveries().length,
  underway: desk.underway(),
  requests: desk.records().length,
  requestsOfTalk: desk.records().filter(({ kind }) => !logIn.has(kind)).length,
  away: faults.now.outage,
  callers: [...new Set(desk.records().map(({ bot }) => bot))],
  posted: parts.messages.ofBot(parts.world).length,
  sessions: sessions.alive().map(({ id, bot, wire }) => ({ id, bot, connected: wire !== null })),
  identifies: gateway.identifies(),
});
