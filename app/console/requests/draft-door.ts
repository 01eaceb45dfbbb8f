import "server-only";
import { z } from "zod";
import { type StepGate, type StepParams, stepFormKey, stepGate, stepPage } from "@/app/console/requests/step-door";
import { signedOutAnswer } from "@/app/console/staff-gate";
import type { StaffStep } from "@/components/console/step-words";
import { filledTemplate, templateKindOf } from "@/lib/domain/letter-template";
import { templateValues } from "@/lib/domain/template-values";
import { withList } from "@/lib/forms/carried-list";
import { one, type Typed } from "@/lib/forms/kept-values";
import { templateField, wordsField } from "@/lib/forms/step-words-field";
import { formPost } from "@/lib/web/form-post";

type DraftGate = StepGate & { typed: Typed };

/**
 * Takes a template into a step's form, or shows what the person would read. Nothing is sent and no step is taken: the form
 * comes back with everything that was typed in it. A template is put under what stands there already, never over it.
 */
export function draftDoor(options: { name: string; maxBytes: number; only?: StaffStep }) {
  const { name, maxBytes, only } = options;
  return formPost({
    name,
    actor: "staff",
    limit: { count: 240, seconds: 60 },
    maxBytes,
    gate: async (params: StepParams, http, typed) => {
      const signedOut = await signedOutAnswer(http, typed);
      if (signedOut) return signedOut;
      const gate = await stepGate(params, typed, only);
      return gate && templateKindOf(gate.step) ? { ...gate, typed } : null;
    },
    place: ({ staff, reference, step, typed, from }: DraftGate) => ({
      organisationId: staff.organisationId,
      form: stepFormKey(reference, step),
      page: withList(
        `${stepPage(reference, step)}?draft=${one(typed, "press") === "preview" ? "preview" : "filled"}`,
        from,
      ),
    }),
    schema: () => z.object({ press: z.enum(["fill", "preview"]).catch("preview") }),
    run: async (gate, { press }) => {
      const chosen = press === "fill" ? one(gate.typed, templateField(gate.step)) : "";
      return { ok: false, mistakes: {}, values: { ...gate.typed, [wordsField(gate.step)]: draftWords(gate, chosen) } };
    },
  });
}

function draftWords({ step, view, organisation, typed }: DraftGate, templateId: string): string {
  const kind = templateKindOf(step);
  const chosen = view.templates.find(({ template }) => template.id === templateId && template.kind === kind);
  const parts = [one(typed, wordsField(step)), chosen?.template.text ?? ""].filter((part) => part.trim() !== "");
  return filledTemplate(parts.join("\n\n"), valuesFor(view, organisation.profile.name));
}

/** What a template's variables stand for on this request. */
export function valuesFor(view: StepGate["view"], organisation: string) {
  const { reference, facts, clock, person, language } = view;
  const about = {
    ...{ reference, organisation },
    name: person?.askerName ?? person?.name ?? null,
    rights: facts.rights.map(({ right }) => right),
    receivedOn: facts.receivedOn,
    dueOn: clock.dueOn,
  };
  return templateValues(about, language);
}
