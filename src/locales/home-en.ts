import { dateTime } from "./dates.ts";

/** A person's own page: what is known of them, and how to change it. */
export const homeWords = {
  memory: {
    title: () => "What I remember of you",
    none: () => "Nothing yet. Tell me something about yourself, and I keep it for you alone.",
    more: (notes: number) => `And ${notes} more: ask me what I know about you.`,
    elsewhere: (notes: number) =>
      notes === 1
        ? "1 note more is from something you said in a room with others, and is known there."
        : `${notes} notes more are from what you said in rooms with others, and are known there.`,
  },
  sessions: {
    title: () => "Our conversations",
    count: (count: number, last: Date | null) => {
      if (count === 0 || last === null) return "None yet. Write to me here, and the first one begins.";
      const many = count === 1 ? "1 here between us" : `${count} here between us`;
      return `${many}; the last word was ${dateTime("en", last)}.`;
    },
    fresh: (typed: string) => `${typed} begins a fresh one.`,
  },
  mood: {
    title: () => "My mood with you",
    now: (feeling: string) => `Here with you I feel ${feeling}, as far as a program can.`,
    why: (typed: string) => `${typed} says why, and how I feel elsewhere when you type it there.`,
  },
  journal: {
    title: () => "Your journal",
    count: (entries: number) => {
      if (entries === 0) return "It is empty.";
      return entries === 1 ? "1 entry, encrypted." : `${entries} entries, encrypted.`;
    },
    read: (typed: string) => `${typed} shows them to you alone.`,
    write: (typed: string) => `${typed} and some words begins it.`,
  },
  settings: {
    title: () => "Settings",
    language: () => "I answer in the language that you write in, English or German. This page is in English.",
    help: (typed: string) => `${typed} shows everything I can do.`,
  },
  privacy: {
    title: () => "Privacy",
    lines: () => [
      "I keep what is said to me, what I remember of it, and your journal. What is not said to me I don't keep.",
      "What you tell me here I tell nobody else, and it is known in no room with others. To answer, I show it to the language model that whoever runs me has chosen, if there is one; who holds both the database and its key could read it.",
      "“Forget that” takes back what I learned last, “off the record” keeps a message out of it all, and “Remove” below an answer takes both away.",
      "I'm a program. The files README.md and SECURITY.md that came with me say more.",
    ],
    entry: (typed: string) => `${typed} deletes a journal entry for good.`,
  },
  asOf: (now: Date) => `As of ${dateTime("en", now)}. Only you see this page; it is made anew each time you open it.`,
};
