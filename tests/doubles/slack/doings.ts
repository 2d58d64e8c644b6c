import type { Person } from "./options.ts";

interface By {
  readonly by: Person;
  /** The workspace, where it does not follow from the channel; without it the first one. */
  readonly team?: string;
}

interface In {
  /** Null: the direct messages of this person and the bot, and of those in `with`. */
  readonly channel: string | null;
  readonly with?: readonly string[];
}

/** A message is named by its channel and its time. */
export interface MessageName {
  readonly channel: string;
  readonly ts: string;
}

/** A file as somebody sends it. */
export interface FileSent {
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  /** What is in it; without it there is nothing at its address. */
  readonly base64?: string;
}

/** A message is written, as Slack writes it: `<@U1>` mentions, and `&`, `<`, `>` are escaped. */
export interface Say extends By, In {
  readonly type: "say";
  readonly text: string;
  readonly thread?: string;
  /** A reply that the channel shows as well. */
  readonly broadcast?: boolean;
  readonly files?: readonly FileSent[];
}

export interface Edit extends By, MessageName {
  readonly type: "edit";
  readonly text: string;
}

/** Also of the bot's messages, as an administrator can. */
export interface Delete extends By, MessageName {
  readonly type: "delete";
}

export interface React extends By, MessageName {
  readonly type: "react" | "unreact";
  /** Without colons. */
  readonly emoji: string;
}

/** Slack has no slash commands in threads. */
export interface UseCommand extends By, In {
  readonly type: "command";
  readonly command: string;
  readonly text?: string;
}

/** A shortcut, of a message where there is one. */
export interface UseShortcut extends By {
  readonly type: "shortcut";
  readonly callback_id: string;
  readonly message?: MessageName;
}

/** Something in a message or a view is pressed or selected, where it is shown and this person can see it. */
export interface Press extends By {
  readonly type: "press";
  readonly message?: MessageName;
  readonly view?: string;
  readonly action: string;
  readonly block?: string;
  /** What is selected, where it is no button. */
  readonly value?: string;
}

/** A modal of this person is filled in and sent: action ids to what was entered. */
export interface Submit extends By {
  readonly type: "submit";
  readonly view: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface CloseView extends By {
  readonly type: "close";
  readonly view: string;
}

export interface OpenHome extends By {
  readonly type: "home";
  readonly tab?: "home" | "messages";
}

/** What somebody looks at while they talk to the assistant. */
export interface Looking {
  readonly channel_id?: string;
  readonly team_id?: string;
}

export interface OpenAssistant extends By {
  readonly type: "assistant";
  readonly context?: Looking;
}

export interface LookElsewhere extends By, MessageName {
  readonly type: "context";
  readonly context: Looking;
}

/** The stop button of a message that is streaming. */
export interface StopStream extends By, MessageName {
  readonly type: "stop";
}

/** Somebody, or the bot, comes into a channel or goes. */
export interface JoinOrLeave extends By {
  readonly type: "join" | "leave";
  readonly channel: string;
  /** The user whom it is about; without it the one who does it. */
  readonly user?: string;
}

export interface CreateChannel extends By {
  readonly type: "create";
  readonly name: string;
  readonly private?: boolean;
  readonly members?: readonly string[];
}

export interface ChangeChannel extends By {
  readonly type: "rename" | "archive" | "unarchive" | "remove-channel";
  readonly channel: string;
  readonly name?: string;
}

/** Slack Connect. */
export interface ShareChannel extends By {
  readonly type: "share" | "unshare";
  readonly channel: string;
  readonly connected: string;
}

export interface ChangeUser extends By {
  readonly type: "deactivate" | "reactivate" | "change-user";
  /** The user as they are from now on. */
  readonly user: Person;
}

export interface ChangeApp {
  readonly type: "uninstall" | "revoke";
  readonly team?: string;
}

/** What people do on Slack. */
export type Doing =
  | Say
  | Edit
  | Delete
  | React
  | UseCommand
  | UseShortcut
  | Press
  | Submit
  | CloseView
  | OpenHome
  | OpenAssistant
  | LookElsewhere
  | StopStream
  | JoinOrLeave
  | CreateChannel
  | ChangeChannel
  | ShareChannel
  | ChangeUser
  | ChangeApp;
