import type { Routes } from "../http-server.ts";
import type { Fate } from "./desk.ts";
import type { Doing } from "./doings.ts";
import type { Faults } from "./faults.ts";
import type { Inside } from "./inside.ts";
import type { Target } from "./posts.ts";
import type { Activity, History } from "./records.ts";
import type { SocketAction } from "./sockets.ts";

/** What a trial asks of the double. */
export function controlRoutes(inside: Inside): Routes {
  const { people, faults, desk, sockets, time, planned, timers } = inside;
  const ok = { status: 200, body: {} };
  return {
    "POST /control/doings": ({ body }) => ({ status: 200, body: { event: people.does(body as Doing) } }),
    "PATCH /control/faults": ({ body }) => {
      faults.now = { ...faults.now, ...(body as Partial<Faults>) };
      if (faults.now.outage) sockets.act({ type: "drop" });
      return ok;
    },
    "POST /control/fates": ({ body }) => {
      const { method, fate } = body as { method: string; fate: Fate };
      desk.next(method, fate);
      return ok;
    },
    "POST /control/sockets": ({ body }) => {
      sockets.act(body as SocketAction);
      return ok;
    },
    "POST /control/http": async ({ body }) => ({
      status: 200,
      body: { verified: await target(inside, (body as { target: Target | null }).target) },
    }),
    "POST /control/advance": ({ body }) => {
      time.now = { ...time.now, ahead: time.now.ahead + (body as { ms: number }).ms };
      for (const one of [timers, planned]) one.wake();
      return ok;
    },
    "GET /control/history": () => ({ status: 200, body: historyOf(inside) }),
    "GET /control/activity": () => ({ status: 200, body: activityOf(inside) }),
  };
}

/** An address is taken only where it answers Slack's challenge. */
async function target({ parts, post }: Inside, asked: Target | null): Promise<boolean> {
  if (asked === null) {
    parts.courier.target(null);
    return true;
  }
  const challenge = parts.makeId("c");
  const payload = { token: parts.settings.verificationToken, challenge, type: "url_verification" };
  const { body, reason } = await post(asked, { kind: "events_api", payload }, { attempt: 0, reason: "" });
  const told = typeof body === "object" && body !== null && "challenge" in body ? body.challenge : body;
  const verified = reason === null && told === challenge;
  if (verified) parts.courier.target(asked);
  return verified;
}

const historyOf = ({ people, parts, desk, sockets }: Inside): History => ({
  events: people.all(),
  envelopes: parts.courier.records(),
  requests: desk.records(),
  messages: parts.messages.ofBot(parts.world),
  interactions: parts.interactions.records(),
  views: parts.views.records(),
  statuses: parts.statuses.records(),
  sockets: sockets.records(),
});

const ofTalk = /^(chat\.|response_url$|conversations\.(history|replies)$)/;

const activityOf = ({ planned, parts, desk, sockets, faults }: Inside): Activity => ({
  scheduled: planned.pending(),
  unacknowledged: parts.courier.unacknowledged(),
  acknowledged: parts.courier.records().filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
  lost: parts.courier.lost(),
  envelopes: parts.courier.records().length,
  underway: desk.underway(),
  requests: desk.records().length,
  requestsOfTalk: desk.records().filter(({ method }) => ofTalk.test(method)).length,
  away: faults.now.outage,
  callers: [...new Set(desk.records().map(({ bot }) => bot))],
  posted: parts.messages.ofBot(parts.world).length,
  sockets: sockets.alive().map(({ id, bot }) => ({ id, bot })),
});
