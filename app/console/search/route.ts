import { type Desk, postingDesk } from "@/app/console/staff-gate";
import type { QueueFilter } from "@/lib/domain/queue";
import { queueAddress, readCarried, searchForm } from "@/lib/forms/console-queue";
import { one } from "@/lib/forms/kept-values";
import { readQuery } from "@/lib/forms/queue-language";
import { organisationHolding, searchFilter } from "@/lib/queries/find-request";
import { formPost } from "@/lib/web/form-post";

type Asking = Desk & { carried: QueueFilter };

/**
 * Turns what was typed into an address without personal data: a request of ours, or the queue by terms and keyed hashes. What
 * is not understood goes into no address either, it may be a name: the page comes back with it and a sentence.
 */
export const POST = formPost({
  name: "console search",
  actor: "staff",
  limit: { count: 120, seconds: 60 },
  async gate(_: Record<string, never>, __, typed): Promise<Asking | null> {
    const desk = await postingDesk();
    return desk ? { ...desk, carried: readCarried(one(typed, "from")) } : null;
  },
  place: ({ staff, carried }: Asking) => ({
    organisationId: staff.organisationId,
    form: "console-search",
    page: queueAddress(carried),
  }),
  schema: () => searchForm,
  async run({ staff, carried }, { text, from }) {
    const { terms, texts } = readQuery(text);
    const [searched] = texts;
    const found = searched === undefined ? {} : searchFilter(staff, searched);
    const ours = staff.organisations.map(({ id }) => id);
    const alone = Object.keys(terms).length === 0 && carried.view === undefined;
    const held = found.reference && alone ? await organisationHolding(ours, found.reference) : null;
    if (held) return { ok: true, to: `/console/requests/${found.reference}` };
    // The box of the queue shows its terms and keeps the view and a hidden search; the bar's box begins anew.
    const { view, reference, email, name } = carried;
    const kept: QueueFilter = searched === undefined && from !== "" ? { reference, email, name } : {};
    return { ok: true, to: queueAddress({ ...kept, ...found, view, terms }) };
  },
});
