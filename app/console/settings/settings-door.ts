import "server-only";
import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { mayChangeSettings } from "@/lib/domain/settings-change";

/** Gate of the forms of an organisation's settings. Null, not found, for whoever may not change them. */
export async function settingsDesk(): Promise<Desk | null> {
  const desk = await postingDesk();
  return desk && mayChangeSettings(desk.staff.roles) ? desk : null;
}
