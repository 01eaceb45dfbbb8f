import { type StaffRole, staffRoles } from "@/lib/domain/actor";
import { mayTake, nextState, type State, type Step } from "@/lib/domain/lifecycle";
import type { FormStep } from "@/lib/forms/console-steps";
import { expect, test } from "./journey";
import { confirm, type Filed, file } from "./raw-filing";
import { rawStaff, recordOf, seenVersion, take, takeNow } from "./raw-staff";
import { type RawVisitor, rawVisitor } from "./raw-visitor";

type Desk = Readonly<Record<StaffRole, RawVisitor>>;

const words = "What the person asked for is done.";
/** A whole and legal form for each step, so that only the table can be why it is refused. */
const forms: Readonly<Record<FormStep, Record<string, string>>> = {
  plan_erasure: {},
  release_plan: {},
  return_plan: { words: "Somebody who may not" },
  assign: { to: "" },
  note: { note: words },
  message: { message: words },
  begin: {},
  ask_proof: { kind: "data_points_matched", words },
  accept_proof: { kind: "address_on_file", words },
  reject_proof: { kind: "address_on_file", words },
  ask_clarification: { words },
  resume: {},
  extend: { ground: "complexity", words },
  tell_delay: { words, "until-day": "1", "until-month": "3", "until-year": "2027" },
  prepare: { words, "outcome-withdraw_consent": "granted" },
  return: { words },
  release: {},
  close: {},
  give_delivery_code: {},
  enter_contest: { contest: "complaint", channel: "post", words },
  acknowledge_contest: { contest: "complaint" },
  extend_contest: { contest: "complaint", words },
  decide_contest: { contest: "complaint", outcome: "denied", words },
  reverse_answer: { contest: "complaint", words },
  // The reference of a request that there is, once it is filed.
  note_duplicate: { of: "" },
  link_request: { to: "", as: "related" },
  unlink_request: { to: "" },
  // Well before anything is due.
  snooze: { when: "2027-01-01", late: "yes" },
  wake: {},
  set_internal_date: { "on-day": "1", "on-month": "1", "on-year": "2027" },
  tick_item: { right: "withdraw_consent", item: "processors_told", done: "yes" },
};
const steps = Object.keys(forms) as FormStep[];

/** How a request gets into each state; what is not here nobody at a desk can bring about within a day. */
const ways: Readonly<Partial<Record<State, readonly (readonly [StaffRole | "person", Step])[]>>> = {
  unconfirmed: [],
  open: [["person", "confirm"]],
  in_progress: [
    ["person", "confirm"],
    ["handler", "begin"],
  ],
  waiting_for_person: [
    ["person", "confirm"],
    ["handler", "begin"],
    ["handler", "ask_clarification"],
  ],
  answer_prepared: [
    ["person", "confirm"],
    ["handler", "begin"],
    ["handler", "prepare"],
  ],
  answered: [
    ["person", "confirm"],
    ["handler", "begin"],
    ["handler", "prepare"],
    ["approver", "release"],
  ],
  closed: [
    ["person", "confirm"],
    ["handler", "begin"],
    ["handler", "prepare"],
    ["approver", "release"],
    ["handler", "close"],
  ],
  withdrawn: [
    ["person", "confirm"],
    ["person", "withdraw"],
  ],
};

for (const [state, way] of Object.entries(ways)) {
  test(`A16: while a request is ${state}, no role posts a step that the lifecycle does not give it`, async ({
    signedIn,
    email,
  }) => {
    const desk = await deskOf(async (role) => rawStaff(await signedIn(role)));
    const visitor = rawVisitor();
    const filed = await file(visitor, { organisation: "aimarkos", email, right: "withdraw_consent", details: {} });
    for (const [who, step] of way) {
      if (who === "person") await asPerson(visitor, filed, step);
      else
        expect((await takeNow(desk[who], filed.reference, step, forms[step as FormStep])).location).toContain("done=");
    }
    const other = await file(rawVisitor(), { organisation: "aimarkos", email: `other-${email}` });
    const before = await recordOf(desk.auditor, filed.reference);
    expect(before.length).toBeGreaterThan(way.length);
    const version = await seenVersion(desk.handler, filed.reference);
    let tried = 0;
    for (const role of staffRoles) {
      for (const step of steps) {
        if (mayTake(step, [role]) && nextState(step, state as State)) continue;
        const form = {
          seenVersion: version,
          ...forms[step],
          ...(step === "note_duplicate" ? { of: other.reference } : {}),
          ...(step === "link_request" || step === "unlink_request" ? { to: other.reference } : {}),
        };
        const { status, location } = await take(desk[role], filed.reference, step, form);
        expect(`${role} ${step}: ${status} ${location}`).toMatch(/: (404|303 \S+again=1#error-summary)/);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(40);
    expect(await recordOf(desk.auditor, filed.reference)).toEqual(before);
  });
}

test("W19: the lifecycle's roles decide who reads names; the team is the administrator's, entering requests the handler's", async ({
  signedIn,
  email,
}) => {
  const visitor = rawVisitor();
  const name = "Thea Canarybird";
  const filed = await file(visitor, { organisation: "aimarkos", email, name });
  await confirm(visitor, filed);
  const desk = await deskOf(async (role) => rawStaff(await signedIn(role)));
  const seen = async (role: StaffRole) => {
    const { status, text } = await desk[role].get(`/console/requests/${filed.reference}`);
    return { status, name: text.includes(name), email: text.includes(email) };
  };
  expect(await seen("handler")).toEqual({ status: 200, name: true, email: true });
  expect(await seen("administrator")).toEqual({ status: 200, name: false, email: false });
  for (const role of ["handler", "approver", "dpo", "auditor"] as const) {
    expect((await desk[role].open("/console/team")).status, role).toBe(404);
    expect(
      (await desk[role].post("/console/team/invite", { email: "x@example.org", roles: "administrator" })).status,
    ).toBe(404);
  }
  for (const role of ["approver", "dpo", "auditor", "administrator"] as const) {
    expect((await desk[role].open("/console/new")).status, role).toBe(404);
    expect((await desk[role].post("/console/new/file", {})).status, role).toBe(404);
  }
});

async function deskOf(enter: (role: StaffRole) => Promise<RawVisitor>): Promise<Desk> {
  const entries: [StaffRole, RawVisitor][] = [];
  for (const role of staffRoles) entries.push([role, await enter(role)]);
  return Object.fromEntries(entries) as Desk;
}

async function asPerson(visitor: RawVisitor, filed: Filed, step: Step): Promise<void> {
  if (step === "confirm") return confirm(visitor, filed);
  const { location } = await visitor.post(`${filed.page}/withdraw/confirm`, {});
  expect(location).toContain("said=withdrawn");
}
