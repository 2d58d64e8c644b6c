import { type AnyCommand, command, described, localized, words, z } from "familiar/kit";

const shown = 10;

const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .optional()
  .meta(described(localized((w) => w.session.name())));

/** Conversations of a place: begin a fresh one, see those before it. */
export const sessionCommands: readonly AnyCommand[] = [
  command({
    name: "session new",
    summary: localized((w) => w.session.newSummary()),
    args: z.object({ name }),
    visibility: "place",
    run: async (args, { place, room, now, locale, repositories }) => {
      const session = await repositories.sessions.start(place, room, args.name ?? null, now);
      return words(locale).session.started(session.name);
    },
  }),
  command({
    name: "session list",
    summary: localized((w) => w.session.listSummary()),
    args: z.object({}),
    visibility: "place",
    run: async (_args, { place, locale, repositories }) => {
      const say = words(locale).session;
      const newest = await repositories.sessions.list(place, shown);
      if (newest.length === 0) return say.empty();
      const rows = newest.map((one, index) => `- ${say.row(one.name, one.startedAt, one.messages, index === 0)}`);
      return [say.title(), ...rows].join("\n");
    },
  }),
];
