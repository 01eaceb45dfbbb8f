import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileRequest } from "@/lib/commands/file-request";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { aFiling, named, openDesk } from "@/lib/commands/test-desk";
import { aFile } from "@/lib/commands/test-walk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { rawRole } from "@/lib/db/test-app-role";
import type { StaffActor } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import { checkRisks } from "./check-risks";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
});
afterAll(() => desk.close());

const onFile = { step: "accept_proof", kind: "address_on_file", words: "The account's own address." } as const;
const mailbox = () => `box.${randomUUID().slice(0, 8)}@example.com`;
const check = (requestId: string, at = desk.organisation) =>
  checkRisks({ organisationId: at.id, requestId }, desk.openedAt);
const signals = async (id: string) => (await desk.look(id)).facts.signals;
const needed = async (requestId: string) =>
  (await inOrganisation(desk.organisation.id, ({ tx }) => tx.requestRight.findMany({ where: { requestId } }))).map(
    ({ levelNeeded }) => levelNeeded,
  );

async function fileFrom(source: string, name: string, now = desk.openedAt) {
  const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
  const filing = aFiling({ person: { name, email: mailbox() } });
  const input = { organisation: desk.organisation, filing, filingKey: randomUUID(), source };
  const filed = await fileRequest(visitor, input, now);
  if (!filed.ok) throw new Error(filed.refusal);
  return filed;
}
const under = (name: string, more: Partial<Filing> = {}) => desk.file({ person: { name, email: mailbox() }, ...more });

/** Somebody of that name who confirmed their address and whom a member of staff found on file. */
async function known(name: string, more: Partial<Filing> = {}) {
  const filed = await under(name, more);
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, onFile);
  return filed;
}

describe("law.md §9 (1), §5 (9): a name that is known here under another, proven address", () => {
  it("raises the proof to two, or a document, and is noted once", async () => {
    await known("Noor Known");
    const stranger = await under("noor  KNOWN");
    expect(await check(stranger.id)).toBe(true);
    expect(await check(stranger.id)).toBe(false);
    expect([await signals(stranger.id), await needed(stranger.id)]).toEqual([["new_address"], [3]]);
    await desk.confirm(stranger.id);
    await desk.step(handler, stranger.id, onFile);
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    await desk.step(handler, stranger.id, { step: "begin" });
    expect(await desk.step(handler, stranger.id, { step: "prepare", words: "Data.", outcomes, files: [] })).toEqual({
      ok: false,
      refusal: "proof_missing",
    });
  });

  it("ATK-I1: a stranger's own mailbox makes no name known: whoever files first raises nothing for the person", async () => {
    const stranger = await under("Pia Person");
    await desk.confirm(stranger.id);
    const { id } = await under("Pia Person");
    await check(id);
    expect(await signals(id)).toEqual([]);
    // Nor does a proof that was found wrong.
    await desk.step(handler, stranger.id, onFile);
    await desk.step(handler, stranger.id, { ...onFile, step: "reject_proof" });
    await check(id);
    expect(await signals(id)).toEqual([]);
  });

  it("once it is answered, nothing that others do shuts the answer", async () => {
    const first = await known("Ada Answered");
    await desk.step(handler, first.id, { step: "begin" });
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    const file = aFile();
    await desk.step(handler, first.id, { step: "prepare", words: "Data.", outcomes, files: [file] });
    await desk.step(await desk.member("approver"), first.id, { step: "release" });
    await known("Ada Answered");
    for (const change of [null, { step: "close" }] as const) {
      if (change) await desk.step(handler, first.id, change);
      expect(await check(first.id)).toBe(false);
      expect([await signals(first.id), await needed(first.id)]).toEqual([[], [2]]);
    }
    const anew = await desk.showAnew(first.person);
    expect(await desk.step(anew, first.id, { step: "collect", fileId: file.id })).toMatchObject({ ok: true });
  });

  it("does not count what nobody confirmed, nor another organisation, nor who writes for others", async () => {
    const ares = named(desk.organisations, "ares");
    await under("Uma Unsure");
    const there = await desk.file({ person: { name: "Uma Unsure", email: mailbox() } }, desk.openedAt, ares);
    await desk.confirm(there.id, desk.openedAt, ares);
    await desk.step(handler, there.id, onFile);
    const agent = await known("Uma Unsure", { relation: "agent" });
    const authority = { step: "accept_proof", kind: "power_of_attorney", words: "Signed." } as const;
    await desk.step(handler, agent.id, authority);
    const { id } = await under("Uma Unsure");
    await check(id);
    expect(await signals(id)).toEqual([]);
  });

  it("ATK-I2: is looked for anew when proof comes in: whoever filed first, before the person did, has not won", async () => {
    const early = await under("Vera Victim");
    await desk.confirm(early.id);
    await check(early.id);
    expect(await signals(early.id)).toEqual([]);
    await known("Vera Victim");
    await desk.step(handler, early.id, onFile);
    expect(await signals(early.id)).toEqual(["new_address"]);
    expect((await desk.look(early.id)).row.proven).toBe("none");
  });
});

