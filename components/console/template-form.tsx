import { languageName, templateKindWords } from "@/components/console/template-words";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { InsetText } from "@/components/ui/inset-text";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { languages } from "@/lib/domain/language";
import { templateKinds, templateVariables } from "@/lib/domain/letter-template";
import { type KeptValues, one } from "@/lib/forms/kept-values";
import type { TemplateRow } from "@/lib/queries/templates";

/** One template: what it is for, its language, its words, and which variables may stand in them. */
export function TemplateForm({ template, kept }: { template: TemplateRow | null; kept: KeptValues | null }) {
  const { values, mistakes } = kept ?? { values: {}, mistakes: {} as KeptValues["mistakes"] };
  const typed = (name: "kind" | "language" | "name" | "text") => (kept ? one(values, name) : (template?.[name] ?? ""));
  return (
    <div className="flex max-w-[60rem] flex-col gap-5">
      <BackLink href="/console/settings/templates">Templates</BackLink>
      <ErrorSummary mistakes={mistakes} />
      <Heading>{template ? template.name : "Write a template"}</Heading>
      <form method="post" action="/console/settings/templates/save" noValidate className="flex flex-col gap-4">
        {template ? (
          <>
            <input type="hidden" name="id" value={template.id} />
            <input type="hidden" name="version" value={template.version} />
          </>
        ) : null}
        <Select
          name="kind"
          label="What it is for"
          empty="Choose"
          options={templateKinds.map((kind) => ({ value: kind, label: templateKindWords[kind] }))}
          defaultValue={typed("kind")}
          mistake={mistakes.kind}
        />
        <TextInput
          name="name"
          label="Name"
          hint="Give it the same name in each language: the person's own is taken."
          width={30}
          defaultValue={typed("name")}
          mistake={mistakes.name}
        />
        <Select
          name="language"
          label="Language"
          empty="Choose"
          options={languages.map((language) => ({ value: language, label: languageName(language) }))}
          defaultValue={typed("language")}
          mistake={mistakes.language}
        />
        <TextArea name="text" label="Words" rows={12} defaultValue={typed("text")} mistake={mistakes.text} />
        <InsetText>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4">
            {Object.entries(templateVariables).map(([name, words]) => (
              <div key={name} className="contents">
                <dt className="font-semibold">{`{${name}}`}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </InsetText>
        <div className="flex flex-wrap gap-3">
          <Button>Save the template</Button>
          <Button variant="quiet" href="/console/settings/templates">
            Cancel
          </Button>
        </div>
      </form>
      {template ? (
        <form method="post" action="/console/settings/templates/remove">
          <input type="hidden" name="id" value={template.id} />
          <Button variant="danger">Take the template away</Button>
        </form>
      ) : null}
    </div>
  );
}
