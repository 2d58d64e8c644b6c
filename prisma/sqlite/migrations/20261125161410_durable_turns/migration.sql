-- Columns are added where they stand: making "Turn" anew would cost a copy of the whole inbox.
ALTER TABLE "Turn" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Turn" ADD COLUMN "epoch" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Turn" ADD COLUMN "lead" TEXT;
CREATE INDEX "Turn_place_state_idx" ON "Turn"("place", "state");
CREATE INDEX "Turn_lead_idx" ON "Turn"("lead");

-- Until now only the console has delivered, which can neither find nor change what it has printed: its rows say nothing.
DROP TABLE "Delivery";
CREATE TABLE "Delivery" (
    "turnId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "platformId" TEXT,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("turnId", "part"),
    CONSTRAINT "Delivery_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Owner" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "epoch" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);

CREATE INDEX "Memory_sourceTurn_idx" ON "Memory"("sourceTurn");
