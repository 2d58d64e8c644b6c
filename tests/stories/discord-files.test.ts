import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import SqliteFile from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { discordDouble } from "../doubles/discord/discord.ts";
import type { FileSent, Say } from "../doubles/discord/doings.ts";
import { answering } from "../doubles/model-servers/behaviour.ts";
import { fakeOllama } from "../doubles/model-servers/ollama.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";

const lea = { id: "400000000000000011", name: "Lea" };
const tom = { id: "400000000000000012", name: "Tom" };
const channel = "300000000000000001";
const mention = "<@100000000000000001>";

const file = (filename: string, content: string | Buffer, more: Partial<FileSent> = {}): FileSent => {
  const bytes = Buffer.from(content);
  return { filename, content_type: "text/plain", size: bytes.length, base64: bytes.toString("base64"), ...more };
};
const png = Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex");
const recipe = "flour\nbutter\nsaffron from Isfahan\n";

interface Prompt {
  /** All that the model was told. */
  readonly text: string;
  readonly images: readonly string[];
}

/** The whole program between a Discord full of people and an Ollama. */
async function server(capabilities: readonly string[] = ["completion"]) {
  const [double, model, home] = [await discordDouble(), await fakeOllama(), await aHome()];
  onTestFinished(double.close);
  onTestFinished(model.close);
  model.install({ name: "m", capabilities, contextLength: 32_768, parameters: "num_ctx 32768" });
  model.behave(answering("I see."));
  const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "ollama:m", OLLAMA_HOST: model.address, LOG_LEVEL: "silent" };
  const discord = { DISCORD_TOKEN: "double.of.discord", DISCORD_API_URL: `${double.address}/api` };
  const config = readConfig({ env: { ...env, ...discord }, cwd: home, argv: [] });
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const app = await createApp(config, { terminal: { input, output, errors, interactive: false } });
  await app.start();
  onTestFinished(() => app.stop());
  const repliesTo = async (id: string) =>
    (await double.history()).messages
      .filter(({ reference }) => reference === id)
      .flatMap(({ states }) => states.at(-1) ?? []);
  const replyTo = async (id: string): Promise<string> =>
    (await repliesTo(id)).map(({ content }) => content ?? "").join("\n");
  /** What may be wanted of a whole answer stands below it. */
  const isWhole = async (id: string): Promise<boolean> => JSON.stringify(await repliesTo(id)).includes("again:");
  const says = async (content: string, attachments: readonly FileSent[] = [], more: Partial<Say> = {}) => {
    const said = await double.does({ type: "say", by: lea, channel: null, content, attachments, ...more });
    const id = said?.id ?? "";
    await until(() => isWhole(id), `an answer to ${content}`);
    return { id, reply: await replyTo(id) };
  };
  const asked = (): Prompt => promptIn(model.calls.at(-1)?.body ?? {});
  return { double, home, says, asked };
}

function promptIn(body: Readonly<Record<string, unknown>>): Prompt {
  const messages = body["messages"] as readonly { readonly content: string; readonly images?: readonly string[] }[];
  return {
    text: messages.map(({ content }) => content).join("\n"),
    images: messages.flatMap(({ images = [] }) => images),
  };
}

const rowsIn = (home: string, table: string): readonly unknown[] => {
  const database = new SqliteFile(join(home, "familiar.db"));
  try {
    return database.prepare(`SELECT * FROM "${table}"`).all();
  } finally {
    database.close();
  }
};

