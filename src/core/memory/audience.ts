import type { Memberships } from "../ports.ts";
import type { Brand, PersonId, Room, RoomKey } from "../session.ts";

/** Who may ever see a memory. Each item has exactly one. */
export type Scope =
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "room"; readonly room: RoomKey }
  | { readonly kind: "guild"; readonly platform: string; readonly guild: string };

/** The scopes that one reply may draw from. Only `audienceOf` makes one, and no query takes anything else. */
export type Audience = Brand<readonly Scope[], "Audience">;

/** What is said in a direct message is that person's alone; elsewhere it is the room's. */
export const scopeOf = (room: Room, person: PersonId): Scope =>
  room.kind === "direct" ? { kind: "person", person } : { kind: "room", room: room.key };

/**
 * A fact may enter a prompt only if everyone who can read the reply may see its source. In a direct message that is
 * the person's own scope and the rooms they can read now; anywhere else the room alone.
 */
export async function audienceOf(room: Room, person: PersonId, memberships: Memberships): Promise<Audience> {
  if (room.kind !== "direct")
    return [{ kind: "room", room: room.key }] satisfies readonly Scope[] as unknown as Audience;
  const rooms = await memberships.readableBy(person);
  const scopes: readonly Scope[] = [
    { kind: "person", person },
    ...rooms.map((key) => ({ kind: "room", room: key }) as const),
  ];
  return scopes as Audience;
}

/** One text per scope, for columns and index terms. */
export function scopeKey(scope: Scope): string {
  if (scope.kind === "person") return `person:${scope.person}`;
  if (scope.kind === "room") return `room:${scope.room}`;
  return `guild:${scope.platform}:${scope.guild}`;
}
