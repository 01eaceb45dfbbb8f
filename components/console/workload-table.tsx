import { absenceWords } from "@/components/console/absence-words";
import { CountUpTo } from "@/components/ui/count-up-to";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { countedUpTo, type QueueTerms } from "@/lib/domain/queue";
import { queueAddress } from "@/lib/forms/console-queue";
import type { TeamLoad } from "@/lib/queries/workload";

/** Who has how much: each number leads to its list. Whoever is away stands there with whoever covers. */
export function WorkloadTable({ team }: { team: readonly TeamLoad[] }) {
  return (
    <Table
      caption="Work in hand"
      captionHidden
      rows={team}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          title: "Name",
          rowHeader: true,
          cell: ({ name, away }) => (
            <>
              {name}
              {away ? (
                <span className="block max-w-80 text-small font-normal text-quiet">{absenceWords(away)}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "open",
          title: "Open",
          numeric: true,
          cell: (one) => <Count {...{ one }} count={one.open} terms={{}} />,
        },
        {
          key: "soon",
          title: "Due within 7 days",
          numeric: true,
          cell: (one) => <Count {...{ one }} count={one.soon} terms={{ due: { is: ["<7d"], not: ["overdue"] } }} />,
        },
        {
          key: "overdue",
          title: "Overdue",
          numeric: true,
          cell: (one) => <Count {...{ one }} count={one.overdue} terms={{ due: { is: ["overdue"], not: [] } }} late />,
        },
      ]}
    />
  );
}

type CountProps = { one: TeamLoad; count: number; terms: QueueTerms; late?: boolean };

function Count({ one: { id }, count, terms, late }: CountProps) {
  if (count === 0) return <span className="text-quiet">0</span>;
  const address = queueAddress({ view: "owed", terms: { ...terms, assignee: { is: [id], not: [] } } });
  return (
    <TextLink href={address}>
      <span className={late ? "font-semibold text-late" : undefined}>
        <CountUpTo count={count} most={countedUpTo} />
      </span>
    </TextLink>
  );
}

/** The same in one line, where somebody is chosen: "Kim: 12 open, 3 due within 7 days, 1 overdue". */
export function loadLabel({ name, open, soon, overdue, away }: TeamLoad): string {
  const count = (many: number) => (many > countedUpTo ? `${countedUpTo.toLocaleString("en")}+` : String(many));
  const work = [
    `${count(open)} open`,
    ...(soon > 0 ? [`${count(soon)} due within 7 days`] : []),
    ...(overdue > 0 ? [`${count(overdue)} overdue`] : []),
  ].join(", ");
  return `${name}: ${work}${away ? ` · ${absenceWords(away)}` : ""}`;
}
