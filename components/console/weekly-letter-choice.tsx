import { Button } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import type { StaffRole } from "@/lib/domain/actor";
import { readsWeekly } from "@/lib/domain/weekly-letter";

type Place = { id: string; name: string; roles: readonly StaffRole[]; weeklyLetter: boolean | null };

/** Of which organisations somebody gets the letter of the week. */
export function WeeklyLetterChoice({ places }: { places: readonly Place[] }) {
  const on = places.filter(({ roles, weeklyLetter }) => readsWeekly({ roles, chosen: weeklyLetter }));
  return (
    <form method="post" action="/console/account/weekly" className="flex flex-col items-start gap-3">
      <Checkboxes
        name="of"
        label="Every Monday morning, write to me about"
        hint="A link to how the desk stood at the end of the week. The letter itself holds no figures and names nobody."
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={on.map(({ id }) => id)}
      />
      <Button variant="secondary">Save weekly letters</Button>
    </form>
  );
}
