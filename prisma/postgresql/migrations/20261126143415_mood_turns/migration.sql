-- AlterTable
ALTER TABLE "MoodEvent" ADD COLUMN     "turn" TEXT;

-- CreateIndex
CREATE INDEX "MoodEvent_turn_idx" ON "MoodEvent"("turn");
