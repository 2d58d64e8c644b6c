import { PassThrough, Writable } from "node:stream";

/** A small terminal: what a person would see of what was written to it. Every character takes one column. */
export interface FakeTerminal {
  /** Keys as the terminal sends them. */
  readonly input: PassThrough & { readonly isTTY: true; raw: boolean };
  readonly output: Writable & { columns: number };
  /** The rows with something on them, without trailing blanks. */
  screen(): string;
  /** Everything that was written, sequences included. */
  written(): string;
  keys(text: string): void;
  /** Resolves when the screen looks so. */
  until(part: string | RegExp): Promise<string>;
}

export const key = { enter: "\r", up: "\x1b[A", left: "\x1b[D", tab: "\t", ctrlC: "\x03", ctrlD: "\x04" } as const;
export const pasted = (text: string): string => `\x1b[200~${text.replaceAll("\n", "\r")}\x1b[201~`;

export function fakeTerminal(columns: number): FakeTerminal {
  const glass = new Glass(columns);
  let written = "";
  const looking = new Set<() => void>();
  const input = Object.assign(new PassThrough(), {
    isTTY: true as const,
    raw: false,
    setRawMode(mode: boolean) {
      this.raw = mode;
      return this;
    },
  });
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        written += String(chunk);
        glass.write(String(chunk));
        for (const look of looking) look();
        done();
      },
    }),
    { columns, isTTY: true },
  );
  return {
    input,
    output,
    written: () => written,
    screen: () => glass.text(),
    keys: (text) => void input.write(text),
    until: (part) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`not seen: ${part}\nbut:\n${glass.text()}`)), 5000);
        const look = (): void => {
          const screen = glass.text();
          if (typeof part === "string" ? !screen.includes(part) : !part.test(screen)) return;
          clearTimeout(late);
          looking.delete(look);
          resolve(screen);
        };
        looking.add(look);
        look();
      }),
  };
}

/** Rows of characters and a cursor, as xterm keeps them: a full line breaks when the next character comes. */
class Glass {
  readonly #columns: number;
  readonly #rows: string[][] = [[]];
  #row = 0;
  #column = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  text(): string {
    return this.#rows
      .map((row) =>
        Array.from(row, (cell) => cell ?? " ")
          .join("")
          .trimEnd(),
      )
      .join("\n")
      .trimEnd();
  }

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these sequences are what a terminal is about.
    for (const [token, count, command] of text.matchAll(/\x1b\[\??([\d;]*)([A-Za-z])|./gsu)) {
      if (command) this.#obey(command, count === "" ? null : Number(count));
      else if (token === "\n") this.#down(1, 0);
      else if (token === "\r") this.#column = 0;
      else this.#put(token);
    }
  }

  #obey(command: string, count: number | null): void {
    if (command === "A") this.#row = Math.max(0, this.#row - (count ?? 1));
    if (command === "B") this.#down(count ?? 1, this.#column);
    if (command === "C") this.#column += count ?? 1;
    if (command === "D") this.#column = Math.max(0, this.#column - (count ?? 1));
    if (command === "G") this.#column = (count ?? 1) - 1;
    if (command === "K") this.#rows[this.#row]?.splice(count === 2 ? 0 : this.#column);
    if (command === "J") {
      this.#rows[this.#row]?.splice(this.#column);
      this.#rows.splice(this.#row + 1);
    }
  }

  #down(rows: number, column: number): void {
    this.#row += rows;
    this.#column = column;
    while (this.#rows.length <= this.#row) this.#rows.push([]);
  }

  #put(character: string): void {
    if (this.#column >= this.#columns) this.#down(1, 0);
    const row = this.#rows[this.#row] ?? [];
    while (row.length < this.#column) row.push(" ");
    row[this.#column] = character;
    this.#column += 1;
  }
}
