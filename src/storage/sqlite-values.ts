/** Translates values between Prisma and SQLite, which knows numbers, text and bytes alone. */
import { type ArgType, type ColumnType, ColumnTypeEnum, type SqlResultSet } from "@prisma/driver-adapter-utils";
import type Database from "libsql";

const declaredTypes: Readonly<Record<string, ColumnType>> = {
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  REAL: ColumnTypeEnum.Double,
  DATETIME: ColumnTypeEnum.DateTime,
  TEXT: ColumnTypeEnum.Text,
  BLOB: ColumnTypeEnum.Bytes,
  BOOLEAN: ColumnTypeEnum.Boolean,
  JSONB: ColumnTypeEnum.Json,
};

/** Rows with their types: as declared by their table, else as the values show. */
export function toResultSet(columns: readonly Database.ColumnDefinition[], rows: readonly unknown[][]): SqlResultSet {
  const types = columns.map(
    ({ type }, at) => declaredTypes[type?.toUpperCase() ?? ""] ?? typeOf(rows.find((row) => row[at] !== null)?.[at]),
  );
  return {
    columnNames: columns.map(({ name }) => name),
    columnTypes: types,
    rows: rows.map((row) => row.map(fromSqlite)),
  };
}

/** For columns that no table declares, such as a count. */
function typeOf(value: unknown): ColumnType {
  if (typeof value === "string") return ColumnTypeEnum.Text;
  if (typeof value === "number") return ColumnTypeEnum.Double;
  if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
  return ColumnTypeEnum.Int64;
}

/** Integers arrive as bigint, so that large ones keep their last digits. */
function fromSqlite(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** One spelling for every time, so that times compare as text. */
const timestamp = (date: Date): string => date.toISOString().replace("Z", "+00:00");

/** What Prisma passes, as SQLite keeps it. */
export function toSqlite(value: unknown, type: ArgType | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return timestamp(value);
  return typeof value === "string" ? fromText(value, type) : value;
}

function fromText(value: string, type: ArgType | undefined): unknown {
  switch (type?.scalarType) {
    case "int":
    case "bigint":
      return BigInt(value);
    case "float":
    case "decimal":
      return Number.parseFloat(value);
    case "datetime":
      return timestamp(new Date(value));
    case "bytes":
      return Buffer.from(value, "base64");
    default:
      return value;
  }
}
