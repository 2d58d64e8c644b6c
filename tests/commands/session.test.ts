import { expect, test } from "vitest";
import { sessionCommands } from "../../commands/session.ts";
import { dispatch } from "../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../src/core/commands/registry.ts";
import { type Locale, type PlaceKey, placeKey, type SessionId } from "../../src/core/session.ts";
import type { Session, Sessions } from "../../src/core/storage.ts";
import { callBy } from "./command-call.ts";

const conversation = () => {
  const kept: Session[] = [];
  const session = (place: PlaceKey, name: string | null, at: Date): Session => ({
    id: String(kept.length) as SessionId,
    place,
    name,
    startedAt: at,
    lastActiveAt: at,
    messages: kept.length === 0 ? 1 : 12,
  });
  const sessions: Sessions = {
    current: () => Promise.reject(new Error("no command asks for it")),
    start: async (place, _room, name, at) => {
      const started = session(placeKey(place), name, at);
      kept.unshift(started);
      return started;
    },
    inRoom: () => Promise.reject(new Error("no command asks for it")),
    list: async (place, limit) => kept.filter((one) => one.place === placeKey(place)).slice(0, limit),
  };
  const registry = commandRegistry(sessionCommands);
  return async (text: string, locale: Locale = "en") =>
    (await dispatch(registry, null, { type: "line", text }, callBy({ locale, repositories: { sessions } }))).body;
};

test("a fresh conversation begins, with a name or without, and memory stays", async () => {
  const ask = conversation();
  expect(await ask("/session new")).toBe("A fresh conversation begins here. What I remember stays.");
  expect(await ask("/session new  trip to Oslo ")).toBe(
    "A fresh conversation begins here: trip to Oslo. What I remember stays.",
  );
});

test("the list shows the conversations of this place, and which is the present one", async () => {
  const ask = conversation();
  await ask("/session new");
  await ask("/session new trip to Oslo");
  expect((await ask("/session list")).split("\n")).toEqual([
    "Conversations here, newest first:",
    "- trip to Oslo · since 23 Nov 2026, 14:05 · 12 messages · this one",
    "- no name · since 23 Nov 2026, 14:05 · 1 message",
  ]);
  expect(await ask("/session list", "de")).toContain("- ohne Namen · seit 23.11.2026, 14:05 · 1 Nachricht");
});

test("a place without conversations says so", async () => {
  expect(await conversation()("/session list")).toMatch(/no conversation here yet/);
});

test("a name that is far too long is refused in words", async () => {
  expect(await conversation()(`/session new ${"x".repeat(81)}`)).toMatch(/at most 80 characters.*\[E-COMMAND-INPUT\]$/);
});
