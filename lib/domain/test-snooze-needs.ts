// Cases of needs that stand in a file of their own, so that the table of all of them can be read whole.
import { calendarDate as day } from "./calendar-date";
import type { NeedCase } from "./test-contest-needs";
import { filedOn, someFacts } from "./test-request";

/** The answer is due on 3 January 2027. */
export const snoozeCases = {
  snooze_ahead: {
    met: { until: day("2027-01-02") },
    unmet: [
      ["snooze_not_ahead", { until: filedOn }],
      ["snooze_late", { until: day("2027-01-03") }],
    ],
  },
  is_snoozed: {
    met: { facts: someFacts({ snooze: { until: day("2026-12-05"), wakeOnReply: false } }) },
    unmet: [
      ["not_snoozed", {}],
      ["not_snoozed", { facts: someFacts({ snooze: { until: filedOn, wakeOnReply: false } }) }],
    ],
  },
} as const satisfies Readonly<Record<string, NeedCase>>;
