-- A link and a code are made when their letter is sent. Whose they are is written down, so that a letter that is sent
-- again takes its earlier ones back.
ALTER TABLE "challenge" ADD COLUMN "letter_id" UUID;
CREATE INDEX "challenge_letter_id_idx" ON "challenge"("letter_id");
