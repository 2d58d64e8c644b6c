import { afterEach, describe, expect, test } from "vitest";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox; readonly lines: LogLine[] };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  const host = inbox();
  const lines: LogLine[] = [];
  open = { ...(await slackWorld({}, host, { log: noting(lines) })), host, lines };
  await open.adapter.start(host);
  return open;
}

const errorsIn = ({ lines }: World): readonly LogLine[] => lines.filter(({ level }) => level === "error");

describe("the operator is told once, and what to do, when the workspace has", () => {
  test.each([
    ["removed the app", "uninstall"],
    ["revoked the app's token", "revoke"],
  ] as const)("%s", async (_, type) => {
    const world = await started();
    await world.does({ type });
    await world.until(async () => errorsIn(world).length > 0, "a line for the operator");
    await world.double.advance(60_000);
    expect(errorsIn(world)).toMatchObject([
      { fields: { code: "E-SLACK-TOKEN" }, message: expect.stringContaining("Install to Workspace") },
    ]);
  });
});

test("an answer to a channel that was archived meanwhile is refused for good, and not tried again", async () => {
  const world = await started();
  await world.does({ type: "say", by: anna, channel, text: `${mention} what is new?` });
  const { ask, turn } = await world.host.next();
  await world.does({ type: "archive", by: anna, channel });
  const late = world.adapter.open(deliveryOf(ask, turn)).finish(replyOf("Too late."));
  await expect(late).rejects.toMatchObject({ code: "E-PLATFORM-DELIVERY", retryable: false });
});
