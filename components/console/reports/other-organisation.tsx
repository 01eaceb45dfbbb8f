import { DoorFrame } from "@/components/console/door-frame";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import type { CalendarDate } from "@/lib/domain/calendar-date";

type OtherOrganisationProps = {
  id: string;
  name: string;
  /** The organisation whose work is open in this browser. */
  open: string;
  asOf: CalendarDate;
  /** The page below /console that is shown once the other one is open. */
  to: string;
};

/** A letter of one organisation opened while another one's work is open: nothing is switched by a link alone. */
export function OtherOrganisation({ id, name, open, asOf, to }: OtherOrganisationProps) {
  return (
    <DoorFrame
      title={`The week of ${name}`}
      lead={`Its figures as of ${calendarDayText(asOf)} are in the work of ${name}. You have ${open} open.`}
    >
      <form method="post" action="/console/switch">
        <input type="hidden" name="organisation" value={id} />
        <input type="hidden" name="to" value={to} />
        <Button>{`Open ${name}`}</Button>
      </form>
    </DoorFrame>
  );
}
