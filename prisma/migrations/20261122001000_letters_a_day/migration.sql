-- Whoever files in somebody else's name shall not fill that mailbox: letters over the day's number leave later.
-- Rows that exist leave as they would have; the owner cannot read the column it would be copied from.
ALTER TABLE "letter" ADD COLUMN "leaves_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "letter" ALTER COLUMN "leaves_at" DROP DEFAULT;
