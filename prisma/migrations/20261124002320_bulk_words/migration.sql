-- What a step of many says, or until when they sleep. The words are sealed, and go once they were worked off.
ALTER TABLE "bulk_run" ADD COLUMN "until" DATE,
  ADD COLUMN "wake_on_reply" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "template" TEXT,
  ADD COLUMN "words" BYTEA;
