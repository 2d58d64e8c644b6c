import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type Page, pageOf } from "../../../src/core/home/page.ts";
import type { Memory } from "../../../src/core/memory/fact.ts";
import { homeView } from "../../../src/platforms/slack/home-view.ts";
import { viewFrom } from "../../doubles/slack/views.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, ben, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox; readonly lines: LogLine[] };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  const host = inbox();
  const lines: LogLine[] = [];
  open = { ...(await slackWorld({}, host, { log: noting(lines) })), host, lines };
  await open.adapter.start(host);
  return open;
}

const page = (...lines: readonly string[]): Page => ({
  sections: [{ title: "What I know", lines }],
  note: "As of now",
});

const homesOf = async ({ double }: World, user: string) =>
  (await double.history()).views.filter((view) => view.user === user && view.type === "home");
const published = async ({ double }: World) =>
  (await double.history()).requests.filter(({ method }) => method === "views.publish");

test("who opens the Home tab sees their own page, in their own language, and anew each time", async () => {
  const world = await started();
  let times = 0;
  world.host.showHomes(async ({ place, author, locale, typed }) => {
    times += 1;
    return page(`${author.name} reads ${locale}`, `${times}`, typed("journal list"), `${place.guild} ${place.thread}`);
  });
  const lea = { id: "U0LEA000001", name: "lea", locale: "de-DE" };
  for (const by of [anna, lea, anna]) {
    const all = times + 1;
    await world.does({ type: "home", by });
    await world.until(async () => (await published(world)).length === all, "a page");
  }
  const [annas] = await homesOf(world, anna.id);
  expect(annas?.states).toHaveLength(2);
  expect(annas?.states.at(-1)?.view).toMatchObject({
    type: "home",
    blocks: [
      { type: "header", text: { type: "plain_text", text: "What I know" } },
      { type: "section", text: { text: "• anna reads en\n• 3\n• /familiar journal list\n• null null" } },
      { type: "context", elements: [{ text: "As of now" }] },
    ],
  });
  expect(JSON.stringify((await homesOf(world, lea.id))[0]?.states)).toContain("lea reads de");
  expect(await homesOf(world, ben.id)).toEqual([]);
});

test("opening it is nobody's question, and is acknowledged before the page is made", async () => {
  const world = await started();
  const waiting: ((made: Page) => void)[] = [];
  world.host.showHomes(() => new Promise<Page>((resolve) => waiting.push(resolve)));
  await world.does({ type: "home", by: anna });
  await world.until(async () => (await world.double.activity()).acknowledged === 1, "the acknowledgement");
  await world.until(() => waiting.length === 1, "it is to be made");
  waiting[0]?.(page("there"));
  await world.until(async () => (await published(world)).length === 1, "the page");
  expect(world.host.received).toEqual([]);
});

test("however often it is opened at once, it is made once more afterwards, and nobody is in another's way", async () => {
  const world = await started();
  const waiting: ((made: Page) => void)[] = [];
  const asked: string[] = [];
  world.host.showHomes(({ author }) => {
    asked.push(author.name);
    return new Promise<Page>((resolve) => waiting.push(resolve));
  });
  for (const by of [anna, anna, anna, ben]) await world.does({ type: "home", by });
  await world.until(async () => (await world.double.activity()).acknowledged === 4, "all of them");
  await world.until(() => waiting.length === 2, "one for each");
  for (const resolve of waiting) resolve(page("first"));
  await world.until(() => waiting.length === 3, "the one afterwards");
  waiting[2]?.(page("last"));
  await world.until(async () => (await published(world)).length === 3, "three pages");
  expect([...asked].sort()).toEqual(["anna", "anna", "ben"]);
  expect(JSON.stringify((await homesOf(world, anna.id))[0]?.states.at(-1))).toContain("last");
});

