import { createCipheriv, createDecipheriv, createHash, createHmac, type KeyObject, randomBytes } from "node:crypto";
import { ConfigError, StorageError } from "../core/errors.ts";

/** 32 bytes and the name by which sealed texts say which key opens them. */
export interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** Where a sealed text stands. It opens there alone: moved to another row or column it is refused. */
interface Cell {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** Encrypts single bodies, such as a journal entry's: `v1.kid.iv.tag.ciphertext` by AES-256-GCM. */
export interface Sealer {
  readonly keyId: string;
  seal(text: string, cell: Cell): string;
  open(sealed: string, cell: Cell): string;
  /** The same for the same content in the same realm, and nothing to whoever has not the key. */
  fingerprint(content: string | Uint8Array, realm: string): string;
}

const algorithm = "aes-256-gcm";
const version = "v1";

export const keyIdOf = (key: KeyObject): string =>
  createHash("sha256").update("familiar key id").update(key.export()).digest("hex").slice(0, 8);

export const sealer = ({ id, key }: MasterKey): Sealer => ({
  keyId: id,
  seal: (text, cell) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv(algorithm, key, iv).setAAD(addressOf(cell));
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return [version, id, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
  },
  open: (sealed, cell) => {
    const [mark, kid, ...rest] = sealed.split(".");
    const [iv, tag, body] = rest.map((part) => Buffer.from(part, "base64url"));
    if (mark !== version || !iv || !tag || tag.length !== 16 || !body) throw damaged(cell);
    if (kid !== id) throw otherKey(kid ?? "", id);
    try {
      const decipher = createDecipheriv(algorithm, key, iv).setAAD(addressOf(cell)).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    } catch (cause) {
      throw damaged(cell, cause);
    }
  },
  fingerprint: (content, realm) =>
    createHmac("sha256", key).update(`familiar fingerprint|${realm}|`).update(content).digest("base64url"),
});

const addressOf = ({ table, column, row }: Cell): Buffer => Buffer.from(`${table}|${column}|${row}`);

const damaged = ({ table, column, row }: Cell, cause?: unknown): StorageError =>
  new StorageError(
    "E-DATABASE-CORRUPT",
    `The encrypted ${column} of ${table} ${row} does not open: it was changed or moved outside of Familiar. Restore it from a backup.`,
    { cause },
  );

/** Said at start, by the key check, and by any body that a foreign key sealed. */
export const otherKey = (made: string, given: string): ConfigError =>
  new ConfigError(
    "E-KEY-FILE",
    `This database was made with the master key ${made}, and the key given now is ${given}. Journals and open messages would not open, so nothing in it was changed. Put back the master.key file, or the FAMILIAR_MASTER_KEY, that belongs to this database.`,
  );
