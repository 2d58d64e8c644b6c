import type { Deed } from "./deed.ts";
import type { Interaction, NewInteraction } from "./interactions.ts";
import type { Person } from "./options.ts";
import type { Settled } from "./parcel.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import type { EnvelopeKind } from "./records.ts";
import type { Channel, Team } from "./world.ts";

export interface Interacting {
  readonly kind: Exclude<EnvelopeKind, "events_api">;
  readonly by: Person;
  readonly team: Team;
  readonly name: string;
  readonly channel: Channel | null;
  readonly thread?: string | null;
  readonly source?: NewInteraction["source"];
  readonly view?: string | null;
  /** Whether it can be answered by a response_url. */
  readonly answerable: boolean;
  readonly acceptsResponse: boolean;
  readonly payload: (interaction: Interaction) => Payload;
  readonly settled?: (interaction: Interaction, result: Settled) => void;
}

/** Something that a person waits for: it is delivered once, and nobody tries again. */
export function interact(parts: Parts, asked: Interacting): Deed {
  const {
    kind,
    by,
    team,
    name,
    channel,
    thread = null,
    source = null,
    view = null,
    answerable,
    acceptsResponse,
  } = asked;
  const id = parts.makeId("I");
  const place = channel?.id ?? null;
  const fresh = { event: id, name, at: parts.now(), team: team.id, user: by.id, channel: place, thread, source, view };
  const interaction = parts.interactions.open({ ...fresh, answerable });
  const settled = (result: Settled): void => {
    const { outcome, response } = result;
    Object.assign(interaction, { outcome, response, acknowledgedAt: outcome === "acknowledged" ? parts.now() : null });
    asked.settled?.(interaction, result);
  };
  const tell = (): void =>
    parts.courier.deliver({
      ...{ kind, name, event: id, eventId: null, acceptsResponse, settled },
      payload: asked.payload(interaction),
    });
  return { id, team: team.id, channel: place, ts: source?.ts ?? null, thread, trigger: interaction.trigger, tell };
}

export const urlFor = (parts: Parts, way: "commands" | "actions", { team, secret }: Interaction): string =>
  `${parts.address()}/${way}/${team}/${secret}`;

const insideOf = ({ settings }: Parts, team: Team): Payload => ({
  token: settings.verificationToken,
  api_app_id: settings.app.id,
  is_enterprise_install: false,
  enterprise: null,
  team: { id: team.id, domain: team.domain },
});

/** What all interactive payloads begin with. */
export const interactiveFace = (parts: Parts, team: Team, by: Person, { trigger }: Interaction): Payload => ({
  ...insideOf(parts, team),
  user: { id: by.id, username: by.name, name: by.name, team_id: by.team ?? team.id },
  trigger_id: trigger,
});
