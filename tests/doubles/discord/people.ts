import type { Deed } from "./deed.ts";
import type { Doing } from "./doings.ts";
import type { Parts } from "./parts.ts";
import { chatting } from "./people-chatting.ts";
import { gathering } from "./people-gathering.ts";
import { interacting } from "./people-interacting.ts";
import type { PersonEvent } from "./records.ts";
import { kindOf } from "./world.ts";

/** What people do there, in order. */
export interface People {
  /** Null where what it is about is not there, or Discord would not let them. */
  does(doing: Doing): PersonEvent | null;
  all(): readonly PersonEvent[];
}

export function people(parts: Parts): People {
  const events: PersonEvent[] = [];
  return {
    does: (doing) => {
      const guild = guildOf(parts, doing);
      if ("by" in doing) parts.world.meet(doing.by, guild);
      const deed = carryOut(parts, doing);
      if (deed === null) return null;
      const channel = parts.world.channel(deed.channel);
      const event: PersonEvent = {
        id: deed.id,
        at: parts.now(),
        by: "by" in doing ? doing.by : null,
        channel: deed.channel,
        kind: channel && kindOf(channel),
        guild: channel?.guild ?? guild,
        parent: channel?.parent ?? null,
        doing,
      };
      events.push(event);
      deed.tell();
      return event;
    },
    all: () => events,
  };
}

/** Whoever does something in a guild is a member of it. */
function guildOf({ world, messages, interactions }: Parts, doing: Doing): string | null {
  if ("guild" in doing) return doing.guild;
  if ("channel" in doing) return world.channel(doing.channel)?.guild ?? null;
  const about = "message" in doing ? messages.alive(doing.message) : null;
  const opened = "interaction" in doing ? interactions.get(doing.interaction) : null;
  return world.channel((about ?? opened)?.channel)?.guild ?? null;
}

const carryOut = (parts: Parts, doing: Doing): Deed | null =>
  chatting(parts, doing) ?? interacting(parts, doing) ?? gathering(parts, doing);
