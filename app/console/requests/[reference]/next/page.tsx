import { redirect } from "next/navigation";
import { requestDesk } from "@/app/console/staff-gate";
import { requestView } from "@/lib/queries/request-view";
import { notHere } from "@/lib/web/portal-page";

/** Leads to the form of the request's next step, whatever that is for the reader; to the request where there is none. */
export default async function NextStepPage({ params }: { params: Promise<{ reference: string }> }) {
  const desk = await requestDesk((await params).reference);
  const view = await requestView(desk.staff, desk, new Date());
  if (!view) notHere("/console");
  const request = `/console/requests/${desk.reference}`;
  redirect(view.primary ? `${request}/steps/${view.primary}` : request);
}
