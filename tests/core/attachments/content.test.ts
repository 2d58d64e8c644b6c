import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf } from "../../../src/core/attachments/content.ts";

const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, "hex"));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["image/png", "89504e470d0a1a0a00"],
  ["image/jpeg", "ffd8ffe0"],
  ["image/gif", "474946383761"],
  ["image/gif", "474946383961"],
  ["image/webp", "524946460000000057454250"],
])("an image is known by its first bytes: %s", (type, digits) => {
  expect(contentOf(hex(digits))).toEqual({ kind: "image", image: { type, bytes: hex(digits) } });
});

test.each([
  ["Markdown", "# Grüße\r\n\n- 世界 🦊\n"],
  ["a log with colours", "\u001b[31merror\u001b[0m\tat 12\f\n"],
  ["nothing", ""],
  ["a script that calls itself a PNG", "PNG\nalert(1)"],
  ["SVG, which models do not take as an image", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
])("text is text by its content: %s", (_, text) => {
  expect(contentOf(utf8(text))).toEqual({ kind: "text", text });
});

test("a byte order mark is no part of the text", () => {
  expect(contentOf(hex("efbbbf6869"))).toEqual({ kind: "text", text: "hi" });
});

test.each([
  ["a PDF, also of letters alone", utf8("%PDF-1.7\nhello")],
  ["a ZIP", hex("504b030414000000")],
  ["UTF-16", hex("fffe68006900")],
  ["Latin-1", hex("4772fcdfe5")],
  ["text with a NUL in it", hex("686900686f")],
  ["half a character", hex("68c3")],
  ["a WebP that breaks off", hex("5249464600000000574542")],
  ["an MP3", hex("494433040000000000")],
])("what is neither is nothing to be read: %s", (_, bytes) => {
  expect(contentOf(bytes)).toBeNull();
});

test("whatever the bytes are, they are text, image or nothing, and a text is exactly what they say", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const content = contentOf(bytes);
      if (content?.kind !== "text") return;
      expect(Buffer.from(content.text)).toEqual(
        Buffer.from(bytes.slice(bytes.length - Buffer.byteLength(content.text))),
      );
    }),
  );
});
