import { languageName, templateKindWords } from "@/components/console/template-words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { TemplateRow } from "@/lib/queries/templates";

/** Every template of the organisation, each with its languages beside each other. */
export function TemplatesPage({ templates, done }: { templates: readonly TemplateRow[]; done: string | null }) {
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      {done ? <Notice tone="success" announce title={done === "removed" ? "Taken away" : "Saved"} /> : null}
      <Heading lead="Words that are written once and used often. On a request they come in the person's language, filled in.">
        Templates
      </Heading>
      <div>
        <Button href="/console/settings/templates/new">Write a template</Button>
      </div>
      {templates.length === 0 ? (
        <EmptyState title="No template yet">What you write often can be kept here, in each language.</EmptyState>
      ) : (
        <Table
          caption="Templates"
          captionHidden
          rows={templates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              title: "Name",
              rowHeader: true,
              cell: ({ id, name }) => <TextLink href={`/console/settings/templates/${id}`}>{name}</TextLink>,
            },
            { key: "kind", title: "For", cell: ({ kind }) => templateKindWords[kind] },
            { key: "language", title: "Language", cell: ({ language }) => languageName(language) },
            {
              key: "text",
              title: "Begins",
              cell: ({ text }) => <span className="text-quiet">{text.slice(0, 60)}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}
