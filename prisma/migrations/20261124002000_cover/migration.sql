-- Who is away from which day to which, and who covers. Who acts on a day is asked of these anew each time (domain/cover.ts).
ALTER TABLE "membership" ADD COLUMN "away_from" DATE, ADD COLUMN "away_until" DATE, ADD COLUMN "cover_id" UUID;
ALTER TABLE membership ADD CONSTRAINT away_is_whole CHECK (
  (away_from IS NULL) = (away_until IS NULL) AND away_from <= away_until
  AND (cover_id IS NULL OR (away_from IS NOT NULL AND cover_id <> staff_id))
);

-- A rule may be for where the person lives.
ALTER TABLE "assignment_rule" ADD COLUMN "places" TEXT[];
