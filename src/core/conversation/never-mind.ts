import type { Ask } from "../session.ts";
import { whole } from "./phrasing.ts";
import { plainSpelling } from "./spelling.ts";

const neverMind = whole(
  "never ?mind",
  "nvm",
  "forget it",
  "(?:ok,? )?leave it",
  "(?:ach,? )?schon gut",
  "vergiss es",
  "lass (?:gut|es) sein",
  "(?:ist )?egal",
);

/** Whether somebody takes back a question that waits for its answer. */
export const saysNeverMind = (ask: Ask): boolean =>
  ask.type === "message" && neverMind.test(plainSpelling(ask.text).replace(/[.!…]+$/, ""));
