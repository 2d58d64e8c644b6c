import { createHash } from "node:crypto";
import type { Answer, Call } from "../http-server.ts";
import type { StoredFile } from "./records.ts";

/** Discord's file server: every address has a key and runs out. */
export interface Files {
  keep(file: StoredFile, base64: string | undefined): StoredFile;
  /** A fresh address. */
  addressOf(channel: string, file: StoredFile): string;
  /** The file goes with its message. */
  remove(files: readonly StoredFile[]): void;
  serve(call: Pick<Call, "path" | "params" | "query">): Answer;
}

interface FilesOptions {
  readonly now: () => number;
  /** Where it is, without a final slash. */
  readonly address: () => string;
}

const aDay = 86_400;

export function files({ now, address }: FilesOptions): Files {
  const contents = new Map<string, Buffer>();
  const seconds = (): number => Math.floor(now() / 1_000);
  return {
    keep: (file, base64) => {
      if (base64 !== undefined) contents.set(file.id, Buffer.from(base64, "base64"));
      return file;
    },
    addressOf: (channel, file) => {
      if (file.address !== undefined) return file.address;
      const path = `/attachments/${channel}/${file.id}/${encodeURIComponent(file.filename)}`;
      const [is, ex] = [seconds(), seconds() + aDay].map((time) => time.toString(16));
      return `${address()}${path}?ex=${ex}&is=${is}&hm=${keyOf(path, ex ?? "")}&`;
    },
    remove: (gone) => {
      for (const { id } of gone) contents.delete(id);
    },
    serve: ({ path, params, query }) => {
      const bytes = contents.get(params["file"] ?? "");
      const ex = query.get("ex") ?? "";
      const fits = query.get("hm") === keyOf(path, ex) && Number.parseInt(ex, 16) > seconds();
      if (!bytes || !fits) return { status: 404, body: "This content is no longer available." };
      return { status: 200, body: bytes, headers: { "content-type": "application/octet-stream" } };
    },
  };
}

const keyOf = (path: string, ex: string): string => createHash("sha256").update(`key ${path} ${ex}`).digest("hex");
