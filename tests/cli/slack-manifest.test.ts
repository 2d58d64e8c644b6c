import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printSlackManifest } from "../../src/cli/slack-manifest.ts";
import { readConfig } from "../../src/config.ts";
import { aHome } from "../stories/familiar.ts";
import { familiar } from "./familiar.ts";

/** The manifest that these settings lead to. */
async function printed(settings: object, env: Readonly<Record<string, string>> = {}, url: string | null = null) {
  const cwd = await aHome();
  await writeFile(join(cwd, "familiar.config.json"), JSON.stringify(settings));
  const out: string[] = [];
  await printSlackManifest(readConfig({ env, cwd, argv: [] }), (line) => out.push(line), url);
  return JSON.parse(out.join("\n"));
}

test("it prints JSON and nothing else, for Socket Mode, with one command", async () => {
  const { output, errors, code } = await familiar({}, "slack-manifest");
  expect([errors, code]).toEqual(["", 0]);
  const { display_information, features, settings } = JSON.parse(output);
  expect(display_information.name).toBe("Familiar");
  expect(features.bot_user).toEqual({ display_name: "familiar", always_online: true });
  expect(features.slash_commands).toMatchObject([{ command: "/familiar", should_escape: false }]);
  expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(output).not.toContain("_url");
});

test("with the address as a flag it is for signed requests, which all come to one path", async () => {
  const { output, code } = await familiar({}, "slack-manifest", "--url", "https://familiar.example.org/");
  const address = "https://familiar.example.org/slack/events";
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    features: { slash_commands: [{ url: address }] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: address },
      interactivity: { request_url: address },
    },
  });
});

test("an address that Slack could not call is refused, and not repeated", async () => {
  const { output, errors, code } = await familiar({}, "slack-manifest", "--url=http://my.secret.example");
  expect([output, code]).toEqual(["", 2]);
  expect(errors).toMatch(/--url must be the https address.*\[E-CONFIG-INVALID\]\n$/);
  expect(errors).not.toContain("secret");
});

test("with a port and no app token it is for signed requests, and a placeholder says that the address is missing", async () => {
  const { settings } = await printed({}, { SLACK_PORT: "3000" });
  expect(settings.socket_mode_enabled).toBe(false);
  expect(settings.event_subscriptions.request_url).toMatch(/^https:\/\/replace-this-with-your-address/);
  const both = await printed({}, { SLACK_PORT: "3000", SLACK_APP_TOKEN: "xapp-1" });
  expect(both.settings.socket_mode_enabled).toBe(true);
});

test("name, language, command and aliases are those of the settings", async () => {
  const slack = { commandName: "momo", aliases: ["/journal", "weather"] };
  const { display_information, features } = await printed({ slack, locale: "de", persona: { name: "Mömo die Große" } });
  expect(display_information).toMatchObject({
    name: "Mömo die Große",
    description: expect.stringContaining("Begleiter"),
  });
  expect(features.bot_user.display_name).toBe("momo-die-groe");
  expect(features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
    "/momo",
    "/journal",
    "/weather",
  ]);
  expect(features.slash_commands[1].description).toContain("/momo journal");
});

test.each([
  [{ commandName: "remind" }, /slack\.commandName: Slack keeps this name/],
  [{ aliases: ["journal", "status"] }, /slack\.aliases\.1: Slack keeps this name/],
  [{ commandName: "Familiar!" }, /slack\.commandName: .*lower-case letters/],
  [{ aliases: ["journal", "journal"] }, /slack\.aliases: A name stands here twice/],
  [{ aliases: ["familiar"] }, /slack\.aliases: A name stands here twice/],
])("names that Slack would refuse are a problem of the settings: %j", async (slack, words) => {
  await expect(printed({ slack })).rejects.toThrow(words);
});
