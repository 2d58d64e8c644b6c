/** English. Each group belongs to the room or command of its name; each phrase is a function of its parameters. */
export const en = {
  notice: {
    offline: () =>
      "I'm offline: there is no language model behind me yet. I can remember things, keep your /journal and tell you the /weather.",
    remembered: () => "I'll remember that.",
  },
  input: {
    empty: () => "There was nothing on that line. Write a message, or /help.",
    tooLong: ({ length, limit }: { length: string; limit: string }) =>
      `That message has ${length} characters and I read at most ${limit}. Nothing of it was kept; please send it in smaller parts.`,
    control: ({ count }: { count: number }) =>
      count === 1
        ? "I left out 1 control character and read the rest."
        : `I left out ${count} control characters and read the rest.`,
  },
  failure: {
    internal: () => "Something went wrong on my side, and I could not answer. Your message is kept; please ask again.",
  },
};
