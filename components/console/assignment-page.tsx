import { absenceWords } from "@/components/console/absence-words";
import { RuleForm } from "@/components/console/assignment-rule-form";
import { languageName } from "@/components/console/language-name";
import { relationNames } from "@/components/console/relation-words";
import { rightNames } from "@/components/console/right-names";
import { roleNames } from "@/components/console/role-names";
import { SettingsTabs } from "@/components/console/settings-tabs";
import { WorkloadTable } from "@/components/console/workload-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { lawOf } from "@/lib/domain/laws";
import type { LawId } from "@/lib/domain/organisation";
import { placeName } from "@/lib/domain/places";
import type { Right } from "@/lib/domain/right";
import type { Relation } from "@/lib/domain/verification";
import { ruleFields } from "@/lib/forms/console-assignment";
import type { Typed } from "@/lib/forms/kept-values";
import type { AssignmentView, RuleLine } from "@/lib/queries/assignment";
import type { TeamLoad } from "@/lib/queries/workload";

type AssignmentPageProps = AssignmentView & {
  rights: readonly Right[];
  regimes: readonly LawId[];
  languages: readonly string[];
  load: readonly TeamLoad[];
  done: string | null;
  typed: Typed;
  mistakes: Mistakes;
};

const doneWords: Readonly<Record<string, string>> = {
  added: "The rule is added. It counts from the next request on.",
  first: "The rule is asked first from now on.",
  remove: "The rule is gone. What it assigned stays assigned.",
};

/** The rules by which new work finds its owner, in the order in which they are asked. */
export function AssignmentPage(props: AssignmentPageProps) {
  const { rules, load, done, mistakes } = props;
  const said = done ? doneWords[done] : undefined;
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <ErrorSummary mistakes={mistakes} order={ruleFields} />
      {said ? <Notice tone="success" announce title={said} /> : null}
      <Heading lead="A request that becomes work is given to somebody by the first rule that fits. Without one it waits under Unassigned.">
        Assignment
      </Heading>
      <SettingsTabs here="/console/settings/assignment" />
      {rules.length === 0 ? (
        <EmptyState title="No rules yet">New work belongs to nobody until somebody takes it.</EmptyState>
      ) : (
        <Rules rules={rules} />
      )}
      <RuleForm {...props} />
      <Section title="Work in hand" id="work" aside="Each number leads to its list.">
        <WorkloadTable team={load} />
      </Section>
    </div>
  );
}

function Rules({ rules }: { rules: readonly RuleLine[] }) {
  return (
    <Table
      caption="Rules, in the order in which they are asked"
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", title: "Rule", rowHeader: true, cell: ({ name }) => name },
        { key: "when", title: "For", cell: forText },
        { key: "who", title: "Goes to", cell: (rule) => <Who rule={rule} /> },
        {
          key: "change",
          title: <VisuallyHidden>Action</VisuallyHidden>,
          screenOnly: true,
          cell: ({ id, name }) => (
            <div className="flex flex-wrap gap-3">
              {rules[0]?.id === id ? null : <Change id={id} to="first" words="Ask first" name={name} />}
              <Change id={id} to="remove" words="Remove" name={name} />
            </div>
          ),
        },
      ]}
    />
  );
}

function Change(props: { id: string; to: "first" | "remove"; words: string; name: string }) {
  return (
    <form method="post" action={`/console/settings/assignment/${props.id}/${props.to}`}>
      <Button variant="quiet">
        {props.words}
        <VisuallyHidden>: {props.name}</VisuallyHidden>
      </Button>
    </form>
  );
}

function forText({ rights, regimes, languages, relations, places }: RuleLine): string {
  const parts = [
    rights.map((right) => rightNames[right as Right] ?? right),
    regimes.map((regime) => lawOf(regime as LawId).name),
    languages.map((language) => languageName(language)),
    relations.map((relation) => relationNames[relation as Relation] ?? relation),
    places.map((place) => placeName(place.slice(0, 2), place.length > 2 ? place : null)),
  ].filter((words) => words.length > 0);
  return parts.length === 0 ? "every request" : parts.map((words) => words.join(" or ")).join("; ");
}

function Who({ rule: { people, away, left, role, staffIds } }: { rule: RuleLine }) {
  const names = people.map(({ name }) => name).join(", ");
  return (
    <div className="flex flex-col">
      <span>
        {staffIds.length === 0 && role ? `${roleNames[role]}: ${names || "nobody"}` : names || "nobody"}
        {people.length > 1 ? ", in turn" : ""}
      </span>
      {away.map((one) =>
        one.away ? (
          <span key={one.id} className="text-quiet">
            {one.name}: {absenceWords(one.away)}
          </span>
        ) : null,
      )}
      {left.length > 0 ? <span className="text-late">Not here any more: {left.join(", ")}</span> : null}
      {people.length === 0 ? (
        <span className="text-late">
          {away.length > 0
            ? "Passed over: everybody is away and nobody covers."
            : "Passed over: nobody can take these."}
        </span>
      ) : null}
    </div>
  );
}
