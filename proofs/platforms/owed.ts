import type { MessageSaid, PlatformEvent } from "../../tests/doubles/mock-platform/records.ts";

/** Deleted ones may never have been heard; commands are not brought again. */
export function owedAmong(events: readonly PlatformEvent[]): readonly MessageSaid[] {
  const deleted = new Set(events.flatMap((event) => (event.type === "deleted" ? [event.message] : [])));
  return events.filter(
    (event): event is MessageSaid =>
      event.type === "message" && event.addressing !== "ambient" && !deleted.has(event.id),
  );
}
