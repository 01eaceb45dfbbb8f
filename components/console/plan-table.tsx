import { calendarDayText } from "@/components/ui/calendar-day";
import { Table } from "@/components/ui/table";
import type { PlanLine } from "@/lib/domain/systems/erasure-plan";
import type { StandingPlan } from "@/lib/domain/systems/plan-events";

/** What would go from where, what stays and why: the dry run that is released, or not. */
export function PlanTable({ plan }: { plan: Pick<StandingPlan, "lines" | "holes"> }) {
  return (
    <>
      <Table
        caption="What would happen, in the order in which systems are asked"
        rows={plan.lines}
        rowKey={({ system, category }) => `${system} ${category}`}
        columns={[
          { key: "data", title: "Data", rowHeader: true, cell: ({ name }) => name },
          { key: "system", title: "System", cell: ({ systemName }) => systemName },
          { key: "records", title: "Records", numeric: true, tight: true, cell: ({ count }) => count ?? "not looked" },
          { key: "action", title: "What happens", cell: (line) => <Action line={line} /> },
        ]}
      />
      {plan.holes.length > 0 ? (
        <ul className="max-w-measure list-disc pl-5 text-late">
          {plan.holes.map(({ kind, category, system }) => (
            <li key={`${kind} ${category} ${system}`}>
              {kind === "no_system"
                ? `“${category}” lies in no system of the register.`
                : `“${category}” in ${system} has no rule in the schedule.`}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Action({ line }: { line: PlanLine }) {
  const { because, law } = line;
  return (
    <>
      <span className="block font-semibold">{planActionText(line)}</span>
      <span className="text-quiet">
        {because}
        {law ? ` (${law})` : ""}
      </span>
    </>
  );
}

export function planActionText({ action, by, until }: Pick<PlanLine, "action" | "by" | "until">): string {
  switch (action) {
    case "erase":
      return by ? `erase, by ${calendarDayText(by)}` : "erase";
    case "anonymise":
      return by ? `make anonymous, by ${calendarDayText(by)}` : "make anonymous";
    case "keep_until":
      return until ? `keep until ${calendarDayText(until)}` : "keep";
    case "keep_while":
      return "keep for now";
  }
}
