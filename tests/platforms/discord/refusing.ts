import { DiscordAPIError } from "discord.js";

/** As discord.js fails where the server refuses. */
export function refusing(status: number, body: { readonly message: string; readonly code: number }): never {
  throw new DiscordAPIError(body, body.code, status, "GET", "http://127.0.0.1/", { body: undefined, files: undefined });
}
