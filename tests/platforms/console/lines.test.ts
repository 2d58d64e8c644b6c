import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Line, readLines } from "../../../src/platforms/console/lines.ts";

const read = async (chunks: readonly Uint8Array[], keep = 1000): Promise<Line[]> => {
  const lines: Line[] = [];
  const input = Readable.from(chunks, { objectMode: false });
  for await (const line of readLines(input, keep, new AbortController().signal)) lines.push(line);
  return lines;
};

const texts = async (text: string): Promise<string[]> => (await read([Buffer.from(text)])).map((line) => line.text);

/** Cuts bytes at the given places, also inside characters. */
const cut = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...ends].map((start, index) => bytes.subarray(start, ends[index] ?? bytes.length));
};

const character = fc.oneof(
  fc.constantFrom("\n", "\r\n", "é", "日", "👩‍👩‍👧", "\r", "x", " "),
  fc.string({ unit: "binary" }),
);

test("lines are the same wherever the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(character), fc.array(fc.nat()), async (characters, places) => {
      const bytes = Buffer.from(characters.join(""));
      expect(await read(cut(bytes, places))).toEqual(await read([bytes]));
    }),
    { numRuns: 200 },
  );
});

test("joined again, the lines are the input without its line ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", ""))),
      async (lines) => {
        const expected = lines.map((line) => line.replace(/\r$/, ""));
        expect(await texts(lines.map((line) => `${line}\n`).join(""))).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ["LF", "a\nb\n", ["a", "b"]],
  ["CRLF", "a\r\nb\r\n", ["a", "b"]],
  ["a last line without an end", "a\nb", ["a", "b"]],
  ["empty lines", "\n\na\n", ["", "", "a"]],
  ["a byte order mark", "\ufeffa\n\ufeffb", ["a", "\ufeffb"]],
  ["nothing", "", []],
])("%s is understood", async (_name, text, expected) => {
  expect(await texts(text)).toEqual(expected);
});

test("bytes that are no UTF-8 become replacement characters", async () => {
  expect((await read([Buffer.from([0x61, 0xff, 0x62, 0x0a, 0xe6])])).map((line) => line.text)).toEqual([
    "a\ufffdb",
    "\ufffd",
  ]);
});

test("of a line without end only the beginning is held, and its length is known", async () => {
  const chunk = Buffer.from("é".repeat(32_768));
  const [line, next] = await read([...Array(32).fill(chunk), Buffer.from("\nnext")], 100);
  expect(line).toEqual({ text: "é".repeat(100), length: 32 * 32_768, whole: false });
  expect(next).toEqual({ text: "next", length: 4, whole: true });
});
