-- CreateTable
CREATE TABLE "Feedback" (
    "turn" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "vote" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("turn", "person")
);

-- CreateTable
CREATE TABLE "Report" (
    "turn" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("turn", "person")
);
