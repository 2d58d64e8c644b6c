import type { Page, PageSection } from "../../core/home/page.ts";
import type { Markdown } from "../../core/reply.ts";
import { partsOf } from "../shared/markdown/split.ts";
import { partLength, sectionOf } from "./blocks.ts";
import { slackDialect } from "./markdown.ts";

type ViewBlock =
  | ReturnType<typeof sectionOf>
  | { readonly type: "header"; readonly text: { readonly type: "plain_text"; readonly text: string } }
  | { readonly type: "context"; readonly elements: readonly ReturnType<typeof sectionOf>["text"][] };

export interface HomeView {
  readonly type: "home";
  readonly blocks: readonly ViewBlock[];
}

/** Slack takes a hundred blocks of a view, a header of 150 characters and a context of 2,000. */
const mostBlocks = 100;
const longestTitle = 150;
const longestNote = 1_900;

/** A page as Slack shows it. Nothing in it is a link: no address on it is one that somebody gave to be followed. */
export function homeView({ sections, note }: Page): HomeView {
  const [below = ""] = inSlack(note, longestNote);
  const foot: readonly ViewBlock[] = below === "" ? [] : [{ type: "context", elements: [sectionOf(below).text] }];
  return { type: "home", blocks: [...sections.flatMap(blocksOf).slice(0, mostBlocks - foot.length), ...foot] };
}

function blocksOf({ title, lines }: PageSection): readonly ViewBlock[] {
  const parts = inSlack(lines.map((line) => `- ${line}`).join("\n"), partLength).map(sectionOf);
  const head = title.trim().slice(0, longestTitle);
  return [...(head === "" ? [] : [headerOf(head)]), ...parts];
}

const headerOf = (text: string): ViewBlock => ({ type: "header", text: { type: "plain_text", text } });

const inSlack = (text: Markdown, limit: number): readonly string[] =>
  partsOf(text, { dialect: slackDialect, limit, known: () => false });
