-- Words that an organisation writes once: one row for each kind, name and language. They hold variables and nobody's data.
CREATE TABLE "letter_template" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "letter_template_organisation_id_kind_name_language_key"
  ON "letter_template"("organisation_id", "kind", "name", "language");
ALTER TABLE letter_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_template FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON letter_template
  USING (organisation_id = habeas_organisation()) WITH CHECK (organisation_id = habeas_organisation());
