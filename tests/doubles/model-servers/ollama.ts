import type { Ending } from "./behaviour.ts";
import { type Frames, type ModelServer, modelServer, type Recorded, type ServerOptions } from "./server.ts";
import { ollamaShape } from "./shape.ts";

/** A model that the fake Ollama has installed. */
export interface FakeModel {
  readonly name: string;
  readonly modifiedAt?: string;
  readonly capabilities?: readonly string[];
  readonly contextLength?: number;
  /** As in a Modelfile: `num_ctx 16384`. */
  readonly parameters?: string;
  readonly remoteHost?: string;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const chunk = (content: string) => ({
  model: "fake",
  created_at: "2026-01-01T00:00:00Z",
  message: { role: "assistant", content },
  done: false,
});

const closing = ({ reason, usage }: Ending) => ({
  ...chunk(""),
  done: true,
  done_reason: reason === "length" ? "length" : "stop",
  ...(usage ? { prompt_eval_count: usage.inputTokens, eval_count: usage.outputTokens } : {}),
});

const frames: Frames = {
  contentType: "application/x-ndjson",
  open: () => "",
  delta: (text) => line(chunk(text)),
  close: (ending) => line(closing(ending)),
};

const tags = (models: readonly FakeModel[]) => ({
  models: models.map(({ name, modifiedAt = "2026-01-01T00:00:00Z", remoteHost }) => ({
    name,
    model: name,
    modified_at: modifiedAt,
    size: 1,
    digest: "0",
    ...(remoteHost ? { remote_host: remoteHost } : {}),
  })),
});

const card = ({ capabilities = ["completion"], contextLength = 131_072, parameters, remoteHost }: FakeModel) => ({
  details: { family: "fake" },
  model_info: { "general.architecture": "fake", "fake.context_length": contextLength },
  capabilities,
  ...(parameters ? { parameters } : {}),
  ...(remoteHost ? { remote_host: remoteHost } : {}),
});

export interface FakeOllama extends ModelServer {
  install(...models: readonly FakeModel[]): void;
}

/** Speaks Ollama's native API. */
export async function fakeOllama(options?: ServerOptions): Promise<FakeOllama> {
  let models: readonly FakeModel[] = [{ name: "llama3.2:3b" }];
  const other = ({ path, body }: Recorded): object | null => {
    if (path === "/api/tags") return tags(models);
    const asked = path === "/api/show" ? models.find(({ name }) => name === body?.["model"]) : undefined;
    return asked ? card(asked) : null;
  };
  // A model that is not there is nobody's that sees.
  const sees = (model: unknown): boolean =>
    models.some(({ name, capabilities = [] }) => name === model && capabilities.includes("vision"));
  const server = await modelServer({ path: "/api/chat", frames, shape: ollamaShape(sees), other }, options);
  return {
    ...server,
    install: (...installed) => {
      models = installed;
    },
  };
}
