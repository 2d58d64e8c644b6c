import type { Finding, TurnFact } from "./facts.ts";
import type { Asked, Story } from "./story.ts";

const half = (words: string): Finding => ({ fault: "halfWritten", words });

/** Turns of which the database holds a half, and turns that never came to an end. */
export function halfKept(story: Story): readonly Finding[] {
  return [...unendedIn(story), ...halfTurns(story), ...journalsOff(story)];
}

const ends = ["delivered", "refused", "expired", "uncertain", "failed", "withdrawn"];

const unendedIn = ({ facts }: Story): readonly Finding[] =>
  facts.turns.filter(({ state }) => !ends.includes(state)).map(({ key, state }) => half(`${key} is still ${state}`));

/**
 * A delivered reply to messages has their words, one answer, one receipt and one model call that ended well; one more for
 * each of them that was taken back when it had been answered, and without which the others were answered anew.
 */
function halfTurns({ asked, facts }: Story): readonly Finding[] {
  const withToken = new Set(asked.filter(({ token }) => token !== null).map(({ key }) => key));
  const leads = facts.turns.filter(
    ({ key, lead, state }) => withToken.has(key) && lead === null && state === "delivered",
  );
  return leads.flatMap((lead) => {
    const group = [lead, ...facts.turns.filter((turn) => turn.lead === lead.id && turn.state === "delivered")];
    const sum = (count: (turn: TurnFact) => number): number => group.reduce((all, turn) => all + count(turn), 0);
    const user = sum((turn) => turn.userMessages);
    const assistant = sum((turn) => turn.assistantMessages);
    const [receipts, stops] = [sum((turn) => turn.receipts), sum((turn) => turn.stops)];
    const said = user >= 1 && user <= group.length && assistant === 1;
    const paid = receipts === 1 && stops >= 1 && stops <= 1 + takenBack(group, asked);
    return paid && (said || (user + assistant === 0 && mayBeErased(group, asked)))
      ? []
      : [
          half(
            `${lead.key} has ${[user, assistant, receipts, stops].join(", ")} (said, answers, receipts, model calls)`,
          ),
        ];
  });
}

/** Of several; who takes back all there is is not answered anew. */
const takenBack = (group: readonly TurnFact[], asked: readonly Asked[]): number =>
  group.length === 1
    ? 0
    : asked.filter(({ key, goneAt }) => goneAt !== null && group.some((turn) => turn.key === key)).length;

/** Words go when their author takes them back, also after they were answered, or asks to forget. */
function mayBeErased(group: readonly TurnFact[], asked: readonly Asked[]): boolean {
  const own = asked.filter(({ key }) => group.some((turn) => turn.key === key));
  const authors = own.map(({ event }) => event.author.id);
  const forgets = ({ event }: Asked): boolean =>
    event.type === "message" && event.text.startsWith("Forget") && authors.includes(event.author.id);
  return own.some(({ goneAt }) => goneAt !== null) || asked.some(forgets);
}

/** Every journal command that was carried out has written one entry, and none has written two. */
function journalsOff({ asked, facts }: Story): readonly Finding[] {
  const written = new Map<string, number>();
  for (const one of asked.filter(isJournal)) {
    const { author } = one.event;
    written.set(author.id, (written.get(author.id) ?? 0) + 1);
  }
  const authors = new Set([...written.keys(), ...Object.keys(facts.journal)]);
  return [...authors].flatMap((author) => {
    const [wanted, found] = [written.get(author) ?? 0, facts.journal[author] ?? 0];
    return Array.from({ length: Math.abs(wanted - found) }, () =>
      half(`${author} has ${found} journal entries after ${wanted} commands`),
    );
  });
}

const carriedOut = ["delivered", "answered", "uncertain", "failed"];

const isJournal = ({ event, turn }: Asked): boolean =>
  event.type === "command" && event.command === "journal write" && turn !== null && carriedOut.includes(turn.state);

/** Model calls for what had its answer in the database already; a question that has lost a part is asked anew. */
export function repeatedCalls({ asked, facts }: Story): readonly Finding[] {
  const byToken = new Map(asked.flatMap((one) => (one.token === null ? [] : [[one.token, one] as const])));
  return facts.calls.flatMap(({ tokens, at, serial }) =>
    tokens.flatMap((token) => {
      const one = byToken.get(token);
      const since = one && facts.committed.get(one.key);
      if (!one || since === undefined || since >= at || lostPart(one, asked)) return [];
      return [{ fault: "repeatedModelCalls", words: `call ${serial} for ${one.key} after its answer` } as const];
    }),
  );
}

const lostPart = ({ event }: Asked, asked: readonly Asked[]): boolean =>
  asked.some(
    (other) =>
      other.goneAt !== null && other.event.channel === event.channel && other.event.author.id === event.author.id,
  );
