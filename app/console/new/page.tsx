import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { keptInThisBrowser, openDesk } from "@/app/console/staff-gate";
import { NewRequest } from "@/components/console/new-request";
import { mayTake } from "@/lib/domain/lifecycle";
import { notHere } from "@/lib/web/portal-page";

type Props = { searchParams: Promise<{ again?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `${(await searchParams).again ? "Error: " : ""}Enter a request` };
}

export default async function NewRequestPage({ searchParams }: Props) {
  const { staff, organisation } = await openDesk();
  if (!mayTake("begin", staff.roles)) notHere("/console");
  const again = (await searchParams).again !== undefined;
  const kept = again ? await keptInThisBrowser(organisation.id, "console-new") : null;
  return (
    <NewRequest
      organisation={organisation}
      filingKey={randomUUID()}
      typed={kept?.values ?? {}}
      mistakes={kept?.mistakes ?? {}}
    />
  );
}
