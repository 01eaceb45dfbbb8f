import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OtherOrganisation } from "@/components/console/reports/other-organisation";
import { requireStaff } from "@/lib/auth/staff";
import { localDay } from "@/lib/domain/calendar-date";
import { readAsOf } from "@/lib/forms/console-audit";
import { notHere } from "@/lib/web/portal-page";

export const metadata: Metadata = { title: "The week" };

type Props = { params: Promise<{ organisation: string; day: string }> };

/**
 * Where the weekly letter leads: to the figures as of its day. A path without a question mark, because signing in leads back
 * to paths alone; and for its own organisation, whichever one is open in this browser.
 */
export default async function WeekPage({ params }: Props) {
  const staff = await requireStaff();
  const { organisation: slug, day } = await params;
  const place = staff.organisations.find((one) => one.slug === slug);
  if (!place) return notHere("/console");
  const today = localDay(new Date(), place.timeZone);
  const asOf = readAsOf({ asOf: day }, today);
  if (asOf !== day) return notHere("/console");
  if (place.id === staff.organisationId) redirect(`/console/reports/overdue?asOf=${asOf}`);
  const open = staff.organisations.find(({ id }) => id === staff.organisationId)?.name ?? "";
  return (
    <OtherOrganisation id={place.id} name={place.name} open={open} asOf={asOf} to={`reports/week/${slug}/${asOf}`} />
  );
}
