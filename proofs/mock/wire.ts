import type { Delivery, Line } from "../../src/core/reply.ts";
import type { Still, Surface, Wire } from "../../src/platforms/shared/wire.ts";
import type { ToldMessage } from "../../tests/doubles/mock-platform/records.ts";
import { failed, type MockHttp } from "./http.ts";
import { idIn } from "./inbound.ts";

type Target = Pick<Line, "place" | "asker" | "inReplyTo">;

/** One reply's requests. */
export function mockWire(delivery: Delivery, http: MockHttp): Wire {
  const { place, covers } = delivery;
  const { channel } = place;
  const asked = covers.map(idIn);
  return {
    create: ({ text, nonce, surface }, still) => create(http, delivery, { text, nonce, surface, still }),
    edit: async (id, { text }, still) => {
      const { found } = await http({ method: "PATCH", path: `messages/${id}`, body: { text }, channel, still });
      return found;
    },
    remove: async (id, still) => {
      await http({ method: "DELETE", path: `messages/${id}`, body: {}, channel, still });
    },
    find: async (surface, known) => {
      const path = `channels/${channel}/messages${place.thread === null ? "" : `?thread=${place.thread}`}`;
      const { body } = await http({ method: "GET", path, channel });
      const ours = (body["messages"] as readonly ToldMessage[]).find(
        ({ id, replyTo, privateTo }) =>
          replyTo !== null && asked.includes(replyTo) && privateTo === seenBy(surface, delivery) && !known.includes(id),
      );
      return ours?.id ?? null;
    },
    typing: async () => {
      await http({ method: "POST", path: `channels/${channel}/typing`, channel }).catch(() => {});
    },
    typed: async () => {},
  };
}

interface NewPost {
  readonly text: string;
  readonly nonce: string | null;
  readonly surface: Surface;
  readonly still?: Still;
}

const seenBy = (surface: Surface, { asker }: Pick<Target, "asker">): string | null =>
  surface === "person" ? asker.id : null;

async function create(http: MockHttp, target: Target, { text, nonce, surface, still }: NewPost): Promise<string> {
  const { channel, thread } = target.place;
  const replyTo = target.inReplyTo && idIn(target.inReplyTo);
  const body = { channel, thread, text, nonce, replyTo, privateTo: seenBy(surface, target) };
  const answer = await http({ method: "POST", path: "messages", body, channel, ...(still && { still }) });
  if (!answer.found) throw failed("knows no such channel", false);
  return String(answer.body["id"]);
}

/** Best effort: one request, whatever becomes of it. */
export async function tell(line: Line, http: MockHttp): Promise<void> {
  await create(http, line, { text: line.text, nonce: null, surface: "place" }).catch(() => {});
}
