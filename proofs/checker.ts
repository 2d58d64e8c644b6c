import { halfKept, repeatedCalls } from "./checker/books.ts";
import { shownAfterDeletion } from "./checker/deleted.ts";
import { type Facts, type Fault, type Figures, type Finding, faults } from "./checker/facts.ts";
import { disorderIn } from "./checker/order.ts";
import { type Asked, type Story, storyOf } from "./checker/story.ts";
import { duplicatesIn, halfShown, repeatedIn, unaskedIn } from "./checker/texts.ts";

export interface Verdict {
  readonly figures: Figures;
  readonly findings: readonly Finding[];
  /** How many findings there are. */
  readonly failed: number;
}

/** Pure: what a run's facts say about the promise that everything is answered exactly once. */
export function check(facts: Facts): Verdict {
  const story = storyOf(facts);
  const findings = [
    ...lostIn(story),
    ...duplicatesIn(story),
    ...disorderIn(story),
    ...halfShown(story),
    ...halfKept(story),
    ...repeatedCalls(story),
    ...unaskedIn(story),
    ...shownAfterDeletion(story),
    ...afterThaw(story),
    ...early(story),
  ];
  const repeats = { repeatedEphemerals: repeatedIn(story, "one"), repeatedResponses: repeatedIn(story, "all") };
  return { figures: { ...fatesIn(story), ...repeats, ...counted(findings) }, findings, failed: findings.length };
}

const counted = (findings: readonly Finding[]): Record<Fault, number> => {
  const count = (fault: Fault): number => findings.filter((one) => one.fault === fault).length;
  return Object.fromEntries(faults.map((fault) => [fault, count(fault)])) as Record<Fault, number>;
};

type Fate = Exclude<keyof Figures, Fault | Repeats> | "lost";
type Repeats = "repeatedEphemerals" | "repeatedResponses";

/** A visible reply counts before any word of the database's. */
function fateOf(one: Asked, { repliesTo, facts }: Story): Fate {
  const state = one.turn?.state ?? "";
  if (state === "refused" || state === "expired" || state === "uncertain") return state;
  if (repliesTo(one).length > 0) return "answered";
  if (one.goneAt !== null) return "withdrawn";
  if (facts.givenUp.includes(one.event.id)) return "unacknowledged";
  return state === "failed" && facts.forbidden.includes(one.event.channel) ? "undeliverable" : "lost";
}

function fatesIn(story: Story): Omit<Figures, Fault | Repeats> {
  const fates = story.asked.map((one) => fateOf(one, story));
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  return {
    answered: count("answered"),
    refused: count("refused"),
    expired: count("expired"),
    uncertain: count("uncertain"),
    withdrawn: count("withdrawn"),
    undeliverable: count("undeliverable"),
    unacknowledged: count("unacknowledged"),
  };
}

function lostIn(story: Story): readonly Finding[] {
  const lost = story.asked.filter((one) => fateOf(one, story) === "lost");
  return lost.map(({ key, turn }) => ({
    fault: "lost",
    words: `${key} has no reply (${turn ? `${turn.state} ${turn.reason ?? ""}`.trim() : "unknown to the database"})`,
  }));
}

/** A process that was replaced while it stood still must not show anything once it goes on. */
const afterThaw = ({ facts }: Story): readonly Finding[] =>
  facts.thawed.flatMap(({ bot, at }) =>
    facts.history.requests
      .filter(
        (request) => request.bot === bot && request.at > at && ["create", "edit", "remove"].includes(request.kind),
      )
      .map(({ kind, message }) => ({ fault: "afterThaw", words: `${kind} of ${message} by a replaced process` })),
  );

const early = ({ facts }: Story): readonly Finding[] =>
  facts.history.requests
    .filter((request) => request.early)
    .map(({ kind, channel }) => ({ fault: "early", words: `${kind} in ${channel} before it was asked for` }));
