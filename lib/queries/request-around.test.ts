import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeRisks } from "@/lib/commands/judge-risks";
import { noteReusedPapers } from "@/lib/commands/note-reused-paper";
import { noteRisks } from "@/lib/commands/note-risks";
import { named, openDesk } from "@/lib/commands/test-desk";
import { aFile } from "@/lib/commands/test-walk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor, StaffRole } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import type { RiskSignal } from "@/lib/domain/risk-signals";
import { requestView } from "./request-view";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk?.close());

type Filed = { id: string; reference: string };
const at = (minutes: number) => new Date(desk.openedAt.getTime() + minutes * 60_000);
const mailbox = () => `box.${randomUUID().slice(0, 8)}@example.com`;

async function around({ reference }: Filed, reader = handler) {
  const view = await requestView(reader, { organisation: desk.organisation, reference }, at(100));
  if (!view) throw new Error("no such request");
  return view.around;
}
async function judge({ id }: Filed): Promise<void> {
  const stored = await desk.look(id);
  await inOrganisation(desk.organisation.id, (scope) => judgeRisks(scope, stored, at(50)));
}
async function noted({ id }: Filed, signal: RiskSignal): Promise<void> {
  const stored = await desk.look(id);
  await inOrganisation(desk.organisation.id, (scope) => noteRisks(scope, stored, [signal], at(50)));
}
const under = (name: string, more: Partial<Filing> = {}, minutes = 0) =>
  desk.file({ person: { name, email: mailbox() }, ...more }, at(minutes));

describe("a duplicate that was noted", () => {
  it("stands on both pages with a link, and on no third", async () => {
    const [first, second, third] = [await desk.file(), await desk.file(), await desk.file()];
    await desk.step(handler, second.id, { step: "note_duplicate", of: first.reference });
    const [one, other] = [first, second].map(({ reference }) => ({ reference, state: "unconfirmed" }));
    expect(await around(second)).toMatchObject({ duplicateOf: [one], duplicates: [] });
    expect(await around(first)).toMatchObject({ duplicateOf: [], duplicates: [other] });
    expect(await around(third)).toMatchObject({ duplicateOf: [], duplicates: [] });
  });
});

describe("11 CCR §7060(c): what is odd, and what it rests on", () => {
  it("a known name rests on the requests where more than another address was shown under it", async () => {
    const [known, unsure] = [await under("Noor Known"), await under("Noor Known")];
    await desk.confirm(known.id);
    await desk.step(handler, known.id, { step: "accept_proof", kind: "address_on_file", words: "The account's own." });
    const stranger = await under("Noor Known");
    await judge(stranger);
    expect((await around(stranger)).signals).toEqual([
      { signal: "new_address", restsOn: [{ reference: known.reference, state: "open" }] },
    ]);
    // A mailbox alone is nobody's name.
    await desk.confirm(unsure.id);
    expect((await around(stranger)).signals?.[0]?.restsOn).toHaveLength(1);
  });

  it("asking twice rests on what is still owed, and on nothing once that was answered or withdrawn", async () => {
    const person = { name: "Tess Twice", email: mailbox() };
    const before = await desk.file({ person });
    await desk.confirm(before.id);
    const again = await desk.file({ person }, at(1));
    await judge(again);
    const rests = async () => (await around(again)).signals;
    expect(await rests()).toEqual([
      { signal: "known_duplicate", restsOn: [{ reference: before.reference, state: "open" }] },
    ]);
    await desk.step(before.person, before.id, { step: "withdraw" });
    expect(await rests()).toEqual([{ signal: "known_duplicate", restsOn: [] }]);
  });

  it("an agent of many rests on the newest ten of their requests", async () => {
    const email = mailbox();
    const filed: Filed[] = [];
    for (let count = 1; count <= 12; count += 1) {
      const person = { name: `Client Number ${count}`, email, askerName: "Agent Smith" };
      filed.push(await desk.file({ relation: "agent", person }, at(count)));
    }
    const [oldest] = filed;
    if (!oldest) throw new Error("twelve were filed");
    await judge(oldest);
    const [signal] = (await around(oldest)).signals ?? [];
    expect(signal?.signal).toBe("agent_volume");
    expect(signal?.restsOn?.map(({ reference }) => reference)).toEqual(
      filed
        .slice(2)
        .toReversed()
        .map(({ reference }) => reference),
    );
  });

  it("ATK-I6: a paper seen before rests on the request that it came with", async () => {
    const [first, second, without] = [await desk.file(), await desk.file(), await desk.file()];
    const digest = "cd".repeat(32);
    for (const { id, person } of [first, second]) {
      await desk.confirm(id);
      await desk.step(handler, id, { step: "begin" });
      const ask = { step: "ask_proof", kind: "document_checked", words: "Please.", beyond: "Odd." } as const;
      await desk.step(handler, id, ask);
      await desk.step(person, id, { step: "write", words: "Here.", files: [{ ...aFile(), digest }] });
    }
    await noteReusedPapers(desk.organisation, second.id, at(50));
    await noted(without, "proof_reused");
    const references = async (filed: Filed) => (await around(filed)).signals?.map(({ restsOn }) => restsOn);
    expect(await references(first)).toMatchObject([[{ reference: second.reference }]]);
    expect(await references(second)).toMatchObject([[{ reference: first.reference }]]);
    expect(await references(without)).toEqual([[]]);
  });

  it("what lies in the request itself rests on no other", async () => {
    const filed = await desk.file();
    for (const signal of ["address_changed", "delivery_elsewhere", "disowned"] as const) await noted(filed, signal);
    expect((await around(filed)).signals?.map(({ restsOn }) => restsOn)).toEqual([null, null, null]);
  });

  it("is for whoever works on requests, and never rests on another organisation's", async () => {
    const ares = named(desk.organisations, "ares");
    const there = await desk.file({ person: { name: "Una Elsewhere", email: mailbox() } }, at(0), ares);
    await desk.confirm(there.id, at(0), ares);
    const filed = await under("Una Elsewhere");
    await noted(filed, "new_address");
    expect((await around(filed)).signals).toEqual([{ signal: "new_address", restsOn: [] }]);
    for (const role of ["approver", "dpo", "auditor"] satisfies StaffRole[])
      expect([role, (await around(filed, await desk.member(role))).signals?.length]).toEqual([role, 1]);
    expect((await around(filed, await desk.member("administrator"))).signals).toBeNull();
  });
});
