/** Parts of at most `length` UTF-16 units, cut at blanks. The closed parts of a beginning are parts of the whole. */
export function splitAt(length: number): (text: string) => readonly string[] {
  return (text) => {
    const parts: string[] = [];
    let rest = text;
    while (rest.length > length) {
      const cut = cutOf(rest, length);
      parts.push(rest.slice(0, cut));
      rest = rest.slice(rest[cut] === " " ? cut + 1 : cut);
    }
    return rest === "" && parts.length > 0 ? parts : [...parts, rest];
  };
}

/** Looks no further than one sign past the part, so that what comes later cannot move it. */
function cutOf(text: string, length: number): number {
  const blank = text.lastIndexOf(" ", length);
  if (blank > 0) return blank;
  const torn = /[\ud800-\udbff]/.test(text[length - 1] ?? "");
  return torn ? length - 1 : length;
}
