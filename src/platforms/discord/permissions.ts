import { PermissionFlagsBits } from "discord.js";
import type { Words } from "../../locales/words.ts";

/** A permission, by the word that its name in every language is found under. */
export type Permission = keyof Words["discord"]["permissions"];

const bits: Readonly<Record<Permission, bigint>> = {
  view: PermissionFlagsBits.ViewChannel,
  send: PermissionFlagsBits.SendMessages,
  "send-in-threads": PermissionFlagsBits.SendMessagesInThreads,
  history: PermissionFlagsBits.ReadMessageHistory,
};

const needed = Object.keys(bits) as readonly Permission[];

/** What it needs and these, a number in text as Discord writes them, do not hold. An administrator may everything. */
export function lackingIn(permissions: string): readonly Permission[] {
  const held = BigInt(permissions);
  const lacks = (bit: bigint): boolean => (held & bit) === 0n;
  return lacks(PermissionFlagsBits.Administrator) ? needed.filter((one) => lacks(bits[one])) : [];
}

/** Where a server is chosen to invite it to, with what it needs and nothing more. */
export function inviteAddress(application: string): string {
  const address = new URL("https://discord.com/oauth2/authorize");
  const permissions = needed.reduce((sum, one) => sum | bits[one], 0n);
  address.search = String(
    new URLSearchParams({
      client_id: application,
      scope: "bot applications.commands",
      permissions: String(permissions),
    }),
  );
  return address.href;
}
