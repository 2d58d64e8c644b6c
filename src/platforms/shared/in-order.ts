/** One after another in a channel, in the order of coming; channels do not wait for each other. */
export interface InOrder {
  after<T>(channel: string, step: () => Promise<T>): Promise<T>;
  /** Whether a step that comes now would have to wait. */
  isBusy(channel: string): boolean;
}

export function inOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return {
    after: (channel, step) => {
      const own = (last.get(channel) ?? Promise.resolve()).then(step);
      const over = own.catch(() => {}).then(() => void (last.get(channel) === over && last.delete(channel)));
      last.set(channel, over);
      return own;
    },
    isBusy: (channel) => last.has(channel),
  };
}
