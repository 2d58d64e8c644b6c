import type { Person } from "./options.ts";
import type { Payload } from "./payload.ts";
import type { Team, World } from "./world.ts";

/** A user as users.info and `user_change` show them. */
export function userPayload(
  { id, name, realName = name, team, guest, bot = false }: Person,
  at: Team,
  world: World,
): Payload {
  const stranger = team !== undefined && team !== at.id;
  const deleted = world.deactivated.has(id);
  return {
    ...{ id, name, deleted, team_id: team ?? at.id, real_name: realName },
    ...(!deleted && standing(guest)),
    ...{ color: "9f69e7", tz: "Europe/Berlin", tz_label: "Central European Time", tz_offset: 3_600 },
    profile: profileOf(name, realName, team ?? at.id),
    ...{
      is_bot: bot,
      is_app_user: false,
      updated: 0,
      is_email_confirmed: true,
      who_can_share_contact_card: "EVERYONE",
    },
    ...(stranger && { is_stranger: true }),
  };
}

const standing = (guest: Person["guest"]): Payload => ({
  ...{ is_admin: false, is_owner: false, is_primary_owner: false },
  is_restricted: guest !== undefined,
  is_ultra_restricted: guest === "one",
});

const images = ["24", "32", "48", "72", "192", "512"].map((size) => [`image_${size}`, ""]);

const profileOf = (name: string, real_name: string, team: string): Payload => ({
  ...{ title: "", phone: "", skype: "", real_name, real_name_normalized: real_name },
  ...{ display_name: name, display_name_normalized: name, fields: null },
  ...{ status_text: "", status_emoji: "", status_emoji_display_info: [], status_expiration: 0, avatar_hash: "" },
  ...{ first_name: real_name.split(" ")[0], last_name: real_name.split(" ").slice(1).join(" ") },
  ...Object.fromEntries(images),
  ...{ status_text_canonical: "", team },
});
