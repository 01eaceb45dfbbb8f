import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { lifecycle, type Need, steps } from "./lifecycle";
import { firstUnmetNeed } from "./lifecycle-needs";
import type { RequestFacts } from "./request";
import { planCases } from "./systems/test-plan-needs";
import { taskCases } from "./systems/test-task-needs";
import { complaint, contestCases, type NeedCase, aStaff as staff, under } from "./test-contest-needs";
import { internalDateCase } from "./test-internal-date-needs";
import { lateNeeds } from "./test-late-needs";
import { newerDateCase } from "./test-newer-settings";
import { aContext, approverId, aReceipt, filedOn, handlerId, someFacts } from "./test-request";
import { snoozeCases } from "./test-snooze-needs";

const both = someFacts({
  rights: [
    { right: "access", level: 2 },
    { right: "opt_out_sale_sharing", level: 0 },
  ],
});
const confirmed = { kind: "contact_confirmed", on: filedOn } as const;
const matched = { kind: "address_on_file", on: filedOn } as const;
const granted = [{ right: "access", outcome: "granted", ground: null }] as const;
const optedOut = { right: "opt_out_sale_sharing", outcome: "granted", ground: null } as const;
const noAccess = { right: "access", outcome: "refused", ground: "not_identified" } as const;
const day = calendarDate;

const optOuts = someFacts({ rights: [{ right: "opt_out_sale_sharing", level: 0 }] });
const stopped = aContext({
  facts: someFacts({ received: aReceipt({ regimes: ["us_ca_ccpa"] }) }),
}).clock;

const said = (given: Partial<RequestFacts["authority"]>) => ({
  askedOn: filedOn,
  confirmedOn: null,
  deniedOn: null,
  ...given,
});
const ended = { state: "closed", closedOn: filedOn } as const;
const prepared = { by: handlerId, answerId: "a" };
const released = someFacts({ state: "answered", answeredOn: filedOn, prepared });
const tooOften = someFacts({ matchFailures: 10 });
const asking = { from: filedOn, to: null, suspends: false } as const;
const asked = [{ ...asking, ground: "identity" as const }];
const waiting = (given: Partial<RequestFacts>) => someFacts({ state: "waiting_for_person", ...given });
const early = (today: string, facts: RequestFacts) => ["too_early", { today: day(today), facts }] as const;
// Confirmed, told by the receipt that proof is missing, and nobody at the desk has begun.
const told = (given: Partial<RequestFacts> = {}) =>
  someFacts({ state: "open", proofs: [confirmed], proofInviteOn: filedOn, ...given });

