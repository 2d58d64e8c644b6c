import { controlsIn } from "./block-elements.ts";
import type { Payload } from "./payload.ts";
import type { ViewContent } from "./views.ts";

type Given = Readonly<Record<string, string>>;

interface Field {
  readonly block: string;
  readonly action: string;
  readonly optional: boolean;
  readonly element: Readonly<Record<string, unknown>>;
}

const fieldsIn = ({ blocks }: ViewContent): readonly Field[] =>
  blocks
    .filter(({ type }) => type === "input")
    .flatMap((block) =>
      controlsIn(block).map((element) => ({
        block: String(block["block_id"]),
        action: String(element["action_id"]),
        optional: block["optional"] === true,
        element,
      })),
    );

/** What is in a field: what was entered, or what it began with. */
const entered = ({ action, element }: Field, given: Given): string =>
  given[action] ?? String(element["initial_value"] ?? "");

/** Whether Slack lets it through: every field that must be filled in is, and none is too long or too short. */
export const canSubmit = (content: ViewContent, given: Given): boolean =>
  fieldsIn(content).every((field) => {
    const value = entered(field, given);
    const { min_length = 0, max_length = 3_000 } = field.element as { min_length?: number; max_length?: number };
    if (value === "") return field.optional;
    return value.length >= min_length && value.length <= max_length;
  });

export function valuesOf(content: ViewContent, given: Given): Payload {
  const values: Record<string, Record<string, Payload>> = {};
  for (const field of fieldsIn(content)) {
    values[field.block] ??= {};
    Object.assign(values[field.block] ?? {}, { [field.action]: shown(field, entered(field, given)) });
  }
  return values;
}

/** What a field is called once something is in it, by the kind of the element. */
const names: Readonly<Record<string, string>> = {
  users_select: "selected_user",
  channels_select: "selected_channel",
  conversations_select: "selected_conversation",
  datepicker: "selected_date",
  timepicker: "selected_time",
};
const single = ["static_select", "radio_buttons"];
const several = ["checkboxes", "multi_static_select"];

function shown({ element }: Field, text: string): Payload {
  const type = String(element["type"]);
  const options = Array.isArray(element["options"]) ? element["options"] : [];
  const selected = options.find((option) => option?.value === text) ?? null;
  if (single.includes(type)) return { type, selected_option: selected };
  if (several.includes(type)) return { type, selected_options: selected ? [selected] : [] };
  return { type, [names[type] ?? "value"]: text === "" ? null : text };
}
