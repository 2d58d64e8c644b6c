/** By which our own messages are found again. */
export interface Mark {
  readonly answers: string;
  readonly part: number;
}

const markType = "familiar_reply";

/** What is written into a message of ours. */
export const metadataOf = (mark: Mark) => ({ event_type: markType, event_payload: { ...mark } });

/** Null where the message is none of ours, or no reply. */
export function markIn(message: object): Mark | null {
  const { metadata } = message as { metadata?: { event_type?: string; event_payload?: Partial<Mark> } };
  if (metadata?.event_type !== markType) return null;
  const { answers = "", part = 0 } = metadata.event_payload ?? {};
  return { answers, part };
}
