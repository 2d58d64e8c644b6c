import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** Looked at when the connection stands; the whole request leaves in the same breath. */
  readonly still: () => Promise<void>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/**
 * One request over a kept connection. The program's own fetch leaves time between the last look and the first byte, in
 * which a process may be frozen.
 */
export function httpClient(): (url: string, wanted: HttpRequest) => Promise<HttpAnswer> {
  const agent = new Agent({ keepAlive: true });
  return (url, { method, headers, body, signal, still }) =>
    new Promise((resolve, reject) => {
      const sending = request(url, { method, agent, signal, headers: { ...headers, ...lengthOf(body) } });
      const send = (): void =>
        void still().then(
          () => sending.end(body),
          (error) => sending.destroy(error),
        );
      sending.once("socket", (socket) => (socket.connecting ? socket.once("connect", send) : send()));
      sending.once("error", reject);
      sending.once("response", (answer) => void answerOf(answer).then(resolve, reject));
    });
}

const answerOf = async (answer: IncomingMessage): Promise<HttpAnswer> => ({
  status: answer.statusCode ?? 0,
  headers: answer.headers,
  text: await text(answer),
});

const lengthOf = (body: string): Readonly<Record<string, string>> =>
  body === "" ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
