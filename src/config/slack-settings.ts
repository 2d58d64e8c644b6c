import { z } from "zod";

/** Slack keeps them for itself, and refuses a whole manifest because of one of them. */
const reserved: ReadonlySet<string> = new Set([
  ...["active", "apps", "archive", "away", "call", "canvas", "close", "collapse", "debug", "dm", "dnd", "expand"],
  ...["feed", "feedback", "help", "huddle", "invite", "invite_people", "join", "keys", "kick", "leave", "me", "msg"],
  ...["mute", "open", "part", "prefs", "remind", "remove", "rename", "s", "search", "shortcuts", "shrug", "star"],
  ...["status", "topic", "unarchive", "unmute", "who"],
]);

const form = "This must be 1 to 31 lower-case letters, digits, hyphens or underscores, such as familiar.";
const taken = "Slack keeps this name for a command of its own, and would refuse the whole app. Choose another one.";

/** The name of a slash command, with or without its slash. */
const commandName = z
  .string("This must be text.")
  .regex(/^\/?[a-z0-9_-]{1,31}$/, form)
  .transform((name) => name.replace("/", ""))
  .refine((name) => !reserved.has(name), taken);

export const defaultCommandName = "familiar";

/** What Slack's slash commands are called, and where strangers are heard. */
export const slackSettings = z
  .strictObject({
    commandName: commandName
      .optional()
      .describe(
        "The one slash command that has all others behind it, as in /familiar journal write; familiar unless set.",
      ),
    aliases: z
      .array(commandName)
      .max(49, "Slack takes at most fifty commands of one app.")
      .optional()
      .describe("Commands that also have a slash command of their own, such as journal; none unless set."),
    sharedChannels: z
      .array(
        z.string("This must be text.").regex(/^[CG][A-Z0-9]{1,63}$/, "This must be a channel's id, such as C0123ABCD."),
      )
      .optional()
      .describe(
        "Ids of channels that are shared with other workspaces and in which Familiar answers; none unless set.",
      ),
  })
  .refine(({ commandName: main = defaultCommandName, aliases = [] }) => !hasTwice([main, ...aliases]), {
    path: ["aliases"],
    message: "A name stands here twice, or is that of the command itself. Each name can be taken once.",
  });

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;
