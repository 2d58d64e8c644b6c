import type { Person } from "./options.ts";

interface By {
  readonly by: Person;
}

interface In {
  /** A guild's channel or a thread; null: the direct messages of this person and the bot. */
  readonly channel: string | null;
}

/** A file that hangs on a message. */
export interface FileAttached {
  readonly filename: string;
  readonly content_type: string;
  readonly size: number;
}

/** A file as somebody sends it. */
export interface FileSent extends FileAttached {
  /** What is in it; without it Discord's file server has nothing at its address. */
  readonly base64?: string;
  /** Another address than that of Discord's file server, as Discord never gives it. */
  readonly address?: string;
}

/** A message is written; `<@id>` in it mentions. */
export interface Say extends By, In {
  readonly type: "say";
  readonly content: string;
  /** The message that it replies to. */
  readonly reference?: string;
  /** Whether a reply pings whom it replies to, as it does by default. */
  readonly ping?: boolean;
  /** The message that it forwards, as a snapshot. */
  readonly forward?: string;
  readonly attachments?: readonly FileSent[];
}

export interface Edit extends By {
  readonly type: "edit";
  readonly message: string;
  readonly content: string;
}

/** Several at once, as moderators do, arrive as MESSAGE_DELETE_BULK. */
export interface Delete {
  readonly type: "delete";
  readonly messages: readonly string[];
}

export interface React extends By {
  readonly type: "react" | "unreact";
  readonly message: string;
  readonly emoji: string;
}

export type Values = Readonly<Record<string, string | number | boolean>>;

/** A chat input command; `journal write` is a subcommand. Only what is registered can be used, as it was registered. */
export interface UseCommand extends By, In {
  readonly type: "command";
  readonly name: string;
  readonly options?: Values;
  readonly locale?: string;
}

/** A command of the context menu of a message or of a user. */
export interface UseMenu extends By, In {
  readonly type: "menu";
  readonly name: string;
  /** Id of a message or of a user. */
  readonly target: string;
  readonly locale?: string;
}

/** Typing in an option of a command that is not sent yet. */
export interface Complete extends By, In {
  readonly type: "autocomplete";
  readonly name: string;
  readonly options: Values;
  readonly focused: string;
  readonly locale?: string;
}

/** A button is clicked, or something is selected, where the message shows it and this person can see it. */
export interface Click extends By {
  readonly type: "click";
  readonly message: string;
  readonly custom_id: string;
  readonly values?: readonly string[];
  readonly locale?: string;
  /** As a bitfield, where this person may do more than everyone. */
  readonly permissions?: string;
}

/** The modal that answered an interaction of this person is filled in. */
export interface SubmitModal extends By {
  readonly type: "modal";
  readonly interaction: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly locale?: string;
}

export interface OpenThread extends By {
  readonly type: "thread";
  readonly channel: string;
  readonly name: string;
  readonly private?: boolean;
  /** Others who are in it from the beginning; the bot's id too, where it is private. */
  readonly members?: readonly string[];
}

export interface JoinOrLeave extends By {
  readonly type: "join" | "leave";
  readonly guild: string;
}

/** The bot is removed from a guild. */
export interface Kick {
  readonly type: "kick";
  readonly guild: string;
}

export interface ChangeChannel {
  readonly type: "channel-create" | "channel-update" | "channel-delete";
  readonly guild: string;
  /** Ignored for a new one, which gets an id of its own. */
  readonly channel?: string;
  readonly name?: string;
}

/** What people do on Discord. */
export type Doing =
  | Say
  | Edit
  | Delete
  | React
  | UseCommand
  | UseMenu
  | Complete
  | Click
  | SubmitModal
  | OpenThread
  | JoinOrLeave
  | Kick
  | ChangeChannel;
