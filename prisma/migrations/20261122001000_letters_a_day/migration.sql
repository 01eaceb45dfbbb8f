-- Whoever files in somebody else's name shall not fill that mailbox: letters over the day's number leave later.
-- Rows that exist left or leave as they would have, and fill no place of the day on which this runs.
ALTER TABLE "letter" ADD COLUMN "leaves_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00+00';
ALTER TABLE "letter" ALTER COLUMN "leaves_at" DROP DEFAULT;
-- Nor shall the line grow: the newest letter takes the oldest one's place, which is then settled without leaving.
ALTER TABLE "letter" ADD COLUMN "crowded_out" BOOLEAN NOT NULL DEFAULT false;
