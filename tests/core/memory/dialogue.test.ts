import { describe, expect, test } from "vitest";
import { dialogues } from "./dialogues.ts";
import { person } from "./person.ts";

describe("what was told is answered in other words and orders", () => {
  test.each(dialogues.map((dialogue) => [dialogue.join(" / "), dialogue] as const))("%s", async (_, dialogue) => {
    const somebody = person("Somebody");
    for (const line of dialogue) {
      const [said = "", held = ""] = line.split(" => ");
      const { reply } = await somebody.says(said);
      expect(reply, said).toContain(held);
    }
  });
});
