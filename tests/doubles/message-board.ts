/** A chat platform in memory, no kinder than the real ones: it forgets nonces, and loses answers after doing what was asked. */

export interface BoardMessage {
  readonly id: string;
  readonly surface: string;
  text: string;
  /** What can be pressed below it. */
  actions: readonly string[];
}

interface Face {
  readonly text: string;
  readonly actions: readonly string[];
}

/** What becomes of the next requests, one after the other; when the list is empty all goes well. */
export type Fate = "well" | "refused" | "answer lost";

export interface MessageBoard {
  readonly visible: readonly BoardMessage[];
  /** Every text that was ever shown, in order. */
  readonly shown: readonly string[];
  fates: Fate[];
  /** Awaited by each request before it is sent, and before what was sent is carried out. */
  before: () => Promise<void>;
  underWay: () => Promise<void>;
  forgetNonces(): void;
  create(
    part: Face & { readonly nonce: string; readonly surface: string },
    still?: () => Promise<void>,
  ): Promise<string>;
  edit(id: string, face: Face, still?: () => Promise<void>): Promise<boolean>;
  remove(id: string, still?: () => Promise<void>): Promise<void>;
  find(surface: string, known: readonly string[]): Promise<string | null>;
  typing(): Promise<void>;
  typed(): Promise<void>;
}

/** `fail` makes the error that a request rejects with. */
export function messageBoard(fail: () => Error): MessageBoard {
  const visible: BoardMessage[] = [];
  const shown: string[] = [];
  const nonces = new Map<string, string>();
  let made = 0;
  const request = async <T>(work: () => T, still: () => Promise<void> = async () => {}): Promise<T> => {
    await board.before();
    await still();
    await board.underWay();
    const fate = board.fates.shift() ?? "well";
    if (fate === "refused") throw fail();
    const answer = work();
    if (fate === "answer lost") throw fail();
    return answer;
  };
  const board: MessageBoard = {
    visible,
    shown,
    fates: [],
    before: async () => {},
    underWay: async () => {},
    forgetNonces: () => nonces.clear(),
    create: ({ text, actions, nonce, surface }, still) =>
      request(() => {
        const known = nonces.get(nonce);
        if (known !== undefined) return known;
        const id = `m${++made}`;
        nonces.set(nonce, id);
        visible.push({ id, surface, text, actions });
        shown.push(text);
        return id;
      }, still),
    edit: (id, { text, actions }, still) =>
      request(() => {
        const message = visible.find((one) => one.id === id);
        if (message) Object.assign(message, { text, actions });
        if (message) shown.push(text);
        return message !== undefined;
      }, still),
    remove: (id, still) =>
      request(() => {
        const index = visible.findIndex((one) => one.id === id);
        if (index >= 0) visible.splice(index, 1);
      }, still),
    find: (surface, known) =>
      request(() => visible.find((one) => one.surface === surface && !known.includes(one.id))?.id ?? null),
    typing: async () => {},
    typed: async () => {},
  };
  return board;
}
