import { SelectRow } from "@/components/console/bulk/bulk-bar";
import { Dates } from "@/components/console/queue-dates";
import { viewNames } from "@/components/console/queue-tabs";
import { rightList } from "@/components/console/right-names";
import { stateWords, waitingWords } from "@/components/console/state-words";
import { calendarDayText } from "@/components/ui/calendar-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { ContestKind } from "@/lib/domain/contest";
import { endedStates, type State } from "@/lib/domain/lifecycle";
import { placeName } from "@/lib/domain/places";
import { inOwnOrder, type QueueFilter, type QueueView } from "@/lib/domain/queue";
import type { QueueColumn } from "@/lib/domain/queue-look";
import type { ProofStanding } from "@/lib/domain/request-proofs";
import type { Right } from "@/lib/domain/right";
import { type RiskSignal, signalFlags } from "@/lib/domain/risk-signals";
import { withList } from "@/lib/forms/carried-list";
import { queueAddress } from "@/lib/forms/console-queue";
import type { MemberAway } from "@/lib/queries/absences";

export const columnNames: Readonly<Record<QueueColumn, string>> = {
  right: "Right",
  place: "Place",
  state: "State",
  received: "Received",
  due: "Due",
  owner: "Owner",
  waiting: "Waiting for",
  flags: "Flags",
};

export type QueueTableRow = {
  reference: string;
  state: State;
  rights: readonly Right[];
  country: string;
  region: string | null;
  receivedOn: CalendarDate;
  dueOn: CalendarDate | null;
  internalOn: CalendarDate | null;
  contests: readonly { kind: ContestKind; dueOn: CalendarDate }[];
  owner: string | null;
  waitingSince: CalendarDate | null;
  systemsSince: CalendarDate | null;
  proven: ProofStanding;
  signals: readonly RiskSignal[];
  extended: boolean;
  letterFailed: boolean;
};

type QueueTableProps = {
  rows: readonly QueueTableRow[];
  filter: QueueFilter;
  today: CalendarDate;
  soonDays: number;
  columns: readonly QueueColumn[];
  members: readonly MemberAway[];
  me: string;
};

/** The queue, oldest duty first. One row, one request; the reference opens it. */
export function QueueTable({ rows, filter, today, soonDays, columns, members, me }: QueueTableProps) {
  const ownerName = ({ owner }: QueueTableRow) => {
    if (!owner) return <span className="text-quiet">nobody</span>;
    if (owner === me) return <strong className="font-semibold">you</strong>;
    const member = members.find(({ id }) => id === owner);
    if (!member?.away?.now) return member?.name ?? "somebody who left";
    const { until, acting } = member.away;
    return (
      <>
        {member.name}
        <span className="block text-small text-quiet">
          away until {calendarDayText(until)}
          {acting ? <span className="block">{acting.name} covers</span> : null}
        </span>
      </>
    );
  };
  const all: readonly Column<QueueTableRow>[] = [
    {
      key: "select",
      title: <VisuallyHidden>Select</VisuallyHidden>,
      screenOnly: true,
      cell: ({ reference }) => <SelectRow reference={reference} />,
    },
    {
      key: "reference",
      title: "Reference",
      rowHeader: true,
      tight: true,
      cell: ({ reference }) => (
        <TextLink href={withList(`/console/requests/${reference}`, queueAddress(filter))}>
          <span className="figures">{reference}</span>
        </TextLink>
      ),
    },
    {
      key: "right",
      title: columnNames.right,
      cell: ({ rights }) => <span className="block sm:min-w-28">{rightList(rights)}</span>,
    },
    { key: "place", title: columnNames.place, cell: ({ country, region }) => placeName(country, region) },
    { key: "state", title: columnNames.state, tight: true, cell: ({ state }) => stateWords[state] },
    {
      key: "received",
      title: columnNames.received,
      tight: true,
      cell: ({ receivedOn }) => <span className="figures">{calendarDayText(receivedOn)}</span>,
    },
    { key: "due", title: columnNames.due, tight: true, cell: (row) => <Dates {...{ row, today, soonDays }} /> },
    { key: "owner", title: columnNames.owner, tight: true, cell: ownerName },
    { key: "waiting", title: columnNames.waiting, cell: (row) => <Waiting row={row} /> },
    { key: "flags", title: columnNames.flags, cell: (row) => <Flags row={row} /> },
  ];
  return (
    <Table
      caption={inOwnOrder(filter) ? "Requests, by the day the desk works to" : "Requests, oldest duty first"}
      captionHidden
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={<Nothing filter={filter} />}
      columns={all.filter(
        ({ key }) => key === "select" || key === "reference" || columns.some((column) => column === key),
      )}
    />
  );
}