test.each(["limited", "internal", "drop"] as const)(
  "where Slack does not take it (%s) it is left out, told in one quiet line that names nobody, and shown the next time",
  async (fate) => {
    const world = await started();
    world.host.showHomes(async () => page("my secret"));
    await world.double.faults({ retryAfterMs: 1_000 });
    await world.double.fate("views.publish", fate);
    await world.does({ type: "home", by: anna });
    const told = () => world.lines.filter(({ message }) => message === "somebody's home was not shown");
    await world.until(() => told().length === 1, "one line");
    expect(told()).toEqual([{ level: "debug", fields: {}, message: "somebody's home was not shown" }]);
    expect(await published(world)).toHaveLength(1);
    await world.advance(2_000);
    await world.does({ type: "home", by: anna });
    await world.until(async () => (await published(world)).length === 2, "the page");
    expect(JSON.stringify(world.lines)).not.toContain("secret");
  },
);

test("what cannot be read of an opening is nobody's trouble, and a page that cannot be made is one line", async () => {
  const world = await started();
  world.host.showHomes(() => Promise.reject(new Error("the database is away, with a secret")));
  await world.does({ type: "home", by: anna });
  await world.until(() => world.lines.some(({ message }) => message === "somebody's home was not shown"), "a line");
  expect(JSON.stringify(world.lines)).not.toContain("secret");
  expect(await published(world)).toEqual([]);
});

const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom(
    "<!channel>",
    "*_~`",
    "```\n",
    "https://evil.example/a?b=c",
    "> q",
    "# h",
    "- [ ] x",
    "|a|b|\n|-|-|\n",
  ),
  fc.constantFrom("&", "<", "*", "_", "`").map((sign) => sign.repeat(1_500)),
);

test("a page of very many sections ends where Slack takes no more, and its note stands below all the same", () => {
  const sections = Array.from({ length: 80 }, (_, at) => ({ title: `${at}`, lines: ["a line"] }));
  const { blocks } = homeView({ sections, note: "As of now" });
  expect(blocks).toHaveLength(100);
  expect(blocks.at(-1)).toMatchObject({ type: "context" });
});

test("whatever stands on a page, the view is within what Slack takes, mentions nobody and links nowhere", () => {
  const sections = fc.array(fc.record({ title: wild, lines: fc.array(wild, { maxLength: 6 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(sections, wild, (made, note) => {
      const sent = JSON.parse(JSON.stringify(homeView({ sections: made, note })));
      expect(viewFrom(sent, ["home"], (kind) => `${kind}1`)).not.toHaveProperty("error");
      const written = sent.blocks.flatMap((block: { type: string; text?: { text: string } }) =>
        block.type === "section" ? [block.text?.text ?? ""] : [],
      );
      expect(written.join("\n")).not.toMatch(/<[!@#]|<https?:/);
    }),
    { numRuns: 25 },
  );
});

test("whatever is remembered and felt, and however much, the page is within what Slack takes", () => {
  const memory = fc.record({
    ...{
      about: fc.oneof(fc.constantFrom("self", "dog", "sister"), wild),
      attribute: fc.constantFrom("name", "home", "goal"),
    },
    ...{ value: wild, span: wild, single: fc.boolean() },
  });
  const kept = fc.record({
    facts: fc.array(memory as unknown as fc.Arbitrary<Memory>, { maxLength: 30 }),
    mood: fc.record({
      valence: fc.double({ min: -1, max: 1, noNaN: true }),
      energy: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.constant(new Date(0)),
    }),
    elsewhere: fc.nat(),
    entries: fc.nat(),
    sessions: fc.constant({ count: 3, newest: { lastActiveAt: new Date(0) } as never }),
  });
  const commands = ["help", "mood", "session new", "journal list", "journal delete"];
  fc.assert(
    fc.property(kept, fc.constantFrom("en", "de"), (told, locale) => {
      const view = homeView(pageOf(told, { locale, typed: (name) => `/familiar ${name}`, commands, now: new Date(0) }));
      expect(viewFrom(JSON.parse(JSON.stringify(view)), ["home"], (kind) => `${kind}1`)).not.toHaveProperty("error");
    }),
    { numRuns: 25 },
  );
});
