import { expect, test } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import { opened, replacing } from "./towns.ts";

const keys = Array.from({ length: 20 }, (_, at) => `c${at}`);

/** Holds up whoever is begun, for as long as nobody opens it. */
function barrier() {
  let begun = 0;
  let open: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  let closed = true;
  const inbox = (own: Storage["inbox"]): Storage["inbox"] =>
    replacing(own, {
      begin: async (...step) => {
        if (closed) begun += 1;
        if (closed) await held;
        return own.begin(...step);
      },
    });
  return {
    inbox,
    begun: () => begun,
    letOthersPass: () => {
      closed = false;
    },
    open: () => open(),
  };
}

test("sixteen commands are served at once, the others wait in line, and nobody in danger waits there", async () => {
  const { inbox, begun, letOthersPass, open } = barrier();
  const place = await opened({ inbox });
  await Promise.all(keys.map((key) => place.says("/journal list", { key })));
  await place.until(() => begun() >= 16);
  letOthersPass();
  await place.says("I want to kill myself tonight", { key: "x", who: "cem" });
  await place.until(() => place.repliesTo("x").join("").includes("988"));
  expect(begun()).toBe(16);
  expect(keys.filter((key) => place.repliesTo(key).length > 0)).toEqual([]);
  open();
  await place.until(() => keys.every((key) => place.repliesTo(key).length === 1));
});

test("a command whose reply the platform refuses leaves its place in line while it waits", async () => {
  const place = await opened();
  const refused = keys.slice(0, 16);
  for (const key of refused) place.board(key).fates = Array(100).fill("refused");
  for (const key of refused) await place.says("/journal list", { key });
  await place.says("/journal list", { key: "next" });
  await place.until(() => place.repliesTo("next").length === 1);
  for (const key of refused) place.board(key).fates = [];
  place.clock.advance(1_000);
  await place.until(() => refused.every((key) => place.repliesTo(key).length === 1));
});
