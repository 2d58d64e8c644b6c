/** By which our own messages are found again. */
export interface Mark {
  readonly answers: string;
  readonly part: number;
}

/** A line outside any reply, which is never looked for. */
export type Line = "line";

const markType = "familiar_reply";
const lineType = "familiar_line";

/** What is written into a message of ours. */
export const metadataOf = (mark: Mark | Line) =>
  mark === "line" ? { event_type: lineType, event_payload: {} } : { event_type: markType, event_payload: { ...mark } };

/** Null where the message is none of ours, or no reply; or a reply that is a stream, which is marked when it ends. */
export function markIn(message: object): Mark | Line | null {
  const { metadata } = message as { metadata?: { event_type?: string; event_payload?: Partial<Mark> } };
  if (metadata?.event_type === lineType) return "line";
  if (metadata?.event_type !== markType) return null;
  const { answers = "", part = 0 } = metadata.event_payload ?? {};
  return { answers, part };
}
