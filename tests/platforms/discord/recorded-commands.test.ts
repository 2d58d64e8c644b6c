import { describe, expect, test } from "vitest";
import { dispatches } from "../../fixtures/discord/dispatches.ts";
import { until } from "../../until.ts";
import { between, fogSignals, harbour, mira, miraElsewhere, recordedWorld, roomIn } from "./recorded.ts";

describe("of a recorded command the core is told", () => {
  const called = (name: keyof typeof dispatches, command: string, values: object) => ({
    type: "command",
    key: `discord:${(dispatches[name].d as { readonly id: string }).id}`,
    place: harbour,
    room: roomIn(harbour),
    author: mira,
    locale: "de",
    sentAt: expect.any(Date),
    command,
    input: { type: "fields", values },
    handle: (dispatches[name].d as unknown as { readonly token: string }).token,
  });

  test("its name, where it has no options at all", async () => {
    const { hears } = recordedWorld();
    const name = "interaction-create-command";
    const sentAt = new Date("2026-03-14T10:30:01.221Z");
    expect(await hears(1, dispatches[name])).toEqual([{ ...called(name, "help", {}), sentAt }]);
  });

  test("what it is called with among direct messages, where no member calls it", async () => {
    const { hears } = recordedWorld();
    const name = "interaction-create-command-dm";
    expect(await hears(1, dispatches[name])).toEqual([
      {
        ...called(name, "journal write", { text: "A quiet day." }),
        place: between,
        room: roomIn(between, "direct"),
        author: miraElsewhere,
        handle: `hidden:${dispatches[name].d.token}`,
      },
    ]);
  });

  test("a subcommand of a group with every option in its own type, and the thread that it comes from", async () => {
    const { hears } = recordedWorld();
    const name = "interaction-create-subcommand";
    const values = { lamp: "great", minutes: 90, steady: true };
    expect(await hears(1, dispatches[name])).toEqual([
      { ...called(name, "beacon light", values), place: fogSignals, room: roomIn(fogSignals) },
    ]);
  });

  test("what a form was filled in with, under the submission's own key", async () => {
    const { hears } = recordedWorld();
    const name = "interaction-create-modal";
    const values = { text: "Fog all morning.\nThe horn held." };
    expect(await hears(1, dispatches[name])).toEqual([
      { ...called(name, "journal write", values), handle: `hidden:${dispatches[name].d.token}` },
    ]);
  });

  test("and each is answered at once by its own token", async () => {
    const { hears, requests } = recordedWorld();
    const { id, token } = dispatches["interaction-create-command"].d;
    await hears(1, dispatches["interaction-create-command"]);
    await until(() => requests.length > 0, "an answer");
    expect(requests).toEqual([`POST /interactions/${id}/${token}/callback`]);
  });
});

test("what is typed in a recorded autocomplete is asked for as the text that stands there", async () => {
  const { host, tell } = recordedWorld();
  const asked: object[] = [];
  host.complete = async (query) => {
    asked.push(query);
    return [];
  };
  tell(dispatches["interaction-create-autocomplete"]);
  await until(() => asked.length > 0, "a question");
  const query = { platform: "discord", author: mira, locale: "de" };
  expect(asked).toEqual([{ ...query, command: "journal delete", field: "number", typed: "1" }]);
});

test("a recorded press names its turn, its place, and who pressed with which rights", async () => {
  const { host, tell } = recordedWorld();
  tell(dispatches["interaction-create-button"]);
  await until(() => host.presses.length > 0, "a press");
  const at = new Date("2026-03-14T10:32:44.318Z");
  expect(host.presses).toEqual([
    { action: "good", turn: "3f1e", place: harbour, moderator: true, author: mira, locale: "de", at },
  ]);
});
