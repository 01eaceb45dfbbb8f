import type { ShownRequest } from "@/components/console/shown-request";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { backupsOverwrittenBy, erasureLines, type RetentionLine } from "@/lib/domain/retention";
import { lineText } from "@/lib/forms/console-answer-draft";

/** Where data may lie and who answers for it; for an erasure, what each category's rule says. */
export function RequestSystems({ view, profile }: { view: ShownRequest; profile: OrganisationProfile }) {
  const erasing = view.facts.rights.some(({ right }) => right === "erasure");
  const lines = erasing ? erasureLines(profile, { askedOn: view.facts.receivedOn }) : [];
  const names = new Map(profile.retention.map(({ category, name }) => [category, name]));
  const backups = erasing ? backupsOverwrittenBy(profile, view.facts.receivedOn) : null;
  const { systems } = view.asked;
  if (systems.length === 0) return null;
  return (
    <Section title="Where to look" id="systems" aside="Systems of the register">
      <Table
        caption="Systems"
        captionHidden
        rows={systems}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", title: "System", rowHeader: true, cell: ({ name }) => name },
          { key: "owner", title: "Ask", cell: ({ owner }) => owner.name },
          {
            key: "categories",
            title: erasing ? "What its rule says" : "Holds",
            cell: ({ categories }) =>
              erasing ? (
                <Lines lines={lines.filter(({ category }) => categories.includes(category))} />
              ) : (
                categories.map((category) => names.get(category) ?? category).join(", ")
              ),
          },
        ]}
      />
      {backups && profile.backups ? (
        <p className="max-w-measure text-quiet">
          Backup copies are overwritten within {profile.backups.overwrittenWithinDays} days of the erasure.
        </p>
      ) : null}
    </Section>
  );
}

function Lines({ lines }: { lines: readonly RetentionLine[] }) {
  return (
    <ul className="flex min-w-64 max-w-measure flex-col gap-1">
      {lines.map((line) => (
        <li key={line.category}>{lineText(line)}</li>
      ))}
    </ul>
  );
}
