import "server-only";
import { type Desk, openDesk, postingDesk } from "@/app/console/staff-gate";
import { mayTake } from "@/lib/domain/lifecycle";
import { notHere } from "@/lib/web/portal-page";

export const campaignPage = "/console/reports/overdue/campaign";
export const campaignForm = "delay-campaign";

/** Under which key the result of one campaign is kept for the browser that sent it. */
export function resultsKey(campaign: string): string {
  return `delay-campaign:${campaign}`;
}

/** The desk of whoever may tell people about a delay; not found for everybody else. */
export async function campaignDesk(): Promise<Desk> {
  const desk = await openDesk();
  return mayTake("tell_delay", desk.staff.roles) ? desk : notHere("/console/reports/overdue");
}

export async function postingCampaignDesk(): Promise<Desk | null> {
  const desk = await postingDesk();
  return desk && mayTake("tell_delay", desk.staff.roles) ? desk : null;
}
