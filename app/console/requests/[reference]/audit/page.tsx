import type { Metadata } from "next";
import { requestDesk } from "@/app/console/staff-gate";
import { ChainPage } from "@/components/console/chain-page";
import { recordLook } from "@/lib/commands/record-look";
import { requestChain } from "@/lib/queries/audit";
import { notHere } from "@/lib/web/portal-page";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestDesk((await params).reference);
  return { title: `Audit of ${reference}` };
}

export default async function RequestAuditPage({ params }: Props) {
  const { staff, organisation, reference } = await requestDesk((await params).reference);
  const chain = await requestChain(staff, reference);
  if (!chain) notHere("/console");
  await recordLook(staff, { organisation, look: { type: "AuditViewed", reference } }, new Date());
  return <ChainPage {...chain} timeZone={organisation.profile.timeZone} />;
}
