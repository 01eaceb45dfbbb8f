import { calendarDayText } from "@/components/ui/calendar-day";
import { TextLink } from "@/components/ui/text-link";
import type { QueueFilter } from "@/lib/domain/queue";
import { queueAddress } from "@/lib/forms/console-queue";
import type { MemberAway } from "@/lib/queries/absences";

/** Whom the reader covers today, with the way to what is theirs. Nothing where they cover nobody. */
export function CoveringLine({ covering }: { covering: readonly MemberAway[] }) {
  if (covering.length === 0) return null;
  const ids = covering.map(({ id }) => id);
  const list = (assignee: readonly string[]): QueueFilter => ({
    view: "open",
    terms: { assignee: { is: assignee, not: [] } },
  });
  const names = covering.map(({ name, away }) => `${name}${away ? ` until ${calendarDayText(away.until)}` : ""}`);
  return (
    <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small" data-print="hide">
      <span>You cover {names.join(", ")}.</span>
      <TextLink href={queueAddress(list(ids))}>Covered by me</TextLink>
      <TextLink href={queueAddress(list(["me", ...ids]))}>Mine and covered</TextLink>
    </p>
  );
}
