-- A picture that is being covered is in the hands of the browser that chose it, and of no other that opens the same request.
-- Those of before belong to no browser and go within their hour.
ALTER TABLE "paper_draft" ADD COLUMN "session_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE "paper_draft" ALTER COLUMN "session_id" DROP DEFAULT;

-- Once it was sent nothing opens it any more; the row stays for its hour and makes a second press the same as the first.
ALTER TABLE "paper_draft" ADD COLUMN "sent_at" TIMESTAMPTZ(3);
ALTER TABLE "paper_draft" ALTER COLUMN "file_key" DROP NOT NULL;
ALTER TABLE "paper_draft" ADD CONSTRAINT "paper_draft_sent_is_shut" CHECK (("sent_at" IS NULL) = ("file_key" IS NOT NULL));

-- Identity papers go when the kind that they were sent for was decided on, after they came. One that came as a plain message
-- said of no kind what it shows: a rejection alone is surely about it. Mirrors lib/domain/file-retention.ts.
CREATE FUNCTION habeas_paper_is_decided(request uuid, message uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH sent AS (
    SELECT m.seq, m.payload ->> 'proof' AS shows FROM event m
    WHERE m.chain_id = request AND m.type = 'MessageReceived' AND m.payload ->> 'messageId' = message::text
    ORDER BY m.seq LIMIT 1
  )
  SELECT EXISTS (
    SELECT 1 FROM event e LEFT JOIN sent ON true
    WHERE e.chain_id = request AND e.seq > coalesce(sent.seq, 0) AND CASE
      WHEN sent.shows IS NULL THEN e.type = 'ProofRejected'
      ELSE e.type IN ('ProofRejected', 'ProofAccepted') AND e.payload ->> 'kind' = sent.shows
    END
  )
$$;

CREATE OR REPLACE FUNCTION habeas_files_are_due() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE request record; due int;
BEGIN
  SELECT r.state, r.closed_on INTO request FROM privacy_request r WHERE r.id = NEW.request_id;
  SELECT count(*) INTO due FROM stored_file f
  WHERE f.request_id = NEW.request_id AND NEW.payload -> 'fileIds' ? f.id::text AND CASE NEW.payload ->> 'kind'
    WHEN 'identity_documents' THEN f.purpose = 'proof' AND (
      request.state IN ('answered', 'closed', 'withdrawn', 'lapsed')
      OR NEW.day >= f.at::date + 29
      OR habeas_paper_is_decided(NEW.request_id, f.message_id)
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
