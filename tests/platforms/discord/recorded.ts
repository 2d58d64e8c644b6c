import { REST } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { journalCommands } from "../../../commands/journal.ts";
import { type AnyCommand, command } from "../../../src/core/commands/definition.ts";
import { described } from "../../../src/core/commands/fields.ts";
import type { AdapterHost } from "../../../src/core/platform.ts";
import { listening } from "../../../src/platforms/discord/listening.ts";
import { Outbound } from "../../../src/platforms/discord/outbound.ts";
import { pages } from "../../../src/platforms/shared/pages.ts";
import { recorder } from "../../contracts/platform-host.ts";
import { manualClock } from "../../doubles/manual-clock.ts";
import { type Answer, answers } from "../../fixtures/discord/answers.ts";
import { dispatches } from "../../fixtures/discord/dispatches.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";
import { until } from "../../until.ts";

const help = command({
  name: "help",
  summary: { en: "What can be asked here", de: "Was man hier fragen kann" },
  args: z.object({}),
  visibility: "place",
  run: async () => "",
});

/** Registered below the one common name, in a group. */
const light = command({
  name: "beacon light",
  summary: { en: "Light a lamp", de: "Eine Lampe anzünden" },
  args: z.object({
    lamp: z.enum(["great", "small"]).meta(described({ en: "Which one", de: "Welche" })),
    minutes: z
      .int()
      .optional()
      .meta(described({ en: "For how long", de: "Wie lange" })),
    steady: z
      .boolean()
      .optional()
      .meta(described({ en: "Without a blink", de: "Ohne Blinken" })),
  }),
  visibility: "place",
  suggest: { minutes: async () => [] },
  run: async () => "",
});

/** What the recorded list of commands was registered from. */
export const registered: readonly AnyCommand[] = [help, light];

export const bot = dispatches.ready.d.user.id;
const self = { id: bot, name: "Familiar" };

const guild = dispatches["guild-create"].d;
const said = dispatches["message-create-mention"].d;
const inThread = dispatches["message-create-thread"].d;
const dm = dispatches["message-create-dm"].d;
export const harbour = { platform: "discord", guild: guild.id, channel: said.channel_id, thread: null };
export const fogSignals = { ...harbour, thread: inThread.channel_id };
export const between = { platform: "discord", guild: null, channel: dm.channel_id, thread: null };

export const mira = { id: said.author.id, name: "Mira of the Tower" };

/** Where she is no member of a guild. */
export const miraElsewhere = { id: said.author.id, name: "Mira Voss" };
export const jonas = { id: dispatches["message-create-reply"].d.author.id, name: "jonas_brandt" };

/** A room whose key names the place. */
export const roomIn = (place: typeof between | typeof harbour | typeof fogSignals, kind = "channel") => ({
  kind,
  key: expect.stringContaining(place.channel),
});

/** Requests leave for a Discord that gives the recorded answers. */
export function outboundTo(answerTo: (request: string) => Answer | null, waits = true): Outbound {
  const rest = new REST({
    rejectOnRateLimit: () => !waits,
    retries: 0,
    makeRequest: async (url, { method }) => {
      const answer = answerTo(`${method} ${new URL(url).pathname.replace("/api/v10", "")}`);
      return answer
        ? new Response(JSON.stringify(answer.body), { status: answer.status, headers: answer.headers })
        : new Response(null, { status: 204 });
    },
  }).setToken("invented");
  return new Outbound(rest);
}

function usual(request: string): Answer | null {
  if (request === `GET /channels/${answers["dm-channel"].body.id}`) return answers["dm-channel"];
  return request.startsWith("GET ") && request.includes("/messages") ? answers["channel-messages"] : null;
}

type Told = Parameters<AdapterHost["receive"]>[0];

interface Frame {
  readonly t: string;
  readonly d: unknown;
}

/** The adapter's ears after READY and GUILD_CREATE, and what the core was told. */
export function recordedWorld() {
  const told: Told[] = [];
  const failures: LogLine[] = [];
  const host = recorder();
  const clock = manualClock(new Date("2026-03-14T10:30:00Z"));
  const requests: string[] = [];
  const receive: AdapterHost["receive"] = (heard) => {
    told.push(heard);
    return host.receive(heard);
  };
  const complete: AdapterHost["complete"] = (query) => host.complete(query);
  const ears = listening({
    host: { ...host, receive, complete },
    outbound: outboundTo((request) => {
      requests.push(request);
      return usual(request);
    }),
    self,
    commands: [...registered, ...journalCommands],
    locale: "en",
    pages: pages(clock),
    past: { places: [], heardUntil: null },
    clock,
    log: noting(failures),
  });
  onTestFinished(() => ears.rest());
  const tell = ({ t, d }: Frame): void => ears.events[t]?.(d as never);
  /** What the core was told of these, until it knows of so many things. */
  const hears = async (count: number, ...frames: readonly Frame[]): Promise<readonly Told[]> => {
    for (const frame of frames) tell(frame);
    await until(() => told.length >= count, "what is to be heard");
    return told;
  };
  tell(dispatches.ready);
  tell(dispatches["guild-create"]);
  return { tell, hears, host, requests, failures };
}
