ALTER TABLE "Turn" ADD COLUMN "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN "epoch" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "lead" TEXT;
CREATE INDEX "Turn_place_state_idx" ON "Turn"("place", "state");
CREATE INDEX "Turn_lead_idx" ON "Turn"("lead");

-- Until now only the console has delivered, which can neither find nor change what it has printed: its rows say nothing.
DELETE FROM "Delivery";
ALTER TABLE "Delivery" DROP COLUMN "changedAt",
DROP COLUMN "state",
ADD COLUMN "since" TIMESTAMP(3) NOT NULL;

CREATE TABLE "Owner" (
    "id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Owner_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Memory_sourceTurn_idx" ON "Memory"("sourceTurn");
