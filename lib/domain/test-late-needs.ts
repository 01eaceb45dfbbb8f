// When the needs that a request is late are met, and with what they are refused otherwise; for lifecycle-needs.test.ts.
import { calendarDate as day } from "./calendar-date";
import type { NeedCase } from "./test-contest-needs";
import { aContext, aReceipt, someFacts } from "./test-request";

const stopped = aContext({ facts: someFacts({ received: aReceipt({ regimes: ["us_ca_ccpa"] }) }) }).clock;

export const lateNeeds = {
  overdue: {
    met: { today: day("2027-01-04") },
    unmet: [
      ["too_early", { today: day("2027-01-03") }],
      ["too_early", { clock: { ...stopped, dueOn: null }, today: day("2027-06-01") }],
      ["already_done", { today: day("2027-01-05"), facts: someFacts({ escalatedFor: day("2027-01-03") }) }],
    ],
  },
  late_now: {
    met: { today: day("2027-01-04"), facts: someFacts({ escalatedFor: day("2027-01-03") }) },
    unmet: [
      ["not_late", { today: day("2027-01-03") }],
      ["not_late", { clock: { ...stopped, dueOn: null }, today: day("2027-06-01") }],
    ],
  },
  new_date_ahead: {
    met: { today: day("2027-01-04"), until: day("2027-07-04") },
    unmet: [
      ["delay_date_missing", { today: day("2027-01-04"), until: null }],
      ["delay_date_unreal", { today: day("2027-01-04"), until: day("2027-01-04") }],
      ["delay_date_unreal", { today: day("2027-01-04"), until: day("2027-07-05") }],
    ],
  },
} as const satisfies Record<string, NeedCase>;
