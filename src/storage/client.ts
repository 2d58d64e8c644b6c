import type { Prisma } from "./generated/sqlite/client.ts";

/** The generated client, inside a transaction or not. SQLite's stands for both: it is the poorer one. */
export type Client = Prisma.TransactionClient;
