import { type APIMessage, type APIUser, MessageType } from "discord.js";

type Sparse<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/**
 * A message with all that Discord itself always tells. Other servers that speak its protocol leave out what is empty: a
 * question is not to be lost because of that.
 */
export function whole<M extends APIMessage>(message: M, now: Date): M {
  const told: Sparse<APIMessage> = message;
  const content = told.content ?? "";
  const replied = told.referenced_message;
  return {
    ...message,
    content,
    type: told.type ?? (told.message_reference ? MessageType.Reply : MessageType.Default),
    mentions: told.mentions ?? namedIn(content),
    attachments: told.attachments ?? [],
    timestamp: Number.isNaN(Date.parse(told.timestamp ?? "")) ? now.toISOString() : message.timestamp,
    ...(replied && { referenced_message: whole(replied, now) }),
  };
}

const namedIn = (content: string): APIUser[] =>
  [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => ({ ...nobody, id }));

const nobody = { username: "someone", discriminator: "0", global_name: null, avatar: null } as const;
