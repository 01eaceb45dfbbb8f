import { chosenRows } from "@/app/console/bulk/chosen-rows";
import { type Desk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { planBulk } from "@/lib/commands/plan-bulk";
import type { BulkStep } from "@/lib/domain/bulk";
import { bulkForm, parametersOf, readBulkChoice, recordedFilter } from "@/lib/forms/console-bulk";
import { formPost } from "@/lib/web/form-post";

type BulkGate = Desk & { from: string };

/** Fixes the rows and leads to the page that shows what would come of each. */
export const POST = formPost({
  name: "plan bulk",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  async gate(_: Record<string, never>, http, typed) {
    const signedOut = await signedOutAnswer(http, typed);
    if (signedOut) return signedOut;
    const desk = await postingDesk();
    return desk ? { ...desk, from: typeof typed.from === "string" ? typed.from : "" } : null;
  },
  place: ({ staff, from }: BulkGate) => ({
    organisationId: staff.organisationId,
    form: "console-bulk",
    page: `/console/bulk?${new URLSearchParams({ from })}`,
  }),
  schema: () => bulkForm,
  async run(desk, { change, from }, { now }) {
    const choice = readBulkChoice(parametersOf(from));
    const { references } = await chosenRows(desk, choice);
    const plan = { organisation: desk.organisation, change, references, chosenFrom: recordedFilter(choice) };
    const planned = await planBulk(desk.staff, plan, now);
    if (planned.ok) return { ok: true, to: `/console/bulk/${planned.runId}` };
    const gone = planned.refusal === "not_found" ? notThere[change.step] : undefined;
    return gone ? { ok: false, mistakes: { [gone[0]]: gone[1] } } : planned;
  },
});

// What was chosen from a list that has changed since.
const notThere: Readonly<Partial<Record<BulkStep, readonly [string, string]>>> = {
  assign: ["to", "Choose somebody who works here."],
  message: ["template", "Choose a template that there still is."],
};
