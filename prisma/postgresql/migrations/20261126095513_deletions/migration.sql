-- CreateTable
CREATE TABLE "Deletion" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Deletion_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Deletion_at_idx" ON "Deletion"("at");
