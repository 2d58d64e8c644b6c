import type { Args } from "./arguments.ts";
import { blocksOf } from "./blocks.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import type { Parts } from "./parts.ts";
import type { Content } from "./posting.ts";
import { escaped } from "./text.ts";

const markdownMost = 12_000;

/** What a request wants a message to say, or why Slack does not take it. */
export function contentOf({ makeId }: Parts, args: Args, textMost: number): Content | Refusal {
  const markdown = args.text("markdown_text");
  const text = args.text("text") ?? "";
  const blocks = blocksOf(args.json("blocks"), makeId);
  if (isRefusal(blocks)) return blocks;
  if (markdown !== null && (text !== "" || blocks.length > 0)) return refusal("markdown_text_conflict");
  if (markdown !== null) return markdownContent(markdown);
  const attachments = args.json("attachments") ?? [];
  if (!Array.isArray(attachments)) return refusal("invalid_attachments");
  if (attachments.length > 100) return refusal("too_many_attachments");
  if (text === "" && blocks.length === 0 && attachments.length === 0) return refusal("no_text");
  if (text.length > textMost) return refusal("msg_too_long");
  const parsed = args.text("parse") === "full" || args.flag("link_names");
  return { text: escaped(text), blocks, attachments, parsed };
}

function markdownContent(text: string): Content | Refusal {
  if (text === "") return refusal("no_text");
  return text.length > markdownMost ? refusal("msg_too_long") : { text, markdown: true, blocks: [] };
}
