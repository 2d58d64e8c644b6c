-- CreateTable
CREATE TABLE "Feedback" (
    "turn" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "vote" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("turn","person")
);

-- CreateTable
CREATE TABLE "Report" (
    "turn" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("turn","person")
);
