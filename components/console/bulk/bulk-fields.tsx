import { typedText } from "@/components/console/steps/step-props";
import { languageName } from "@/components/console/template-words";
import { Checkbox } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import type { BulkStep } from "@/lib/domain/bulk";
import type { KeptValues } from "@/lib/forms/kept-values";

type BulkFieldsProps = KeptValues & {
  step: BulkStep;
  members: readonly { id: string; name: string }[];
  templates: readonly { name: string; language: string }[];
};

/** What a step of many wants to know, under the choice of it; null for those that want nothing. */
export function BulkFields({ step, members, templates, values, mistakes }: BulkFieldsProps) {
  switch (step) {
    case "assign":
      return (
        <Select
          name="to"
          label="New owner"
          empty="nobody"
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typedText(values, "to") ?? ""}
          mistake={mistakes.to}
        />
      );
    case "note":
      return (
        <TextArea
          name="note"
          label="Note"
          hint="Each request gets exactly this. It cannot be undone, and mentions nobody."
          rows={3}
          defaultValue={typedText(values, "note")}
          mistake={mistakes.note}
        />
      );
    case "message":
      return <Template {...{ templates, values, mistakes }} />;
    case "snooze":
      return <Sleep {...{ values, mistakes }} />;
    case "begin":
    case "resume":
    case "close":
      return null;
  }
}

function Template({ templates, values, mistakes }: Omit<BulkFieldsProps, "step" | "members">) {
  const names = [...new Set(templates.map(({ name }) => name))];
  const languagesOf = (name: string) =>
    templates.flatMap((one) => (one.name === name ? [languageName(one.language)] : [])).join(", ");
  return (
    <>
      <Select
        name="template"
        label="Template"
        empty={names.length === 0 ? "there is none for messages yet" : "choose"}
        hint="Each person is written to in their own language. Whoever reads one that the template lacks is left out."
        options={names.map((name) => ({ value: name, label: `${name} (${languagesOf(name)})` }))}
        defaultValue={typedText(values, "template") ?? ""}
        mistake={mistakes.template}
      />
      <p className="text-small">
        <TextLink href="/console/settings/templates">Templates</TextLink>
      </p>
    </>
  );
}

function Sleep({ values, mistakes }: KeptValues) {
  const part = (name: string) => typedText(values, `until-${name}`);
  return (
    <>
      <DateInput
        name="until"
        label="The day on which they are back"
        hint="Those whose answer is due before it, or on it, are left out. So are those that sleep already."
        defaultValue={{ day: part("day"), month: part("month"), year: part("year") }}
        mistake={mistakes.until}
      />
      <Checkbox
        name="wakeOnReply"
        label="Wake each as soon as its person writes or shows something"
        defaultChecked={values.step === undefined || typedText(values, "wakeOnReply") === "yes"}
      />
    </>
  );
}
