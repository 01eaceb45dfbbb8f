import { afterAll, beforeAll, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { RiskSignal } from "@/lib/domain/risk-signals";
import { noteRisks } from "./note-risks";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function note(id: string, ...signals: RiskSignal[]) {
  const stored = await desk.look(id);
  return inOrganisation(desk.organisation.id, (scope) => noteRisks(scope, stored, signals, desk.openedAt));
}

async function needed(requestId: string) {
  return inOrganisation(desk.organisation.id, ({ tx }) => tx.requestRight.findMany({ where: { requestId } }));
}

it("§7060(c): a signal is noted once, raises what the right needs, and its owner goes on with the request as it is after", async () => {
  const { id } = await desk.file();
  const after = await note(id, "address_changed");
  expect(after.facts).toMatchObject({ signals: ["address_changed"], version: 2 });
  expect(await needed(id)).toMatchObject([{ right: "access", levelNeeded: 3 }]);
  expect((await note(id, "address_changed")).facts.version).toBe(2);
  expect((await note(id, "address_changed", "proof_reused")).facts.signals).toEqual([
    "address_changed",
    "proof_reused",
  ]);
});

it("11 CCR §7026: what may never be verified stays so, whatever is odd", async () => {
  const { id } = await desk.file({ rights: ["opt_out_sale_sharing"], country: "US", region: "US-CA" });
  expect((await note(id, "disowned")).facts.signals).toEqual(["disowned"]);
  expect(await needed(id)).toMatchObject([{ levelNeeded: 0 }]);
});

it("a request that has ended is left as it is", async () => {
  const { id, person } = await desk.file();
  await desk.confirm(id);
  await desk.step(person, id, { step: "withdraw" });
  const before = await desk.look(id);
  expect((await note(id, "new_address")).facts).toEqual(before.facts);
});
