/** What is said of files that people send. Names come as code. */
export const attachmentWords = {
  unreachable: ({ names }: { names: string }) => `I couldn't get at ${names}. Please send it once more.`,
  tooLarge: ({ names }: { names: string }) =>
    `Too large for me: ${names}. I read text files of up to 256 KB and look at images of up to 5 MB.`,
  tooMany: ({ names }: { names: string }) =>
    `That is more than I can take in at once. I left out ${names}; please send the rest by itself.`,
  unreadable: ({ names }: { names: string }) =>
    `I can't read ${names}. I read plain text (UTF-8), and images as PNG, JPEG, WebP or GIF.`,
  unseen: ({ names }: { names: string }) => `The model I have can't see images, so I don't know what ${names} shows.`,
  cut: ({ name, shown, length }: { name: string; shown: number; length: number }) =>
    `${name} is longer than I can read at once: I have read the first ${shown} of its ${length} characters.`,
  /** Without a language model. */
  have: ({ name, lines, characters }: { name: string; lines: number; characters: number }) =>
    `I have ${name}: ${lines === 1 ? "1 line" : `${lines} lines`}, ${characters === 1 ? "1 character" : `${characters} characters`}. I can't tell you what it says without a language model.`,
};
