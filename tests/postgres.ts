/** Starts one real PostgreSQL for a run of the tests and takes it away afterwards. */
import type { TestProject } from "vitest/node";
import { startPostgres } from "./doubles/postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a superuser, without a database's name. */
    readonly postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide("postgresUrl", url);
  return stop;
}
