import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";

/** Looks that are recorded because they see, or take away, more than one request's worth. No personal data. */
export type Look =
  | { type: "AuditViewed"; reference: string | null }
  | { type: "OverdueExported"; asOf: string; rows: number }
  | { type: "BulkExported"; runId: string; rows: number }
  | { type: "CaliforniaExported"; year: number; people: string; form: string; asOf: string }
  | { type: "PackMade"; from: string; asOf: string }
  | { type: "QueueExportBegun"; filter: string }
  | { type: "QueueExported"; filter: string; rows: number }
  | { type: "LetterViewed"; letterId: string };

/** Writes into the organisation's own chain that somebody looked. */
export async function recordLook(
  actor: StaffActor,
  input: { organisation: Organisation; look: Look },
  now: Date,
): Promise<void> {
  const { organisation, look } = input;
  const happened = { event: look, actor, at: now, day: todayAt(organisation, now) };
  await inOrganisation(organisation.id, (scope) => appendOrganisationEvent(scope, happened));
}
