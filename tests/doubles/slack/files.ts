import type { Answer } from "../http-server.ts";
import type { FileSent } from "./doings.ts";
import type { MakeId } from "./ids.ts";

export interface StoredFile extends Omit<FileSent, "base64"> {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  readonly at: number;
}

/** Slack's file server: it knows who is asking, and shows others a page to sign in. */
export interface Files {
  keep(file: FileSent, where: Pick<StoredFile, "team" | "user" | "channel">): StoredFile;
  get(id: string | null): StoredFile | null;
  remove(files: readonly StoredFile[]): void;
  /** Below the file server's address. */
  pathOf(file: StoredFile): string;
  serve(id: string): Answer;
}

export function files(makeId: MakeId, now: () => number): Files {
  const kept = new Map<string, { readonly file: StoredFile; readonly bytes: Buffer }>();
  return {
    keep: ({ base64 = "", ...sent }, where) => {
      const file = { ...sent, ...where, id: makeId("F"), at: now() };
      kept.set(file.id, { file, bytes: Buffer.from(base64, "base64") });
      return file;
    },
    get: (id) => kept.get(id ?? "")?.file ?? null,
    remove: (gone) => {
      for (const { id } of gone) kept.delete(id);
    },
    pathOf: ({ id, team, name }) => `/files-pri/${team}-${id}/${encodeURIComponent(name.toLowerCase())}`,
    serve: (id) => {
      const found = kept.get(id);
      if (!found) return { status: 404, body: "", headers: { "content-type": "text/html" } };
      return { status: 200, body: found.bytes, headers: { "content-type": found.file.mimetype } };
    },
  };
}

/** What somebody without a token is shown: a page, and no error. */
export const signInPage: Answer = {
  status: 200,
  body: "<!DOCTYPE html><html><title>Slack</title><body>Sign in to your workspace</body></html>",
  headers: { "content-type": "text/html; charset=utf-8" },
};
