import type { Wire } from "../shared/wire.ts";

/** A wire that can only be made once Discord has told who we are: until then each request fails, to be tried again. */
export function lateWire(make: () => Promise<Wire>): Wire {
  return {
    create: async (part, still) => (await make()).create(part, still),
    edit: async (id, text, still) => (await make()).edit(id, text, still),
    remove: async (id, still) => (await make()).remove(id, still),
    find: async (surface, known) => (await make()).find(surface, known),
    typing: async () => {
      await make().then(
        (wire) => wire.typing(),
        () => {},
      );
    },
    typed: async () => {
      await make().then(
        (wire) => wire.typed(),
        () => {},
      );
    },
  };
}
