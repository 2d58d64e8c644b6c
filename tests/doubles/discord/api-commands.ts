import type { Call } from "../http-server.ts";
import { commandPayload } from "./commands.ts";
import { type Duty, done, type Reply, refused } from "./desk.ts";
import { apiErrors, invalidForm } from "./errors.ts";
import type { Parts } from "./parts.ts";

const everywhere = "/applications/:application/commands";
const inGuild = "/applications/:application/guilds/:guild/commands";

/** Registering commands, for all guilds and for one; `written` counts what changes any. */
export const commandRoutes = (parts: Parts, written: () => void): Readonly<Record<string, Duty>> =>
  Object.fromEntries([everywhere, inGuild].flatMap((base) => Object.entries(routesAt(parts, base, written))));

const routesAt = (parts: Parts, base: string, written: () => void): Readonly<Record<string, Duty>> => {
  const write = (work: (call: Call) => Reply): Duty =>
    duty("commands.write", (call) => {
      const reply = work(call);
      if (reply.outcome === "done") written();
      return reply;
    });
  const told = (call: Call, commands: ReturnType<Parts["commands"]["in"]>) =>
    commands.map((command) => commandPayload(command, call.params["application"] ?? ""));
  return {
    [`GET ${base}`]: duty("commands.get", (call) => done(told(call, parts.commands.in(guildIn(call))))),
    [`PUT ${base}`]: write((call) => replaceAll(parts, call, told)),
    [`POST ${base}`]: write((call) => {
      const wrong = wrongWith([call.body]);
      return wrong ? refused(wrong) : done(told(call, [parts.commands.put(call.body, guildIn(call))])[0]);
    }),
    [`GET ${base}/:command`]: duty("commands.get", (call) => {
      const found = parts.commands.get(call.params["command"] ?? "");
      return found ? done(told(call, [found])[0]) : refused(apiErrors.unknownCommand);
    }),
    [`PATCH ${base}/:command`]: write((call) => {
      const found = parts.commands.get(call.params["command"] ?? "");
      if (!found) return refused(apiErrors.unknownCommand);
      const { rest, options, name, type } = found;
      const changed = { ...rest, options, name, type, ...(call.body as object) };
      return done(told(call, [parts.commands.put(changed, guildIn(call))])[0]);
    }),
    [`DELETE ${base}/:command`]: write((call) => {
      const found = parts.commands.get(call.params["command"] ?? "");
      if (!found) return refused(apiErrors.unknownCommand);
      parts.commands.remove(found.id);
      return done(null);
    }),
  };
};

const duty = (kind: Duty["kind"], work: Duty["work"]): Duty => ({
  ...{ kind, work, limit: "commands" as const },
  major: ["guild"],
  token: true,
});

const guildIn = ({ params }: Call): string | null => params["guild"] ?? null;

function replaceAll(
  parts: Parts,
  call: Call,
  told: (call: Call, commands: ReturnType<Parts["commands"]["in"]>) => unknown,
) {
  const bodies = Array.isArray(call.body) ? call.body : [];
  const wrong = wrongWith(bodies);
  return wrong ? refused(wrong) : done(told(call, parts.commands.replaceAll(bodies, guildIn(call))));
}

/** A chat input command's name is lower case, and there are a hundred of them at most. */
function wrongWith(bodies: readonly unknown[]) {
  if (bodies.length > 100)
    return invalidForm({ commands: ["APPLICATION_COMMANDS_TOO_MANY", "Maximum number reached"] });
  const bad = bodies.some((body) => {
    const { name, type = 1, description, options } = (body ?? {}) as Record<string, unknown>;
    const length = String(description ?? "").length;
    if (type !== 1) return !/^.{1,32}$/u.test(String(name));
    return (
      !areRight(options) ||
      !/^[-_'\p{L}\p{N}]{1,32}$/u.test(String(name)) ||
      String(name).toLowerCase() !== name ||
      length < 1 ||
      length > 100
    );
  });
  return bad ? invalidForm({ name: ["APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"] }) : null;
}

const completable = [3, 4, 10];

/** What is required comes first, and what is completed while it is typed has no fixed choices. */
function areRight(options: unknown): boolean {
  const all = (Array.isArray(options) ? options : []) as readonly Record<string, unknown>[];
  const optional = all.findIndex(({ required }) => required !== true);
  const late = optional >= 0 && all.slice(optional).some(({ required }) => required === true);
  const right = all.every(({ type, autocomplete, choices, options: inner }) => {
    const completed = autocomplete === true;
    return areRight(inner) && !(completed && (Array.isArray(choices) || !completable.includes(Number(type))));
  });
  return right && !late;
}
