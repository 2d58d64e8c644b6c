/** How the companion feels in one room. */
export interface Mood {
  /** -1 (low) .. 1 (glad) */
  readonly valence: number;
  /** 0 (calm) .. 1 (lively) */
  readonly energy: number;
  readonly at: Date;
}

export const moodCauses = ["kind-words", "harsh-words", "good-news", "sad-news", "lively-talk", "thanks"] as const;
export type MoodCause = (typeof moodCauses)[number];

/** What one message does to a mood. */
export interface Appraisal {
  /** -1..1: how the words feel. */
  readonly sentiment: number;
  readonly cause: MoodCause | null;
  /** Whether the words speak of the companion ("you are great") or of the person's own life. */
  readonly towards: "companion" | "self" | "other";
}

/** A change with its cause. Replaying all events gives the same mood. */
export interface MoodEvent {
  readonly cause: MoodCause;
  /** Whose words: the name people see. */
  readonly by: string;
  readonly sentiment: number;
  readonly at: Date;
}
