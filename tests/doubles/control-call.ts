/** Asks a double that may be a process of its own; fails where it cannot do that. */
export type ControlCall = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

export const controlCall =
  (address: string): ControlCall =>
  async (method, path, body) => {
    const response = await fetch(`${address}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} /control/${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
