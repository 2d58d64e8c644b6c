import { describe, expect, test } from "vitest";
import { dispatches } from "../fixtures/discord/dispatches.ts";
import { type Name, scenes } from "./discord-scenes.ts";
import { differences } from "./discord-shapes.ts";
import { openedDiscord } from "./discord-stage.ts";

describe("the double dispatches what was recorded, in its shape:", () => {
  test.each(Object.entries(scenes))("%s", async (name, [kind, scene]) => {
    const recorded = dispatches[name as Name];
    const made = (await scene(await openedDiscord())) as typeof recorded;
    expect([made.op, made.t, typeof made.s]).toEqual([recorded.op, recorded.t, "number"]);
    expect(differences(madeOnly(recorded.d), made.d, kind, name)).toEqual([]);
  });

  test("all but what the double has nobody for", () => {
    const left = Object.keys(dispatches).filter((name) => !(name in scenes));
    expect(left).toEqual(["message-create-reply-to-deleted", "message-create-system", "message-create-webhook"]);
  });
});

/** Without the channels that the double does not have: of other kinds, or with permissions of their own. */
function madeOnly(recorded: object): object {
  if (!("channels" in recorded)) return recorded;
  const { channels } = recorded as Pick<(typeof dispatches)["guild-create"]["d"], "channels">;
  const plain = channels.filter(({ type, permission_overwrites: own }) => type === 0 && own?.length === 0);
  return { ...recorded, channels: plain };
}
