/** FNV-1a: the same words give the same number, on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Chooses among ways to say one thing. */
export type Choose = (ways: readonly string[]) => string;

/** The message decides which way, so that a turn answered again reads the same; what was just said is not said again. */
export function chooser(said: string, lastReply: string): Choose {
  const turn = hash(said);
  return (ways) => {
    const fresh = ways.filter((way) => !lastReply.includes(way));
    const open = fresh.length > 0 ? fresh : ways;
    return open[turn % open.length] ?? "";
  };
}
