/** The rules of the inbox as a machine of its own, small enough to be seen to be right. */
import type { AskKey, TurnId } from "../../src/core/session.ts";
import type { TurnState } from "../../src/core/storage.ts";

export interface ModelTurn {
  readonly id: TurnId;
  readonly key: AskKey;
  state: TurnState;
  words: boolean;
  attempts: number;
  reply: string | null;
  lead: ModelTurn | null;
  readonly parts: Map<number, string | null>;
}

type PartStep =
  | { readonly type: "sending" | "posted" | "removed"; readonly on: number; readonly part: number }
  | { readonly type: "check"; readonly on: number };

export type Step =
  | PartStep
  | { readonly type: "begin"; readonly on: number; readonly joined: readonly number[] }
  | { readonly type: "answered"; readonly on: number; readonly body: string }
  | { readonly type: "end"; readonly on: number; readonly state: "refused" | "expired" | "uncertain" | "failed" }
  | { readonly type: "delivered" | "withdraw" | "withdrawn" | "blank"; readonly on: number };

export const isOpen = ({ state }: ModelTurn): boolean =>
  ["accepted", "answering", "answered", "withdrawing"].includes(state);
const isIn = ({ state }: ModelTurn, ...states: readonly TurnState[]): boolean => states.includes(state);

export class InboxModel {
  readonly turns: readonly ModelTurn[];

  constructor(turns: readonly ModelTurn[]) {
    this.turns = turns;
  }

  membersOf(lead: ModelTurn): readonly ModelTurn[] {
    return this.turns.filter((turn) => turn.lead === lead && isOpen(turn));
  }

  /** What the call gives; "gone" where it is refused. */
  take(turn: ModelTurn, taken: Step): string {
    switch (taken.type) {
      case "begin":
        return this.#begin(turn, this.#others(turn, taken.joined));
      case "answered":
        return this.#answered(turn, taken.body);
      case "delivered":
        return this.#end(turn, "delivered", ["answered"]);
      case "end":
        return this.#end(turn, taken.state, ["accepted", "answering", "answered"]);
      case "withdraw":
        return this.#withdraw(turn);
      case "withdrawn":
        return this.#withdrawn(turn);
      case "sending":
      case "posted":
      case "removed":
      case "check":
        return this.#onPart(turn, taken);
      case "blank":
        for (const one of [turn, ...this.turns.filter(({ lead }) => lead === turn)]) this.#blank(one);
        return "done";
    }
  }

  #onPart(turn: ModelTurn, taken: PartStep): string {
    switch (taken.type) {
      case "sending":
        if (!isIn(turn, "answering", "answered")) return "gone";
        if (!turn.parts.has(taken.part)) turn.parts.set(taken.part, null);
        return String(turn.parts.get(taken.part));
      case "posted":
        if (!isIn(turn, "answering", "answered", "withdrawing")) return "gone";
        turn.parts.set(taken.part, "id");
        return "done";
      case "removed":
        turn.parts.delete(taken.part);
        return "done";
      case "check":
        return isIn(turn, "answering", "answered") ? "done" : "gone";
    }
  }

  #answered(turn: ModelTurn, body: string): string {
    if (isIn(turn, "answered")) return String(turn.reply);
    if (!isIn(turn, "answering")) return "gone";
    Object.assign(turn, { state: "answered", reply: body });
    return body;
  }

  #withdrawn(turn: ModelTurn): string {
    if (isIn(turn, "withdrawing")) {
      turn.state = "withdrawn";
      turn.parts.clear();
    }
    return isIn(turn, "withdrawn") ? "done" : "gone";
  }

  #others(turn: ModelTurn, joined: readonly number[]): readonly ModelTurn[] {
    return this.turns.filter((one, n) => joined.includes(n) && one !== turn);
  }

  #begin(turn: ModelTurn, joined: readonly ModelTurn[]): string {
    if (![turn, ...joined].every((one) => isIn(one, "accepted", "answering"))) return "gone";
    Object.assign(turn, { state: "answering", lead: null, attempts: turn.attempts + 1 });
    const led = joined.flatMap((member) => this.membersOf(member)).filter((one) => one !== turn);
    for (const member of [...joined, ...led]) Object.assign(member, { state: "answering", lead: turn });
    return "done";
  }

  #end(turn: ModelTurn, state: TurnState, from: readonly TurnState[]): string {
    if (turn.state === state) return "done";
    if (!isIn(turn, ...from)) return "gone";
    for (const one of [turn, ...this.membersOf(turn)]) Object.assign(one, { state, words: false, reply: null });
    return "done";
  }

  #withdraw(turn: ModelTurn): string {
    if (!isOpen(turn)) return "over";
    const { lead } = turn;
    if (!lead && !turn.words && this.membersOf(turn).length > 0) return "reopened";
    this.#blank(turn);
    if (!lead) return this.membersOf(turn).length > 0 ? this.#reopen(turn) : this.#takeBack(turn);
    Object.assign(turn, { state: "withdrawn", lead: null });
    return lead.words || this.membersOf(lead).length > 0 ? this.#reopen(lead) : this.#takeBack(lead);
  }

  #takeBack(turn: ModelTurn): string {
    this.#blank(turn);
    turn.state = "withdrawing";
    return "withdrawing";
  }

  #reopen(turn: ModelTurn): string {
    Object.assign(turn, { state: "accepted", reply: null });
    return "reopened";
  }

  #blank(turn: ModelTurn): void {
    Object.assign(turn, { words: false, reply: turn.reply === null ? null : "" });
  }
}
