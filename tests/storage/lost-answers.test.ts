/** A commit whose answer is lost on the way comes out once, and a database that is away for a while is waited for. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import type { Storage } from "../../src/core/storage.ts";
import { openTurn } from "../contracts/storage-inbox.ts";
import {
  accepted,
  arrivalOf,
  arrive,
  askIn,
  at,
  later,
  messageOf,
  newPerson,
  newPlace,
  newScope,
  reply,
} from "../contracts/storage-rows.ts";
import { type TcpProxy, tcpProxy } from "../doubles/tcp-proxy.ts";
import { type LogLine, noting, postgresDatabase, type TestDatabase } from "../storage-fixture.ts";

let database: TestDatabase;
let proxy: TcpProxy;
let storage: Storage;
let log: LogLine[];

beforeEach(async () => {
  database = await postgresDatabase();
  const url = new URL(database.options.databaseUrl.reveal());
  proxy = await tcpProxy(url.hostname, Number(url.port));
  url.port = String(proxy.port);
  log = [];
  storage = await database.open({ databaseUrl: new Secret(url.href), log: noting(log) });
  log.length = 0;
});
afterEach(async () => {
  proxy.refuse(false);
  await storage.close();
  await proxy.close();
  await database.remove();
});

const levels = () => log.filter(({ level }) => level === "error" || level === "info").map(({ level }) => level);

for (const answer of ["lost", "never asked"] as const) {
  describe(`when all connections end at a commit that was ${answer === "lost" ? "carried out" : "not carried out"}`, () => {
    const cut = async <T>(work: () => Promise<T>): Promise<T> => {
      const sprung = proxy.cutAt("COMMIT", answer);
      const working = work();
      await sprung;
      return working;
    };

    test("an arrival is fresh, and there once", async () => {
      const arrival = arrivalOf(askIn(newPlace(), "hi"));
      expect(await cut(() => arrive(storage, arrival))).toMatchObject({ fresh: true, turn: { id: arrival.id } });
      expect((await storage.inbox.open()).map(({ id }) => id)).toEqual([arrival.id]);
    });

    test("a turn is begun once, with those joined", async () => {
      const [member, lead] = [await accepted(storage), await accepted(storage)];
      await cut(() => storage.inbox.begin(lead, [member], at));
      expect(await openTurn(storage, lead)).toMatchObject({ attempts: 1, joined: [{ id: member }] });
    });

    test("a reply and all that is kept with it are there once", async () => {
      const turn = await accepted(storage);
      const person = await newPerson(storage);
      await storage.inbox.begin(turn, [], at);
      const place = newPlace();
      const session = await storage.sessions.current(place, askIn(place, "").room, at);
      const message = messageOf(session.id, newScope(), { turn });
      const given = await cut(() =>
        storage.transaction(async (tx) => {
          await tx.messages.append(message);
          await tx.journal.write(person, "slept badly", at);
          return tx.inbox.answered(turn, reply, at);
        }),
      );
      expect(given).toEqual(reply);
      expect(await openTurn(storage, turn)).toMatchObject({ state: "answered", reply });
      expect(await storage.messages.ofTurns([turn])).toEqual([message]);
      expect((await storage.journal.list(person, 9)).map(({ number }) => number)).toEqual([1]);
    });

    test("a part is on its way once, posted once, and the turn delivered once", async () => {
      const turn = await accepted(storage);
      await storage.inbox.begin(turn, [], at);
      await storage.inbox.answered(turn, reply, at);
      expect(await cut(() => storage.inbox.sending(turn, 0, at))).toEqual({ part: 0, since: at, id: null });
      await cut(() => storage.inbox.posted(turn, 0, "m0", later));
      expect((await openTurn(storage, turn))?.parts).toEqual([{ part: 0, since: at, id: "m0" }]);
      await cut(() => storage.inbox.delivered(turn, later));
      expect(await storage.inbox.open()).toEqual([]);
    });

    test("what counts up counts once", async () => {
      const person = await newPerson(storage);
      expect(await cut(() => storage.journal.write(person, "slept badly", at))).toMatchObject({ number: 1 });
      expect(await storage.journal.list(person, 9)).toHaveLength(1);
    });
  });
}

test("while nothing can be reached calls wait, which is told once, and its end once", async () => {
  const turn = await accepted(storage);
  proxy.refuse(true);
  proxy.cut();
  const waiting = [
    storage.inbox.begin(turn, [], at),
    storage.pluginValues.set("a", "b", "kept"),
    storage.transaction((tx) => tx.pluginValues.set("a", "c", "kept")),
  ];
  await expect.poll(() => proxy.refused).toBeGreaterThan(6);
  proxy.refuse(false);
  await Promise.all(waiting);
  expect(await openTurn(storage, turn)).toMatchObject({ attempts: 1 });
  expect(await Promise.all(["b", "c"].map((key) => storage.pluginValues.get("a", key)))).toEqual(["kept", "kept"]);
  expect(levels()).toEqual(["error", "info"]);
  const [error] = log.filter(({ level }) => level === "error");
  expect(error?.fields).toMatchObject({ code: "E-DATABASE-UNREACHABLE" });
  expect(error?.message).toMatch(/See that it runs/);
});

test("closing ends what waits, and nothing is read or kept afterwards", async () => {
  proxy.refuse(true);
  proxy.cut();
  const ended = expect(storage.pluginValues.set("a", "b", "never")).rejects.toMatchObject({ code: "E-STOPPING" });
  await expect.poll(() => proxy.refused).toBeGreaterThan(1);
  await storage.close();
  await ended;
  await expect(storage.pluginValues.get("a", "b")).rejects.toMatchObject({ code: "E-STOPPING" });
});
