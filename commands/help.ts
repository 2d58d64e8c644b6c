import {
  type AnyCommand,
  type Choice,
  command,
  described,
  fieldsOf,
  type Locale,
  localized,
  type Markdown,
  type Typing,
  unknownCommand,
  usageOf,
  words,
  z,
} from "familiar/kit";

interface HelpServices {
  /** Asked anew each time: plugins join after the built-in commands are made. */
  readonly commands: () => readonly AnyCommand[];
}

const nameIn = (typed: string): string => typed.trim().toLowerCase().replace(/^\//, "").replaceAll(/\s+/gu, " ");

const wanted = z
  .string()
  .trim()
  .max(100)
  .transform(nameIn)
  .optional()
  .meta(described(localized((w) => w.help.command())));

/** The commands, one line each; with a name, all about it. */
export const helpCommands = ({ commands }: HelpServices) => [
  command({
    name: "help",
    summary: localized((w) => w.help.summary()),
    args: z.object({ command: wanted }),
    visibility: "person",
    suggest: { command: async (typing) => namesFor(typing, commands()) },
    run: async (args, { locale }) =>
      args.command ? about(args.command, commands(), locale) : overview(commands(), locale),
  }),
];

/** Commands with what is typed in their name. */
const namesFor = ({ typed, locale }: Typing, commands: readonly AnyCommand[]): readonly Choice[] =>
  commands
    .filter(({ name }) => name.includes(nameIn(typed)))
    .map(({ name, summary }) => ({ value: name, label: `/${name}: ${summary[locale]}` }));

function overview(commands: readonly AnyCommand[], locale: Locale): Markdown {
  const say = words(locale).help;
  return [say.title(), ...commands.map((one) => rowOf(one, locale)), "", say.more()].join("\n");
}

const rowOf = (one: AnyCommand, locale: Locale): Markdown => `- ${usageOf(one)}: ${one.summary[locale]}`;

/** `journal` tells of its four subcommands, `journal write` of itself. */
function about(name: string, commands: readonly AnyCommand[], locale: Locale): Markdown {
  const meant = commands.filter((one) => one.name === name || one.name.startsWith(`${name} `));
  if (meant.length === 0) throw unknownCommand(commands, name);
  return meant.map((one) => detailsOf(one, locale)).join("\n\n");
}

function detailsOf(one: AnyCommand, locale: Locale): Markdown {
  const say = words(locale).help;
  const described = fieldsOf(one).filter((field) => field.description[locale] !== "");
  return [
    usageOf(one),
    `${one.summary[locale]}. ${one.visibility === "person" ? say.private() : say.public()}`,
    ...described.map((field) => `- ${field.name}: ${field.description[locale]}`),
  ].join("\n");
}
