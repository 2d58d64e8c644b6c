import type { Block } from "./records.ts";

/** What is wrong, and where. */
export type Problem = readonly [text: string, path: string];

const inputs = [
  "plain_text_input",
  "rich_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "file_input",
];
const choices = ["static_select", "multi_static_select", "radio_buttons", "checkboxes", "overflow"];
const pickers = ["datepicker", "timepicker", "datetimepicker"];
const sources = ["users_select", "conversations_select", "channels_select", "external_select"];
const others = ["button", "icon_button", "feedback_buttons", "workflow_button"];
const elements = [...inputs, ...choices, ...pickers, ...sources, ...sources.map((one) => `multi_${one}`), ...others];

/** The most options that they take. */
const most: Readonly<Record<string, number>> = { overflow: 5, radio_buttons: 10, checkboxes: 10 };

export function textProblems(
  given: unknown,
  longest: number,
  path: string,
  types: readonly string[] = ["plain_text", "mrkdwn"],
): readonly Problem[] {
  if (typeof given !== "object" || given === null) return [["must be a text object", path]];
  const { type, text } = given as Block;
  if (!types.includes(String(type))) return [[`unsupported type: ${String(type)}`, `${path}/type`]];
  if (typeof text !== "string" || text.length === 0) return [["must be more than 0 characters", `${path}/text`]];
  return text.length > longest ? [[`must be less than ${longest + 1} characters`, `${path}/text`]] : [];
}

export function elementProblems(given: unknown, path: string): readonly Problem[] {
  if (typeof given !== "object" || given === null) return [["must be an object", path]];
  const element = given as Block;
  const type = String(element["type"]);
  if (type === "image") return [];
  if (!elements.includes(type)) return [[`unsupported type: ${type}`, `${path}/type`]];
  return [...longProblems(element, path), ...buttonProblems(element, path), ...optionProblems(element, path)];
}

function longProblems(element: Block, path: string): readonly Problem[] {
  const limits = { action_id: 255, value: 2_000, url: 3_000 };
  return Object.entries(limits).flatMap(([name, longest]) =>
    String(element[name] ?? "").length > longest
      ? [[`must be less than ${longest + 1} characters`, `${path}/${name}`] as const]
      : [],
  );
}

function buttonProblems(element: Block, path: string): readonly Problem[] {
  if (element["type"] !== "button") return [];
  const style = element["style"];
  const wrong = style !== undefined && style !== "primary" && style !== "danger";
  return [
    ...textProblems(element["text"], 75, `${path}/text`, ["plain_text"]),
    ...(wrong ? [["must be one of primary, danger", `${path}/style`] as const] : []),
  ];
}

function optionProblems(element: Block, path: string): readonly Problem[] {
  const type = String(element["type"]);
  if (!choices.includes(type) || element["option_groups"] !== undefined) return [];
  const options = element["options"];
  if (!Array.isArray(options) || options.length === 0) return [["missing required field: options", path]];
  if (options.length > (most[type] ?? 100))
    return [[`no more than ${most[type] ?? 100} items allowed`, `${path}/options`]];
  return options.flatMap((option, at) => [
    ...textProblems(option?.text, 75, `${path}/options/${at}/text`),
    ...(typeof option?.value === "string" && option.value.length <= 150
      ? []
      : [["must be less than 151 characters", `${path}/options/${at}/value`] as const]),
  ]);
}

type Control = Record<string, unknown>;

/** What can be pressed, chosen or filled in there. */
export function controlsIn(block: unknown): readonly Control[] {
  const own = (block ?? {}) as Record<string, unknown>;
  const elementsThere = own["type"] === "actions" || own["type"] === "context_actions" ? own["elements"] : [];
  const all = [...(Array.isArray(elementsThere) ? elementsThere : []), own["accessory"], own["element"]];
  return all.filter((one): one is Control => elements.includes(String((one as Control | undefined)?.["type"])));
}

/** Each action id once in its block. */
export function identifiers(block: Block, path: string): readonly Problem[] {
  const given = controlsIn(block).flatMap((one) => (one["action_id"] === undefined ? [] : [String(one["action_id"])]));
  const twice = given.find((id, at) => given.indexOf(id) !== at);
  return twice === undefined ? [] : [[`\`action_id\` ${twice} already exists`, path]];
}
