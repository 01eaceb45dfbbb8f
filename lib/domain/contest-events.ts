// What can have happened to an appeal, a grievance or a complaint, apart from the reversal that makes the answer anew (events.ts).
// Payloads hold ids and facts, like those of all events.
import type { CalendarDate } from "./calendar-date";
import type { ContestKind } from "./contest";
import type { SpokenChannel } from "./events";
import type { RegimeId } from "./regime";

export type ContestStepEvent =
  | { type: "ContestOpened"; contest: ContestKind; regimes: readonly RegimeId[]; messageId: string }
  /** Staff took it down. `arrivedOn`: where that was on an earlier day. `unwritten`: no proven address to confirm it to. */
  | {
      type: "ContestEntered";
      contest: ContestKind;
      regimes: readonly RegimeId[];
      messageId: string;
      channel: SpokenChannel;
      arrivedOn?: CalendarDate;
      unwritten?: true;
    }
  /** `by`: staff told them themselves; without it a letter does. */
  | { type: "ContestAcknowledged"; contest: ContestKind; by?: SpokenChannel }
  | { type: "ContestExtended"; contest: ContestKind; messageId: string; from: CalendarDate; to: CalendarDate }
  | { type: "ContestDecided"; contest: ContestKind; outcome: "denied" | "granted"; messageId: string }
  /** `before`: so many days before. */
  | { type: "ContestDueSoonNoticed"; contest: ContestKind; dueOn: CalendarDate; before?: number }
  | { type: "ContestOverdueEscalated"; contest: ContestKind; dueOn: CalendarDate };

export function isAboutContest<Event extends { type: string }>(
  event: Event,
): event is Extract<Event, ContestStepEvent> {
  return "contest" in event && event.type !== "AnswerReversed";
}
