import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { SystemsPage } from "@/components/console/systems-page";
import { systemsFormKey } from "@/lib/forms/console-systems";
import { systemsView } from "@/lib/queries/systems";

export const metadata: Metadata = { title: "Systems" };

type Props = { searchParams: Promise<Readonly<Record<"again" | "done", string | string[] | undefined>>> };

export default async function Systems({ searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  const lines = await systemsView(staff);
  if (!lines) notFound();
  const { again, done } = await searchParams;
  const kept = again === undefined ? null : await keptInThisBrowser(organisation.id, systemsFormKey);
  return (
    <SystemsPage
      lines={lines}
      profile={organisation.profile}
      done={typeof done === "string" ? done : null}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
