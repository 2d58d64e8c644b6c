import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, key } from "./folder.ts";

const { cwd, read, refusal, write } = folder();

describe("without any setting", () => {
  test("the companion starts with a SQLite file in ./data, no model named and nothing secret", () => {
    const config = read();
    expect(config).toMatchObject({
      home: join(cwd(), "data"),
      model: null,
      databaseKey: null,
      masterKey: null,
      ollama: { host: null },
      openai: { apiKey: null, baseUrl: null },
      plugins: { weather: {} },
      limits: { messageCharacters: 10_000 },
      locale: "en",
      color: true,
      logLevel: null,
      flags: { json: false, help: false, version: false },
      secrets: [],
    });
    expect(config.databaseUrl.reveal()).toBe(`file:${join(cwd(), "data", "familiar.db")}`);
  });

  test("an empty variable counts as not set", () => {
    const empty = {
      FAMILIAR_HOME: "",
      FAMILIAR_MODEL: "",
      OPENAI_API_KEY: "",
      OPENAI_API_KEY_FILE: "",
      LOG_LEVEL: " ",
      NO_COLOR: "",
      FAMILIAR_NONSENSE: "",
    };
    expect(read(empty)).toEqual(read());
  });

  test("variables that are not ours are nobody's problem", () => {
    expect(read({ PATH: "/bin", SHLVL: "1" }).model).toBeNull();
  });
});

describe("the model", () => {
  test.each([
    ["ollama:llama3.2:3b", { provider: "ollama", model: "llama3.2:3b" }],
    ["anthropic:claude-x", { provider: "anthropic", model: "claude-x" }],
    ["offline", "offline"],
    ["Offline", "offline"],
    ["Ollama:hf.co/Owner/Model:Q4", { provider: "ollama", model: "hf.co/Owner/Model:Q4" }],
  ])("%s is read from the environment", (name, choice) => {
    expect(read({ FAMILIAR_MODEL: name, ANTHROPIC_API_KEY: key }).model).toEqual(choice);
  });

  test("in the environment wins over the one in the file", () => {
    write({ model: "ollama:one" });
    expect(read().model).toEqual({ provider: "ollama", model: "one" });
    expect(read({ FAMILIAR_MODEL: "ollama:two" }).model).toEqual({ provider: "ollama", model: "two" });
  });

  test("is not chosen because a key happens to be set", () => {
    expect(read({ OPENAI_API_KEY: key, ANTHROPIC_API_KEY: key }).model).toBeNull();
  });

  test.each(["gpt-4o", "offline:", "ollama:a b", "mistral:large", "openai:", "openai", ":x"])(
    "%s is refused with the form it should have",
    (name) => {
      const error = refusal({ FAMILIAR_MODEL: name });
      expect(error.code).toBe("E-CONFIG-INVALID");
      expect(error.message).toContain("provider:model");
    },
  );

  test.each([
    ["openai", "OPENAI"],
    ["anthropic", "ANTHROPIC"],
  ])("of %s needs a key or an address of its own", (provider, prefix) => {
    expect(refusal({ FAMILIAR_MODEL: `${provider}:x` }).message).toContain(
      `Set ${prefix}_API_KEY, or ${prefix}_BASE_URL`,
    );
    expect(
      read({ FAMILIAR_MODEL: `${provider}:x`, [`${prefix}_BASE_URL`]: "http://127.0.0.1:9/v1" }).model,
    ).not.toBeNull();
  });
});

describe("addresses", () => {
  test.each([
    ["127.0.0.1", "http://127.0.0.1:11434"],
    ["localhost:9999", "http://localhost:9999"],
    ["0.0.0.0", "http://127.0.0.1:11434"],
    [":5000", "http://127.0.0.1:5000"],
    ["0.0.0.0:5000", "http://127.0.0.1:5000"],
    ["http://0.0.0.0:5000/", "http://127.0.0.1:5000"],
    ["::1", "http://[::1]:11434"],
    ["[::]:5000", "http://127.0.0.1:5000"],
    ["ollama", "http://ollama:11434"],
    ["192.168.1.20", "http://192.168.1.20:11434"],
    ["https://models.example.com", "https://models.example.com"],
    ["https://models.example.com/ollama/", "https://models.example.com/ollama"],
  ])("OLLAMA_HOST=%s means %s", (given, host) => {
    expect(read({ OLLAMA_HOST: given }).ollama.host).toBe(host);
  });

  test.each(["http://models.example.com", "models.example.com", "http://8.8.8.8:11434", "http://[2001:db8::1]"])(
    "plain http to %s is refused: the conversation would cross the internet readable",
    (given) => expect(refusal({ OLLAMA_HOST: given }).message).toContain("Use https"),
  );

  test.each([
    "http://10.1.2.3:8000/v1",
    "http://vllm:8000/v1",
    "http://box.local/v1",
    "http://[fd00::1]:8000/v1",
    "http://[::1]:8000/v1",
  ])("a model server in a private network may be plain: %s", (given) =>
    expect(read({ OPENAI_BASE_URL: given }).openai.baseUrl).toBe(given),
  );

  test("the weather's address may be plain on this machine only", () => {
    expect(read({ WEATHER_API_URL: "http://127.0.0.1:8080/v1/forecast" }).plugins).toEqual({
      weather: { weatherUrl: "http://127.0.0.1:8080/v1/forecast" },
    });
    expect(refusal({ WEATHER_API_URL: "http://192.168.1.20/" }).message).toContain("this machine only");
    write({ plugins: { weather: { geocodingUrl: "http://example.com" } } });
    expect(refusal().message).toContain("familiar.config.json plugins.weather.geocodingUrl: Plain http");
  });

  test.each(["ftp://host", "not an address", "javascript:1", "http://"])("%s is no address", (given) => {
    expect(refusal({ OPENAI_BASE_URL: given }).message).toMatch(/OPENAI_BASE_URL: This is not an address/);
  });

  test("a password inside an address is refused and not repeated", () => {
    const { message } = refusal({ OPENAI_BASE_URL: `https://me:${key}@models.example.com/v1` });
    expect(message).toContain("holds a name or password");
    expect(message).not.toContain(key);
  });
});
