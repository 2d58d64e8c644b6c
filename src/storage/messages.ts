import { scopeKey } from "../core/memory/audience.ts";
import type { Passage } from "../core/memory/fact.ts";
import type { MessageId, PersonId, SessionId, TurnId } from "../core/session.ts";
import type { Messages, StoredMessage } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import type { Message as MessageRow } from "./generated/sqlite/client.ts";
import { type SearchQuery, scopeFrom, searchText, termsIn } from "./search.ts";
import { withoutNul } from "./text.ts";

export function messages(database: Database): Messages {
  const { client } = database;
  return {
    append: (message) => database.atomically((tx) => append(tx, message)),
    recent: async (session, limit) => {
      const rows = await client.message.findMany({
        where: { sessionId: session },
        orderBy: { seq: "desc" },
        take: limit,
      });
      return rows.reverse().map(toMessage);
    },
    search: (audience, terms, limit) => search(database, { audience, terms, limit }),
    ofTurns: async (turns) => {
      const rows = await client.message.findMany({ where: { turn: { in: [...turns] } }, orderBy: { seq: "asc" } });
      return rows.map(toMessage);
    },
    saidBy: async (person, audience) => {
      const where = { person, role: "user", scope: { in: audience.map(scopeKey) } };
      return (await client.message.findMany({ where, orderBy: { seq: "desc" } })).map(toPassage);
    },
    hide: (ids) => database.atomically((tx) => hide(tx, ids)),
    eraseTurns: (turns) => database.atomically((tx) => eraseTurns(tx, turns)),
  };
}

async function append(client: Client, { session, terms, scope, ...message }: StoredMessage): Promise<void> {
  const searchable = message.recallable && message.role === "user";
  await client.message.create({
    data: {
      ...message,
      text: withoutNul(message.text),
      authorName: withoutNul(message.authorName),
      sessionId: session,
      scope: scopeKey(scope),
      search: searchText(searchable ? scope : null, terms),
    },
    select: { seq: true },
  });
  await client.session.update({
    where: { id: session },
    data: { lastActiveAt: message.at, messageCount: { increment: 1 } },
    select: { id: true },
  });
}

/** The index has chosen; scope and recall are asked of the rows once more, as a second wall. */
async function search({ client, search }: Database, query: SearchQuery): ReturnType<Messages["search"]> {
  const found = await search.messages(client, query);
  if (found.length === 0) return [];
  const rows = await client.message.findMany({
    where: {
      seq: { in: [...found] },
      scope: { in: query.audience.map(scopeKey) },
      recallable: true,
      role: "user",
    },
    orderBy: { seq: "desc" },
  });
  return rows.map(toPassage);
}

const toPassage = (row: MessageRow): Omit<Passage, "score"> => ({
  message: row.id as MessageId,
  turn: row.turn as TurnId,
  person: row.person as PersonId,
  saidBy: row.authorName,
  text: row.text,
  saidAt: row.at,
});

async function hide(client: Client, ids: readonly MessageId[]): Promise<void> {
  const rows = await client.message.findMany({ where: { id: { in: [...ids] } }, select: { seq: true, search: true } });
  for (const { seq, search } of rows) {
    const data = { recallable: false, search: searchText(null, termsIn(search)) };
    await client.message.update({ where: { seq }, data, select: { seq: true } });
  }
}

async function eraseTurns(client: Client, turns: readonly TurnId[]): Promise<number> {
  const where = { turn: { in: [...turns] } };
  const sessions = await client.message.groupBy({ by: "sessionId", where, _count: true });
  for (const { sessionId, _count } of sessions) {
    await client.session.update({
      where: { id: sessionId },
      data: { messageCount: { decrement: _count } },
      select: { id: true },
    });
  }
  const { count } = await client.message.deleteMany({ where });
  return count;
}

const toMessage = (row: MessageRow): StoredMessage => ({
  id: row.id as MessageId,
  session: row.sessionId as SessionId,
  turn: row.turn as TurnId,
  role: row.role === "user" ? "user" : "assistant",
  person: row.person as PersonId,
  authorName: row.authorName,
  scope: scopeFrom(row.scope),
  text: row.text,
  tokens: row.tokens,
  terms: termsIn(row.search),
  recallable: row.recallable,
  at: row.at,
});
