import { createSecretKey, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyIdOf, sealer } from "../../src/storage/crypto.ts";

const newSealer = () => {
  const key = createSecretKey(randomBytes(32));
  return sealer({ id: keyIdOf(key), key });
};
const cell = { table: "JournalEntry", column: "body", row: "1" };

test("what was sealed opens again, and looks different each time", () => {
  const seals = newSealer();
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const sealed = seals.seal(text, cell);
      expect(seals.open(sealed, cell)).toBe(text);
      expect(seals.seal(text, cell)).not.toBe(sealed);
      expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+\.[\w-]*$/);
    }),
  );
});

test("a body that was moved to another row, column or table does not open", () => {
  const seals = newSealer();
  const sealed = seals.seal("slept badly", cell);
  for (const moved of [{ row: "2" }, { column: "ask" }, { table: "Turn" }])
    expect(() => seals.open(sealed, { ...cell, ...moved })).toThrow(
      expect.objectContaining({ code: "E-DATABASE-CORRUPT" }),
    );
});

test("a body that was changed anywhere does not open", () => {
  const seals = newSealer();
  const sealed = seals.seal("slept badly", cell);
  const parts = sealed.split(".");
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 4), fc.nat(), fc.integer({ min: 1, max: 255 }), (part, at, flip) => {
      const bytes = Buffer.from(parts[part] ?? "", "base64url");
      const spot = at % bytes.length;
      bytes.writeUInt8(bytes.readUInt8(spot) ^ flip, spot);
      const changed = parts.with(part, bytes.toString("base64url")).join(".");
      expect(() => seals.open(changed, cell)).toThrow(expect.objectContaining({ code: "E-DATABASE-CORRUPT" }));
    }),
  );
});

test("a shortened proof is no proof, and a body of another key names both", () => {
  const seals = newSealer();
  const [mark, kid, iv, tag = "", body] = seals.seal("slept badly", cell).split(".");
  const short = [mark, kid, iv, tag.slice(0, 6), body].join(".");
  expect(() => seals.open(short, cell)).toThrow(expect.objectContaining({ code: "E-DATABASE-CORRUPT" }));
  expect(() => seals.open("plain text", cell)).toThrow(expect.objectContaining({ code: "E-DATABASE-CORRUPT" }));
  const other = newSealer();
  expect(() => other.open(seals.seal("x", cell), cell)).toThrow(
    expect.objectContaining({ code: "E-KEY-FILE", message: expect.stringContaining(other.keyId) }),
  );
});
