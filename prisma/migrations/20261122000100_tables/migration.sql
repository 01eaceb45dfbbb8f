-- Every table, as schema.prisma says. The walls between tenants follow in the next migration.
-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" BYTEA,
    "totp_last_step" INTEGER,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "staff_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "roles" TEXT[],

    CONSTRAINT "membership_pkey" PRIMARY KEY ("staff_id","organisation_id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "organisation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "organisation_id" UUID,
    "email" TEXT,
    "roles" TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "privacy_request" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "regimes" TEXT[],
    "rule_versions" JSONB NOT NULL,
    "relation" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "language" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_on" DATE NOT NULL,
    "due_on" DATE,
    "safe_on" DATE,
    "acknowledge_by" DATE,
    "closed_on" DATE,
    "assigned_to" UUID,
    "wrapped_key" BYTEA,
    "key_id" TEXT NOT NULL,
    "person" BYTEA,
    "details" BYTEA,
    "email_index" TEXT,
    "name_index" TEXT,
    "filing_key" TEXT NOT NULL,
    "filing_digest" TEXT NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_right" (
    "request_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "right" TEXT NOT NULL,
    "level_needed" INTEGER NOT NULL,
    "outcome" TEXT,
    "ground" TEXT,

    CONSTRAINT "request_right_pkey" PRIMARY KEY ("request_id","right")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "chain_id" UUID NOT NULL,
    "request_id" UUID,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "payload" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proof" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "event_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "staff_id" UUID,
    "body" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "message_id" UUID,
    "answer_id" UUID,
    "purpose" TEXT NOT NULL,
    "name" BYTEA,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "file_key" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "body" BYTEA,
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "released_by" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID,
    "staff_id" UUID,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "note" BYTEA,
    "cause" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "subject" TEXT,
    "text" BYTEA,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenge" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "code_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_session" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "proven" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_form" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "window" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key","window")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_fingerprint" (
    "key_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "key_fingerprint_pkey" PRIMARY KEY ("key_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_email_key" ON "staff_member"("email");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "privacy_request_reference_key" ON "privacy_request"("reference");

-- CreateIndex
CREATE INDEX "privacy_request_organisation_id_state_due_on_id_idx" ON "privacy_request"("organisation_id", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "privacy_request_organisation_id_email_index_idx" ON "privacy_request"("organisation_id", "email_index");

-- CreateIndex
CREATE INDEX "privacy_request_organisation_id_name_index_idx" ON "privacy_request"("organisation_id", "name_index");

-- CreateIndex
CREATE INDEX "privacy_request_organisation_id_assigned_to_due_on_idx" ON "privacy_request"("organisation_id", "assigned_to", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "privacy_request_own" ON "privacy_request"("id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "privacy_request_organisation_id_filing_key_key" ON "privacy_request"("organisation_id", "filing_key");

-- CreateIndex
CREATE INDEX "event_organisation_id_at_id_idx" ON "event"("organisation_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_chain_id_seq_key" ON "event"("chain_id", "seq");

-- CreateIndex
CREATE INDEX "proof_request_id_idx" ON "proof"("request_id");

-- CreateIndex
CREATE INDEX "message_request_id_at_idx" ON "message"("request_id", "at");

-- CreateIndex
CREATE INDEX "stored_file_request_id_idx" ON "stored_file"("request_id");

-- CreateIndex
CREATE INDEX "answer_request_id_idx" ON "answer"("request_id");

-- CreateIndex
CREATE INDEX "letter_request_id_idx" ON "letter"("request_id");

-- CreateIndex
CREATE INDEX "letter_organisation_id_status_queued_at_idx" ON "letter"("organisation_id", "status", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "letter_organisation_id_cause_key" ON "letter"("organisation_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "challenge_token_hash_key" ON "challenge"("token_hash");

-- CreateIndex
CREATE INDEX "challenge_request_id_idx" ON "challenge"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_session_token_hash_key" ON "person_session"("token_hash");

-- CreateIndex
CREATE INDEX "person_session_request_id_idx" ON "person_session"("request_id");

-- CreateIndex
CREATE INDEX "kept_form_kept_at_idx" ON "kept_form"("kept_at");

-- CreateIndex
CREATE UNIQUE INDEX "kept_form_organisation_id_browser_hash_form_key" ON "kept_form"("organisation_id", "browser_hash", "form");

-- CreateIndex
CREATE INDEX "rate_count_expires_at_idx" ON "rate_count"("expires_at");

-- AddForeignKey
ALTER TABLE "privacy_request" ADD CONSTRAINT "privacy_request_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "request_right" ADD CONSTRAINT "request_right_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "person_session" ADD CONSTRAINT "person_session_request" FOREIGN KEY ("request_id", "organisation_id") REFERENCES "privacy_request"("id", "organisation_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
