import { PlanTable } from "@/components/console/plan-table";
import { nameIn, type ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { erasureLinesTold } from "@/lib/domain/systems/erasure-effects";
import type { StatementLine } from "@/lib/domain/systems/erasure-statement";

/** The plan of the erasure where one stands, and once it has begun what came of each line. */
export function RequestPlan({ view }: { view: ShownRequest }) {
  const { plan } = view.facts;
  if (plan === null) return null;
  const { released, begunOn } = plan;
  const by = nameIn(view.names)(plan.by);
  const standing = begunOn
    ? `Begun on ${calendarDayText(begunOn)}. Systems are asked in their order.`
    : released
      ? `Released on ${calendarDayText(released.on)}. It begins on ${calendarDayText(released.effectsFrom)}; until then the person can withdraw.`
      : "Waits for an approver. Nothing is erased yet.";
  return (
    <Section title="Erasure" id="erasure" aside={`Planned on ${calendarDayText(plan.plannedOn)} by ${by}`}>
      <p className="max-w-measure">{standing}</p>
      {begunOn ? <Told lines={erasureLinesTold(view.facts, {})} /> : <PlanTable plan={plan} />}
    </Section>
  );
}

const outcomeText = {
  erased: "erased",
  anonymised: "made anonymous",
  not_found: "not found",
  kept_until: "kept until",
  kept_while: "kept for now",
  exception: "not erased",
  owed: "owed",
} as const satisfies Record<StatementLine["outcome"], string>;

function Told({ lines }: { lines: readonly StatementLine[] }) {
  return (
    <Table
      caption="What came of each line"
      captionHidden
      rows={lines}
      rowKey={({ system, category }) => `${system} ${category}`}
      columns={[
        { key: "data", title: "Data", rowHeader: true, cell: ({ name }) => name },
        { key: "system", title: "System", cell: ({ systemName }) => systemName },
        {
          key: "outcome",
          title: "What came of it",
          cell: ({ outcome, on, until }) => {
            const day = on ?? until;
            return `${outcomeText[outcome]}${day ? ` ${calendarDayText(day)}` : ""}`;
          },
        },
      ]}
    />
  );
}
