-- CreateTable
CREATE TABLE "Deletion" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Deletion_at_idx" ON "Deletion"("at");
