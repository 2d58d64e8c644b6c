import type { KnownAttachments } from "../attachments/attachment.ts";
import type { MemoryPlan, Recall } from "../memory/fact.ts";
import type { Appraisal, Mood } from "../mood/mood.ts";
import type { Locale } from "../session.ts";

/** What a turn knows, as data: the same that a language model is told in its prompt. */
export interface Knowledge {
  readonly locale: Locale;
  /** The words to be answered. */
  readonly said: string;
  readonly attachments: KnownAttachments;
  /** Whom we talk with, as they asked to be called; null while unknown. */
  readonly personName: string | null;
  /** What this message teaches, corrects or takes back. */
  readonly plan: MemoryPlan;
  readonly recall: Recall;
  readonly mood: Mood;
  readonly appraisal: Appraisal;
  /** Nothing was said in this session before. */
  readonly opening: boolean;
  /** Names of the commands that can be pointed to, such as `journal write`. */
  readonly commands: readonly string[];
}
