import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { keptInThisBrowser } from "@/app/console/staff-gate";
import { AbsenceForm } from "@/components/console/absence-form";
import { roleHints, roleNames } from "@/components/console/role-names";
import { TeamNotice } from "@/components/console/team-notice";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Section } from "@/components/ui/section";
import { requireStaff } from "@/lib/auth/staff";
import { teamOf } from "@/lib/auth/team/team-list";
import { staffRoles } from "@/lib/domain/actor";
import { localDay } from "@/lib/domain/calendar-date";
import type { SearchParameters } from "@/lib/forms/console-queue";
import { absenceFields, absenceFormKey } from "@/lib/forms/staff-absence";
import type { memberSteps } from "@/lib/forms/staff-forms";
import { coverOf } from "@/lib/queries/absences";
import { readNotice } from "@/lib/web/notice";

type Props = { params: Promise<{ member: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await searchParams).again === undefined ? "Member" : "Error: Member" };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const { member: id } = await params;
  const team = await teamOf(staff, new Date());
  const member = team?.members.find((one) => one.id === id);
  if (!member) notFound();
  const notice = await readNotice(`/console/team/${id}`);
  const zone = staff.organisations.find((one) => one.id === staff.organisationId)?.timeZone ?? "UTC";
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(staff.organisationId, absenceFormKey(id)) : null;
  const cover = await coverOf(staff, id, localDay(new Date(), zone));
  const own = id === staff.staffId ? "Another administrator must do this for you." : undefined;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <TeamNotice {...notice} />
      {kept ? <ErrorSummary mistakes={kept.mistakes} order={absenceFields} /> : null}
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
      {cover ? (
        <Section title="Time away" id="away" aside="What is theirs stays theirs.">
          <AbsenceForm action={`/console/team/${id}/absence`} view={cover} kept={kept} who={member.name} />
        </Section>
      ) : null}
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
