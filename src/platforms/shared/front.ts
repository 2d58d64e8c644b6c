/**
 * A message that calls a command as the platform's own field for commands would: `/familiar journal list` calls
 * `/journal list`. The name that stands before all commands there says nothing in a message.
 */
export function withoutFront(text: string, front: string): string {
  const [, name, rest] = /^\/(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  return name === front ? `/${rest || "help"}` : text;
}
