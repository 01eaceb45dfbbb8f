import "server-only";
import { type Desk, openDesk, postingDesk } from "@/app/console/staff-gate";
import { notHere } from "@/lib/web/portal-page";

export const packPage = "/console/reports/pack";

/** The desk of a DPO; not found for everybody else. */
export async function packDesk(): Promise<Desk> {
  const desk = await openDesk();
  return desk.staff.roles.includes("dpo") ? desk : notHere("/console/reports/overdue");
}

export async function postingPackDesk(): Promise<Desk | null> {
  const desk = await postingDesk();
  return desk?.staff.roles.includes("dpo") ? desk : null;
}
