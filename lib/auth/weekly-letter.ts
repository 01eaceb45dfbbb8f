import "server-only";
import { enterOrganisation, type Membership, membershipsOf, setWeeklyLetter } from "@/lib/db/memberships";
import { asStaff } from "@/lib/db/organisation-scope";
import { recordInOrganisations } from "@/lib/db/staff-record";
import { readStopToken } from "@/lib/db/stop-token";
import type { Actor } from "@/lib/domain/actor";
import { readsWeekly } from "@/lib/domain/weekly-letter";
import type { StaffEvent } from "./staff-events";
import type { SignedInStaff } from "./staff-session";

/** Chooses of which organisations somebody gets the weekly letter; of the others they belong to they get none. */
export async function chooseWeeklyLetters(
  { staffId }: SignedInStaff,
  { of }: { of: readonly string[] },
  now: Date,
): Promise<void> {
  for (const place of await membershipsOf(staffId)) {
    const on = of.includes(place.organisationId);
    const { organisationId, roles } = place;
    if (on !== isOn(place))
      await choose({ staffId, place, on }, { kind: "staff", organisationId, staffId, roles }, now);
  }
}

/** Whose letter the link of a letter stops: the organisation, and whether it still comes. Null where the link stops nothing. */
export async function weeklyLetterBehind(token: string): Promise<{ organisation: string; on: boolean } | null> {
  const found = await placeBehind(token);
  return found && { organisation: found.place.name, on: isOn(found.place) };
}

/**
 * Stops the letter for whoever got the link in it (RFC 8058), and can do nothing else. Who is no member any more, or stopped
 * it before, changes nothing by it. False where the link is none of ours.
 */
export async function stopWeeklyLetter(token: string, now: Date): Promise<boolean> {
  const found = await placeBehind(token);
  if (!found) return readStopToken(token) !== null;
  const { place, staffId } = found;
  const { organisationId } = place;
  // A link is no signed-in person: the record says by what it was stopped, and for whom.
  const actor = { kind: "system", organisationId, task: "link in the weekly letter" } as const;
  if (isOn(place)) await choose({ staffId, place, on: false }, actor, now);
  return true;
}

function isOn({ roles, weeklyLetter }: Membership): boolean {
  return readsWeekly({ roles, chosen: weeklyLetter });
}

async function placeBehind(token: string): Promise<{ staffId: string; place: Membership } | null> {
  const reader = readStopToken(token);
  if (!reader) return null;
  const { staffId, organisationId } = reader;
  const place = (await membershipsOf(staffId)).find((one) => one.organisationId === organisationId);
  return place ? { staffId, place } : null;
}

async function choose(
  { staffId, place, on }: { staffId: string; place: Membership; on: boolean },
  actor: Actor,
  now: Date,
): Promise<void> {
  const event: StaffEvent = { type: "StaffWeeklyLetterChosen", staffId, on };
  await asStaff(staffId, async (tx) => {
    // Pressed twice at the same moment, it is chosen and recorded once.
    if (!(await setWeeklyLetter(await enterOrganisation(tx, place.organisationId), staffId, on))) return;
    await recordInOrganisations(tx, [place], { event, actor: () => actor }, now);
  });
}
