import { storageContract } from "../contracts/storage.ts";
import { postgresDatabase } from "../storage-fixture.ts";

storageContract("PostgreSQL", postgresDatabase);
