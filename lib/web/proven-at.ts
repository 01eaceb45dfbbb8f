import "server-only";
import type { PersonActor } from "@/lib/domain/actor";
import { proofIsMissing } from "@/lib/domain/request-proofs";
import type { Organisation } from "@/lib/queries/organisation";
import { personRequest } from "@/lib/queries/person-request";

/** Where a proof that was shown leads: to what is still missing, or back to the request. */
export async function provenAt(
  person: PersonActor,
  of: { organisation: Organisation; reference: string },
  now: Date,
): Promise<{ ok: true; to: string; more: boolean }> {
  const request = await personRequest(person, of, now);
  const page = `/${of.organisation.slug}/requests/${of.reference}`;
  const more = request !== null && proofIsMissing(request.facts);
  return { ok: true, more, to: `${page}${more ? "/proof" : ""}?said=shown` };
}
