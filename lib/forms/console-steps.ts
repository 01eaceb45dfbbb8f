// What each step's form may hold. The law's own conditions are the domain's; here stands only what was left out or mistyped.
import { z } from "zod";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { checklistItemIds } from "@/lib/domain/checklist";
import type { RightOutcome } from "@/lib/domain/events";
import type { ExtensionGround } from "@/lib/domain/extension-grounds";
import { lawOf } from "@/lib/domain/laws";
import { blankLeft } from "@/lib/domain/letter-template";
import { parseReference } from "@/lib/domain/reference";
import type { RegimeId } from "@/lib/domain/regime";
import { linkKinds } from "@/lib/domain/request-links";
import type { RetentionRule } from "@/lib/domain/retention-rule";
import { rights as everyRight, type Right } from "@/lib/domain/right";
import type { StepChange } from "@/lib/domain/step-change";
import type { StaffProofKind } from "@/lib/domain/verification";
import { contestForms } from "./console-contests";
import { internalDateSchema, snoozeSchema } from "./console-days";
import { groundsFor } from "./console-grounds";
import { planSchema } from "./console-plan";
import { dayOf, dayParts } from "./day-parts";

/** Kinds of proof that staff can ask for, accept or reject, the gentlest first. What fits a request is the domain's to say. */
export const staffProofKinds = [
  "address_on_file",
  "data_points_matched",
  "three_points_matched",
  "signed_in",
  "declaration",
  "permission_signed",
  "confirmed_by_person",
  "authority_checked",
  "power_of_attorney",
  "document_checked",
] as const satisfies readonly StaffProofKind[];

export const wordsLimit = 20_000;

const seenVersion = z.coerce.number().int().positive();
const words = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(wordsLimit, `Write ${wordsLimit} characters or fewer.`);
// What the person reads: a blank that nobody filled is found here at the latest.
const told = (missing: string) =>
  words(missing).superRefine((text, context) => {
    const left = blankLeft(text);
    if (left) context.addIssue({ code: "custom", message: `Fill ${left} before you send it, or take it out.` });
  });
// A box that is not ticked posts nothing: the clock runs on unless somebody says why it may not.
const suspends = z.literal("yes").optional();
// Whether it may stay empty is for the policy to say, once the kind is known.
const beyond = z.string().trim().max(wordsLimit, `Write ${wordsLimit} characters or fewer.`).optional();
const kind = (missing: string) => z.enum(staffProofKinds, { error: missing });

