/** What the servers of models refuse, whatever they would have answered. */

type Body = Readonly<Record<string, unknown>> | null;
/** Says what is wrong with a request; null where nothing is. */
export type Shape = (body: Body) => string | null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasOnly = (value: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** As hexadecimal. */
const marks: Readonly<Record<string, RegExp>> = {
  "image/png": /^89504e470d0a1a0a/,
  "image/jpeg": /^ffd8ff/,
  "image/gif": /^47494638(37|39)61/,
  "image/webp": /^52494646.{8}57454250/,
};

/** Standard base64 with its padding, of bytes that are an image of this type; null: of any. */
function isImage(data: unknown, type: unknown): boolean {
  if (!isText(data) || Buffer.from(data, "base64").toString("base64") !== data) return false;
  const beginning = Buffer.from(data, "base64").subarray(0, 16).toString("hex");
  const kinds = type === null ? Object.values(marks) : [marks[String(type)]];
  return kinds.some((mark) => mark?.test(beginning));
}

const everyMessage = (body: Body, fits: (message: Readonly<Record<string, unknown>>) => boolean): boolean => {
  const messages = body?.["messages"];
  return Array.isArray(messages) && messages.length > 0 && messages.every((one) => isRecord(one) && fits(one));
};

/** Ollama: plain text, and images as bare base64, only before a model that sees. */
export const ollamaShape =
  (sees: (model: unknown) => boolean): Shape =>
  (body) => {
    const fits = everyMessage(body, ({ role, content, images = [], ...more }) => {
      const known = ["system", "user", "assistant"].includes(String(role)) && typeof content === "string";
      return known && hasOnly(more) && Array.isArray(images) && images.every((data) => isImage(data, null));
    });
    if (!fits) return "invalid message";
    const shows = everyMessage(body, ({ images = [] }) => Array.isArray(images) && images.length === 0) === false;
    return shows && !sees(body?.["model"]) ? "this model is missing data required for image input" : null;
  };

/** Chat completions: text, or parts; images as data URLs, from users alone. */
export const openaiShape: Shape = (body) =>
  everyMessage(body, ({ role, content, ...more }) => {
    if (!["system", "user", "assistant"].includes(String(role)) || !hasOnly(more)) return false;
    if (typeof content === "string") return true;
    return Array.isArray(content) && content.length > 0 && role === "user" && content.every(isOpenaiPart);
  })
    ? null
    : "invalid message";

function isOpenaiPart(part: unknown): boolean {
  if (!isRecord(part)) return false;
  if (part["type"] === "text") return hasOnly(part, "type", "text") && isText(part["text"]);
  const holder = part["image_url"];
  if (part["type"] !== "image_url" || !hasOnly(part, "type", "image_url") || !isRecord(holder)) return false;
  const [, type, data] = /^data:([a-z/]+);base64,(.+)$/.exec(String(holder["url"])) ?? [];
  return hasOnly(holder, "url", "detail") && isImage(data, type);
}

/** Anthropic: roles in turns from the user on, no empty text, images whose bytes are what their type says. */
export const anthropicShape: Shape = (body) => {
  const fits = everyMessage(body, ({ role, content, ...more }) => {
    if (!["user", "assistant"].includes(String(role)) || !hasOnly(more)) return false;
    if (typeof content === "string") return content !== "";
    return Array.isArray(content) && content.length > 0 && content.every((block) => isAnthropicBlock(block, role));
  });
  return fits ? null : "messages: invalid";
};

function isAnthropicBlock(block: unknown, role: unknown): boolean {
  if (!isRecord(block)) return false;
  if (block["type"] === "text") return hasOnly(block, "type", "text") && isText(block["text"]);
  const source = block["source"];
  if (block["type"] !== "image" || role !== "user" || !isRecord(source)) return false;
  if (!hasOnly(block, "type", "source") || !hasOnly(source, "type", "media_type", "data")) return false;
  return source["type"] === "base64" && isImage(source["data"], source["media_type"]);
}
