-- CreateTable
CREATE TABLE "Place" (
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "activeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Hearing" (
    "platform" TEXT NOT NULL,
    "until" TEXT NOT NULL,

    CONSTRAINT "Hearing_pkey" PRIMARY KEY ("platform")
);

-- CreateIndex
CREATE INDEX "Place_platform_activeAt_idx" ON "Place"("platform", "activeAt");
