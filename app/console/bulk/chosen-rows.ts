import "server-only";
import type { Desk } from "@/app/console/staff-gate";
import { bulkLimit } from "@/lib/domain/bulk";
import { localDay } from "@/lib/domain/calendar-date";
import type { BulkChoice } from "@/lib/forms/console-bulk";
import { wholeFilter } from "@/lib/queries/whole-filter";

/** The references that a choice means right now, at most as many as go in one run. */
export async function chosenRows({ staff, organisation }: Desk, choice: BulkChoice) {
  const { which, rows, filter } = choice;
  if (which === "selected") return { references: rows, more: false };
  const { timeZone, dueSoonDays } = organisation.profile;
  const day = { today: localDay(new Date(), timeZone), soonDays: dueSoonDays };
  const most = bulkLimit + (which === "but" ? rows.length : 0);
  const found = await wholeFilter(staff, { filter, day, most });
  if (which === "all") return found;
  return {
    ...found,
    references: found.references.filter((reference) => !rows.includes(reference)).slice(0, bulkLimit),
  };
}
