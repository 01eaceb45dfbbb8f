import { SettingsTabs } from "@/components/console/settings-tabs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { AskedBy } from "@/lib/domain/systems/registered-system";
import type { SystemLine } from "@/lib/queries/systems";

type SystemsPageProps = {
  lines: readonly SystemLine[];
  profile: Pick<OrganisationProfile, "retention">;
  done: string | null;
  mistakes: Mistakes;
};

const doneWords: Readonly<Record<string, string>> = {
  saved: "The system is saved. It counts from the next question on.",
  removed: "The system is taken out. What it was asked is still to be answered or taken back.",
  filed: "What the file says is taken over.",
  stopped: "No system is asked anything by itself until you let it go on.",
  resumed: "Systems are asked again.",
};

const wayWords: Readonly<Record<AskedBy["kind"], string>> = {
  manual: "letter to the owner",
  http: "http",
  sql: "database",
  file: "file",
};

/** Where the organisation's data lives, who answers for it, and how each is asked. */
export function SystemsPage({ lines, profile, done, mistakes }: SystemsPageProps) {
  const said = done ? doneWords[done] : undefined;
  const stopped = lines.some(({ system, removed }) => !removed && system.stopped);
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <ErrorSummary mistakes={mistakes} />
      {said ? <Notice tone="success" announce title={said} /> : null}
      <Heading lead="Where data lives, who answers for it and how it is asked. It begins with the organisation's file; what is changed here stays when the file is read again.">
        Systems
      </Heading>
      <SettingsTabs here="/console/settings/systems" />
      <div>
        <Button href="/console/settings/systems/add" variant="secondary">
          Register a system
        </Button>
      </div>
      {lines.length === 0 ? (
        <EmptyState title="No systems yet">Without one nobody can be asked.</EmptyState>
      ) : (
        <Lines lines={lines} profile={profile} />
      )}
      <Section title="Emergency stop" id="stop">
        <p className="max-w-measure">
          {stopped
            ? "Nothing is asked of systems by itself. Owners who have their letter can still answer."
            : "Stops every question that a machine would be asked by itself. No request is lost: all wait until you let it go on."}
        </p>
        <form method="post" action="/console/settings/systems/stop">
          {stopped ? null : <input type="hidden" name="stop" value="yes" />}
          <Button variant={stopped ? "primary" : "secondary"}>
            {stopped ? "Let it go on" : "Stop asking all systems"}
          </Button>
        </form>
      </Section>
    </div>
  );
}

function Lines({ lines, profile }: Pick<SystemsPageProps, "lines" | "profile">) {
  const names = new Map(profile.retention.map(({ category, name }) => [category, name]));
  return (
    <Table
      caption="Systems, in the order of an erasure"
      rows={lines}
      rowKey={({ system }) => system.id}
      columns={[
        { key: "name", title: "System", rowHeader: true, cell: (line) => <Name line={line} /> },
        {
          key: "owner",
          title: "Owner",
          cell: ({ system: { owner } }) => (
            <>
              {owner.name}
              <span className="block text-small text-quiet [overflow-wrap:anywhere]">
                {owner.email ?? "no address"}
              </span>
            </>
          ),
        },
        {
          key: "holds",
          title: "Holds",
          cell: ({ system }) => system.categories.map((category) => names.get(category) ?? category).join(", "),
        },
        { key: "way", title: "Asked by", cell: ({ system }) => wayWords[system.askedBy.kind] },
        { key: "waiting", title: "To answer", numeric: true, cell: ({ waiting }) => waiting },
        {
          key: "act",
          title: <VisuallyHidden>Action</VisuallyHidden>,
          screenOnly: true,
          cell: (line) => <Act line={line} />,
        },
      ]}
    />
  );
}

function Name({ line: { system, removed, differs } }: { line: SystemLine }) {
  return (
    <>
      {removed ? system.name : <TextLink href={`/console/settings/systems/${system.id}`}>{system.name}</TextLink>}
      <span className="block font-normal text-small text-quiet">
        {system.id}
        {removed ? " · taken out here, and still in the file" : differs ? " · the file says something else" : ""}
      </span>
    </>
  );
}

function Act({ line: { system, removed, differs } }: { line: SystemLine }) {
  const of = <VisuallyHidden> {system.name}</VisuallyHidden>;
  return (
    <div className="flex flex-wrap gap-3">
      {differs ? (
        <form method="post" action="/console/settings/systems/take-file">
          <input type="hidden" name="id" value={system.id} />
          <Button variant="secondary">Take the file's word{of}</Button>
        </form>
      ) : null}
      {removed ? null : (
        <form method="post" action="/console/settings/systems/remove">
          <input type="hidden" name="id" value={system.id} />
          <input type="hidden" name="version" value={system.version} />
          <Button variant="secondary">Take out{of}</Button>
        </form>
      )}
    </div>
  );
}
