-- CreateTable
CREATE TABLE "KeyCheck" (
    "kid" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "KeyCheck_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "Memory" (
    "seq" SERIAL NOT NULL,
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
    "importance" DOUBLE PRECISION NOT NULL,
    "components" JSONB NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "sourceMessage" TEXT NOT NULL,
    "sourceTurn" TEXT NOT NULL,
    "validFrom" TIMESTAMP(3) NOT NULL,
    "validTo" TIMESTAMP(3),
    "supersededBy" TEXT,
    "count" INTEGER NOT NULL,
    "pinned" BOOLEAN NOT NULL,
    "search" TEXT NOT NULL,

    CONSTRAINT "Memory_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "MemoryTally" (
    "scope" TEXT NOT NULL,
    "kept" INTEGER NOT NULL,

    CONSTRAINT "MemoryTally_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "Mood" (
    "room" TEXT NOT NULL,
    "valence" DOUBLE PRECISION NOT NULL,
    "energy" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Mood_pkey" PRIMARY KEY ("room")
);

-- CreateTable
CREATE TABLE "MoodEvent" (
    "seq" SERIAL NOT NULL,
    "room" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "sentiment" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MoodEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "journalCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "platform" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("platform","id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PluginValue" (
    "plugin" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "PluginValue_pkey" PRIMARY KEY ("plugin","key")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "turn" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "usd" DOUBLE PRECISION,
    "firstTokenMs" DOUBLE PRECISION,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("turn")
);

-- CreateTable
CREATE TABLE "ReceiptMemory" (
    "turn" TEXT NOT NULL,
    "memory" TEXT NOT NULL,

    CONSTRAINT "ReceiptMemory_pkey" PRIMARY KEY ("turn","memory")
);

-- CreateTable
CREATE TABLE "Usage" (
    "id" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "usd" DOUBLE PRECISION,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Usage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "lastActiveAt" TIMESTAMP(3) NOT NULL,
    "messageCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "seq" SERIAL NOT NULL,
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
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Turn" (
    "seq" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ask" TEXT NOT NULL,
    "reply" TEXT,
    "acceptedAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "turnId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "platformId" TEXT,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("turnId","part")
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

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptMemory" ADD CONSTRAINT "ReceiptMemory_turn_fkey" FOREIGN KEY ("turn") REFERENCES "Receipt"("turn") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: full-text search. "search" holds a scope's token and terms, parted by blanks; both are looked for in one index.
CREATE INDEX "Message_search_idx" ON "Message" USING GIN (string_to_array("search", ' '));
CREATE INDEX "Memory_search_idx" ON "Memory" USING GIN (string_to_array("search", ' ')) WHERE "validTo" IS NULL;
-- CreateIndex
CREATE INDEX "Memory_supersededBy_idx" ON "Memory"("supersededBy");

-- CreateIndex
CREATE INDEX "Message_person_seq_idx" ON "Message"("person", "seq");
