import type { TurnId } from "../session.ts";
import type { Repositories } from "../storage.ts";
import { replay } from "./next-mood.ts";

/** The words of these turns are gone, and so is what they moved: each room feels as if they had not been said. */
export async function takeBackMoods(turns: readonly TurnId[], { moods }: Pick<Repositories, "moods">): Promise<void> {
  for (const room of await moods.erase(turns)) {
    const newestFirst = await moods.events(room);
    await moods.put(room, replay(newestFirst.toReversed()));
  }
}
