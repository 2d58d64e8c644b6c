import { join } from "node:path";
import SqliteFile from "libsql";
import { expect, test } from "vitest";
import { words } from "../../src/locales/words.ts";
import { until } from "../until.ts";
import { channel, lea, mention, slackWorkspace, tom } from "./slack-workspace.ts";

type Workspace = Awaited<ReturnType<typeof slackWorkspace>>;

const homeOf = async ({ double }: Workspace, user: string): Promise<string> => {
  const all = (await double.history()).views.filter((view) => view.user === user);
  return JSON.stringify(all.flatMap(({ states }) => states.at(-1) ?? []));
};
const openings = async ({ double }: Workspace): Promise<number> =>
  (await double.history()).requests.filter(({ method }) => method === "views.publish").length;

async function opensHome(workspace: Workspace, by: typeof lea): Promise<string> {
  const before = await openings(workspace);
  await workspace.does({ type: "home", by });
  await until(async () => (await openings(workspace)) > before, "a page");
  return homeOf(workspace, by.id);
}

/** How many rows each table has. */
function countsIn(home: string): Readonly<Record<string, number>> {
  const file = new SqliteFile(join(home, "familiar.db"));
  try {
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const count = (name: string): number =>
      (file.prepare(`SELECT COUNT(*) AS n FROM "${name}"`).get() as { n: number }).n;
    return Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
  } finally {
    file.close();
  }
}

test("the Home tab tells each person what is kept of them, and of nobody else", async () => {
  const workspace = await slackWorkspace();
  await workspace.run();
  const { does, hears } = workspace;
  const told = await does({ type: "say", by: lea, channel: null, text: "my dog is called Canarya" });
  await hears(told, /Canarya/);
  const open = await does({ type: "say", by: lea, channel, text: `${mention} my cat is called Canaryb` });
  await hears(open, /Canaryb/);
  await does({ type: "command", by: lea, channel, command: "/familiar", text: "journal write slept Canaryc" });
  await until(async () => (await workspace.double.history()).messages.some(({ visibleTo }) => visibleTo), "a word");
  const leas = await opensHome(workspace, lea);
  expect(leas).toContain("Your dog is called Canarya.");
  expect(leas).toContain("1 entry, encrypted.");
  expect(leas).not.toMatch(/Canary[bc]/);
  expect(await opensHome(workspace, tom)).not.toContain("Canary");
  const forgotten = await does({ type: "say", by: lea, channel: null, text: "forget my dog" });
  await hears(forgotten, /Gone/);
  expect(await opensHome(workspace, lea)).not.toContain("Canarya");
});

test("opening the Home tab or the pane keeps nothing, and makes nobody known", async () => {
  const workspace = await slackWorkspace();
  await workspace.run();
  const told = await workspace.does({ type: "say", by: lea, channel: null, text: "my dog is called Rex" });
  await workspace.hears(told, /Rex/);
  await until(async () => (await workspace.double.activity()).underway === 0, "rest");
  const before = countsIn(workspace.home);
  for (const by of [lea, tom]) await opensHome(workspace, by);
  await workspace.does({ type: "assistant", by: tom });
  await workspace.does({ type: "home", by: tom, tab: "messages" });
  await until(async () => (await workspace.double.history()).statuses.length === 2, "the first questions");
  expect(countsIn(workspace.home)).toEqual(before);
  expect(before["Memory"]).toBe(1);
});

test("each question that the pane offers is answered in its thread, and teaches nothing", async () => {
  const workspace = await slackWorkspace();
  await workspace.run();
  for (const locale of ["en", "de"] as const)
    for (const { message } of words(locale).slackPane.prompts()) {
      const { channel: where, ts } = await workspace.does({ type: "assistant", by: lea });
      await workspace.does({ type: "say", by: lea, channel: where, text: message, thread: ts ?? "" });
      await workspace.hears({ channel: where, ts }, /./);
      const said = await workspace.texts({ channel: where, ts });
      expect(said, message).not.toMatch(/can't answer|don't know$|nicht beantworten/);
    }
  expect(countsIn(workspace.home)["Memory"]).toBe(0);
  await until(async () => {
    const { statuses } = await workspace.double.history();
    return statuses.filter(({ kind }) => kind === "title").length === 8;
  }, "a title for each");
});
