/** Hands one message on as if it were heard now; `received` resolves when it is durable. */
export type Hand<Message> = (message: Message) => Promise<{ readonly received: Promise<unknown> }>;

/** In their order. Resolves when all of them are durable. */
export async function handAll<Message>(
  messages: readonly Message[],
  hand: Hand<Message>,
  closing: AbortSignal,
): Promise<void> {
  const all: Promise<unknown>[] = [];
  for (const message of messages) {
    closing.throwIfAborted();
    const { received } = await hand(message);
    received.catch(() => {}); // awaited below, with all others
    all.push(received);
  }
  await Promise.all(all);
}