function Waiting({ row }: { row: QueueTableRow }) {
  return (
    <>
      {waitingWords(row.state, row.proven)}
      {row.systemsSince ? <span> · a system since {calendarDayText(row.systemsSince)}</span> : null}
      {row.waitingSince ? <span className="text-quiet"> since {calendarDayText(row.waitingSince)}</span> : null}
    </>
  );
}

function openFlags({ proven, signals }: QueueTableRow) {
  return [
    proven === "none" && { word: "unproven", icon: "lock" as const, look: "" },
    proven === "some" && { word: "partly unproven", icon: "lock" as const, look: "" },
    ...signals.map((signal) => ({ word: signalFlags[signal], icon: "warning" as const, look: "" })),
  ];
}

function Flags({ row }: { row: QueueTableRow }) {
  const flags = [
    row.letterFailed && { word: "letter failed", icon: "warning" as const, look: "text-late font-semibold" },
    ...(endedStates.includes(row.state) ? [] : openFlags(row)),
    ...row.contests.map(({ kind }) => ({ word: `${kind} open`, icon: "warning" as const, look: "" })),
    row.extended && { word: "extended", icon: "clock" as const, look: "" },
  ].filter((flag) => flag !== false);
  return (
    <span className="flex flex-wrap gap-x-3 text-small leading-(--lead-body)">
      {flags.map(({ word, icon, look }) => (
        <span key={word} className={`inline-flex items-baseline gap-1 whitespace-nowrap ${look}`}>
          <Icon icon={icon} className="translate-y-[0.12em]" />
          {word}
        </span>
      ))}
    </span>
  );
}

const nothingIn: Readonly<Record<QueueView, string>> = {
  open: "Nothing can be worked on. Requests come here once their proof is there; until then they stand in Unproven.",
  mine: "Nothing is yours. Take something from Unassigned: beginning work on it makes it yours.",
  new: "Nothing new waits.",
  unproven: "Every request whose address is confirmed has the proof it needs.",
  week: "Nothing is due until Sunday.",
  due: "Nothing is due soon.",
  overdue: "Nothing is overdue.",
  contested: "No appeal or complaint waits for a decision.",
  waiting: "No request waits for its person.",
  systems: "No system owes an answer.",
  unassigned: "Everything that can be worked on has an owner.",
  unconfirmed: "No request waits for its address to be confirmed.",
  snoozed:
    "Nothing sleeps. What is snoozed comes back by itself on its day, and its dates stand in Due and Overdue all the while.",
  owed: "Nothing is owed an answer.",
  done: "Nothing was answered or closed yet.",
};

function Nothing({ filter }: { filter: QueueFilter }) {
  const { cursor: _, view, terms, ...searched } = filter;
  const all = <TextLink href="/console?view=owed">Show all open requests</TextLink>;
  if (terms && !Object.values(searched).some(Boolean)) {
    return (
      <EmptyState title="No request fits" action={all}>
        Nothing here answers to all of these filters. Take one of them off, or look in another view.
      </EmptyState>
    );
  }
  if (Object.values(searched).some(Boolean)) {
    return (
      <EmptyState title="No request fits" action={all}>
        Searches find a whole reference, a whole e-mail address or a whole name. Parts of names are not kept in a form
        that can be searched.
      </EmptyState>
    );
  }
  return <EmptyState title={`${viewNames[view ?? "open"]}: none`}>{nothingIn[view ?? "open"]}</EmptyState>;
}
