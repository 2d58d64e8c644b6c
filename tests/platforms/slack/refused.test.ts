import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { Outbound } from "../../../src/platforms/slack/outbound.ts";
import type { Doing } from "../../doubles/slack/doings.ts";
import type { Faults } from "../../doubles/slack/faults.ts";
import { usualScopes } from "../../doubles/slack/options.ts";
import { type LogLine, noting, silent } from "../../storage-fixture.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox; readonly lines: LogLine[] };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

/** Half a minute is over soon. */
const speed = 30;

async function started(): Promise<World> {
  const host = inbox();
  const lines: LogLine[] = [];
  open = { ...(await slackWorld({}, host, { log: noting(lines), speed })), host, lines };
  await open.adapter.start(host);
  return open;
}

const linesOf = ({ lines }: World, wanted: LogLine["level"]): readonly LogLine[] =>
  lines.filter(({ level }) => level === wanted);

/** When a socket was asked for, and refused. */
async function refusals({ double }: World): Promise<readonly number[]> {
  const { requests } = await double.history();
  return requests
    .filter(({ method, outcome }) => method === "apps.connections.open" && outcome === "refused")
    .map(({ at }) => at);
}

/** No socket is to be had, and the one that there is breaks. */
async function refuse({ double }: World, error: string): Promise<void> {
  await double.faults({ refused: { "apps.connections.open": error } });
  await double.sockets({ type: "drop" });
}

describe("a new socket that Slack refuses", () => {
  test.each([
    ["invalid_auth", "E-SLACK-TOKEN", "SLACK_APP_TOKEN"],
    ["missing_scope", "E-SLACK-SCOPE", "Reinstall to Workspace"],
  ] as const)(
    "by %s is told to the operator once, and asked for slowly until Slack takes it",
    async (error, code, words) => {
      const world = await started();
      await refuse(world, error);
      await world.until(async () => (await refusals(world)).length >= 3, "it is asked for again and again");
      const [first = 0, second = 0, third = 0] = await refusals(world);
      for (const pause of [second - first, third - second]) expect(pause).toBeGreaterThanOrEqual(29_000);
      const line = { fields: { code }, message: expect.stringContaining(words) };
      expect(linesOf(world, "error")).toMatchObject([line]);
      await world.double.faults({ refused: {} });
      const isBack = () => linesOf(world, "info").some(({ message }) => message === "connected to Slack again");
      await world.until(isBack, "it is back");
      await world.does({ type: "say", by: anna, channel, text: `${mention} still there?` });
      expect((await world.host.next()).ask).toMatchObject({ text: "still there?" });
      expect(linesOf(world, "error")).toMatchObject([line]);
    },
  );

  test("is asked for no more once the program closes", async () => {
    const world = await started();
    await refuse(world, "invalid_auth");
    await world.until(async () => (await refusals(world)).length >= 1, "it is refused");
    await world.adapter.stop();
    const before = await refusals(world);
    const asked = world.clock.now().getTime();
    await world.until(() => world.clock.now().getTime() > asked + 45_000, "more than half a minute");
    expect(await refusals(world)).toEqual(before);
  });
});

const familiar = { user: "U0FAMILIAR1", id: "B0FAMILIAR1" };
const team = {
  ...{ id: "T0HARBOUR01", name: "The Harbour", domain: "the-harbour", token: "xoxb-double-of-slack", bot: familiar },
  channels: [{ id: channel, name: "general" }],
};

/** What is told of a message that is refused, in a workspace where this was done before. */
async function toldOf(
  { does, faults = {}, scopes = usualScopes }: { does?: Doing; faults?: Partial<Faults>; scopes?: readonly string[] },
  where = channel,
): Promise<unknown> {
  const { double, clock } = await slackWorld({ teams: [{ ...team, scopes }] });
  if (does) await double.does(does);
  await double.faults(faults);
  const token = new Secret(team.token);
  const outbound = new Outbound({ token, apiUrl: `${double.address}/api`, clock, log: silent });
  const post = { channel: where, thread: null, mark: "line" as const, text: "Hello.", blocks: [] };
  return outbound.post(post).catch((error: unknown) => error);
}

describe("what Slack refuses for good names what can be done, and where:", () => {
  test.each([
    [
      "the token was revoked",
      { does: { type: "revoke" } },
      /^Slack refused it: token_revoked\. .*xoxb-.* SLACK_BOT_TOKEN/,
    ],
    ["the app was removed", { does: { type: "uninstall" } }, /: account_inactive\. .*xoxb-.* SLACK_BOT_TOKEN/],
    [
      "a scope is missing",
      { scopes: ["im:write"] },
      /: missing_scope\. .* lacks a permission: chat:write\. .*Reinstall/,
    ],
    ["it left the channel", { does: { type: "leave", by: anna, channel, user: familiar.user } }, /\/invite the app to/],
    [
      "the channel was archived",
      { does: { type: "archive", by: anna, channel } },
      /: is_archived\. The channel is arch/,
    ],
    ["it may not post there", { faults: { forbidden: [channel] } }, /: restricted_action\. A setting of the workspace/],
  ] as const)("%s", async (_, circumstances, words) => {
    const refusal = { code: "E-PLATFORM-DELIVERY", retryable: false, message: expect.stringMatching(words) };
    expect(await toldOf(circumstances)).toMatchObject(refusal);
  });

  test("and nothing more where nobody can do anything", async () => {
    expect(await toldOf({}, "C0NOWHERE01")).toMatchObject({ message: "Slack refused it: channel_not_found." });
  });
});
