// What the needs of appeals and complaints are met and not met by; lifecycle-needs.test.ts runs it with all the others.
import { calendarDate } from "./calendar-date";
import { type Contest, untold } from "./contest";
import type { Need } from "./lifecycle";
import type { StepContext } from "./lifecycle-needs";
import type { Refusal } from "./refusal";
import type { RegimeId } from "./regime";
import type { RequestFacts } from "./request";
import { aContext, approverId, aReceipt, filedOn, handlerId, someFacts } from "./test-request";

export type NeedCase = { met: Partial<StepContext>; unmet: readonly (readonly [Refusal, Partial<StepContext>])[] };

export const aStaff = (staffId: string) =>
  ({ kind: "staff", organisationId: "o", staffId, roles: ["approver"] }) as const;

/** A request under this law, and its clock. */
export function under(regime: RegimeId, given: Partial<RequestFacts> = {}): Partial<StepContext> {
  const { facts, clock } = aContext({ facts: someFacts({ received: aReceipt({ regimes: [regime] }), ...given }) });
  return { facts, clock };
}

const staff = aStaff;
const day = calendarDate;
const prepared = { by: handlerId, answerId: "a" };
const released = someFacts({ state: "answered", answeredOn: filedOn, prepared });
const contest = {
  seq: 2,
  openedOn: filedOn,
  answerId: "a",
  acknowledgedOn: null,
  extension: null,
  decided: null,
  told: untold,
};
export const complaint: Contest = { kind: "complaint", regimes: ["uk_gdpr"], ...contest };
const appeal: Contest = { kind: "appeal", regimes: ["us_co_cpa"], ...contest };
const beforeTheLaw = { channel: "post", arrivedOn: calendarDate("2026-06-18") } as const;
const denied = { askedOn: filedOn, confirmedOn: null, deniedOn: filedOn };
const decided = { on: filedOn, outcome: "denied" } as const;
const extension = { on: filedOn, to: calendarDate("2027-03-19") };
const out = { state: "answered", answeredOn: filedOn, prepared } as const;

export const contestCases = {
  contest_in_law: {
    met: { contest: "complaint", ...under("uk_gdpr", { state: "open" }) },
    unmet: [
      ["no_contest_in_law", {}],
      ["no_contest_in_law", { contest: "complaint" }],
      ["nothing_to_contest", { contest: "appeal", ...under("us_va_vcdpa", { state: "open" }) }],
      // Nothing typed yet: what any kind would meet.
      ["nothing_to_contest", under("us_va_vcdpa", { state: "open" })],
      ["contest_open", under("uk_gdpr", { contests: [complaint] })],
      ["nothing_to_contest", { contest: "complaint", ...under("uk_gdpr"), takenDown: beforeTheLaw }],
      ["contest_open", { contest: "complaint", ...under("uk_gdpr", { contests: [complaint] }) }],
    ],
  },
  contest_stands: {
    met: { ...under("uk_gdpr", { contests: [complaint] }) },
    unmet: [
      ["no_open_contest", {}],
      ["no_open_contest", { contest: "appeal", ...under("uk_gdpr", { contests: [complaint] }) }],
      ["no_open_contest", under("uk_gdpr", { contests: [{ ...complaint, decided }] })],
    ],
  },
  contest_unacknowledged: {
    met: under("uk_gdpr", { contests: [complaint] }),
    unmet: [["already_done", under("uk_gdpr", { contests: [{ ...complaint, acknowledgedOn: filedOn }] })]],
  },
  acknowledged_by_a_way: {
    met: { facts: someFacts({ confirmedOn: filedOn }) },
    unmet: [
      ["no_proven_address", { facts: someFacts({ confirmedOn: null }) }],
      ["no_proven_address", { facts: someFacts({ confirmedOn: filedOn, authority: denied }) }],
    ],
  },
  taken_down_with_day: {
    met: { takenDown: { channel: "telephone" } },
    unmet: [
      ["channel_missing", {}],
      ["arrival_day_unreal", { takenDown: { channel: "post", arrivedOn: null } }],
      ["arrival_day_unreal", { takenDown: { channel: "post", arrivedOn: day("2026-12-05") } }],
      ["arrival_day_unreal", { takenDown: { channel: "post", arrivedOn: day("2026-12-03") } }],
    ],
  },
  contest_due_soon: {
    met: { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-11") },
    unmet: [
      ["too_early", { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-10") }],
      ["no_open_contest", {}],
      ["no_open_contest", under("us_co_cpa", { contests: [{ ...appeal, decided }] })],
    ],
  },
  contest_overdue: {
    met: { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-19") },
    unmet: [
      ["too_early", { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-18") }],
      ["no_open_contest", {}],
      ["no_open_contest", under("us_co_cpa", { contests: [{ ...appeal, decided }] })],
    ],
  },
  contest_extension_in_law: {
    met: { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-18") },
    unmet: [
      ["extension_too_late", { ...under("us_co_cpa", { contests: [appeal] }), today: day("2027-01-20") }],
      ["already_extended", under("us_co_cpa", { contests: [{ ...appeal, extension }] })],
      ["no_extension_in_law", under("uk_gdpr", { contests: [complaint] })],
      ["reason_missing", { ...under("us_co_cpa", { contests: [appeal] }), words: "" }],
    ],
  },
  contest_by_other_eyes: {
    met: { actor: staff(approverId), facts: released },
    unmet: [
      ["contest_other_eyes", { actor: staff(handlerId), facts: released }],
      ["contest_other_eyes", { actor: staff(approverId), facts: { ...released, answeredBy: [approverId] } }],
      ["contest_other_eyes", { actor: { kind: "system", organisationId: "o", task: "t" } }],
    ],
  },
  contest_needs_no_answer: {
    met: { verdict: "granted", ...under("uk_gdpr", { ...out, contests: [complaint] }) },
    unmet: [["reverse_instead", { verdict: "granted", ...under("us_co_cpa", { ...out, contests: [appeal] }) }]],
  },
} as const satisfies Partial<Record<Need, NeedCase>>;
