/** Discord's answer to a request that it does not carry out. */
export interface ApiError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly errors?: unknown;
}

const error = (status: number, code: number, message: string): ApiError => ({ status, code, message });

export const apiErrors = {
  unauthorized: error(401, 0, "401: Unauthorized"),
  notFound: error(404, 0, "404: Not Found"),
  unknownChannel: error(404, 10003, "Unknown Channel"),
  unknownGuild: error(404, 10004, "Unknown Guild"),
  unknownMember: error(404, 10007, "Unknown Member"),
  unknownMessage: error(404, 10008, "Unknown Message"),
  unknownUser: error(404, 10013, "Unknown User"),
  unknownWebhook: error(404, 10015, "Unknown Webhook"),
  unknownInteraction: error(404, 10062, "Unknown interaction"),
  unknownCommand: error(404, 10063, "Unknown application command"),
  acknowledged: error(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: error(403, 50001, "Missing Access"),
  foreignMessage: error(403, 50005, "Cannot edit a message authored by another user"),
  emptyMessage: error(400, 50006, "Cannot send an empty message"),
  closedToDms: error(403, 50007, "Cannot send messages to this user"),
  missingPermissions: error(403, 50013, "Missing Permissions"),
  unreadable: error(400, 160002, "Cannot reply without permission to read message history"),
  invalidToken: error(401, 50027, "Invalid Webhook Token"),
} as const;

type Fields = Readonly<Record<string, readonly [code: string, message: string]>>;
type Errors = { [name: string]: unknown };

/** 50035, with what is wrong below the names on the path of each field: `components[0].label`. */
export function invalidForm(fields: Fields): ApiError {
  const errors: Errors = {};
  for (const [path, [code, message]] of Object.entries(fields)) below(errors, path)["_errors"] = [{ code, message }];
  return { ...error(400, 50035, "Invalid Form Body"), errors };
}

const below = (errors: Errors, path: string): Errors =>
  path
    .split(/[.[\]]+/)
    .filter((name) => name !== "")
    .reduce((at, name) => {
      at[name] ??= {};
      return at[name] as Errors;
    }, errors);
