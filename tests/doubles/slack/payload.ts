export type Payload = Readonly<Record<string, unknown>>;
