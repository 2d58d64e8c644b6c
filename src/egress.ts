import type { RequestInfo, RequestInit } from "undici";

/**
 * The fetch for model servers, made at first use: a program that talks to none loads nothing. Node's own gives up after
 * five minutes without headers, just when a cold local model may begin; here the providers keep their own time-outs.
 */
export function modelFetch(): typeof fetch {
  let made: Promise<typeof fetch> | null = null;
  return async (input, init) => {
    made ??= patientFetch();
    return (await made)(input, init);
  };
}

async function patientFetch(): Promise<typeof fetch> {
  const undici = await import("undici");
  const dispatcher = new undici.Agent({ headersTimeout: 0, bodyTimeout: 0 });
  const patient = (input: RequestInfo, init?: RequestInit) => undici.fetch(input, { ...init, dispatcher });
  return patient as unknown as typeof fetch;
}
