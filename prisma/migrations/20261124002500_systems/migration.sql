-- The register of systems, what each was asked for a request, and the keys by which their owners come without an account.
-- Decision 065.
CREATE TABLE "data_system" (
    "organisation_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "owner_email" TEXT,
    "categories" TEXT[],
    "recipients" TEXT[],
    "identifiers" TEXT[],
    "asked_by" JSONB NOT NULL,
    "place" INTEGER NOT NULL,
    "filed" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_system_pkey" PRIMARY KEY ("organisation_id","id")
);
ALTER TABLE "data_system" ADD CONSTRAINT "data_system_organisation" FOREIGN KEY ("organisation_id")
  REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "system_id" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "categories" TEXT[],
    "effect_key" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_on" DATE,
    "answered_on" DATE,
    "answer" TEXT,
    "counts" JSONB,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "why" TEXT,
    "words" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "task_own" ON "task"("id", "organisation_id");
CREATE UNIQUE INDEX "task_organisation_id_effect_key_key" ON "task"("organisation_id", "effect_key");
CREATE INDEX "task_request_id_idx" ON "task"("request_id");
CREATE INDEX "task_organisation_id_next_try_at_idx" ON "task"("organisation_id", "next_try_at");
CREATE INDEX "task_organisation_id_state_due_on_id_idx" ON "task"("organisation_id", "state", "due_on", "id");
ALTER TABLE "task" ADD CONSTRAINT "task_request" FOREIGN KEY ("request_id", "organisation_id")
  REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "task" ADD CONSTRAINT "task_system" FOREIGN KEY ("organisation_id", "system_id")
  REFERENCES "data_system"("organisation_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE task ADD CONSTRAINT task_state_is_known CHECK (
  state IN ('open', 'asked', 'answered', 'failing', 'stopped', 'cancelled')
);
ALTER TABLE task ADD CONSTRAINT task_verb_is_known CHECK (
  verb IN ('look_up', 'export', 'erase', 'rectify', 'restrict', 'object')
);
ALTER TABLE task ADD CONSTRAINT task_answer_is_whole CHECK ((state = 'answered') = (answer IS NOT NULL));

-- link · code · session: hashes only. What one opens is one task.
CREATE TABLE "task_key" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "letter_id" UUID,
    "hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "task_key_hash_key" ON "task_key"("hash");
CREATE INDEX "task_key_task_id_idx" ON "task_key"("task_id");
CREATE INDEX "task_key_request_id_idx" ON "task_key"("request_id");
ALTER TABLE "task_key" ADD CONSTRAINT "task_key_task" FOREIGN KEY ("task_id", "organisation_id")
  REFERENCES "task"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE task_key ADD CONSTRAINT task_key_kind_is_known CHECK (kind IN ('link', 'code', 'session'));

DO $$
DECLARE walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['data_system', 'task', 'task_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation())',
      walled
    );
  END LOOP;
END $$;

-- 1. Nothing that tells whom it is about goes to an owner or a machine before the proof. Mirrors isTaskProven in
-- lib/domain/systems/task.ts and verbOfRight in system-question.ts.
CREATE FUNCTION habeas_task_proven(request uuid, wanted text, before_seq int) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM request_right r WHERE r.request_id = request
      AND (wanted = 'look_up' OR wanted = CASE
        WHEN r."right" IN ('access', 'portability') THEN 'export'
        WHEN r."right" = 'erasure' THEN 'erase'
        WHEN r."right" = 'rectification' THEN 'rectify'
        WHEN r."right" IN ('restriction', 'limit_sensitive') THEN 'restrict'
        WHEN r."right" IN (
          'objection', 'marketing_objection', 'withdraw_consent', 'opt_out_sale_sharing', 'opt_out_ai_training'
        ) THEN 'object'
      END)
      AND habeas_satisfied(request, r.level_needed, r.ways, before_seq)
  )
$$;

CREATE FUNCTION habeas_tasks_need_proof() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.type = 'TasksOpened' AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(NEW.payload -> 'tasks') opened
    WHERE NOT habeas_task_proven(NEW.request_id, opened.value ->> 'verb', NEW.seq)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: no system is asked about somebody who is not proven' USING ERRCODE = '42501';
  END IF;
  IF NEW.type IN ('TaskAsked', 'TaskAskedAgain') AND NOT EXISTS (
    SELECT 1 FROM task t WHERE t.id::text = NEW.payload ->> 'task' AND t.request_id = NEW.request_id
      AND habeas_task_proven(NEW.request_id, t.verb, NEW.seq)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: no system is asked about somebody who is not proven' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tasks_need_proof BEFORE INSERT ON event FOR EACH ROW
  WHEN (NEW.type IN ('TasksOpened', 'TaskAsked', 'TaskAskedAgain')) EXECUTE FUNCTION habeas_tasks_need_proof();

-- A task is opened by an event that names it, as it is; by the end of the transaction.
CREATE FUNCTION habeas_task_was_opened() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM event e, jsonb_array_elements(e.payload -> 'tasks') opened
    WHERE e.chain_id = NEW.request_id AND e.organisation_id = NEW.organisation_id AND e.type = 'TasksOpened'
      AND opened.value ->> 'task' = NEW.id::text AND opened.value ->> 'system' = NEW.system_id
      AND opened.value ->> 'verb' = NEW.verb
  ) THEN
    RAISE EXCEPTION 'a task without the event that opened it' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER task_was_opened AFTER INSERT ON task DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION habeas_task_was_opened();

