import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { queueAddress, searchForm } from "@/lib/forms/console-queue";
import { organisationHolding, searchFilter } from "@/lib/queries/find-request";
import { formPost } from "@/lib/web/form-post";

/** Turns what was typed into an address without personal data: a request of ours, or the queue by keyed hash. */
export const POST = formPost({
  name: "console search",
  actor: "staff",
  limit: { count: 120, seconds: 60 },
  gate: (_: Record<string, never>) => postingDesk(),
  place: ({ staff }: Desk) => ({ organisationId: staff.organisationId, form: "console-search", page: "/console" }),
  schema: () => searchForm,
  async run({ staff }, { text }) {
    const filter = searchFilter(staff, text);
    const ours = staff.organisations.map(({ id }) => id);
    const held = filter.reference ? await organisationHolding(ours, filter.reference) : null;
    return { ok: true, to: held ? `/console/requests/${filter.reference}` : queueAddress(filter) };
  },
});
