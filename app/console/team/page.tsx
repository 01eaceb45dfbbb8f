import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountForm } from "@/components/console/account-form";
import { instantText } from "@/components/console/instant-words";
import { roleHints, roleNames } from "@/components/console/role-names";
import { TeamNotice } from "@/components/console/team-notice";
import { WorkloadTable } from "@/components/console/workload-table";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { requireStaff } from "@/lib/auth/staff";
import { type Team, teamOf } from "@/lib/auth/team/team-list";
import { type StaffRole, staffRoles } from "@/lib/domain/actor";
import { localDay } from "@/lib/domain/calendar-date";
import { teamLoad } from "@/lib/queries/workload";
import { type Notice, readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  const staff = await requireStaff();
  const team = await teamOf(staff, new Date());
  if (!team) notFound();
  const notice = await readNotice("/console/team");
  const open = staff.organisations.find(({ id }) => id === staff.organisationId);
  const load = await teamLoad(staff, localDay(new Date(), open?.timeZone ?? "UTC"));
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <TeamNotice {...notice} />
      <Heading lead={`Who works for ${open?.name}.`}>Team</Heading>
      <Members members={team.members} zone={open?.timeZone ?? "UTC"} />
      {load && load.length > 0 ? (
        <Section title="Work in hand" id="work" aside="Each number leads to its list.">
          <WorkloadTable team={load} />
        </Section>
      ) : null}
      {team.invitations.length > 0 ? (
        <Invitations invitations={team.invitations} zone={open?.timeZone ?? "UTC"} />
      ) : null}
      <InviteForm notice={notice} />
    </div>
  );
}

function inWords(roles: readonly StaffRole[]): string {
  return roles.map((role) => roleNames[role]).join(", ") || "new password";
}

function Members({ members, zone }: { members: Team["members"]; zone: string }) {
  return (
    <Table
      caption="Members"
      captionHidden
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          title: "Name",
          rowHeader: true,
          cell: ({ id, name }) => <TextLink href={`/console/team/${id}`}>{name}</TextLink>,
        },
        { key: "email", title: "E-mail", cell: ({ email }) => email },
        { key: "roles", title: "Roles", cell: ({ roles }) => inWords(roles) },
        { key: "factor", title: "Authenticator", cell: ({ secondFactor }) => (secondFactor ? "In use" : "None") },
        {
          key: "seen",
          title: "Last seen",
          cell: ({ lastSeen, disabled }) => (disabled ? "Closed" : lastSeen ? instantText(lastSeen, zone) : "Never"),
        },
      ]}
    />
  );
}

function Invitations({ invitations, zone }: { invitations: Team["invitations"]; zone: string }) {
  return (
    <Section title="Open invitations" id="open-invitations">
      <Table
        caption="Open invitations"
        captionHidden
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: "email", title: "E-mail", rowHeader: true, cell: ({ email }) => email },
          { key: "roles", title: "For", cell: ({ roles }) => inWords(roles) },
          { key: "until", title: "Until", cell: ({ expiresAt }) => instantText(expiresAt, zone) },
          {
            key: "withdraw",
            title: <VisuallyHidden>Action</VisuallyHidden>,
            cell: ({ id }) => (
              <form method="post" action="/console/team/withdraw">
                <input type="hidden" name="invitation" value={id} />
                <Button variant="quiet">Withdraw</Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  );
}

function InviteForm({ notice: { values, mistakes } }: { notice: Notice }) {
  return (
    <Section title="Invite somebody" id="invite">
      <AccountForm action="/console/team/invite">
        <TextInput
          name="email"
          label="E-mail"
          type="email"
          autoComplete="off"
          defaultValue={typeof values.email === "string" ? values.email : undefined}
          mistake={mistakes.email}
        />
        <Checkboxes
          name="roles"
          label="Roles"
          options={staffRoles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
          defaultValues={[values.roles ?? []].flat()}
          mistake={mistakes.roles}
        />
        <Button>Make an invitation</Button>
      </AccountForm>
    </Section>
  );
}
