import { type Desk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { fileRequest } from "@/lib/commands/file-request";
import { localDay } from "@/lib/domain/calendar-date";
import { mayTake } from "@/lib/domain/lifecycle";
import { newRequestForm } from "@/lib/forms/console-new";
import { formPost } from "@/lib/web/form-post";

/** Whoever may begin work may also take a request down. */
async function filingDesk(): Promise<Desk | null> {
  const desk = await postingDesk();
  return desk && mayTake("begin", desk.staff.roles) ? desk : null;
}

export const POST = formPost({
  name: "console enter request",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async (_: Record<string, never>, http, typed) => (await signedOutAnswer(http, typed)) ?? filingDesk(),
  place: ({ staff }) => ({ organisationId: staff.organisationId, form: "console-new", page: "/console/new" }),
  schema: ({ organisation: { id, profile } }) =>
    newRequestForm({
      rights: profile.rights.map(({ right }) => right),
      languages: profile.languages.offered,
      organisationId: id,
      today: localDay(new Date(), profile.timeZone),
    }),
  async run({ staff, organisation }, { filing, filingKey }, { now }) {
    const filed = await fileRequest(staff, { organisation, filing, filingKey }, now);
    return filed.ok ? { ok: true, to: `/console/requests/${filed.reference}` } : filed;
  },
});
