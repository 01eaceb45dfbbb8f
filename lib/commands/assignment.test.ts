import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { assignmentView } from "@/lib/queries/assignment";
import { addAssignmentRule, changeAssignmentRule, type NewRule } from "./change-assignment";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let administrator: StaffActor;
let [first, second]: StaffActor[] = [];
const now = new Date("2026-12-04T10:00:00Z");
const today = calendarDate("2026-12-04");

beforeAll(async () => {
  desk = await openDesk(now);
  administrator = await desk.member("administrator");
  [first, second] = [await desk.member("handler"), await desk.member("handler")];
});
afterAll(() => desk?.close());

const everything: NewRule = {
  name: "Everything",
  rights: [],
  regimes: [],
  languages: [],
  relations: [],
  places: [],
  staffIds: [],
  role: null,
};
const add = (rule: Partial<NewRule>, actor = administrator) =>
  addAssignmentRule(actor, { organisation: desk.organisation, rule: { ...everything, ...rule } }, now);
async function rules() {
  return (await assignmentView(administrator, today))?.rules ?? [];
}
async function clear() {
  for (const { id } of await rules()) {
    await changeAssignmentRule(administrator, { organisation: desk.organisation, rule: id, to: "remove" }, now);
  }
}
async function ownerOf(id: string) {
  const { facts, row } = await desk.look(id);
  expect(row.assignedTo).toBe(facts.assignedTo);
  return facts.assignedTo;
}
const optOut = () => desk.file({ rights: ["marketing_objection"] });
const ids = () => [first?.staffId ?? "", second?.staffId ?? ""];

describe("rules of assignment", () => {
  it("no rule, no owner; by the first that fits, with the rule's id in the system's own event", async () => {
    expect(await ownerOf((await optOut()).id)).toBeNull();
    await add({ name: "German", languages: ["de"], staffIds: [ids()[1] ?? ""] });
    await add({ name: "Rest", staffIds: [ids()[0] ?? ""] });
    const german = await desk.file({ rights: ["marketing_objection"], language: "de" });
    const [rule] = await rules();
    expect(await ownerOf(german.id)).toBe(ids()[1]);
    const { chain } = await desk.look(german.id);
    expect(chain.at(-1)).toMatchObject({
      event: { type: "RequestAssigned", to: ids()[1], rule: rule?.id },
      actorKind: "system",
      actorId: "assign",
    });
    expect(await ownerOf((await optOut()).id)).toBe(ids()[0]);
    // Of the new request its owner is told, and nobody else.
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: german.id, kind: "staff_new_request" } }),
    );
    expect(letters.map(({ staffId }) => staffId)).toEqual([ids()[1]]);
    await clear();
  });

  it("waits until it is work: not at the filing, not at the confirmation, but when proof is there", async () => {
    await add({ staffIds: [ids()[0] ?? ""] });
    const { id } = await desk.file();
    expect(await ownerOf(id)).toBeNull();
    await desk.confirm(id);
    expect(await ownerOf(id)).toBeNull();
    const handler = await desk.member("handler");
    await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Same address." });
    expect(await ownerOf(id)).toBe(ids()[0]);
    await clear();
  });

  it("in turn, also when many come at once: the difference is never more than one", async () => {
    const [one, other] = [await desk.member("handler"), await desk.member("handler")];
    await add({ staffIds: [one.staffId, other.staffId] });
    const filed = await Promise.all(Array.from({ length: 8 }, () => optOut()));
    const owners = await Promise.all(filed.map(({ id }) => ownerOf(id)));
    expect(owners.filter((owner) => owner === one.staffId)).toHaveLength(4);
    expect(owners.filter((owner) => owner === other.staffId)).toHaveLength(4);
    await clear();
  });

  it("passes over a rule whose people left, and says so on the page", async () => {
    const gone = await desk.member("handler");
    await add({ name: "Gone", staffIds: [gone.staffId] });
    await add({ name: "Rest", staffIds: [ids()[0] ?? ""] });
    await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.membership.deleteMany({ where: { staffId: gone.staffId } }),
    );
    expect(await ownerOf((await optOut()).id)).toBe(ids()[0]);
    expect(await rules()).toMatchObject([{ name: "Gone", people: [], left: ["Demo handler"] }, { left: [] }]);
    await clear();
  });

  it("is the administrators' and the DPO's to change, in the organisation's own chain", async () => {
    const handler = await desk.member("handler");
    expect(await add({}, handler)).toEqual({ ok: false, refusal: "not_found" });
    expect(await assignmentView(handler, today)).toBeNull();
    expect(await add({ staffIds: [desk.organisation.id] })).toEqual({ ok: false, refusal: "not_found" });
    await add({ name: "A", role: "handler" });
    await add({ name: "B", role: "approver" });
    const last = (await rules())[1]?.id ?? "";
    await changeAssignmentRule(administrator, { organisation: desk.organisation, rule: last, to: "first" }, now);
    expect((await rules()).map(({ name }) => name)).toEqual(["B", "A"]);
    const events = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.event.findMany({ where: { chainId: desk.organisation.id }, orderBy: { seq: "desc" }, take: 3 }),
    );
    expect(events.map(({ type }) => type)).toEqual([
      "AssignmentRuleMovedFirst",
      "AssignmentRuleAdded",
      "AssignmentRuleAdded",
    ]);
    await clear();
  });
});

describe("given by hand", () => {
  it("ATK-T1: only to somebody here who can work, whatever is posted", async () => {
    const { id } = await optOut();
    const handler = await desk.member("handler");
    const give = (to: string) => desk.step(handler, id, { step: "assign", to });
    const auditor = await desk.member("auditor");
    expect(await give(auditor.staffId)).toEqual({ ok: false, refusal: "assignee_unfit" });
    for (const to of [desk.organisation.id, "nobody", ""]) {
      expect(await give(to)).toEqual({ ok: false, refusal: "not_found" });
    }
    expect(await give(handler.staffId)).toMatchObject({ ok: true });
    expect(await ownerOf(id)).toBe(handler.staffId);
  });
});
