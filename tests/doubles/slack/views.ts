import { textProblems } from "./block-elements.ts";
import { viewBlocksOf } from "./blocks.ts";
import type { Refusal } from "./errors.ts";
import { refusal } from "./errors.ts";
import type { MakeId } from "./ids.ts";
import type { Block, ViewRecord } from "./records.ts";

/** What a view shows, as an app has sent it. */
export interface ViewContent {
  readonly type: "modal" | "home";
  readonly title: unknown;
  readonly submit: unknown;
  readonly close: unknown;
  readonly blocks: readonly Block[];
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly external_id: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
}

/** A modal or a home tab of one user. */
export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly bot: string;
  readonly root: string;
  readonly previous: string | null;
  readonly states: { readonly at: number; readonly view: ViewContent }[];
  hash: string;
  closedAt: number | null;
}

export interface Views {
  open(view: Pick<View, "team" | "user" | "bot" | "previous"> & { readonly content: ViewContent }): View;
  change(view: View, content: ViewContent): void;
  /** Null where it is closed, or was never there. */
  get(id: string | null): View | null;
  byExternalId(team: string, id: string | null): View | null;
  homeOf(team: string, user: string): View | null;
  /** Closes it and what lies above it, or the whole stack. */
  close(view: View, whole: boolean): void;
  /** From the bottom to the top. */
  stackOf(view: View): readonly View[];
  records(): readonly ViewRecord[];
}

export function views(makeId: MakeId, now: () => number): Views {
  const all: View[] = [];
  const state = { serial: 0 };
  const newHash = (): string => {
    state.serial += 1;
    return `${Math.floor(now() / 1_000)}.${makeId("").slice(1)}${state.serial}`;
  };
  const isOpen = ({ closedAt }: View): boolean => closedAt === null;
  const stackOf: Views["stackOf"] = ({ root }) => all.filter((one) => one.root === root && isOpen(one));
  return {
    open: ({ content, previous, ...who }) => {
      const id = makeId("V");
      const root = all.find((one) => one.id === previous)?.root ?? id;
      const view: View = {
        ...who,
        id,
        root,
        previous,
        hash: newHash(),
        closedAt: null,
        states: [{ at: now(), view: content }],
      };
      all.push(view);
      return view;
    },
    change: (view, content) => {
      view.states.push({ at: now(), view: content });
      view.hash = newHash();
    },
    get: (id) => all.find((one) => one.id === id && isOpen(one)) ?? null,
    byExternalId: (team, id) =>
      all.find((one) => id !== null && one.team === team && isOpen(one) && contentOf(one).external_id === id) ?? null,
    homeOf: (team, user) =>
      all.find((one) => one.team === team && one.user === user && contentOf(one).type === "home") ?? null,
    close: (view, whole) => {
      const stack = stackOf(view);
      for (const one of whole ? stack : stack.slice(stack.indexOf(view))) one.closedAt = now();
    },
    stackOf,
    records: () =>
      all.map(({ id, team, user, bot, states, closedAt, ...view }) => ({
        ...{ id, team, user, bot, states, closedAt, type: contentOf({ ...view, states }).type },
      })),
  };
}

export function contentOf({ states }: Pick<View, "states">): ViewContent {
  const last = states.at(-1);
  if (!last) throw new Error("a view has never shown anything");
  return last.view;
}

const largest = 250_000;

/** The view as it was sent, or why Slack does not take it. */
export function viewFrom(given: unknown, types: readonly string[], makeId: MakeId): ViewContent | Refusal {
  if (typeof given !== "object" || given === null) return wrongView("missing required field: view", "");
  if (JSON.stringify(given).length > largest) return refusal("view_too_large");
  const sent = given as Record<string, unknown>;
  if (!types.includes(String(sent["type"]))) return wrongView(`must be one of ${types.join(", ")}`, "/type");
  const problem = faceProblem(sent);
  if (problem) return problem;
  const blocks = viewBlocksOf(sent["blocks"], makeId);
  return "error" in blocks ? blocks : contentFrom(sent, blocks);
}

const wrongView = (text: string, path: string): Refusal =>
  refusal("invalid_arguments", [`${text} [json-pointer:/view${path}]`]);

function faceProblem(sent: Record<string, unknown>): Refusal | null {
  const longest = { callback_id: 255, external_id: 255, private_metadata: 3_000 };
  for (const [name, most] of Object.entries(longest))
    if (String(sent[name] ?? "").length > most)
      return wrongView(`must be less than ${most + 1} characters`, `/${name}`);
  if (sent["type"] === "home") return null;
  const given = ["title", "submit", "close"].filter((name) => name === "title" || sent[name] !== undefined);
  const problems = given.flatMap((name) => textProblems(sent[name], 24, `/${name}`, ["plain_text"]));
  const [first] = problems;
  if (first) return wrongView(first[0], first[1]);
  const asks = Array.isArray(sent["blocks"]) && sent["blocks"].some((block) => block?.type === "input");
  return asks && sent["submit"] === undefined ? wrongView("missing required field: submit", "") : null;
}

const contentFrom = (sent: Record<string, unknown>, blocks: readonly Block[]): ViewContent => ({
  type: sent["type"] as ViewContent["type"],
  title: sent["title"] ?? null,
  submit: sent["submit"] ?? null,
  close: sent["close"] ?? null,
  blocks,
  callback_id: String(sent["callback_id"] ?? ""),
  private_metadata: String(sent["private_metadata"] ?? ""),
  external_id: String(sent["external_id"] ?? ""),
  clear_on_close: sent["clear_on_close"] === true,
  notify_on_close: sent["notify_on_close"] === true,
});
