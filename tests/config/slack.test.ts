import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type Config, readConfig } from "../../src/config.ts";
import { ConfigError } from "../../src/core/errors.ts";

const cwd = "/nowhere/that/holds/a/file";
const read = (env: Readonly<Record<string, string>>): Config => readConfig({ env, cwd, argv: [] });
const bot = "xoxb-canary-0123456789";
const app = "xapp-canary-0123456789";
const signing = "signing-canary-0123456789";

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

describe("Slack", () => {
  test("is off without a token, whatever else is set", () => {
    expect(read({}).slack).toMatchObject({ botToken: null, appToken: null, signingSecret: null, port: null });
    expect(read({ SLACK_APP_TOKEN: app, SLACK_PORT: "3000" }).slack.botToken).toBeNull();
  });

  test.each([
    { SLACK_APP_TOKEN: app },
    { SLACK_SIGNING_SECRET: signing, SLACK_PORT: "3000" },
    { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing },
  ])("is on with a token and a way in: %j", (way) => {
    const { slack } = read({ SLACK_BOT_TOKEN: bot, ...way });
    expect(slack.botToken?.reveal()).toBe(bot);
    expect([slack.appToken?.reveal(), slack.signingSecret?.reveal(), slack.port?.toString()]).toEqual([
      "SLACK_APP_TOKEN" in way ? app : undefined,
      "SLACK_SIGNING_SECRET" in way ? signing : undefined,
      "SLACK_PORT" in way ? "3000" : undefined,
    ]);
  });

  test.each([{}, { SLACK_SIGNING_SECRET: signing }, { SLACK_PORT: "3000" }])(
    "with a token and no way in says what is missing: %j",
    (half) => {
      const message = refusal({ SLACK_BOT_TOKEN: bot, ...half });
      expect(message).toMatch(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET and SLACK_PORT/);
      expect(message).not.toContain("canary");
    },
  );

  test.each(["http", "0x1F", "-1", "65536", "3000.5", "1e3"])("takes no %s for a port", (port) => {
    const message = refusal({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_PORT: port });
    expect(message).toContain("SLACK_PORT");
    expect(message).not.toContain("SLACK_BOT_TOKEN");
    expect(message).not.toContain("canary");
  });

  test("shows none of its secrets, and has them taken out of the log", () => {
    const config = read({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing });
    expect(inspect(config, { depth: null }) + JSON.stringify(config)).not.toContain("canary");
    const revealed = config.secrets.map((secret) => secret.reveal());
    expect(revealed).toEqual(expect.arrayContaining([bot, app, signing]));
  });
});
