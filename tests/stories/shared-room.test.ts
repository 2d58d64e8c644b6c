import { expect, onTestFinished, test } from "vitest";
import { answering, gate, hanging } from "../doubles/model-servers/behaviour.ts";
import { fakeOpenai } from "../doubles/model-servers/openai.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";
import { house } from "./room.ts";

const model = async () => {
  const server = await fakeOpenai();
  onTestFinished(() => server.close());
  return { server, env: { FAMILIAR_MODEL: "openai:m1", OPENAI_BASE_URL: `${server.address}/v1` } };
};

test("people share a room, each is remembered there, and what is whispered stays with its person", async () => {
  const { someone, restarts } = await house(await aHome());
  const [anna, ben] = [someone("Anna"), someone("Ben")];
  await (await anna.says("my dog is called Biscuit")).hears(/Biscuit/);
  await (await anna.whispers("my sister is called Wilhelmina")).hears(/Wilhelmina/);
  await restarts();
  await (await anna.says("what is my dog called?")).hears(/Biscuit/);
  expect(await (await ben.says("what is Anna's sister called?")).hears(/./)).not.toContain("Wilhelmina");
});

test("a message said while the program is away is answered when it is back, once", async () => {
  const { server, env } = await model();
  server.behave(answering("Here I am."));
  const { someone, restarts, platform } = await house(await aHome(), env);
  await platform.faults({ outage: true });
  const saying = await someone("Anna").says("are you there?");
  await restarts();
  await platform.faults({ outage: false });
  await saying.hears(/Here I am/);
  expect(await saying.replies()).toHaveLength(1);
});

test("somebody in danger is helped while the model hangs: shortly in the room, with the rest for them alone", async () => {
  const { server, env } = await model();
  server.behave(hanging);
  const { someone, platform } = await house(await aHome(), env);
  await someone("Ben").says("tell me a long story");
  const saying = await someone("Anna").says("I want to kill myself");
  await saying.hears(/findahelpline|112/);
  const own = async () => (await platform.history()).messages.filter(({ privateTo }) => privateTo === "anna");
  await until(async () => (await own()).length > 0, "what is for Anna alone");
  expect(await own()).toHaveLength(1);
  expect(server.calls).toHaveLength(1);
});

test("a model that is away is told in one line, and the line becomes the answer when it is back", async () => {
  const { server, env } = await model();
  const { port } = server;
  await server.close();
  const { someone } = await house(await aHome(), env, 20);
  const saying = await someone("Anna").says("hello");
  await saying.hears(/My model isn't answering/);
  const again = await fakeOpenai({ port });
  onTestFinished(() => again.close());
  again.behave(answering("Back again."));
  await saying.hears(/^Back again\.$/);
  expect(await saying.replies()).toHaveLength(1);
});

test("a question that is deleted while it is answered leaves nothing standing, and the next one is answered", async () => {
  const { server, env } = await model();
  const { opened, open } = gate();
  server.behave(answering("Half an answer", { until: opened }, " and the rest"), answering("The next."));
  const { someone } = await house(await aHome(), env);
  const saying = await someone("Anna").says("tell me");
  await saying.hears(/^Half an answer$/);
  await saying.deletes();
  await until(async () => (await saying.replies()).length === 0, "the reply is taken back");
  open();
  await (await someone("Anna").says("and now?")).hears(/The next/);
  expect(await saying.replies()).toEqual([]);
});
