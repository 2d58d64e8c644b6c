import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { chmod, link, open, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "../core/errors.ts";
import type { Secret } from "../core/secret.ts";
import { keyIdOf, type MasterKey } from "./crypto.ts";
import { makeFolder } from "./folder.ts";

const keyLength = 32;

/** The key that was given, else the one in `master.key`, which the first start makes. Makes the home folder, too. */
export async function masterKey(home: string, secret: Secret | null): Promise<MasterKey> {
  await prepareHome(home);
  const key = secret ? fromSecret(secret) : await fromFile(join(home, "master.key"));
  return { id: keyIdOf(key), key };
}

async function prepareHome(home: string): Promise<void> {
  try {
    await makeFolder(home);
    await makePrivate(home);
  } catch (cause) {
    throw new ConfigError(
      "E-HOME",
      `The folder ${home} cannot be made or read, so there is nowhere to keep anything. Set FAMILIAR_HOME to a folder that this user may write.`,
      { cause },
    );
  }
}

/** A folder that is shared on purpose (sticky, such as /tmp) or is another user's keeps its mode. */
async function makePrivate(home: string): Promise<void> {
  const { mode, uid } = await stat(home);
  const shared = (mode & 0o1000) !== 0 || uid !== process.getuid?.();
  if (!shared && (mode & 0o077) !== 0) await chmod(home, 0o700);
}

function fromSecret(secret: Secret): KeyObject {
  const key = decode(secret.reveal());
  if (key) return key;
  throw new ConfigError(
    "E-CONFIG-INVALID",
    "FAMILIAR_MASTER_KEY must be 32 bytes in hexadecimal or base64. Make one with: openssl rand -hex 32",
  );
}

/** 32 bytes in hexadecimal or base64, or null. */
function decode(text: string): KeyObject | null {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? "hex" : "base64");
  return bytes.length === keyLength ? createSecretKey(bytes) : null;
}

async function fromFile(file: string): Promise<KeyObject> {
  const text = (await readIfThere(file)) ?? (await makeKeyFile(file));
  const key = decode(text);
  if (key) return key;
  throw keyFileError(file, "does not hold a key (64 hexadecimal digits)");
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw keyFileError(file, "cannot be read", error);
  }
}

/** Written aside and then linked, so that the file is whole from its first moment and never made twice. */
async function makeKeyFile(file: string): Promise<string> {
  const text = `${randomBytes(keyLength).toString("hex")}\n`;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await writeDurably(draft, text);
    await link(draft, file);
    return text;
  } catch (error) {
    if (isCode(error, "EEXIST")) return await readFile(file, "utf8");
    throw keyFileError(file, "cannot be written", error);
  } finally {
    await unlink(draft).catch(() => {});
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const keyFileError = (file: string, what: string, cause?: unknown): ConfigError =>
  new ConfigError(
    "E-KEY-FILE",
    `The key file ${file} ${what}. Without it journals cannot be opened, so Familiar does not start. Restore the file from a backup, or make it readable for this user.`,
    { cause },
  );
