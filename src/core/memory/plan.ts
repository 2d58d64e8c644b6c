import type { PersonId } from "../session.ts";
import type { Messages } from "../storage.ts";
import type { Audience } from "./audience.ts";
import type { MemoryPlan, Passage } from "./fact.ts";
import { planForgetting } from "./forgetting.ts";
import { readInstruction } from "./instruction.ts";
import { noPlan, type PlanContext } from "./plan-context.ts";
import { planTeaching } from "./teaching.ts";
import { termsOf } from "./terms.ts";

export type { PlanContext } from "./plan-context.ts";

/** What one message does to memory: what it teaches, sets right or takes back. Decided before the answer, without a model. */
export function planMemory(text: string, context: PlanContext): MemoryPlan {
  const instruction = readInstruction(text);
  if (instruction?.type === "off-record")
    return { ...noPlan, offRecord: true, recallable: false, alone: instruction.alone };
  if (instruction?.type === "forget") return planForgetting(instruction, context);
  return planTeaching(text, instruction, context);
}

const reach = 200;

/** The person's earlier messages that an instruction in this one may mean; nothing is read for other messages. */
export async function mentions(
  text: string,
  { person, audience }: { readonly person: PersonId; readonly audience: Audience },
  { messages }: { readonly messages: Pick<Messages, "search" | "saidBy"> },
): Promise<readonly Omit<Passage, "score">[]> {
  const instruction = readInstruction(text);
  if (instruction?.type === "forget" && instruction.target === "all") return messages.saidBy(person, audience);
  const words =
    instruction?.type === "forget" && instruction.target === "object"
      ? instruction.object
      : instruction?.type === "correct"
        ? text
        : "";
  const terms = termsOf(words);
  if (terms.length === 0) return [];
  return (await messages.search(audience, terms, reach)).filter((passage) => passage.person === person);
}
