/** The buttons below a reply, and what is said to whoever presses one. */
export const pressWords = {
  buttons: {
    stop: () => "Stop",
    again: () => "Answer again",
    remove: () => "Remove",
    report: () => "Report",
    privately: (command: string) => `Just for me: /${command}`,
  },
  done: {
    stop: () => "Stopped.",
    again: () => "I answer again, in the same place.",
    remove: () => "Removed. What I had kept of it is gone too.",
    report: () => "Thank you. I've told whoever runs me where to look; what was said is not in the report.",
    good: () => "Thank you, noted. Press again to take it back.",
    bad: () => "Thank you, noted. Press again to take it back.",
  },
  known: {
    stop: () => "That answer is finished already.",
    again: () => "I'm on it already.",
    remove: () => "That is being removed already.",
    report: () => "You've reported this already. Thank you.",
    good: () => "I have that from you already.",
    bad: () => "I have that from you already.",
  },
  tookBack: () => "Taken back.",
  onlyAsker: () => "Only whoever asked can do that.",
  onlyAskerOrModerator: () => "Only whoever asked, or a moderator, can do that.",
  gone: () => "I don't have that reply any more, so there is nothing I can do with it.",
  questionGone: () => "I can't find the question any more, so I can't answer it again.",
  failed: () => "I couldn't do that right now. Please press again in a minute.",
  unknown: () => "I don't know that button any more. Please ask me again instead.",
  pageGone: () => "I don't keep those pages any more. Please ask me again.",
};