// Read like the search does: any case, with or without dashes. Whether there is such a request is the command's to say.
const reference = z
  .string({ error: "Give the reference of the other request." })
  .transform((typed, context): string => {
    const read = parseReference(typed);
    if (read !== null) return read;
    const message =
      typed.trim() === ""
        ? "Give the reference of the other request."
        : "That is no reference. It looks like H4K2-9QTM-P.";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

// A box that stands alone posts one text, several post a list.
const named = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .pipe(z.array(z.uuid()))
  .optional()
  .catch(undefined);

export type StepForm = { seenVersion: number; change: StepChange };

function form<Shape extends z.ZodRawShape>(shape: Shape, change: (typed: z.infer<z.ZodObject<Shape>>) => StepChange) {
  return z.object({ ...shape, seenVersion }).transform(
    (typed): StepForm => ({
      seenVersion: (typed as { seenVersion: number }).seenVersion,
      change: change(typed as z.infer<z.ZodObject<Shape>>),
    }),
  );
}

// Message and note stand on one page: their fields have names of their own, so that ids do not meet.
const simple = {
  begin: form({}, () => ({ step: "begin" })),
  resume: form({}, () => ({ step: "resume" })),
  close: form({}, () => ({ step: "close" })),
  give_delivery_code: form({}, () => ({ step: "give_delivery_code" })),
  release: form({}, () => ({ step: "release" })),
  release_plan: form({}, () => ({ step: "release_plan" })),
  return_plan: form({ words: words("Say what has to change.") }, (typed) => ({ step: "return_plan", ...typed })),
  assign: form({ to: z.string() }, ({ to }) => ({ step: "assign", to: to === "" ? null : to })),
  note: form({ note: words("Write the note."), mentions: named }, ({ note, mentions }) => ({
    step: "note",
    words: note,
    ...(mentions ? { mentions } : {}),
  })),
  note_duplicate: form({ of: reference }, ({ of }) => ({ step: "note_duplicate", of })),
  link_request: form(
    { to: reference, as: z.enum(linkKinds, { error: "Say how they belong together." }) },
    ({ to, as }) => ({ step: "link_request", to, as }),
  ),
  unlink_request: form({ to: reference }, ({ to }) => ({ step: "unlink_request", to })),
  wake: form({}, () => ({ step: "wake" })),
  tick_item: form(
    { right: z.enum(everyRight), item: z.enum(checklistItemIds), done: z.enum(["yes", "no"]) },
    ({ right, item, done }) => ({ step: "tick_item", right, item, done: done === "yes" }),
  ),
  message: form({ message: told("Write the message.") }, (typed) => ({ step: "message", words: typed.message })),
  ask_clarification: form({ words: told("Write what you need to know."), suspends }, (typed) => ({
    step: "ask_clarification",
    words: typed.words,
    suspends: typed.suspends === "yes",
  })),
  return: form({ words: words("Say what has to change.") }, (typed) => ({ step: "return", ...typed })),
  ask_proof: form(
    { kind: kind("Choose what to ask for."), beyond, words: told("Say why you ask and what to send."), suspends },
    (typed) => ({
      step: "ask_proof",
      kind: typed.kind,
      words: typed.words,
      suspends: typed.suspends === "yes",
      ...(typed.beyond ? { beyond: typed.beyond } : {}),
    }),
  ),
  accept_proof: form(
    { kind: kind("Choose what was checked."), words: words("Say how it was checked.") },
    ({ kind, words }) => ({ step: "accept_proof", kind, words }),
  ),
  ...contestForms(told, words),
  reject_proof: form(
    { kind: kind("Choose what was sent."), words: told("Say why it does not do.") },
    ({ kind, words }) => ({ step: "reject_proof", kind, words }),
  ),
};

// A day that is none counts as not given: the domain then asks for it.
const tellDelay = form({ words: words("Give the reason, for this case."), ...dayParts("until") }, (typed) => ({
  step: "tell_delay",
  words: typed.words,
  until: dayOf(typed, "until"),
}));

export type FormStep =
  | keyof typeof simple
  | "extend"
  | "tell_delay"
  | "prepare"
  | "snooze"
  | "set_internal_date"
  | "plan_erasure";

/** The schema of one step's form. `prepare` asks for an outcome per right, `extend` for a kind of reason that the laws know. */
export function stepSchema(
  step: FormStep,
  asked: {
    rights: readonly Right[];
    regimes: readonly RegimeId[];
    today: CalendarDate;
    schedule: readonly RetentionRule[];
  },
): z.ZodType<StepForm> {
  if (step === "snooze") return snoozeSchema;
  if (step === "set_internal_date") return internalDateSchema;
  if (step === "plan_erasure") return planForm(asked.schedule, asked.today);
  if (step === "extend") return extendSchema(asked.regimes);
  if (step === "tell_delay") return tellDelay;
  return step === "prepare" ? prepareSchema(asked) : simple[step];
}

function planForm(schedule: readonly RetentionRule[], today: CalendarDate): z.ZodType<StepForm> {
  return z
    .intersection(z.object({ seenVersion }), planSchema(schedule, today))
    .transform(({ seenVersion, ...known }) => ({
      seenVersion,
      change: { step: "plan_erasure", known },
    }));
}

/** The kinds of reason that the laws of a request accept for more time; empty where none allows any. */
export function extensionGroundsOf(regimes: readonly RegimeId[]): readonly ExtensionGround[] {
  const procedures = regimes.map(lawOf).flatMap(({ request, byRight }) => [request, ...Object.values(byRight)]);
  return [...new Set(procedures.flatMap(({ extension }) => extension?.grounds ?? []))];
}

function extendSchema(regimes: readonly RegimeId[]) {
  const known: readonly string[] = extensionGroundsOf(regimes);
  const missing = "Choose what makes it take longer.";
  const ground = z.custom<ExtensionGround>((typed) => typeof typed === "string" && known.includes(typed), missing);
  return form({ ground, words: told("Give the reason, for this case."), ...dayParts("until") }, (typed) => {
    const until = dayOf(typed, "until");
    return { step: "extend", ground: typed.ground, words: typed.words, ...(until ? { until } : {}) };
  });
}

/** Names of the fields of one right on the answer's form. */
export function outcomeFields(right: Right) {
  return { outcome: `outcome-${right}`, ground: `ground-${right}`, why: `why-${right}` } as const;
}

const outcome = z.enum(["granted", "partly", "refused"], { error: "Choose an outcome." });

function prepareSchema({ rights, regimes }: { rights: readonly Right[]; regimes: readonly RegimeId[] }) {
  const shape: Record<string, z.ZodType> = { seenVersion, words: told("Write the answer to the person.") };
  for (const right of rights) {
    const fields = outcomeFields(right);
    shape[fields.outcome] = outcome;
    shape[fields.ground] = z.string().optional();
    shape[fields.why] = z.string().trim().max(wordsLimit).optional();
  }
  return z.object(shape).transform((typed, context): StepForm => {
    const outcomes: RightOutcome[] = [];
    const reasons: string[] = [];
    for (const right of rights) {
      const read = outcomeOf(right, regimes, typed as Record<string, string | undefined>);
      for (const [path, message] of Object.entries(read.mistakes)) {
        context.addIssue({ code: "custom", path: [path], message });
      }
      outcomes.push(read.decided);
      if (read.why) reasons.push(read.why);
    }
    const text = [String(typed.words), ...reasons].join("\n\n");
    return { seenVersion: Number(typed.seenVersion), change: { step: "prepare", words: text, outcomes, files: [] } };
  });
}

function outcomeOf(right: Right, regimes: readonly RegimeId[], typed: Readonly<Record<string, string | undefined>>) {
  const fields = outcomeFields(right);
  const decided = outcome.parse(typed[fields.outcome]);
  if (decided === "granted") return { decided: { right, outcome: decided, ground: null }, mistakes: {}, why: "" };
  const ground = groundsFor(right, regimes).find(([id]) => id === typed[fields.ground])?.[1] ?? null;
  const why = typed[fields.why] ?? "";
  const mistakes: Record<string, string> = {};
  if (ground === null) mistakes[fields.ground] = "Choose the ground. A refusal, in whole or in part, names it.";
  if (why === "") mistakes[fields.why] = "Explain to the person why the ground applies to them.";
  return { decided: { right, outcome: decided, ground }, mistakes, why: ground && why ? `${ground}.\n${why}` : "" };
}
