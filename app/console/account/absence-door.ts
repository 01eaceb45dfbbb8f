import { type Desk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { planAbsence } from "@/lib/commands/plan-absence";
import { mayPlanAbsence } from "@/lib/domain/cover";
import { absenceForm, absenceFormKey, absenceMistakes } from "@/lib/forms/staff-absence";
import { nothingForm } from "@/lib/forms/staff-forms";
import { formPost } from "@/lib/web/form-post";
import { noticeCookie } from "@/lib/web/notice";

/** `member`: in the address of a member's page; not in one's own. */
type Params = { member?: string };
type Gate = Desk & { member: string; page: string };

/** The POST handler by which somebody is away, or `back` after all: for oneself, or for the member in the address. */
export function absencePost(name: string, { whose, back }: { whose: "own" | "member"; back: boolean }) {
  return formPost({
    name,
    actor: whose === "own" ? "staff" : "administrator",
    limit: { count: 60, seconds: 900 },
    gate: async (params: Params, http, typed) =>
      (await signedOutAnswer(http, typed)) ?? (whose === "own" ? absenceGate(null) : memberGate(params)),
    place: ({ staff, member, page }: Gate) => {
      return { organisationId: staff.organisationId, form: absenceFormKey(member), page };
    },
    schema: () => (back ? nothingForm.transform(() => null) : absenceForm),
    run: async ({ staff, organisation, member, page }, absence, { now }) => {
      const planned = await planAbsence(staff, { organisation, staffId: member, absence }, now);
      if (!planned.ok) return { ok: false, mistakes: absenceMistakes(planned.refusal) };
      const done = absence
        ? "It is written down. New work goes to whoever is there; nothing has to be done at the end."
        : "It is taken back. New work comes as before.";
      return { ok: true, to: page, cookies: [noticeCookie(page, { shown: { done } }, now)] };
    },
  });
}

async function memberGate({ member }: Params): Promise<Gate | null> {
  return member === undefined ? null : absenceGate(member);
}

/** `named`: the member in the address; null for oneself. */
async function absenceGate(named: string | null): Promise<Gate | null> {
  const desk = await postingDesk();
  if (!desk) return null;
  const member = named ?? desk.staff.staffId;
  const page = named === null ? "/console/account" : `/console/team/${encodeURIComponent(named)}`;
  const may = named === null || desk.staff.roles.includes("administrator");
  return may && mayPlanAbsence(desk.staff, member) ? { ...desk, member, page } : null;
}
