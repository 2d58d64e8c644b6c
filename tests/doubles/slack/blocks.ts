import { controlsIn, elementProblems, identifiers, type Problem, textProblems } from "./block-elements.ts";
import { type Refusal, refusal } from "./errors.ts";
import type { MakeId } from "./ids.ts";
import type { Block } from "./records.ts";

const known = [
  ...["section", "divider", "image", "actions", "context", "input", "header", "file", "rich_text", "video"],
  ...["markdown", "table", "task_card", "plan", "context_actions", "call", "alert", "card", "carousel", "container"],
];

const markdownMost = 12_000;
/** Nowhere written down: apps have met `msg_blocks_too_long` from about here on. */
const totalMost = 13_000;

interface Surface {
  readonly most: number;
  readonly error: string;
}

const message: Surface = { most: 50, error: "invalid_blocks" };
const view: Surface = { most: 100, error: "invalid_arguments" };

/** The blocks of a message with their missing ids filled in, or why Slack does not take them. */
export function blocksOf(given: unknown, makeId: MakeId): readonly Block[] | Refusal {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return refusal("invalid_blocks_format");
  const refused = refusedBlocks(given, message);
  if (refused) return refused;
  const markdown = given.flatMap((block) => (block.type === "markdown" ? [String(block.text)] : []));
  if (markdown.join("").length > markdownMost) return refusal("msg_blocks_too_long");
  if (lengthOf(given) > totalMost) return refusal("msg_blocks_too_long");
  return named(given, makeId);
}

/** The blocks of a view, in the same way. */
export function viewBlocksOf(given: unknown, makeId: MakeId): readonly Block[] | Refusal {
  if (!Array.isArray(given)) return refusal(view.error, ["missing required field: blocks [json-pointer:/view]"]);
  return refusedBlocks(given, view) ?? named(given, makeId);
}

function refusedBlocks(given: readonly unknown[], { most, error }: Surface): Refusal | null {
  const many = given.length > most ? [[`no more than ${most} items allowed`, ""] as const] : [];
  const problems = [...many, ...given.flatMap((block, at) => blockProblems(block, `/${at}`)), ...sameIds(given)];
  if (problems.length === 0) return null;
  return refusal(
    error,
    problems.map(([text, path]) => `${text} [json-pointer:/blocks${path}]`),
  );
}

function sameIds(blocks: readonly unknown[]): readonly Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, at) => {
    const id = idOf(block);
    const twice = id !== null && seen.has(id);
    if (id !== null) seen.add(id);
    return twice ? [[`\`block_id\` ${id} already exists`, `/${at}/block_id`] as const] : [];
  });
}

/** Markdown blocks have no ids of their own. */
function idOf(block: unknown): string | null {
  const own = (block ?? {}) as Block;
  return typeof own["block_id"] === "string" && own["type"] !== "markdown" ? own["block_id"] : null;
}

function blockProblems(given: unknown, path: string): readonly Problem[] {
  if (typeof given !== "object" || given === null) return [["must be an object", path]];
  const block = given as Block;
  const type = String(block["type"]);
  if (!known.includes(type)) return [[`unsupported type: ${type}`, `${path}/type`]];
  const long =
    (idOf(block)?.length ?? 0) > 255 ? [["must be less than 256 characters", `${path}/block_id`] as const] : [];
  return [...long, ...(rules[type]?.(block, path) ?? []), ...identifiers(block, path)];
}

type Rule = (block: Block, path: string) => readonly Problem[];

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const counted = (value: unknown, [least, most]: readonly [number, number], path: string): readonly Problem[] => {
  if (!Array.isArray(value)) return [["must be an array", path]];
  if (value.length < least) return [[`must have at least ${least} items`, path]];
  return value.length > most ? [[`no more than ${most} items allowed`, path]] : [];
};

const rules: Readonly<Record<string, Rule>> = {
  section: (block, path) => [
    ...(block["text"] === undefined && block["fields"] === undefined
      ? [["missing required field: text", path] as const]
      : []),
    ...(block["text"] === undefined ? [] : textProblems(block["text"], 3_000, `${path}/text`)),
    ...(block["fields"] === undefined ? [] : counted(block["fields"], [1, 10], `${path}/fields`)),
    ...listed(block["fields"]).flatMap((field, at) => textProblems(field, 2_000, `${path}/fields/${at}`)),
    ...(block["accessory"] === undefined ? [] : elementProblems(block["accessory"], `${path}/accessory`)),
  ],
  header: (block, path) => textProblems(block["text"], 150, `${path}/text`, ["plain_text"]),
  context: (block, path) => [
    ...counted(block["elements"], [1, 10], `${path}/elements`),
    ...listed(block["elements"]).flatMap((one, at) => contextProblems(one, `${path}/elements/${at}`)),
  ],
  actions: (block, path) => [
    ...counted(block["elements"], [1, 25], `${path}/elements`),
    ...listed(block["elements"]).flatMap((one, at) => elementProblems(one, `${path}/elements/${at}`)),
  ],
  input: (block, path) => [
    ...textProblems(block["label"], 2_000, `${path}/label`, ["plain_text"]),
    ...elementProblems(block["element"], `${path}/element`),
  ],
  image: (block, path) => [
    ...(block["image_url"] === undefined && block["slack_file"] === undefined
      ? [["missing required field: image_url", path] as const]
      : []),
    ...(typeof block["alt_text"] === "string" ? [] : [["missing required field: alt_text", path] as const]),
  ],
  markdown: (block, path) => {
    const length = typeof block["text"] === "string" ? block["text"].length : 0;
    if (length === 0) return [["missing required field: text", path]];
    return length > markdownMost ? [[`must be less than ${markdownMost + 1} characters`, `${path}/text`]] : [];
  },
  rich_text: (block, path) => (Array.isArray(block["elements"]) ? [] : [["missing required field: elements", path]]),
};

function contextProblems(one: unknown, path: string): readonly Problem[] {
  const own = (one ?? {}) as Block;
  return own["type"] === "image" ? (rules["image"]?.(own, path) ?? []) : textProblems(one, 2_000, path);
}

/** Everything that can be read in them. */
function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (name === "text" && typeof inner === "string" ? inner.length : lengthOf(inner)),
    0,
  );
}

function named(blocks: readonly Block[], makeId: MakeId): readonly Block[] {
  return blocks.map((block) => {
    const whole = structuredClone(block);
    for (const control of controlsIn(whole)) control["action_id"] ??= makeId("").slice(0, 5);
    return { ...whole, block_id: idOf(block) ?? makeId("").slice(0, 5) };
  });
}