test("a text file is read with its question, and asked about again later in the session, and nowhere else", async () => {
  const { says, asked, home } = await server();
  await says("what is in there?", [file("cake.md", recipe)]);
  expect(asked().text).toMatch(/"cake\.md", sent by Lea with this message, 34 characters:\n\| flour\n\| butter\n/);
  await says("hello");
  await says("what did the file say?");
  expect(asked().text).toMatch(/"cake\.md", sent by Lea earlier, .*\n\| flour\n\| butter\n\| saffron from Isfahan\n/);
  await says("and for me?", [], { by: tom });
  expect(asked().text).not.toContain("saffron");
  await says(`${mention} and here?`, [], { channel });
  expect(asked().text).not.toContain("saffron");
  const kept = await Promise.all(
    (await readdir(home)).filter((name) => name.includes("familiar.db")).map((name) => readFile(join(home, name))),
  );
  expect(["saffron", "cake.md"].filter((word) => Buffer.concat(kept).includes(word))).toEqual([]);
});

test("a model that can see is shown the image, also when nothing is said beside it, and once more at the next question", async () => {
  const { says, asked } = await server(["completion", "vision"]);
  await says("", [file("cat.txt", png)]);
  expect(asked().images).toEqual([png.toString("base64")]);
  expect(asked().text).toContain('Image 1: "cat.txt", sent by Lea with this message.');
  await says("what colour was it?");
  expect(asked().images).toEqual([png.toString("base64")]);
  await says(`${mention} and here?`, [], { channel });
  expect(asked().images).toEqual([]);
});

test("before a model that sees nothing it says so, and answers", async () => {
  const { says, asked, home } = await server();
  const { reply } = await says("who is that?", [file("cat.png", png)]);
  expect(reply).toMatch(/^I see\.\n+The model I have can't see images, so I don't know what `cat\.png` shows\.$/);
  expect(asked().images).toEqual([]);
  expect(asked().text).toContain('hidden from you: "cat.png"');
  expect(rowsIn(home, "Attachment")).toEqual([]);
});

test("what cannot be read is named with its reason, and the question is answered", async () => {
  const { says } = await server(["completion", "vision"]);
  const { reply } = await says("and these?", [
    file("big.log", "x".repeat(262_145)),
    file("huge.png", png, { size: 5_242_881 }),
    file("song.txt", Buffer.from([0xff, 0xfb, 0x90, 0x00])),
    { filename: "gone.txt", content_type: "text/plain", size: 3 },
  ]);
  expect(reply).toMatch(/Too large for me: `big\.log` and `huge\.png`\./);
  expect(reply).toMatch(/I can't read `song\.txt`\./);
  expect(reply).toMatch(/I couldn't get at `gone\.txt`\. .*\[E-ATTACHMENT-UNREACHABLE\]/);
});

test("an address that is not Discord's is never asked for, whatever a message says", async () => {
  const { says } = await server();
  const elsewhere = createServer((_, response) => void response.end("secrets of the house"));
  elsewhere.listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  onTestFinished(() => void elsewhere.close());
  let connections = 0;
  elsewhere.on("connection", () => {
    connections += 1;
  });
  const { port } = elsewhere.address() as AddressInfo;
  const { reply } = await says("read that", [file("a.txt", "a", { address: `http://127.0.0.1:${port}/a.txt` })]);
  expect(reply).toContain("E-ATTACHMENT-UNREACHABLE");
  expect(connections).toBe(0);
});

test("a deleted question takes its file along", async () => {
  const { double, says, asked, home } = await server();
  const { id } = await says("what is in there?", [file("cake.md", recipe)]);
  expect(rowsIn(home, "Attachment")).toHaveLength(1);
  await double.does({ type: "delete", messages: [id] });
  await until(async () => rowsIn(home, "Attachment").length === 0, "the file to be gone");
  await says("what did the file say?");
  expect(asked().text).not.toContain("saffron");
});

test("a file of the message replied to is read, as its sender's, and not kept", async () => {
  const { double, says, asked, home } = await server();
  const said = { type: "say", by: tom, channel, content: "look", attachments: [file("cake.md", recipe)] } as const;
  const before = await double.does(said);
  await says(`${mention} what is that?`, [], { channel, ...(before && { reference: before.id }) });
  expect(asked().text).toMatch(/"cake\.md", sent by Tom with this message, .*\n\| flour/);
  expect(rowsIn(home, "Attachment")).toEqual([]);
});
