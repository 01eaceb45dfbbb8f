import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { sha256 } from "@/lib/db/sha256";
import { firstBreak } from "@/lib/domain/ledger";
import { foldRequest } from "@/lib/domain/request";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const granted = [{ right: "access", outcome: "granted", ground: null }] as const;

describe("the walk from asking to a released answer", () => {
  it("leads an access request through confirmation, proof, answer, release and close", async () => {
    const handler = await desk.member("handler");
    const approver = await desk.member("approver");
    const { id, person } = await desk.file();
    expect((await desk.look(id)).facts.state).toBe("unconfirmed");
    expect(await desk.confirm(id)).toMatchObject({ ok: true, confirmedNow: true });
    for (const change of [
      { step: "begin" },
      { step: "accept_proof", kind: "address_on_file", words: "The address is the account's own." },
      { step: "prepare", words: "Here is your data.", outcomes: granted, files: [] },
    ] as const) {
      expect(await desk.step(handler, id, change)).toMatchObject({ ok: true });
    }
    expect(await desk.step(approver, id, { step: "release" })).toMatchObject({ ok: true });
    expect(await desk.step(person, id, { step: "write", words: "Thank you.", files: [] })).toMatchObject({ ok: true });
    expect(await desk.step(handler, id, { step: "close" })).toMatchObject({ ok: true });
    const { facts, row, chain } = await desk.look(id);
    expect(facts.state).toBe("closed");
    expect(row).toMatchObject({ state: "closed", version: facts.version, head: chain.at(-1)?.hash });
    expect(foldRequest(chain)).toEqual(facts);
    expect(firstBreak(chain, { organisationId: desk.organisation.id, chainId: id }, sha256)).toBeNull();
  });

  it("writes letter and job in the transaction of the event, and none when it fails", async () => {
    const { id } = await desk.file();
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: id } }),
    );
    expect(letters.map(({ kind, status }) => ({ kind, status }))).toEqual([
      { kind: "confirm_address", status: "queued" },
    ]);
    expect(JSON.stringify(letters)).not.toContain("canary");
  });
});

describe("the gate", () => {
  it("refuses to prepare a granting answer before the proof is there", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file();
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
    const prepared = await desk.step(handler, id, { step: "prepare", words: "Data.", outcomes: granted, files: [] });
    expect(prepared).toEqual({ ok: false, refusal: "proof_missing" });
    const refused = [{ right: "access", outcome: "refused", ground: "not_identified" }] as const;
    expect(await desk.step(handler, id, { step: "prepare", words: "No.", outcomes: refused, files: [] })).toMatchObject(
      { ok: true },
    );
  });

  it("ATK-I1: takes no unknown mailbox for the one on file when the person names another as known", async () => {
    const handler = await desk.member("handler");
    const person = { name: "Robin Canary", email: "new.canary@example.com", knownEmail: "old.canary@example.com" };
    const { id } = await desk.file({ person });
    await desk.confirm(id);
    const change = { step: "accept_proof", kind: "address_on_file", words: "It looks right." } as const;
    expect(await desk.step(handler, id, change)).toEqual({ ok: false, refusal: "address_not_on_file" });
  });

  it("ATK-I4: lets nobody act for somebody else on their own papers, and a rejected proof opens nothing", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file({ relation: "agent" });
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
    await desk.step(handler, id, { step: "accept_proof", kind: "document_checked", words: "Their own passport." });
    const prepare = { step: "prepare", words: "Data.", outcomes: granted, files: [] } as const;
    expect(await desk.step(handler, id, prepare)).toEqual({ ok: false, refusal: "proof_missing" });
    const authority = { kind: "power_of_attorney", words: "Power of attorney." } as const;
    await desk.step(handler, id, { step: "accept_proof", ...authority });
    await desk.step(handler, id, { step: "reject_proof", ...authority, words: "It was forged." });
    expect(await desk.step(handler, id, prepare)).toEqual({ ok: false, refusal: "proof_missing" });
    await desk.step(handler, id, { step: "accept_proof", ...authority });
    expect(await desk.step(handler, id, prepare)).toMatchObject({ ok: true });
    const approver = await desk.member("approver");
    expect(await desk.step(approver, id, { step: "release" })).toMatchObject({ ok: true });
  });

  it("lets nobody release what they prepared, whatever roles they hold", async () => {
    const both = await desk.member("handler", "approver");
    const { id } = await desk.file();
    await desk.confirm(id);
    await desk.step(both, id, { step: "begin" });
    await desk.step(both, id, { step: "accept_proof", kind: "address_on_file", words: "On file." });
    await desk.step(both, id, { step: "prepare", words: "Data.", outcomes: granted, files: [] });
    expect(await desk.step(both, id, { step: "release" })).toEqual({ ok: false, refusal: "four_eyes" });
  });

  it("asks for no proof where the law forbids it, and lets such a request start at once", async () => {
    const handler = await desk.member("handler");
    const approver = await desk.member("approver");
    const { id } = await desk.file({ rights: ["opt_out_sale_sharing"], country: "US", region: "US-CA" });
    expect((await desk.look(id)).facts.state).toBe("open");
    await desk.step(handler, id, { step: "begin" });
    const asked = await desk.step(handler, id, {
      step: "ask_proof",
      kind: "document_checked",
      words: "Send a passport.",
    });
    expect(asked).toEqual({ ok: false, refusal: "proof_forbidden" });
    const outcomes = [{ right: "opt_out_sale_sharing", outcome: "granted", ground: null }] as const;
    await desk.step(handler, id, { step: "prepare", words: "Nothing is sold.", outcomes, files: [] });
    expect(await desk.step(approver, id, { step: "release" })).toMatchObject({ ok: true });
  });
});

describe("ATK-R2 races", () => {
  it("lets one of twenty parallel steps win and writes one event", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file();
    await desk.confirm(id);
    const before = (await desk.look(id)).facts.version;
    const all = await Promise.all(Array.from({ length: 20 }, () => desk.step(handler, id, { step: "begin" })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await desk.look(id)).facts.version).toBe(before + 1);
  });

  it("saves nothing for somebody who looked at an older state", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file();
    await desk.confirm(id);
    const seen = (await desk.look(id)).facts.version;
    await desk.step(handler, id, { step: "begin" });
    const late = await desk.step(handler, id, { step: "note", words: "Late." }, desk.openedAt, seen);
    expect(late).toEqual({ ok: false, refusal: "changed_meanwhile" });
  });
});

describe("who may not know, does not", () => {
  it("answers a person of another request and an organisation's neighbour with not found", async () => {
    const mine = await desk.file();
    const other = await desk.file();
    expect(await desk.step(mine.person, other.id, { step: "withdraw" })).toEqual({ ok: false, refusal: "not_found" });
    const unproven = { ...mine.person, proven: false };
    expect(await desk.step(unproven, mine.id, { step: "withdraw" })).toEqual({ ok: false, refusal: "not_found" });
  });
});
