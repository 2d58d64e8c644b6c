import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  type ModalSubmitComponent,
  TextInputStyle,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import { type Form, type FormInput, hasForm } from "../../core/commands/form.ts";
import type { Called } from "./commands.ts";

const longestTitle = 45;
const longestValue = 4_000;

/** The command's name and nothing else: whoever fills it in is known by the submission. */
const mark = "/";

/** A form as Discord shows it, with what was given already. */
export const toModal = (form: Form, given: Called["values"]): APIModalInteractionResponseCallbackData => ({
  custom_id: mark + form.command,
  title: form.title.slice(0, longestTitle),
  components: form.inputs.map((input) => toLabel(input, String(given[input.name] ?? ""))),
});

function toLabel({ name, label, long, required, longest }: FormInput, value: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: label.slice(0, longestTitle),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required,
      max_length: Math.min(longest ?? longestValue, longestValue),
      ...(value !== "" && value.length <= longestValue && { value }),
    },
  };
}

type Submission = APIModalSubmitInteraction["data"];

/** What a filled-in form asks for; null where it is not, or not any more, one of a command's. */
export function filledIn({ custom_id, components }: Submission, commands: readonly AnyCommand[]): Called | null {
  const command = commands.find((one) => custom_id === mark + one.name && hasForm(one));
  return command ? { command: command.name, values: Object.fromEntries(components.flatMap(inputIn)) } : null;
}

/** Clients that know no labels send rows. */
function inputIn(component: Submission["components"][number]): readonly (readonly [string, string])[] {
  if (component.type === ComponentType.ActionRow) return component.components.flatMap(valueIn);
  return component.type === ComponentType.Label ? valueIn(component.component) : [];
}

const valueIn = (input: ModalSubmitComponent): readonly (readonly [string, string])[] =>
  input.type === ComponentType.TextInput ? [[input.custom_id, input.value]] : [];