-- A browser sees whom a task is about only while the proof stands and the answer is owed.
CREATE FUNCTION habeas_task_key_fits() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'session' AND NOT EXISTS (
    SELECT 1 FROM task t JOIN privacy_request r ON r.id = t.request_id
    WHERE t.id = NEW.task_id AND t.state NOT IN ('answered', 'cancelled')
      AND habeas_task_proven(t.request_id, t.verb, r.version + 1)
  ) THEN
    RAISE EXCEPTION 'the gate is shut: this task opens to nobody' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM task t WHERE t.id = NEW.task_id AND t.request_id = NEW.request_id) THEN
    RAISE EXCEPTION 'a key hangs on a task of its own request' USING ERRCODE = '23503';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_key_fits BEFORE INSERT ON task_key FOR EACH ROW EXECUTE FUNCTION habeas_task_key_fits();

-- 2. What was asked stays as it was asked; what the owner wrote is written once, and goes with the request.
CREATE FUNCTION habeas_task_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.organisation_id, NEW.request_id, NEW.system_id, NEW.verb, NEW.categories, NEW.effect_key, NEW.opened_at)
      IS DISTINCT FROM
     (OLD.id, OLD.organisation_id, OLD.request_id, OLD.system_id, OLD.verb, OLD.categories, OLD.effect_key, OLD.opened_at)
    OR (OLD.words IS NOT NULL AND NEW.words IS DISTINCT FROM OLD.words
      AND NOT (NEW.words IS NULL AND habeas_purged(OLD.request_id)))
    OR (OLD.state IN ('answered', 'cancelled') AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'what a system was asked and answered stays' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_stays BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION habeas_task_stays();
CREATE TRIGGER row_stays BEFORE DELETE ON task FOR EACH ROW EXECUTE FUNCTION habeas_row_stays();
CREATE TRIGGER rows_stay BEFORE TRUNCATE ON task FOR EACH STATEMENT EXECUTE FUNCTION habeas_row_stays();

CREATE FUNCTION habeas_purge_takes_tasks() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM task t WHERE t.request_id = NEW.request_id AND t.words IS NOT NULL)
    OR EXISTS (SELECT 1 FROM task_key k WHERE k.request_id = NEW.request_id) THEN
    RAISE EXCEPTION 'a purge leaves nothing personal behind' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER purge_takes_tasks AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.type = 'RequestPurged') EXECUTE FUNCTION habeas_purge_takes_tasks();

-- 3. What a system handed out lies with the request's files, under its task, and goes like those of the answer; at once
-- where the request ended without one. Mirrors lib/domain/file-retention.ts.
ALTER TABLE "stored_file" ADD COLUMN "task_id" UUID;

CREATE OR REPLACE FUNCTION habeas_file_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- The row is what finds the bytes: it goes last.
    IF OLD.destroyed_at IS NULL OR NOT habeas_purged(OLD.request_id) THEN
      RAISE EXCEPTION 'a file stays until its request is purged and its bytes are gone' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.organisation_id, NEW.request_id, NEW.purpose, NEW.media_type, NEW.size, NEW.digest, NEW.at)
      <> (OLD.id, OLD.organisation_id, OLD.request_id, OLD.purpose, OLD.media_type, OLD.size, OLD.digest, OLD.at)
    OR (NEW.message_id, NEW.answer_id, NEW.task_id) IS DISTINCT FROM (OLD.message_id, OLD.answer_id, OLD.task_id)
    OR (OLD.destroyed_at IS NOT NULL AND NEW.destroyed_at IS DISTINCT FROM OLD.destroyed_at)
    OR (NEW.destroyed_at IS NOT NULL AND NEW.file_key IS NOT NULL) THEN
    RAISE EXCEPTION 'a stored file stays as it came' USING ERRCODE = '42501';
  END IF;
  IF (NEW.name, NEW.file_key) IS DISTINCT FROM (OLD.name, OLD.file_key) AND NOT (
    num_nonnulls(NEW.name, NEW.file_key) = 0 AND (habeas_purged(OLD.request_id) OR EXISTS (
      SELECT 1 FROM event e WHERE e.chain_id = OLD.request_id AND e.type = 'FilesDestroyed'
        AND e.payload -> 'fileIds' ? OLD.id::text
    ))
  ) THEN
    RAISE EXCEPTION 'a file is destroyed only after the record says so' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

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
    WHEN 'exports' THEN f.purpose = 'export' AND (
      request.state IN ('withdrawn', 'lapsed') OR (request.state = 'closed' AND NEW.day > request.closed_on + 90)
    )
    ELSE false
  END;
  IF due = 0 OR due <> jsonb_array_length(NEW.payload -> 'fileIds') THEN
    RAISE EXCEPTION 'these files are kept until their time is over' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- 4. The queue finds what waits for a system by an index; none of those that wait for nobody are in it.
ALTER TABLE "privacy_request" ADD COLUMN "waits_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "waits_since" DATE;
CREATE INDEX queue_systems ON privacy_request
  (organisation_id, (CASE WHEN due_on IS NULL THEN date '9999-12-31' ELSE due_on END), id) WHERE waits_since IS NOT NULL;
