import { describe, expect, onTestFinished, test } from "vitest";
import { fakeAnthropic } from "../doubles/model-servers/anthropic.ts";
import { answering, refusing } from "../doubles/model-servers/behaviour.ts";
import { fakeOllama } from "../doubles/model-servers/ollama.ts";
import { fakeOpenai } from "../doubles/model-servers/openai.ts";
import type { ModelServer } from "../doubles/model-servers/server.ts";
import { aHome, sitsAt } from "./familiar.ts";

const served = async <S extends ModelServer>(start: () => Promise<S>): Promise<S> => {
  const server = await start();
  onTestFinished(() => server.close());
  return server;
};

const kinds = [
  {
    api: "openai",
    start: fakeOpenai,
    env: (at: string) => ({ FAMILIAR_MODEL: "openai:m1", OPENAI_BASE_URL: `${at}/v1` }),
  },
  {
    api: "anthropic",
    start: fakeAnthropic,
    env: (at: string) => ({ FAMILIAR_MODEL: "anthropic:m1", ANTHROPIC_BASE_URL: at, ANTHROPIC_API_KEY: "key" }),
  },
  { api: "ollama", start: fakeOllama, env: (at: string) => ({ FAMILIAR_MODEL: "ollama:m1", OLLAMA_HOST: at }) },
] as const;

describe.each(kinds)("a conversation with a model of $api", ({ api, start, env }) => {
  test("its words arrive exactly as it wrote them, and the receipt names it", async () => {
    const server = await served<ModelServer>(start);
    server.behave(answering("Grüße, ", "🦊🏽 und ", "ein „Zitat“\n- eins\n- zwei"));
    const kim = await sitsAt(await aHome(), env(server.address));
    const { reply, receipt } = await kim.says("sag etwas");
    expect(reply).toBe("Grüße, 🦊🏽 und ein „Zitat“\n- eins\n- zwei");
    expect(receipt).toMatchObject({ provider: api, model: "m1" });
    await kim.leaves();
  });

  test("what was told before a restart is in the prompt of the next question", async () => {
    const server = await served<ModelServer>(start);
    server.behave(answering("All right."));
    const home = await aHome();
    const kim = await sitsAt(home, env(server.address));
    await kim.says("my tortoise is called Balthazar");
    await kim.leaves();
    const back = await sitsAt(home, env(server.address));
    await back.says("/session new");
    const { receipt } = await back.says("what is my tortoise called?");
    expect(JSON.stringify(server.calls.at(-1)?.body)).toContain("Balthazar");
    expect(receipt?.memories.length).toBeGreaterThan(0);
    await back.leaves();
  });

  test("a busy model is said in words with the time to wait, and nothing of the failure enters the conversation", async () => {
    const server = await served<ModelServer>(start);
    server.behave(refusing(429, {}, { "retry-after": "7" }), answering("Back again."));
    const kim = await sitsAt(await aHome(), env(server.address));
    expect((await kim.says("hello")).reply).toMatch(/7 s.*\[E-MODEL-RATE-LIMIT\]/);
    expect((await kim.says("and now?")).reply).toBe("Back again.");
    expect(JSON.stringify(server.calls.at(-1)?.body)).not.toContain("E-MODEL");
    await kim.leaves();
  });
});

test("a key alone chooses no model: not one connection is made to its server", async () => {
  const [openai, ollama] = [await served(fakeOpenai), await served(fakeOllama)];
  await ollama.close();
  const environment = { FAMILIAR_MODEL: "", OPENAI_API_KEY: "sk-set", OPENAI_BASE_URL: `${openai.address}/v1` };
  const kim = await sitsAt(await aHome(), { ...environment, OLLAMA_HOST: ollama.address });
  await kim.says("hello there");
  await kim.says("why is the sky blue?");
  await kim.leaves();
  expect(openai.connections()).toBe(0);
});

test("corrections are answered by code under any model, and the model is not asked", async () => {
  const server = await served(fakeOpenai);
  server.behave(answering("Noted."));
  const kim = await sitsAt(await aHome(), kinds[0].env(server.address));
  await kim.says("my cat is called Rex");
  const calls = server.calls.length;
  const { reply, receipt } = await kim.says("no, my cat is Momo, not Rex");
  expect(reply).toMatch(/Corrected.*Momo/);
  expect(receipt).toBeNull();
  expect(server.calls.length).toBe(calls);
  await kim.leaves();
});
