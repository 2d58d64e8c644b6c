import { PassThrough } from "node:stream";
import { consoleAdapter } from "../../../src/platforms/console/adapter.ts";
import { type PlatformUnderTest, platformContract } from "../../contracts/platform.ts";
import { fakeTerminal } from "../../doubles/terminal.ts";
import { clock, counting, hearing, silent } from "./harness.ts";

const settings = {
  color: false,
  locale: "en",
  banner: () => [],
  user: { id: "me", name: "Priya" },
  ids: counting(),
  clock,
  log: silent,
  limits: { messageCharacters: 10_000 },
} as const;

const piped = async (json: boolean): Promise<PlatformUnderTest> => {
  const input = new PassThrough();
  const output = hearing();
  const terminal = { input, output: output.stream, errors: new PassThrough(), interactive: false };
  return {
    adapter: consoleAdapter({ ...settings, json, terminal }),
    say: (text) => void input.write(`${text}\n`),
    seen: output.text,
    sees: output.until,
  };
};

const atTerminal = async (): Promise<PlatformUnderTest> => {
  const { input, output, screen, keys, until } = fakeTerminal(80);
  return {
    adapter: consoleAdapter({
      ...settings,
      json: false,
      terminal: { input, output, errors: output, interactive: true },
    }),
    say: (text) => keys(`${text}\r`),
    seen: screen,
    sees: until,
  };
};

platformContract("the console in a pipe", () => piped(false));
platformContract("the console with --json", () => piped(true));
platformContract("the console at a terminal", atTerminal);