const cases: Readonly<Record<Need, NeedCase>> = {
  reason: { met: { words: "Many letters." }, unmet: [["reason_missing", { words: " \n" }]] },
  proof_for_granted_rights: {
    met: { facts: someFacts({ outcomes: granted, proofs: [confirmed, matched] }) },
    unmet: [
      ["proof_missing", { facts: someFacts({ outcomes: granted }) }],
      ["proof_missing", { facts: someFacts({ outcomes: granted, proofs: [confirmed] }) }],
      ["proof_missing", { facts: someFacts({ outcomes: granted, proofs: [matched] }) }],
      ["proof_missing", { outcomes: [{ right: "access", outcome: "partly", ground: "others" }] }],
      ["proof_missing", { facts: both, outcomes: [optedOut, ...granted] }],
      ["files_need_proof", { outcomes: [noAccess], withFiles: true }],
      ["files_need_proof", { facts: both, outcomes: [optedOut, noAccess], withFiles: true }],
      ["files_need_proof", { facts: someFacts({ outcomes: [noAccess], answerHasFiles: true }) }],
      ["proof_missing", { outcomes: granted, withFiles: true }],
    ],
  },
  every_right_has_outcome: {
    met: { facts: both, outcomes: [optedOut, noAccess] },
    unmet: [
      ["outcome_missing", { facts: both, outcomes: [] }],
      ["outcome_missing", { facts: both, outcomes: [noAccess] }],
      ["outcome_missing", { facts: both, outcomes: [noAccess, noAccess] }],
      ["outcome_missing", { facts: someFacts(), outcomes: [noAccess, optedOut] }],
    ],
  },
  ground_for_refusal: {
    met: { outcomes: [noAccess, optedOut] },
    unmet: [
      ["ground_missing", { outcomes: [{ ...noAccess, ground: null }] }],
      ["ground_missing", { outcomes: [{ ...noAccess, outcome: "partly", ground: "  " }] }],
    ],
  },
  four_eyes: {
    met: { actor: staff(approverId), facts: someFacts({ prepared }) },
    unmet: [
      ["four_eyes", { actor: staff(handlerId), facts: someFacts({ prepared }) }],
      ["four_eyes", { actor: { kind: "system", organisationId: "o", task: "release" } }],
    ],
  },
  four_eyes_after_release: {
    met: { actor: staff(approverId), facts: released },
    unmet: [["four_eyes_proof", { actor: staff(handlerId), facts: released }]],
  },
  proof_allowed: {
    met: { facts: someFacts({ proofs: [confirmed] }) },
    unmet: [
      ["proof_forbidden", { facts: { ...optOuts, received: aReceipt({ regimes: ["us_ca_ccpa"] }) } }],
      ["proof_not_needed", { facts: optOuts }],
      ["proof_never_asked", { facts: someFacts({ proofs: [confirmed] }), kind: "address_on_file", beyond: "Because." }],
      ["proof_never_asked", { facts: someFacts({ proofs: [confirmed] }), kind: "power_of_attorney", beyond: "Why." }],
    ],
  },
  proof_in_policy: {
    met: { facts: someFacts({ proofs: [confirmed] }), kind: "data_points_matched" },
    unmet: [
      ["proof_more_than_needed", { facts: someFacts({ proofs: [confirmed, matched] }), kind: "data_points_matched" }],
      ["proof_beyond_policy", { facts: someFacts({ proofs: [confirmed] }), kind: "document_checked" }],
      ["proof_beyond_policy", { facts: someFacts({ proofs: [confirmed] }), kind: "document_checked", beyond: " " }],
      ["proof_beyond_policy", { facts: someFacts({ proofs: [confirmed] }), kind: null }],
    ],
  },
  authority_stands: {
    met: { kind: "confirmed_by_person", facts: someFacts({ authority: said({ confirmedOn: filedOn }) }) },
    unmet: [
      ["person_silent", { kind: "confirmed_by_person" }],
      ["person_denied", { kind: "power_of_attorney", facts: someFacts({ authority: said({ deniedOn: filedOn }) }) }],
      ["person_denied", { kind: null, facts: someFacts({ authority: said({ deniedOn: filedOn }) }) }],
    ],
  },
  tries_left: { met: { facts: someFacts({ matchFailures: 9 }) }, unmet: [["tries_over", { facts: tooOften }]] },
  agent_asks: {
    met: { facts: someFacts({ received: aReceipt({ relation: "agent" }) }) },
    unmet: [["no_agent", {}]],
  },
  person_asked: {
    met: { facts: someFacts({ authority: said({}) }) },
    unmet: [["link_dead", {}]],
  },
  proof_reminder_due: {
    met: { today: day("2026-12-07"), facts: waiting({ pauses: asked }) },
    unmet: [
      early("2026-12-06", waiting({ pauses: asked })),
      early("2026-12-06", told()),
      early("2027-06-01", told({ proofInviteOn: null })),
      early("2027-06-01", told({ state: "in_progress" })),
      early("2027-06-01", told({ proofs: [] })),
      early("2027-06-01", waiting({ pauses: [{ ...asking, ground: "identity", to: filedOn }] })),
      early("2027-06-01", waiting({ pauses: asked, proofReminders: 2 })),
      early("2027-06-01", waiting({ pauses: asked, proofs: [confirmed, matched] })),
    ],
  },
  proof_period_over: {
    met: { today: day("2027-01-04"), facts: waiting({ pauses: asked }) },
    unmet: [
      early("2027-01-03", waiting({ pauses: asked })),
      early("2027-01-03", told()),
      early("2028-01-01", someFacts()),
      early("2028-01-01", waiting({ pauses: [{ ...asking, ground: "clarification" }] })),
      early("2028-01-01", waiting({ pauses: asked, proofs: [confirmed, matched] })),
      early("2028-01-01", told({ rights: both.rights })),
    ],
  },
  address_change_open: {
    met: { facts: someFacts({ addressChange: "l" }) },
    unmet: [["already_done", {}]],
  },
  fresh_proof: {
    met: { facts: someFacts({ outcomes: granted }), freshLevel: 2 },
    unmet: [
      ["fresh_proof_missing", { facts: someFacts({ outcomes: granted }), freshLevel: 1 }],
      ["fresh_proof_missing", { facts: someFacts({ outcomes: granted }) }],
    ],
  },
  extension_in_law: {
    met: { ...under("eu_gdpr"), today: day("2027-01-04") },
    unmet: [
      ["no_extension_in_law", under("ca_qc_law25")],
      ["extension_too_late", { ...under("eu_gdpr"), today: day("2027-01-05") }],
      ["already_extended", under("eu_gdpr", { extension: { on: filedOn, from: filedOn, to: day("2027-03-04") } })],
      ["reason_missing", { ...under("eu_gdpr"), words: "" }],
      ["date_missing", under("ch_fadp")],
      ["extension_moves_nothing", { ...under("ch_fadp"), until: day("2026-12-30") }],
      ["extension_moves_nothing", under("eu_gdpr", { received: aReceipt({ regimes: ["eu_gdpr", "ca_qc_law25"] }) })],
      [
        "clock_stopped",
        under("eu_gdpr", { pauses: [{ from: filedOn, to: null, ground: "identity", suspends: true }] }),
      ],
    ],
  },
  ...contestCases,
  confirmation_period_over: {
    met: { today: day("2027-01-04"), facts: someFacts({ invitedOn: filedOn }) },
    unmet: [
      ["too_early", { today: day("2027-01-03"), facts: someFacts({ invitedOn: filedOn }) }],
      ["too_early", { today: day("2027-01-04"), facts: someFacts({ invitedOn: null }) }],
    ],
  },
  reminder_due: {
    met: { today: day("2026-12-07") },
    unmet: [
      ["too_early", { today: day("2026-12-06") }],
      ["too_early", { today: day("2026-12-08"), facts: someFacts({ reminders: 1 }) }],
      ["too_early", { today: day("2026-12-08"), facts: someFacts({ invitedOn: day("2026-12-06") }) }],
      ["too_early", { today: day("2027-06-01"), facts: someFacts({ reminders: 2 }) }],
    ],
  },
  due_soon: {
    met: { today: day("2026-12-27") },
    unmet: [
      ["too_early", { today: day("2026-12-26") }],
      ["too_early", { today: day("2027-01-04") }],
      ["too_early", { clock: { ...stopped, dueOn: null }, today: day("2026-12-27") }],
      [
        "already_done",
        { today: day("2026-12-28"), facts: someFacts({ warnedFor: day("2027-01-03"), warnedBefore: 7 }) },
      ],
    ],
  },
  ...lateNeeds,
  ...snoozeCases,
  internal_date_fits: internalDateCase,
  ...taskCases,
  ...planCases,
  newer_date_fits: newerDateCase,
  retention_over: {
    met: { today: day("2028-12-05"), facts: someFacts({ state: "closed", closedOn: filedOn }) },
    unmet: [
      ["too_early", { today: day("2028-12-04"), facts: someFacts({ state: "closed", closedOn: filedOn }) }],
      ["too_early", { today: day("2040-01-01"), facts: someFacts() }],
      ["too_early", { today: day("2040-01-01"), facts: someFacts({ ...ended, personWroteLast: true }) }],
      ["too_early", { today: day("2040-01-01"), ...under("uk_gdpr", { ...ended, contests: [complaint] }) }],
    ],
  },
};

describe.each(Object.entries(cases))("%s", (name, { met, unmet }) => {
  const need = name as Need;
  it("is met", () => expect(firstUnmetNeed([need], aContext(met))).toBeNull());
  it.each(unmet.map(([refusal, given], place) => [refusal, place + 1, given] as const))(
    "is refused with %s (case %i)",
    (refusal, _, given) => expect(firstUnmetNeed([need], aContext(given))).toBe(refusal),
  );
});

it("knows a rule for every need that the table names, and no rule that nobody needs", () => {
  const named = new Set(steps.flatMap((step): readonly Need[] => lifecycle[step].needs));
  expect([...named].sort()).toEqual(Object.keys(cases).sort());
});

it("asks in the table's order and stops at the first", () => {
  const nothing = aContext({ words: "", facts: optOuts });
  expect(firstUnmetNeed(["reason", "proof_allowed"], nothing)).toBe("reason_missing");
  expect(firstUnmetNeed([], nothing)).toBeNull();
});

it("FADP Art. 25(7): an extension of open length takes the date that was given", () => {
  const until = day("2027-02-15");
  expect(firstUnmetNeed(["extension_in_law"], aContext({ ...under("ch_fadp"), until }))).toBeNull();
});
