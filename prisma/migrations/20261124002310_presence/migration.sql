-- Who has a request's page open right now. Not logged: it is worth nothing after a crash, and every open page writes it.
CREATE UNLOGGED TABLE "presence" (
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "activity" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "presence_pkey" PRIMARY KEY ("request_id", "staff_id", "activity")
);
CREATE INDEX "presence_organisation_id_until_idx" ON "presence"("organisation_id", "until");
ALTER TABLE "presence" ADD CONSTRAINT "presence_request" FOREIGN KEY ("request_id", "organisation_id")
  REFERENCES "privacy_request"("id", "organisation_id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "presence" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON "presence" USING (organisation_id = habeas_organisation())
  WITH CHECK (organisation_id = habeas_organisation());
