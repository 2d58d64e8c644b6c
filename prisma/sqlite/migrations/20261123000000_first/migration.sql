-- CreateTable
CREATE TABLE "KeyCheck" (
    "kid" TEXT NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Memory" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "saidBy" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "single" BOOLEAN NOT NULL,
    "span" TEXT NOT NULL,
    "importance" REAL NOT NULL,
    "components" JSONB NOT NULL,
    "confidence" REAL NOT NULL,
    "sourceMessage" TEXT NOT NULL,
    "sourceTurn" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validTo" DATETIME,
    "supersededBy" TEXT,
    "count" INTEGER NOT NULL,
    "pinned" BOOLEAN NOT NULL,
    "search" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MemoryTally" (
    "scope" TEXT NOT NULL PRIMARY KEY,
    "kept" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Mood" (
    "room" TEXT NOT NULL PRIMARY KEY,
    "valence" REAL NOT NULL,
    "energy" REAL NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MoodEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "room" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "sentiment" REAL NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "journalCount" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Account" (
    "platform" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL,

    PRIMARY KEY ("platform", "id"),
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    CONSTRAINT "JournalEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PluginValue" (
    "plugin" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("plugin", "key")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "turn" TEXT NOT NULL PRIMARY KEY,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "usd" REAL,
    "firstTokenMs" REAL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ReceiptMemory" (
    "turn" TEXT NOT NULL,
    "memory" TEXT NOT NULL,

    PRIMARY KEY ("turn", "memory"),
    CONSTRAINT "ReceiptMemory_turn_fkey" FOREIGN KEY ("turn") REFERENCES "Receipt" ("turn") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Usage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "turn" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "usd" REAL,
    "outcome" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "place" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "startedAt" DATETIME NOT NULL,
    "lastActiveAt" DATETIME NOT NULL,
    "messageCount" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Message" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,
    "recallable" BOOLEAN NOT NULL,
    "search" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Message_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Turn" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ask" TEXT NOT NULL,
    "reply" TEXT,
    "acceptedAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Delivery" (
    "turnId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "platformId" TEXT,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("turnId", "part"),
    CONSTRAINT "Delivery_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Memory_id_key" ON "Memory"("id");

-- CreateIndex
CREATE INDEX "Memory_scope_validTo_importance_idx" ON "Memory"("scope", "validTo", "importance");

-- CreateIndex
CREATE INDEX "MoodEvent_room_seq_idx" ON "MoodEvent"("room", "seq");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_personId_number_key" ON "JournalEntry"("personId", "number");

-- CreateIndex
CREATE INDEX "ReceiptMemory_memory_idx" ON "ReceiptMemory"("memory");

-- CreateIndex
CREATE INDEX "Usage_at_idx" ON "Usage"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Session_place_number_key" ON "Session"("place", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Message_id_key" ON "Message"("id");

-- CreateIndex
CREATE INDEX "Message_sessionId_seq_idx" ON "Message"("sessionId", "seq");

-- CreateIndex
CREATE INDEX "Message_turn_idx" ON "Message"("turn");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_id_key" ON "Turn"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_key_key" ON "Turn"("key");

-- CreateIndex
CREATE INDEX "Turn_state_seq_idx" ON "Turn"("state", "seq");

-- By hand: full-text search. "search" holds a scope's token and terms, parted by blanks; the "ascii" tokenizer keeps every
-- script as it comes, since the terms are already folded. Erased words leave the index at once (secure-delete).
CREATE VIRTUAL TABLE "MessageSearch" USING fts5("search", content='Message', content_rowid='seq', columnsize=0, detail=none, tokenize="ascii tokenchars '_@'");
INSERT INTO "MessageSearch" ("MessageSearch", "rank") VALUES ('secure-delete', 1);
CREATE TRIGGER "Message_search_insert" AFTER INSERT ON "Message" BEGIN
  INSERT INTO "MessageSearch" ("rowid", "search") VALUES (new."seq", new."search");
END;
CREATE TRIGGER "Message_search_delete" AFTER DELETE ON "Message" BEGIN
  INSERT INTO "MessageSearch" ("MessageSearch", "rowid", "search") VALUES ('delete', old."seq", old."search");
END;
CREATE TRIGGER "Message_search_update" AFTER UPDATE OF "search" ON "Message" BEGIN
  INSERT INTO "MessageSearch" ("MessageSearch", "rowid", "search") VALUES ('delete', old."seq", old."search");
  INSERT INTO "MessageSearch" ("rowid", "search") VALUES (new."seq", new."search");
END;

CREATE VIRTUAL TABLE "MemorySearch" USING fts5("search", content='Memory', content_rowid='seq', columnsize=0, detail=none, tokenize="ascii tokenchars '_@'");
INSERT INTO "MemorySearch" ("MemorySearch", "rank") VALUES ('secure-delete', 1);
CREATE TRIGGER "Memory_search_insert" AFTER INSERT ON "Memory" BEGIN
  INSERT INTO "MemorySearch" ("rowid", "search") VALUES (new."seq", new."search");
END;
CREATE TRIGGER "Memory_search_delete" AFTER DELETE ON "Memory" BEGIN
  INSERT INTO "MemorySearch" ("MemorySearch", "rowid", "search") VALUES ('delete', old."seq", old."search");
END;
CREATE TRIGGER "Memory_search_update" AFTER UPDATE OF "search" ON "Memory" BEGIN
  INSERT INTO "MemorySearch" ("MemorySearch", "rowid", "search") VALUES ('delete', old."seq", old."search");
  INSERT INTO "MemorySearch" ("rowid", "search") VALUES (new."seq", new."search");
END;
-- CreateIndex
CREATE INDEX "Memory_supersededBy_idx" ON "Memory"("supersededBy");

-- CreateIndex
CREATE INDEX "Message_person_seq_idx" ON "Message"("person", "seq");
