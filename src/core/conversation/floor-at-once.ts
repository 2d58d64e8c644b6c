import type { Part, PartLedger } from "../reply.ts";
import type { ConcernAsk, TurnId } from "../session.ts";
import { localeOf } from "./locale.ts";
import { concerned } from "./reply-to.ts";
import type { ServeDeps } from "./serve.ts";

/**
 * The safety reply without a database. Its parts bear the same nonces as those of the durable turn that follows when
 * the database is back, so that the platform keeps one of each.
 */
export async function floorAtOnce(ask: ConcernAsk, turn: TurnId, deps: ServeDeps): Promise<void> {
  const platform = deps.platform(ask.place.platform);
  const { place, room, author: asker, key: inReplyTo } = ask;
  const frame = {
    turn,
    place,
    room,
    asker,
    inReplyTo,
    covers: [inReplyTo],
    locale: localeOf(ask, deps.locale),
    subject: null,
    handle: null,
    offers: () => [],
  };
  const live = platform?.open({ ...frame, parts: [], ledger: forgetful(ask), gone: deps.closing });
  await live?.finish(concerned(ask, deps)).catch((error) => {
    deps.log.error(
      { code: "E-PLATFORM-DELIVERY" },
      "a safety reply could not be posted while the database is away",
      error,
    );
  });
}

const forgetful = ({ sentAt }: ConcernAsk): PartLedger => ({
  sending: async (part): Promise<Part> => ({ part, since: sentAt, id: null }),
  posted: async () => {},
  removing: async () => {},
  removed: async () => {},
  check: async () => {},
});
