type Fields = Record<string, readonly [code: string, message: string]>;
type Component = Readonly<Record<string, unknown>>;

const kinds = { row: 1, button: 2 } as const;
const linkStyle = 5;
const premiumStyle = 6;

const list = (value: unknown): readonly Component[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];

/** What is wrong with rows and their buttons, by the path of each field. */
export function wrongComponents(components: readonly unknown[]): Fields {
  const fields: Fields = {};
  const taken = new Set<unknown>();
  for (const [at, row] of list(components).entries()) {
    const path = `components[${at}]`;
    const inner = list(row["components"]);
    if (row["type"] !== kinds.row) continue;
    if (inner.length < 1 || inner.length > 5)
      fields[`${path}.components`] = ["BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length."];
    for (const [index, one] of inner.entries())
      Object.assign(fields, wrongOne(one, `${path}.components[${index}]`, taken));
  }
  return fields;
}

function wrongOne(one: Component, path: string, taken: Set<unknown>): Fields {
  const { custom_id: id } = one;
  const fields: Fields = one["type"] === kinds.button ? wrongButton(one, path) : {};
  if (id === undefined) return fields;
  if (typeof id !== "string" || id.length < 1 || id.length > 100)
    fields[`${path}.custom_id`] = ["BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."];
  // Also of those that cannot be pressed.
  if (taken.has(id))
    fields[`${path}.custom_id`] = ["COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"];
  taken.add(id);
  return fields;
}

function wrongButton(one: Component, path: string): Fields {
  const fields: Fields = {};
  const { style, label, emoji, custom_id: id, url } = one;
  if (!Number.isInteger(style) || Number(style) < 1 || Number(style) > premiumStyle)
    fields[`${path}.style`] = ["BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}."];
  if (style === premiumStyle) return fields;
  if (style === linkStyle ? typeof url !== "string" || id !== undefined : id === undefined || url !== undefined)
    fields[`${path}`] = ["BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required, and for a link its url"];
  if ((label === undefined || label === "") && emoji === undefined)
    fields[`${path}.label`] = ["BUTTON_COMPONENT_LABEL_REQUIRED", "A button must have a label or an emoji"];
  if (label !== undefined && String(label).length > 80)
    fields[`${path}.label`] = ["BASE_TYPE_MAX_LENGTH", "Must be 80 or fewer in length."];
  return fields;
}
