-- Single keys can be turned off (WCAG 2.1.4). The choice is the person's and holds on every machine.
ALTER TABLE "staff_member" ADD COLUMN "single_keys" BOOLEAN NOT NULL DEFAULT true;
