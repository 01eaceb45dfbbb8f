import type { ShownRequest } from "@/components/console/shown-request";
import type { StaffStep } from "@/components/console/step-words";
import { languageName } from "@/components/console/template-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { templateKindOf } from "@/lib/domain/letter-template";
import { templateField } from "@/lib/forms/step-words-field";

/** Inside a step's form: takes a template's words in, under what is typed. Nothing is sent by it. */
export function TemplateChooser({ step, view, chosen }: { step: StaffStep; view: ShownRequest; chosen?: string }) {
  const kind = templateKindOf(step);
  const fitting = view.templates.filter(({ template }) => template.kind === kind);
  if (fitting.length === 0) return null;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        // Two forms with templates stand on the request's page: each has a name of its own.
        name={templateField(step)}
        label="Template"
        width={20}
        options={fitting.map(({ template, fallback }) => ({
          value: template.id,
          label: fallback ? `${template.name} (${languageName(template.language)} only)` : template.name,
        }))}
        defaultValue={chosen}
      />
      <Button variant="secondary" name="press" value="fill" formAction={draftAddress(step, view)}>
        Use this template
      </Button>
    </div>
  );
}

export function PreviewButton({ step, view }: { step: StaffStep; view: ShownRequest }) {
  return (
    <Button variant="secondary" name="press" value="preview" formAction={draftAddress(step, view)}>
      Preview
    </Button>
  );
}

function draftAddress(step: StaffStep, { reference }: ShownRequest): string {
  return `/console/requests/${reference}/steps/${step}/draft`;
}
