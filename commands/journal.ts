import {
  type AnyCommand,
  type Choice,
  type CommandCall,
  command,
  described,
  type JournalEntry,
  localized,
  type Markdown,
  type Typing,
  UserError,
  words,
  z,
} from "familiar/kit";

/** Entries on one page of a list. */
const pageSize = 10;
/** Nobody turns this many pages; it bounds what one list reads. */
const lastPage = 1000;
const longestEntry = 20_000;
/** Entries that a completion looks at: it is asked for with every sign that is typed. */
const offered = 100;

const text = z
  .string()
  .trim()
  .min(1)
  .max(longestEntry)
  .meta(described(localized((w) => w.journal.text())));
const page = z
  .int()
  .min(1)
  .max(lastPage)
  .default(1)
  .meta(described(localized((w) => w.journal.page())));
const search = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta(described(localized((w) => w.journal.words())));
const number = z
  .int()
  .min(1)
  .meta(described(localized((w) => w.journal.number())));

/** A diary of one's own: asked for anywhere, shown to its author alone. */
export const journalCommands: readonly AnyCommand[] = [
  command({
    name: "journal write",
    summary: localized((w) => w.journal.writeSummary()),
    args: z.object({ text }),
    visibility: "person",
    form: true,
    run: async (args, { person, locale, now, repositories }) => {
      const entry = await repositories.journal.write(person, args.text, now);
      return words(locale).journal.written(entry.number);
    },
  }),
  command({
    name: "journal list",
    summary: localized((w) => w.journal.listSummary()),
    args: z.object({ page }),
    visibility: "person",
    run: async (args, call) =>
      pageOf(await call.repositories.journal.list(call.person, args.page * pageSize + 1), args.page, call),
  }),
  command({
    name: "journal search",
    summary: localized((w) => w.journal.searchSummary()),
    args: z.object({ words: search }),
    visibility: "person",
    run: async (args, call) =>
      foundBy(await call.repositories.journal.search(call.person, args.words, pageSize + 1), call),
  }),
  command({
    name: "journal delete",
    summary: localized((w) => w.journal.deleteSummary()),
    args: z.object({ number }),
    visibility: "person",
    suggest: { number: numbersFor },
    run: async (args, { person, locale, repositories }) => {
      if (await repositories.journal.delete(person, args.number)) return words(locale).journal.deleted(args.number);
      throw new UserError("E-NOT-FOUND", (w) => w.journal.unknown(args.number));
    },
  }),
];

/** The newest entries whose numbers begin so, for their author alone. */
async function numbersFor({ typed, person, journal, locale }: Typing): Promise<readonly Choice[]> {
  const newest = person === null ? [] : await journal.list(person, offered);
  return newest
    .map(({ number: value, writtenAt, text: said }) => ({
      value: String(value),
      label: words(locale).journal.entry(value, writtenAt, said.replaceAll(/\s+/gu, " ")),
    }))
    .filter(({ value }) => value.startsWith(typed.replace("#", "")));
}

function pageOf(newest: readonly JournalEntry[], pageNumber: number, { locale }: CommandCall): Markdown {
  const say = words(locale).journal;
  if (newest.length === 0) return say.empty();
  const here = newest.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  if (here.length === 0) throw new UserError("E-NOT-FOUND", (w) => w.journal.emptyPage(pageNumber));
  const older = newest.length > pageNumber * pageSize ? ["", say.older(pageNumber + 1)] : [];
  return [say.title(), ...here.map(rowIn(locale)), ...older].join("\n");
}

function foundBy(entries: readonly JournalEntry[], { locale }: CommandCall): Markdown {
  const say = words(locale).journal;
  if (entries.length === 0) return say.notFound();
  const more = entries.length > pageSize ? ["", say.narrow()] : [];
  return [say.found(), ...entries.slice(0, pageSize).map(rowIn(locale)), ...more].join("\n");
}

/** An item of a Markdown list; what an entry says on further lines stays inside the item. */
const rowIn =
  (locale: CommandCall["locale"]) =>
  (entry: JournalEntry): Markdown =>
    `- ${words(locale).journal.entry(entry.number, entry.writtenAt, entry.text.replaceAll("\n", "\n  "))}`;
