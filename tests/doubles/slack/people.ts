import type { Deed } from "./deed.ts";
import type { Doing } from "./doings.ts";
import type { Parts } from "./parts.ts";
import { chatting } from "./people-chatting.ts";
import { gathering } from "./people-gathering.ts";
import { interacting } from "./people-interacting.ts";
import { managing } from "./people-managing.ts";
import { opening } from "./people-opening.ts";
import type { PersonEvent } from "./records.ts";
import type { Team } from "./world.ts";

/** What people do there, in order. */
export interface People {
  /** Null where what it is about is not there, or Slack would not let them. */
  does(doing: Doing): PersonEvent | null;
  all(): readonly PersonEvent[];
}

export function people(parts: Parts): People {
  const events: PersonEvent[] = [];
  return {
    does: (doing) => {
      const team = teamOf(parts, doing);
      if ("by" in doing && parts.world.deactivated.has(doing.by.id)) return null;
      if ("by" in doing) parts.world.meet(doing.by, team.id);
      const deed = carryOut(parts, doing, team);
      if (deed === null) return null;
      const channel = parts.world.channels.get(deed.channel ?? "");
      const { id, ts = null, thread = null, trigger = null } = deed;
      const event: PersonEvent = {
        ...{ id, ts, thread, trigger, at: parts.now(), team: deed.team },
        by: "by" in doing ? doing.by : null,
        channel: deed.channel,
        kind: channel?.kind ?? null,
        doing,
      };
      events.push(event);
      deed.tell();
      return event;
    },
    all: () => events,
  };
}

function teamOf({ world }: Parts, doing: Doing): Team {
  const [first] = world.teams.values();
  const channel = "channel" in doing ? world.channels.get(doing.channel ?? "") : null;
  const named = channel?.team ?? doing.team ?? first?.id;
  return world.team(named ?? "");
}

const carryOut = (parts: Parts, doing: Doing, team: Team): Deed | null =>
  chatting(parts, doing, team) ??
  interacting(parts, doing, team) ??
  opening(parts, doing, team) ??
  gathering(parts, doing, team) ??
  managing(parts, doing, team);
