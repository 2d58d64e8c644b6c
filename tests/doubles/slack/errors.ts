/** Slack's answer to a request that it does not carry out. */
export interface Refusal {
  readonly error: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export const refusal = (error: string, messages: readonly string[] = []): Refusal => ({
  error,
  ...(messages.length > 0 && {
    more: { errors: messages, response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) } },
  }),
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "error" in value && typeof value.error === "string";
