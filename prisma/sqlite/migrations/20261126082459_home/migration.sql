-- CreateIndex
CREATE INDEX "Session_room_lastActiveAt_idx" ON "Session"("room", "lastActiveAt");
