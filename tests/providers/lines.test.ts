import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeEventLine, judgeJsonLine, type Line, linesOf } from "../../src/providers/lines.ts";

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(chunks: AsyncIterable<Uint8Array>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(chunks)) lines.push(line);
  return lines;
}

describe("the lines of an answer", () => {
  it("are together exactly the bytes that came", async () => {
    const text = fc.array(fc.constantFrom("a", "ü", "👩‍👧", "\n", "\r\n", " ", "{}")).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        const lines = await all(inChunks(Buffer.from(given), size));
        expect(Buffer.concat(lines.map(({ bytes }) => bytes)).toString()).toBe(given);
        for (const { bytes } of lines.slice(0, -1)) expect(bytes.at(-1)).toBe(0x0a);
      }),
    );
  });

  it("are given up when one has no end", async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, "x");
    const endless = async function* () {
      for (;;) yield mebibyte;
    };
    await expect(all(endless())).rejects.toThrow(RangeError);
  });
});

const line = (text: string, rest: Partial<Line> = {}): Line => ({
  bytes: Buffer.from(text),
  text,
  number: 1,
  complete: true,
  ...rest,
});

describe("a line of an event stream", () => {
  it.each([
    ["", "good"],
    [": comment", "good"],
    ["event: ping", "good"],
    ["data", "good"],
    ['data: {"half', "good"],
    ["data: [DONE]", "done"],
    ["data:[DONE]", "done"],
    ["database: x", "malformed"],
    ["<html>", "malformed"],
    ['{"error":"later than the first line"}', "malformed"],
  ])("%j is %s", (text, type) => expect(judgeEventLine(line(text)).type).toBe(type));

  it("may be an error instead of a stream, if it is the first", () => {
    expect(judgeEventLine(line('{"error":{"code":"x"}}', { number: 0 })).type).toBe("error");
  });
});

describe("a line of JSON", () => {
  it.each([
    ["", {}, "good"],
    ['{"done":false}', {}, "good"],
    ['{"error":null,"done":true}', {}, "good"],
    ['{"error":"no"}', {}, "error"],
    ["42", {}, "malformed"],
    ['{"half', {}, "malformed"],
    ['{"half', { complete: false }, "cut"],
    ["garbage", { complete: false, number: 0 }, "malformed"],
  ])("%j (%j) is %s", (text, rest, type) => expect(judgeJsonLine(line(text, rest)).type).toBe(type));
});
