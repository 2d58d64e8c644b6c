-- CreateTable
CREATE TABLE "Place" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "activeAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Hearing" (
    "platform" TEXT NOT NULL PRIMARY KEY,
    "until" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Place_platform_activeAt_idx" ON "Place"("platform", "activeAt");
