import "server-only";
import { createHash } from "node:crypto";
import { enqueue } from "@/lib/db/job-queue";
import { blindIndex } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { VisitorActor } from "@/lib/domain/actor";
import { canonicalEmail } from "@/lib/domain/filing";

/** What was typed: an address, or a reference in its one form (`parseReference`). */
export type FreshLinkAsk = { email: string } | { reference: string };

/**
 * "Send me a fresh link." Looks nothing up: known or unknown, it leaves one job and takes the same time. The job, which
 * nobody waits for, finds out. Several asks in a row are one job.
 */
export async function sendFreshLinks(
  actor: VisitorActor,
  input: { organisation: Organisation; ask: FreshLinkAsk },
): Promise<{ ok: true }> {
  const organisationId = actor.organisationId;
  const payload: Record<string, string> =
    "email" in input.ask
      ? { organisationId, emailIndex: blindIndex(organisationId, "email", canonicalEmail(input.ask.email)) }
      : { organisationId, reference: input.ask.reference };
  const jobKey = `fresh_links:${createHash("sha256").update(JSON.stringify(payload)).digest("hex")}`;
  await inOrganisation(organisationId, (scope) => enqueue(scope, "fresh_links", payload, jobKey));
  return { ok: true };
}
