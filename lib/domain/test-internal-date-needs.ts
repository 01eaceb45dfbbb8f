// Cases of the need that stands for the desk's own date, beside those of the other needs.
import { calendarDate as day } from "./calendar-date";
import { requestClock } from "./request-clock";
import type { NeedCase } from "./test-contest-needs";
import { filedOn, someFacts, someSettings } from "./test-request";

const set = someFacts({ internalOn: day("2026-12-20") });
const stopped = { ...requestClock(someFacts(), someSettings()), dueOn: null };

/** The answer is due on 3 January 2027. */
export const internalDateCase = {
  met: { internalOn: day("2027-01-02") },
  unmet: [
    ["internal_date_late", { internalOn: day("2027-01-03") }],
    ["internal_date_over", { internalOn: day("2026-12-03") }],
    ["internal_date_open", { internalOn: day("2026-12-20"), clock: stopped }],
    ["internal_date_open", { clock: stopped }],
    ["internal_date_late", { today: day("2027-01-03") }],
    ["already_done", { internalOn: day("2026-12-20"), facts: set }],
    ["already_done", { internalOn: null, facts: someFacts({ receivedOn: filedOn }) }],
  ],
} as const satisfies NeedCase;
