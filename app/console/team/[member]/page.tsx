import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { roleHints, roleNames } from "@/components/console/role-names";
import { TeamNotice } from "@/components/console/team-notice";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { requireStaff } from "@/lib/auth/staff";
import { teamOf } from "@/lib/auth/team/team-list";
import { staffRoles } from "@/lib/domain/actor";
import type { memberSteps } from "@/lib/forms/staff-forms";
import { readNotice } from "@/lib/web/notice";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({ params }: { params: Promise<{ member: string }> }) {
  const staff = await requireStaff();
  const { member: id } = await params;
  const team = await teamOf(staff, new Date());
  const member = team?.members.find((one) => one.id === id);
  if (!member) notFound();
  const notice = await readNotice(`/console/team/${id}`);
  const own = id === staff.staffId ? "Another administrator must do this for you." : undefined;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <TeamNotice {...notice} />
      <BackLink href="/console/team">Team</BackLink>
      <Heading lead={member.disabled ? `${member.email} · closed` : member.email}>{member.name}</Heading>
      <Section title="Roles" id="roles" aside="Without any role they no longer belong to this organisation.">
        <Step member={id} step="roles">
          <Checkboxes
            name="roles"
            label="Roles here"
            options={staffRoles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
            defaultValues={member.roles}
          />
          <Button variant="secondary">Save roles</Button>
        </Step>
      </Section>
      <Section title="Signing in" id="signing-in">
        <Step member={id} step="end-sessions" hint="They are signed out everywhere and may sign in again.">
          <Button variant="secondary">End all sessions</Button>
        </Step>
        <Step member={id} step="recover" hint="A link for a new password, to hand over. The authenticator stays.">
          <Button variant="secondary" closedBecause={own}>
            Make a password link
          </Button>
        </Step>
        <Step member={id} step="reset-factor" hint="For a lost authenticator. Be sure that it is really them who ask.">
          <Button variant="secondary" closedBecause={own ?? (member.secondFactor ? undefined : "None is in use.")}>
            Remove authenticator
          </Button>
        </Step>
        <Step member={id} step="disable" hint="They cannot sign in any more. What they did keeps their name.">
          <Button variant="danger" closedBecause={own ?? (member.disabled ? "It is closed already." : undefined)}>
            Close the account
          </Button>
        </Step>
      </Section>
    </div>
  );
}

type StepProps = { member: string; step: (typeof memberSteps)[number]; hint?: string; children: ReactNode };

function Step({ member, step, hint, children }: StepProps) {
  return (
    <form method="post" action={`/console/team/${member}/${step}`} className="flex flex-col items-start gap-2">
      {hint ? <p className="max-w-measure text-quiet">{hint}</p> : null}
      {children}
    </form>
  );
}
