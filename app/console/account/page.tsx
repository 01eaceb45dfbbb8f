import type { Metadata } from "next";
import { keptInThisBrowser } from "@/app/console/staff-gate";
import { AbsenceForm } from "@/components/console/absence-form";
import { instantText } from "@/components/console/instant-words";
import { roleNames } from "@/components/console/role-names";
import { WeeklyLetterChoice } from "@/components/console/weekly-letter-choice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { ownSessions } from "@/lib/auth/own-sessions";
import { requireStaff } from "@/lib/auth/staff";
import { localDay } from "@/lib/domain/calendar-date";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { absenceFields, absenceFormKey } from "@/lib/forms/staff-absence";
import { coverOf } from "@/lib/queries/absences";
import { readNotice } from "@/lib/web/notice";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await searchParams).again === undefined ? "Your account" : "Error: Your account" };
}

export default async function AccountPage({ searchParams }: Props) {
  const staff = await requireStaff("enrolling");
  const [{ shown, mistakes }, sessions] = await Promise.all([
    readNotice("/console/account"),
    ownSessions(staff, new Date()),
  ]);
  const open = staff.organisations.find(({ id }) => id === staff.organisationId);
  const zone = open?.timeZone ?? "UTC";
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(staff.organisationId, absenceFormKey(staff.staffId)) : null;
  // Until the second factor is there only what leads to it is open.
  const cover = staff.mustEnrol ? null : await coverOf(staff, staff.staffId, localDay(new Date(), zone));
  const words = shown.done ?? mistakes[""];
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      {kept ? <ErrorSummary mistakes={kept.mistakes} order={absenceFields} /> : null}
      <Heading>Your account</Heading>
      {words ? <Notice title={words} tone={shown.done ? "success" : "warning"} announce /> : null}
      <Section title="Who you are" id="who">
        <SummaryList
          rows={[
            { label: "Name", value: staff.name },
            { label: "E-mail", value: staff.email },
            ...staff.organisations.map(({ name, roles }) => ({
              label: name,
              value: roles.map((role) => roleNames[role]).join(", "),
            })),
          ]}
        />
      </Section>
      {cover ? (
        <Section title="Time away" id="away" aside={`For ${open?.name}.`}>
          <AbsenceForm action="/console/account/absence" view={cover} kept={kept} who="You" />
          {staff.organisations.length > 1 ? (
            <p className="max-w-measure text-quiet">
              You also work elsewhere. Switch to each organisation and say it there too: others cover you there.
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section title="How you sign in" id="how">
        <SummaryList
          rows={[
            {
              label: "Password",
              value: "Set",
              change: { href: "/console/account/password", context: "your password" },
            },
            {
              label: "Authenticator",
              value: staff.secondFactor ? "In use" : "None",
              change: { href: "/console/account/second-factor", context: "your authenticator" },
            },
          ]}
        />
      </Section>
      <Section title="Keys" id="keys">
        <ChooseKeys on={staff.singleKeys} />
      </Section>
      <Section title="Weekly letter" id="weekly">
        <WeeklyLetterChoice places={staff.organisations} />
      </Section>
      <Section title="Where you are signed in" id="where">
        <Table
          caption="Where you are signed in"
          captionHidden
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            { key: "from", title: "Since", rowHeader: true, cell: (one) => instantText(one.createdAt, zone) },
            { key: "seen", title: "Last seen", cell: (one) => instantText(one.lastSeenAt, zone) },
            {
              key: "end",
              title: <VisuallyHidden>Action</VisuallyHidden>,
              cell: (one) => (one.here ? "This one" : <EndSession session={one.id} />),
            },
          ]}
        />
        {sessions.length > 1 ? <EndSession session="others" /> : null}
      </Section>
    </div>
  );
}

function ChooseKeys({ on }: { on: boolean }) {
  return (
    <form method="post" action="/console/account/keys" className="flex flex-col items-start gap-3">
      <Checkbox
        name="singleKeys"
        label="Single keys do something"
        hint={
          <>
            Such as j for the next row. Turn them off if you speak to your machine or press keys by accident. Ctrl K and
            Esc stay. <TextLink href="/console/keys">All keys</TextLink>
          </>
        }
        defaultChecked={on}
      />
      <Button variant="secondary">Save keys</Button>
    </form>
  );
}

function EndSession({ session }: { session: string }) {
  return (
    <form method="post" action="/console/account/sessions">
      <input type="hidden" name="session" value={session} />
      <Button variant={session === "others" ? "secondary" : "quiet"}>
        {session === "others" ? "End all others" : "End"}
      </Button>
    </form>
  );
}
