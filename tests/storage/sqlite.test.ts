import { storageContract } from "../contracts/storage.ts";
import { sqliteDatabase } from "../storage-fixture.ts";

storageContract("SQLite", sqliteDatabase);
