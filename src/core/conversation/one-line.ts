/** People choose names, their own and those of files: one must not look like a line of the program's. */
export const oneLine = (name: string, longest = 80): string =>
  name
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, longest);
