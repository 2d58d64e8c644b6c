import type { FileSent } from "../http-server.ts";
import { wrongComponents } from "./components.ts";
import { type ApiError, apiErrors, invalidForm } from "./errors.ts";
import { pingsOf, wrongIn } from "./mentions.ts";
import type { MessageState, StoredFile } from "./records.ts";

/** The body of a message as a bot sent it. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly files: readonly FileSent[];
  readonly flags: number;
  readonly allowedMentions: unknown;
  readonly nonce: string | null;
  readonly enforceNonce: boolean;
  /** The message that it replies to, and whether it is an error when that is not there. */
  readonly reference: string | null;
  readonly failIfNotExists: boolean;
}

export const flags = {
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  hasSnapshot: 16_384,
  componentsV2: 32_768,
} as const;

export const isError = (value: object): value is ApiError => "status" in value && "code" in value;

type Fields = Record<string, readonly [code: string, message: string]>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads the body of a new message; `old`: of an edit, what is not named stays as it was. */
export function draftOf(body: unknown, files: readonly FileSent[], old?: MessageState): Draft | ApiError {
  const given = { ...(old && unchanged(old)), ...asObject(body) };
  const draft: Draft = {
    content: String(given["content"] ?? ""),
    embeds: list(given["embeds"]),
    components: list(given["components"]),
    files:
      "kept" in given && given["attachments"] === undefined
        ? ([...list(given["kept"]), ...files] as FileSent[])
        : files,
    flags: Number(given["flags"] ?? 0),
    allowedMentions: given["allowed_mentions"] ?? null,
    nonce: textOf(given["nonce"]),
    enforceNonce: given["enforce_nonce"] === true,
    ...referenceIn(asObject(given["message_reference"])),
  };
  return wrongWith(draft) ?? draft;
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : String(value));

const unchanged = ({ content, embeds, components, flags, attachments }: MessageState): Record<string, unknown> => ({
  ...{ content, embeds, components, flags, kept: attachments },
});

const referenceIn = (given: Record<string, unknown>): Pick<Draft, "reference" | "failIfNotExists"> => ({
  reference: textOf(given["message_id"]),
  failIfNotExists: given["fail_if_not_exists"] !== false,
});

function wrongWith(draft: Draft): ApiError | null {
  const fields: Fields = { ...wrongText(draft), ...wrongParts(draft) };
  if (Object.keys(fields).length > 0) return invalidForm(fields);
  const { content, embeds, components, files } = draft;
  const empty = content.trim() === "" && [embeds, components, files].every(({ length }) => length === 0);
  return empty && (draft.flags & flags.loading) === 0 ? apiErrors.emptyMessage : null;
}

const isV2 = (draft: Pick<Draft, "flags">): boolean => (draft.flags & flags.componentsV2) !== 0;

function wrongText({ content, nonce, allowedMentions, ...draft }: Draft): Fields {
  const fields: Fields = {};
  if (content.length > 2_000) fields["content"] = ["BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length."];
  if ((nonce?.length ?? 0) > 25) fields["nonce"] = ["BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."];
  if (isV2(draft) && (content !== "" || draft.embeds.length > 0))
    fields["content"] = ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' field cannot be used"];
  for (const kind of wrongIn(allowedMentions))
    fields["allowed_mentions"] = ["MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse: ["${kind}"] and ${kind} exclude`];
  return fields;
}

function wrongParts(draft: Draft): Fields {
  const { embeds, components } = draft;
  const fields: Fields = wrongComponents(components);
  const most = isV2(draft) ? 40 : 5;
  const count = isV2(draft) ? componentsIn(components).length : components.length;
  if (embeds.length > 10) fields["embeds"] = ["BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."];
  if (embedLength(embeds) > 6_000)
    fields["embeds"] = ["MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"];
  if (count > most) fields["components"] = ["BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${most} in length.`];
  return fields;
}

function embedLength(embeds: readonly unknown[]): number {
  const texts = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 0;
    return Object.entries(value).reduce((sum, [name, one]) => {
      const counted = ["title", "description", "name", "value", "text"].includes(name) && typeof one === "string";
      return sum + (counted ? one.length : texts(one));
    }, 0);
  };
  return texts(embeds);
}

/** All of them, those within others too. */
export function componentsIn(components: readonly unknown[]): readonly Record<string, unknown>[] {
  return components.flatMap((one) => {
    if (typeof one !== "object" || one === null) return [];
    const own = one as Record<string, unknown>;
    const inner = [...list(own["components"]), own["accessory"], own["component"]].filter(
      (value) => value !== undefined,
    );
    return [own, ...componentsIn(inner)];
  });
}

/** What people read of it, text displays included: all of it can mention. */
const readable = ({ content, components }: Pick<Draft, "content" | "components">): string =>
  [content, ...componentsIn(components).map((one) => (one["type"] === 10 ? String(one["content"]) : ""))].join("\n");

export interface StateContext {
  readonly makeId: () => string;
  /** Author of the message that it replies to. */
  readonly repliedTo: string | null;
  readonly loading?: boolean;
}

/** What a draft makes of a message. */
export function stateFrom(
  draft: Draft,
  { makeId, repliedTo, loading = false }: StateContext,
): Omit<MessageState, "at"> {
  const { content, embeds, components, allowedMentions } = draft;
  const attachments = draft.files.map((file): StoredFile => ({ id: makeId(), ...file }));
  const pings = pingsOf(readable(draft), allowedMentions, repliedTo);
  return { content, loading, embeds, components, attachments, flags: draft.flags, allowedMentions, pings };
}
