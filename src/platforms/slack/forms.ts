import type { ViewsOpenArguments } from "@slack/web-api";
import { z } from "zod";
import { type Form, type FormInput, hasForm, missingIn } from "../../core/commands/form.ts";
import type { CommandRegistry } from "../../core/commands/registry.ts";
import type { CommandAsk, CommandInput, Locale } from "../../core/session.ts";
import { locales } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { channelId, ts, userId } from "./inbound.ts";

export type View = ViewsOpenArguments["view"];
type Given = Extract<CommandInput, { type: "fields" }>["values"];

const longestTitle = 24;
const longestLabel = 2_000;
const longestValue = 3_000;

const openedSchema = z.object({
  channel: channelId,
  thread: ts.nullable(),
  kind: z.enum(["channel", "private-thread", "group", "direct"]),
  url: z.string().min(1),
  locale: z.enum(locales),
});

/** Where a form was opened, what its answer goes by, and its language. Slack gives it back with what was filled in. */
export type Opened = z.output<typeof openedSchema>;

/** The command's name and nothing else: whoever fills it in is known by the submission. */
const mark = "/";

/** A form as Slack shows it, with what was given already. */
export function toView(form: Form, given: Given, opened: Opened): View {
  const say = words(opened.locale).form;
  return {
    type: "modal",
    callback_id: mark + form.command,
    private_metadata: JSON.stringify(opened),
    title: plain(titleOf(form)),
    submit: plain(say.send()),
    close: plain(say.cancel()),
    blocks: form.inputs.map((input) => toBlock(input, String(given[input.name] ?? ""))),
  };
}

const plain = (text: string) => ({ type: "plain_text", text }) as const;

/** A title that is cut says less than the command's name. */
const titleOf = ({ title, command }: Form): string =>
  title.length <= longestTitle ? title : `/${command}`.slice(0, longestTitle);

function toBlock({ name, label, long, required, longest }: FormInput, value: string) {
  const most = Math.min(longest ?? longestValue, longestValue);
  return {
    type: "input",
    block_id: name,
    label: plain(label.slice(0, longestLabel)),
    optional: !required,
    element: {
      type: "plain_text_input",
      action_id: name,
      multiline: long,
      max_length: most,
      ...(value !== "" && value.length <= most && { initial_value: value }),
    },
  } as const;
}

/** A form that somebody has sent. */
export const submissionSchema = z.object({
  user: z.object({ id: userId }),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
  }),
});
export type SlackView = z.output<typeof submissionSchema>["view"];

/** What a filled-in form asks for; null where it is not, or not any more, one of a command's. Blanks are nothing. */
export function filledIn({ callback_id, state }: SlackView, registry: CommandRegistry): FilledIn | null {
  const command = callback_id.startsWith(mark) ? registry.get(callback_id.slice(mark.length)) : null;
  if (!command || !hasForm(command)) return null;
  const given = Object.values(state.values).flatMap((block) => Object.entries(block));
  const values = Object.fromEntries(
    given.flatMap(([name, { value }]) => (value?.trim() ? [[name, value] as const] : [])),
  );
  return { command: command.name, input: { type: "fields", values }, missing: missingIn(command, values) };
}

interface FilledIn extends Pick<CommandAsk, "command" | "input"> {
  /** Inputs that must hold something and do not, by their names. */
  readonly missing: readonly string[];
}

/** Null where it was not we who wrote it. */
export function openedIn({ private_metadata }: SlackView): Opened | null {
  try {
    return openedSchema.parse(JSON.parse(private_metadata));
  } catch {
    return null;
  }
}

/** Answers a submission of which nothing was taken: the form stays open, with all that was written, and says why. */
const refused = (inputs: readonly string[], why: string): object => ({
  response_action: "errors",
  errors: Object.fromEntries(inputs.map((name) => [name, why])),
});

export const outdated = ({ state }: SlackView, locale: Locale): object =>
  refused(Object.keys(state.values).slice(0, 1), words(locale).form.outdated());

export const empty = (inputs: readonly string[], locale: Locale): object => refused(inputs, words(locale).form.empty());
