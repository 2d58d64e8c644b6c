import type { StoredFile } from "./files.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";

export function filePayload(file: StoredFile, { address, files, world }: Parts): Payload {
  const { id, name, mimetype, size, user, team, channel } = file;
  const url = `${address()}${files.pathOf(file)}`;
  const filetype = name.split(".").at(-1) ?? "";
  const kind = world.channels.get(channel)?.kind;
  const seconds = Math.floor(file.at / 1_000);
  return {
    ...{ id, created: seconds, timestamp: seconds, name, title: name, mimetype, filetype },
    pretty_type: filetype.toUpperCase(),
    ...{ user, user_team: team, editable: false, size, mode: "hosted", is_external: false, external_type: "" },
    ...{ is_public: kind === "channel", public_url_shared: false, display_as_bot: false, username: "" },
    ...{ url_private: url, url_private_download: url, media_display_type: "unknown" },
    permalink: `${address()}/files/${user}/${id}/${name}`,
    permalink_public: "",
    ...{ is_starred: false, has_rich_preview: false, file_access: "visible" },
  };
}

/** What is told of a file in a channel that is shared with other workspaces. */
export const filePromise = ({ id }: StoredFile): Payload => ({
  id,
  mode: "file_access",
  file_access: "check_file_info",
});
