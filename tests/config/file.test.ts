import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, key } from "./folder.ts";

const { cwd, read, refusal, write } = folder();

describe("familiar.config.json", () => {
  test("sets what is no secret", () => {
    write({
      $schema: "./familiar.config.schema.json",
      model: "ollama:qwen3",
      locale: "de",
      limits: { messageCharacters: 500, concurrentTurns: 2 },
      persona: { name: "Mia" },
      ollama: { host: "box:5000" },
      plugins: { weather: { weatherUrl: "https://weather.example.com/v1/" } },
    });
    expect(read({ LANG: "en_GB.UTF-8" })).toMatchObject({
      model: { provider: "ollama", model: "qwen3" },
      locale: "de",
      limits: { messageCharacters: 500, concurrentTurns: 2 },
      persona: { name: "Mia" },
      ollama: { host: "http://box:5000" },
      plugins: { weather: { weatherUrl: "https://weather.example.com/v1" } },
    });
  });

  test("may begin with a byte order mark", () => {
    write('\uFEFF{ "locale": "de" }');
    expect(read().locale).toBe("de");
  });

  test("may have another name, which must then exist", () => {
    write({ locale: "de" }, "mine.json");
    expect(read({ FAMILIAR_CONFIG: "mine.json" }).locale).toBe("de");
    const error = refusal({ FAMILIAR_CONFIG: "missing.json" });
    expect(error.code).toBe("E-CONFIG-FILE");
    expect(error.message).toContain("missing.json: There is no such file");
  });

  test("that cannot be read is told from one that is missing", () => {
    mkdirSync(join(cwd(), "familiar.config.json"));
    expect(refusal().message).toContain("This file cannot be read");
  });

  test("that is no JSON is refused with line and column and without its text", () => {
    write(`{\n  "locale": "de",\n  "apiKey": ${key}\n}`);
    const error = refusal();
    expect(error.code).toBe("E-CONFIG-FILE");
    expect(error.message).toContain("line 3, column 13");
    expect(error.message).not.toContain("canary");
  });

  test.each(["[]", '"text"', "null", "7"])("that holds %s is refused", (content) => {
    write(content);
    expect(refusal().message).toContain("must hold one JSON object");
  });

  test("with an unknown key is refused with the nearest name", () => {
    write({ limits: { mesageCharacters: 5 }, modle: "offline", favourite: 1 });
    const error = refusal();
    expect(error.code).toBe("E-CONFIG-UNKNOWN-KEY");
    expect(error.message).toContain(
      "limits.mesageCharacters: There is no such setting. Did you mean limits.messageCharacters?",
    );
    expect(error.message).toContain("modle: There is no such setting. Did you mean model?");
    expect(error.message).toContain("favourite: There is no such setting. Take it out");
  });

  test.each([
    [{ locale: "fr" }, "locale: This must be one of: en, de."],
    [{ limits: 7 }, "limits: This must be an object"],
    [{ limits: { messageCharacters: 0 } }, "limits.messageCharacters: This must be at least 1."],
    [{ limits: { messageCharacters: 1.5 } }, "whole number"],
    [{ limits: { concurrentTurns: "8" } }, "limits.concurrentTurns: This must be a number"],
    [{ persona: { name: " " } }, "persona.name: A name needs a letter."],
    [{ persona: { name: 7 } }, "persona.name: This must be text."],
    [{ model: 7 }, "model: Write provider:model"],
  ])("%j is refused with its path", (content, words) => {
    write(content);
    expect(refusal().message).toContain(words);
  });
});
