import type { Routes } from "../http-server.ts";
import { assistantMethods } from "./api-assistant.ts";
import { chatMethods } from "./api-chat.ts";
import { conversationMethods } from "./api-conversations.ts";
import { historyMethods } from "./api-history.ts";
import { reactionMethods } from "./api-reactions.ts";
import { streamMethods } from "./api-streams.ts";
import { viewMethods } from "./api-views.ts";
import { workspaceMethods } from "./api-workspace.ts";
import { type Duty, done, refused } from "./desk.ts";
import { refusal } from "./errors.ts";
import { signInPage } from "./files.ts";
import type { Inside } from "./inside.ts";
import { tokenIn } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { responseUrl } from "./responding.ts";

/** What apps ask of Slack. */
export function apiRoutes({ parts, desk, sockets, addressed }: Inside): Routes {
  const duties = new Map(methodsOf(parts, sockets.ticket).map((duty) => [duty.method, duty]));
  const [answering, download] = [responseUrl(parts), downloadOf(parts)];
  const method: Routes[string] = async (call) => {
    const name = call.params["method"] ?? "";
    const answer = await desk.serve(duties.get(name) ?? unknownMethod(name), call);
    return answer && { ...answer, body: addressed(answer.body, call.bot) };
  };
  return {
    "POST /api/:method": method,
    "GET /api/:method": method,
    "POST /commands/:team/:secret": (call) => desk.serve(answering, call),
    "POST /actions/:team/:secret": (call) => desk.serve(answering, call),
    "GET /files-pri/:file/:name": (call) => desk.serve(download, call),
  };
}

const methodsOf = (parts: Parts, url: (bot: string) => string): readonly Duty[] => [
  ...workspaceMethods(parts, url),
  ...chatMethods(parts),
  ...streamMethods(parts),
  ...historyMethods(parts),
  ...conversationMethods(parts),
  ...reactionMethods(parts),
  ...viewMethods(parts),
  ...assistantMethods(parts),
];

const free = { authorise: () => null, counts: () => [], headers: () => ({}) };

const unknownMethod = (method: string): Duty => ({
  ...{ ...free, method },
  work: () => refused(refusal("unknown_method")),
});

/** Whoever has no right to a file is shown a page. */
const downloadOf = (parts: Parts): Duty => ({
  ...{ ...free, method: "file" },
  work: ({ call, args }) => {
    const id = call.params["file"]?.split("-").at(-1) ?? "";
    const file = parts.files.get(id);
    const team = parts.world.byToken(tokenIn(call, args) ?? "");
    const channel = file && parts.world.channel(file.channel);
    const may = team?.installed && team.scopes.has("files:read") && channel?.members.has(team.bot.user);
    if (!may) return { ...refused(refusal("signed_out")), answer: signInPage };
    return { ...done(), answer: parts.files.serve(id) };
  },
});
