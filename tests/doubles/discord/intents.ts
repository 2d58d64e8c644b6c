import type { Settings } from "./options.ts";

/** Bits of an IDENTIFY. */
export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

const highest = 1 << 25;

export const isValid = (asked: unknown): asked is number =>
  typeof asked === "number" && Number.isInteger(asked) && asked >= 0 && asked < highest << 1;

/** Whether it asks for a privileged one that the portal does not grant. */
export function isDisallowed(asked: number, { messageContent, guildMembers }: Settings): boolean {
  const refused =
    intents.guildPresences | (messageContent ? 0 : intents.messageContent) | (guildMembers ? 0 : intents.guildMembers);
  return (asked & refused) !== 0;
}

/** The "limited" bits, as an application in few guilds has them. */
export const applicationFlags = ({ messageContent, guildMembers }: Settings): number =>
  (messageContent ? 1 << 19 : 0) | (guildMembers ? 1 << 15 : 0);
