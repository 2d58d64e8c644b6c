import { words } from "../../locales/words.ts";
import { addressesIn } from "../addresses.ts";
import type { CommandCall } from "../commands/definition.ts";
import { type CommandAnswer, dispatch, reachesOutside } from "../commands/dispatch.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import type { Clock } from "../ports.ts";
import type { Reply } from "../reply.ts";
import { concernIn } from "../safety/concern.ts";
import { floorReply } from "../safety/reply.ts";
import type { CommandAsk, Locale } from "../session.ts";
import type { Repositories, Storage, Turn } from "../storage.ts";
import { localeOf } from "./locale.ts";
import { canBeOffered } from "./offers.ts";

export interface CommandDeps {
  readonly registry: CommandRegistry;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly locale: Locale;
  readonly region: string | null;
  /** Whether the platform shows buttons below a reply. */
  readonly buttons: boolean;
  /** Whether nobody else sees on the platform that a command was called. */
  readonly commandsUnseen: boolean;
}

/**
 * One command answered, without a model and beside the lane. What it does and that it was answered are one commit, so
 * that a crash cannot do it twice; only a command that asks something outside the database has its answer kept
 * afterwards. It leaves no message rows: commands are not conversation.
 */
export async function runCommand(turn: Turn, ask: CommandAsk, deps: CommandDeps): Promise<Reply> {
  const answered = async (repositories: Repositories): Promise<Reply> => {
    const reply = await replyFrom(turn, ask, repositories, deps);
    const kept = await repositories.inbox.answered(turn.id, reply, deps.clock.now());
    if (kept !== reply) throw new AlreadyAnswered(kept);
    return reply;
  };
  try {
    const outside = ask.input.type !== "withheld" && reachesOutside(deps.registry, ask.command, ask.input);
    return await (outside ? answered(deps.storage) : deps.storage.transaction(answered));
  } catch (error) {
    if (error instanceof AlreadyAnswered) return error.reply;
    throw error;
  }
}

/** The commit was made, and only its answer was lost: what was done a second time is rolled back. */
class AlreadyAnswered extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super("the command was answered already");
    this.reply = reply;
  }
}

async function replyFrom(turn: Turn, ask: CommandAsk, repositories: Repositories, deps: CommandDeps): Promise<Reply> {
  const { place, room, author, input } = ask;
  const locale = localeOf(ask, deps.locale);
  const call: CommandCall = { person: turn.person, author, place, room, locale, now: deps.clock.now(), repositories };
  // What nobody else has seen asked, nobody else sees refused.
  const complaints = isUnseen(ask, deps) ? "person" : "place";
  const { body, visibility } =
    input.type === "withheld"
      ? withheld(ask.command ?? "", locale, deps)
      : await dispatch(deps.registry, ask.command, input, call, complaints);
  const addresses = addressesIn(body);
  const reply = { body, visibility, aside: null, notices: [], addresses, offRecord: false, receipt: null };
  return withFloor(ask, reply, locale, deps);
}

/** What was written for all to read is not taken for private: it is said in the same place, and where to go with it. */
const withheld = (command: string, locale: Locale, { registry, buttons }: CommandDeps): CommandAnswer => ({
  body: words(locale).command.withheld(command, buttons && canBeOffered(command, registry)),
  visibility: "place",
});

/**
 * Dark words in a private note are kept as they were asked to be; what helps is said first, and nobody learns of it who
 * has not seen them.
 */
function withFloor(ask: CommandAsk, reply: Reply, locale: Locale, deps: CommandDeps): Reply {
  const concern = concernIn(wordsOf(ask));
  if (concern === null) return reply;
  const visibility = isUnseen(ask, deps) ? "person" : reply.visibility;
  const direct = visibility === "person" || ask.room.kind === "direct";
  const floor = floorReply(concern, { locale, region: deps.region, direct });
  const addresses = [...addressesIn(floor.body, floor.aside ?? ""), ...reply.addresses];
  return { ...reply, visibility, body: `${floor.body}\n\n${reply.body}`, aside: floor.aside, addresses };
}

/** Called by the platform's own field for commands, and not by a message that others read. */
const isUnseen = ({ handle }: CommandAsk, { commandsUnseen }: CommandDeps): boolean =>
  commandsUnseen && handle !== null;

function wordsOf({ input }: CommandAsk): string {
  if (input.type === "withheld") return "";
  return input.type === "line" ? input.text : Object.values(input.values).join("\n");
}
