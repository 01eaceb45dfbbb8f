import "server-only";
import { postingRequestDesk, type RequestDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { isStaffStep, type StaffStep } from "@/components/console/step-words";
import { giveDeliveryCode } from "@/lib/commands/owe-delivery-code";
import { takeStep } from "@/lib/commands/take-step";
import { localDay } from "@/lib/domain/calendar-date";
import { mentionedIn } from "@/lib/domain/mentions";
import { orderingDay, queueDays } from "@/lib/domain/queue-days";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { FileToKeep, StepChange } from "@/lib/domain/step-change";
import { carriedList, filterOfList, withList } from "@/lib/forms/carried-list";
import { type StepForm, stepSchema } from "@/lib/forms/console-steps";
import type { Typed } from "@/lib/forms/kept-values";
import { nextInQueue } from "@/lib/queries/next-in-queue";
import { type RequestView, requestView } from "@/lib/queries/request-view";
import { formPost } from "@/lib/web/form-post";
import { noticeCookie } from "@/lib/web/notice";
import { answerUploads, takeUploads, takeWithUploads } from "@/lib/web/uploads";

export type StepParams = { reference: string; step?: string };
/** `from`: the list that the form was opened from. */
export type StepGate = RequestDesk & { step: StaffStep; view: RequestView; from: string | null };

/** The key under which what was typed into a step is kept when it comes back. */
export function stepFormKey(reference: string, step: StaffStep): string {
  return `console-step:${reference}:${step}`;
}

export function stepPage(reference: string, step: StaffStep): string {
  return `/console/requests/${reference}/steps/${step}`;
}

/** The POST of one step's form. `prepare` has an address of its own because only it brings large files. */
export function stepDoor(options: { name: string; maxBytes: number; only?: StaffStep }) {
  const { name, maxBytes, only } = options;
  return formPost({
    name,
    actor: "staff",
    limit: { count: 240, seconds: 60 },
    maxBytes,
    gate: async (params: StepParams, http, typed) =>
      (await signedOutAnswer(http, typed)) ?? stepGate(params, typed, only),
    place: ({ staff, reference, step, from }: StepGate) => ({
      organisationId: staff.organisationId,
      form: stepFormKey(reference, step),
      page: withList(stepPage(reference, step), from),
    }),
    schema: ({ step, view, organisation }) =>
      stepSchema(step, {
        rights: view.facts.rights.map(({ right }) => right),
        regimes: view.facts.received.regimes,
        today: view.today,
        schedule: organisation.profile.retention,
      }),
    run: (gate, typed, { now, form }) => takeTyped(gate, typed, form, now),
  });
}

/** Who takes which step of which request; null: not found. */
export async function stepGate(
  params: StepParams,
  typed: Typed,
  only: StaffStep | undefined,
): Promise<StepGate | null> {
  const step = only ?? params.step ?? "";
  if (!isStaffStep(step)) return null;
  const desk = await postingRequestDesk(params.reference);
  if (!desk) return null;
  // What is in the answer's form depends on what was asked.
  const view = await requestView(desk.staff, desk, new Date());
  return view ? { ...desk, step, view, from: carriedList(typed.from) } : null;
}

async function takeTyped(gate: StepGate, typed: StepForm, form: FormData, now: Date) {
  const { staff, organisation, reference, view } = gate;
  const { seenVersion } = typed;
  const change = typed.change;
  if (change.step === "assign" && change.to !== null && !view.members.some(({ id }) => id === change.to)) {
    return { ok: false as const, mistakes: { to: "Choose somebody who works here." } };
  }
  if (change.step === "give_delivery_code") return giveCode(gate, now);
  const uploads = await filesOf(change, form);
  if (!uploads.ok) return uploads;
  const whole = wholeChange(change, uploads.files, view);
  const given = { organisation, request: { reference }, change: whole, seenVersion };
  const taken = await takeWithUploads(uploads.files, () => takeStep(staff, given, now));
  if (!taken.ok) {
    const field = mendedField(taken.refusal, change);
    return field ? { ok: false as const, mistakes: { [field]: refusals[taken.refusal] } } : taken;
  }
  // One tick of many: back to the list, without a word about it over the page.
  const back = change.step === "tick_item" ? "#checklist" : `?done=${change.step}`;
  const to = withList(`/console/requests/${reference}${back.startsWith("#") ? "" : back}`, gate.from);
  if (form.get("press") === "next" && gate.from)
    return { ok: true as const, to: await onward(gate, change.step, to, now) };
  return { ok: true as const, to: back.startsWith("#") ? `${to}${back}` : to };
}

/** With what stands outside the form's own fields: the files that came along, and whom a note names after an @. */
function wholeChange(change: StepChange, files: readonly FileToKeep[], { members }: RequestView): StepChange {
  if (change.step === "prepare") return { ...change, files };
  if (change.step !== "note") return change;
  return { ...change, mentions: [...new Set([...(change.mentions ?? []), ...mentionedIn(change.words, members)])] };
}

/** The code is in the answer to this post and on the one page after it; nowhere else can it be read again. */
async function giveCode({ staff, organisation, reference }: StepGate, now: Date) {
  const given = await giveDeliveryCode(staff, { organisation, reference }, now);
  if (!given.ok) return given;
  const page = stepPage(reference, "give_delivery_code");
  const shown = { code: given.code, until: given.expiresAt.toISOString() };
  return { ok: true as const, to: page, cookies: [noticeCookie(page, { shown }, now)] };
}

/** The next request of the list, or the same one with the word that the list is done. */
async function onward(gate: StepGate, step: string, stay: string, now: Date): Promise<string> {
  const { staff, organisation, view, from, elsewhere } = gate;
  const { timeZone, dueSoonDays } = organisation.profile;
  const filter = from ? filterOfList(from) : {};
  const place = { id: view.id, dueOn: orderingDay(filter, queueDays(view.facts, view.clock)) };
  const day = { today: localDay(now, timeZone), soonDays: dueSoonDays };
  // Another organisation's request stands in no list of the queue that is open.
  const next = from && !elsewhere ? await nextInQueue(staff, { filter, place }, day) : null;
  return next ? withList(`/console/requests/${next}?done=${step}&on=${view.reference}`, from) : `${stay}&end=1`;
}

function mendedField(refusal: Refusal, { step }: StepChange): string | undefined {
  const field = mendedAt[refusal];
  // The link's form has its reference under another name than the duplicate's.
  return field === "of" && step === "link_request" ? "to" : field;
}

// Said at the box that can mend it: a written reason opens more proof, another reference
// another request, an answer in words alone needs no more proof than it grants.
const mendedAt: Readonly<Partial<Record<Refusal, string>>> = {
  proof_beyond_policy: "beyond",
  proof_more_than_needed: "beyond",
  no_such_request: "of",
  same_request: "of",
  noted_already: "of",
  linked_already: "to",
  not_linked: "to",
  snooze_not_ahead: "until",
  snooze_late: "late",
  internal_date_over: "on",
  internal_date_late: "on",
  reverse_instead: "outcome",
  files_need_proof: "files",
  delay_date_missing: "until",
  delay_date_unreal: "until",
  contest_open: "contest",
  nothing_to_contest: "contest",
  no_contest_in_law: "contest",
  arrival_day_unreal: "arrivedOn",
  no_proven_address: "by",
};

async function filesOf(change: StepChange, form: FormData) {
  return change.step === "prepare" ? takeUploads(form, "files", answerUploads) : { ok: true as const, files: [] };
}
