-- A paper is covered before anybody sees it. Until then it lies here, for an hour at most, and behind the same wall.
CREATE TABLE "paper_draft" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_key" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "paper_draft_request_id_idx" ON "paper_draft"("request_id");
CREATE INDEX "paper_draft_at_idx" ON "paper_draft"("at");
ALTER TABLE "paper_draft" ADD CONSTRAINT "paper_draft_request" FOREIGN KEY ("request_id", "organisation_id")
  REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE paper_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON paper_draft
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());

-- Identity papers go as soon as somebody has decided on them, either way. Mirrors lib/domain/file-retention.ts.
CREATE OR REPLACE FUNCTION habeas_files_are_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE request record; due int;
BEGIN
  SELECT r.state, r.closed_on INTO request FROM privacy_request r WHERE r.id = NEW.request_id;
  SELECT count(*) INTO due FROM stored_file f
  WHERE f.request_id = NEW.request_id AND NEW.payload -> 'fileIds' ? f.id::text AND CASE NEW.payload ->> 'kind'
    WHEN 'identity_documents' THEN f.purpose = 'proof' AND (
      request.state IN ('answered', 'closed', 'withdrawn', 'lapsed')
      OR NEW.day >= f.at::date + 29
      OR EXISTS (
        SELECT 1 FROM event e WHERE e.chain_id = NEW.request_id
          AND e.type IN ('ProofRejected', 'ProofAccepted') AND e.at >= f.at
      )
    )
    WHEN 'answer_files' THEN f.purpose = 'answer' AND request.state IN ('closed', 'withdrawn', 'lapsed')
      AND NEW.day > request.closed_on + 90
    ELSE false
  END;
  IF due = 0 OR due <> jsonb_array_length(NEW.payload -> 'fileIds') THEN
    RAISE EXCEPTION 'these files are kept until their time is over' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- A purge takes drafts along.
CREATE FUNCTION habeas_purge_takes_drafts() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM paper_draft d WHERE d.request_id = NEW.request_id) THEN
    RAISE EXCEPTION 'a purge leaves nothing personal behind' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER purge_takes_drafts AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'RequestPurged') EXECUTE FUNCTION habeas_purge_takes_drafts();
