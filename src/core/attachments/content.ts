import type { Content, ImageType } from "./attachment.ts";

/** What these bytes are; null where they are nothing that can be read. */
export function contentOf(bytes: Uint8Array): Content | null {
  const type = imageTypeOf(bytes);
  if (type) return { kind: "image", image: { type, bytes } };
  const text = begins(bytes, pdf) || bytes.some(isOdd) ? null : decoded(bytes);
  return text === null ? null : { kind: "text", text };
}

type Mark = readonly (number | null)[];

const marks: readonly (readonly [ImageType, Mark])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38, null, 0x61]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];
/** It may be all letters and is no text all the same. */
const pdf: Mark = [0x25, 0x50, 0x44, 0x46, 0x2d];

const begins = (bytes: Uint8Array, mark: Mark): boolean =>
  mark.every((byte, index) => (byte === null ? index < bytes.length : bytes[index] === byte));

const imageTypeOf = (bytes: Uint8Array): ImageType | null => marks.find(([, mark]) => begins(bytes, mark))?.[0] ?? null;

/** Backspace to carriage return, and the one that begins a log's colours: no text holds another control character. */
const isOdd = (byte: number): boolean => byte < 8 || (byte > 13 && byte < 32 && byte !== 27);

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
