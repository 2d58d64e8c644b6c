/** A question that somebody may ask by one click: it is sent as it stands, and so it must claim nothing of them. */
export interface Prompt {
  /** As it is offered. */
  readonly title: string;
  readonly message: string;
}

/** What stands beside the messages in the assistant's pane. */
export const slackPaneWords = {
  /** Slack writes the name of the app before it. */
  thinking: () => "is thinking…",
  /** Of a conversation whose first question is not there any more. */
  untitled: () => "Conversation",
  /** In at most 300 characters. */
  about: () =>
    "Remembers what you tell it and answers from that, keeps an encrypted journal for you alone, and looks up the weather. What you say here it tells nobody else.",
  promptsTitle: () => "What I can do, for example:",
  /** At most four. */
  prompts: (): readonly Prompt[] => [
    { title: "What do you know about me?", message: "What do you know about me?" },
    { title: "Can you remember things for me?", message: "What can you do?" },
    { title: "Keep a journal", message: "How do I write in my journal?" },
    { title: "The weather", message: "How is the weather in Oslo?" },
  ],
};