describe("law.md §9 (14): many names from one network", () => {
  const day = 86_400_000;
  it("is odd from the third name within a day; nothing is blocked, and no other source is counted", async () => {
    const first = await fileFrom("203.0.113.7", "One Person");
    await fileFrom("203.0.113.7", "One Person");
    await fileFrom("198.51.100.1", "Other House");
    const second = await fileFrom("203.0.113.7", "Two Person");
    await check(second.id);
    expect(await signals(second.id)).toEqual([]);
    const later = await fileFrom("203.0.113.7", "Late Person", new Date(desk.openedAt.getTime() + 2 * day));
    await check(later.id);
    expect(await signals(later.id)).toEqual([]);
    const third = await fileFrom("203.0.113.7", "Three Person");
    for (const { id } of [third, first]) await check(id);
    expect([await signals(third.id), await signals(first.id)]).toEqual([["many_names"], ["many_names"]]);
    expect(await needed(third.id)).toEqual([3]);
  });

  it("is noticed at the latest when the answer is prepared, and asks for more before any", async () => {
    const first = await fileFrom("203.0.113.50", "Serial One");
    await desk.confirm(first.id);
    await desk.step(handler, first.id, { step: "begin" });
    await desk.step(handler, first.id, onFile);
    for (const name of ["Serial Two", "Serial Three"]) await fileFrom("203.0.113.50", name);
    expect(await signals(first.id)).toEqual([]);
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    const prepare = { step: "prepare", words: "Data.", outcomes, files: [] } as const;
    const auditor = await desk.member("auditor");
    expect(await desk.step(auditor, first.id, prepare)).toEqual({ ok: false, refusal: "not_your_role" });
    expect(await signals(first.id)).toEqual([]);
    expect(await desk.step(handler, first.id, prepare)).toEqual({ ok: false, refusal: "proof_missing" });
    expect([await signals(first.id), await needed(first.id)]).toEqual([["many_names"], [3]]);
    expect((await desk.look(first.id)).facts.state).toBe("in_progress");
    await desk.step(handler, first.id, { step: "accept_proof", kind: "document_checked", words: "Looked at." });
    expect(await desk.step(handler, first.id, prepare)).toMatchObject({ ok: true });
  });

  it("GDPR Art. 5(1)(e): the network is forgotten after thirty days, and never written anew", async () => {
    const { id } = await fileFrom("203.0.113.99", "Forgotten Person");
    const held = async () => (await desk.look(id)).row.sourceIndex;
    const system = { kind: "system", organisationId: desk.organisation.id, task: "purge" } as const;
    expect(await held()).toMatch(/^[0-9a-f]{64}$/);
    await purgeExpired(system, new Date(desk.openedAt.getTime() + 29 * day));
    expect(await held()).not.toBeNull();
    await purgeExpired(system, new Date(desk.openedAt.getTime() + 31 * day));
    expect(await held()).toBeNull();
    const app = await rawRole(desk.appUrl);
    const write = (sql: typeof app.client) =>
      sql.query("update privacy_request set source_index = 'another' where id = $1", [id]);
    expect(await app.attempt(desk.organisation.id, write)).toBe("42501");
    await app.close();
  });
});

it("delivery elsewhere, asking twice and an agent of many are each seen for what they are", async () => {
  const elsewhere = await desk.file({
    person: { name: "Dee Elsewhere", email: mailbox(), knownEmail: "dee@example.com" },
  });
  await check(elsewhere.id);
  expect(await signals(elsewhere.id)).toEqual(["delivery_elsewhere"]);

  const person = { name: "Tess Twice", email: mailbox() };
  const before = await desk.file({ person });
  const other = await desk.file({ person, rights: ["rectification"] });
  const later = new Date(desk.openedAt.getTime() + 60_000);
  const again = await desk.file({ person, rights: ["access", "erasure"] }, later);
  for (const { id } of [before, other, again]) await check(id);
  expect([await signals(before.id), await signals(other.id), await signals(again.id)]).toEqual([
    [],
    [],
    ["known_duplicate"],
  ]);
  // It is shown, and asks for nothing more.
  expect(await needed(again.id)).toEqual([2, 2]);

  const email = mailbox();
  const asked = [];
  for (let count = 1; count <= 10; count += 1) {
    const client = { name: `Client Number ${count}`, email, askerName: "Agent Smith" };
    asked.push(await desk.file({ relation: "agent", person: client }));
  }
  await check(asked[9]?.id ?? "");
  expect(await signals(asked[9]?.id ?? "")).toEqual(["agent_volume"]);
});

it("11 CCR §7026: an opt-out under a known name needs no proof and carries no suspicion", async () => {
  await known("Olga Optout");
  const optOut = await under("Olga Optout", { rights: ["opt_out_sale_sharing"], country: "US", region: "US-CA" });
  await check(optOut.id);
  expect([await signals(optOut.id), await needed(optOut.id)]).toEqual([[], [0]]);
});

it("each filing and each confirmation owes exactly one look", async () => {
  const owner = await rawRole(desk.ownerUrl);
  const { id } = await desk.file();
  await desk.confirm(id);
  const jobs = await owner.rows<{ key: string }>(
    null,
    `select key from graphile_worker.jobs where key = 'risks:${id}' and task_identifier = 'check_risks'`,
  );
  await owner.close();
  expect(jobs).toHaveLength(1);
});
