import "server-only";
import type { RequestDesk } from "@/app/console/staff-gate";
import { presenceSentence } from "@/components/console/presence/presence-words";
import { bePresent } from "@/lib/commands/be-present";
import type { PresenceSign } from "@/lib/domain/presence";

/** Says that the reader has this request open, and who else has, in sentences. */
export async function presentHere(
  { staff, organisation, reference }: RequestDesk,
  sign: { activity: string; by: PresenceSign },
  now: Date,
): Promise<readonly string[]> {
  const others = await bePresent(staff, { organisation, reference, ...sign }, now);
  return (others ?? []).map((one) => presenceSentence(one, organisation.profile.timeZone));
}
