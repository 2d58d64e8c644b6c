import type { Notice } from "../../core/reply.ts";
import { cleanGrowing, cleanOutput } from "./clean.ts";
import { growth, mustWrite, noticeLine, type Printer, type Sink } from "./outbound.ts";

/** Replies alone on `output`, everything else on `errors`. */
export function plainPrinter(output: Sink, errors: Sink): Printer {
  const grown = growth();
  const aside = (text: string): void => void errors.write(`${cleanOutput(text)}\n`);
  return {
    greet: (lines) => lines.forEach(aside),
    show: (textSoFar) => {
      const fresh = grown.next(cleanGrowing(textSoFar));
      if (fresh) void output.write(fresh);
    },
    status: () => {},
    reply: async ({ text }) => {
      const clean = cleanOutput(text);
      const rest = grown.next(clean) ?? `\n${clean}`;
      grown.reset();
      await mustWrite(output, `${rest}\n`);
    },
    abandon: () => {
      if (grown.next("") === null) void output.write("\n");
      grown.reset();
    },
    notice: (notice) => aside(noticeLine(notice)),
  };
}

/** One JSON object a line, for a program that reads. */
export function jsonPrinter(output: Sink): Printer {
  const notice = ({ code, text }: Notice): void =>
    void output.write(jsonLine({ type: "notice", ...(code === null ? {} : { code }), text }));
  return {
    greet: (lines) => {
      for (const text of lines) notice({ code: null, text });
    },
    show: () => {},
    status: () => {},
    reply: ({ text, turn, receipt }) => mustWrite(output, jsonLine({ type: "reply", text, turn, receipt })),
    abandon: () => {},
    notice,
  };
}

/** Escaped besides what JSON demands: what a terminal would obey. The value stays the same. */
const jsonLine = (event: object): string =>
  `${JSON.stringify(event).replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
