import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { mayImportBacklog } from "@/lib/domain/backlog/import";

/** The desk of somebody who may bring a backlog along; for everybody else the address is not there. */
export async function importingDesk(): Promise<Desk | null> {
  const desk = await postingDesk();
  return desk && mayImportBacklog(desk.staff.roles) ? desk : null;
}
