import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileRequest } from "@/lib/commands/file-request";
import { aFiling } from "@/lib/commands/test-desk";
import { aFile } from "@/lib/commands/test-walk";
import { rawRole } from "./test-app-role";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate. 23514: a check.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

async function filedFromAccount() {
  const { organisation, openedAt } = gate.desk;
  const account = {
    email: `robin.${randomUUID().slice(0, 8)}@example.com`,
    name: "Mallory",
    door: "sign_in",
    anew: true,
  } as const;
  const filing = aFiling({ person: { name: "Robin Canary", email: account.email } });
  const visitor = { kind: "visitor", organisationId: organisation.id, account } as const;
  const filed = await fileRequest(visitor, { organisation, filing, filingKey: randomUUID() }, openedAt);
  if (!filed.ok) throw new Error(filed.refusal);
  return filed;
}

const run = (text: string) => async (sql: pg.Client, id: string) => void (await sql.query(text, [id]));

describe("GDPR Art. 12(6): what a right needs is what its receipt says", () => {
  it.each<[string, string, string]>([
    [
      "a right that is added later",
      `insert into request_right (request_id, organisation_id, "right", level_needed, ways)
       select id, organisation_id, 'rectification', 2, '[["address_on_file"]]' from privacy_request where id = $1`,
      "42501",
    ],
    [
      "fewer ways than before taken for more",
      `update request_right set ways = '[["address_on_file"], ["declaration", "signed_in"], ["permission_signed"]]' where request_id = $1`,
      "42501",
    ],
    ["no ways at all", "update request_right set ways = null where request_id = $1", "42501"],
    ["a way that is nothing", `update request_right set ways = '[[]]' where request_id = $1`, "42501"],
    [
      "a declaration alone as a way",
      `insert into request_right (request_id, organisation_id, "right", level_needed, ways)
       select id, organisation_id, 'erasure', 3, '[["declaration"]]' from privacy_request where id = $1`,
      "23514",
    ],
    [
      "a signed permission alone as a way",
      `insert into request_right (request_id, organisation_id, "right", level_needed, ways)
       select id, organisation_id, 'erasure', 2, '[["permission_signed"]]' from privacy_request where id = $1`,
      "23514",
    ],
    [
      "a copy of everything for a confirmed address",
      `insert into request_right (request_id, organisation_id, "right", level_needed, ways)
       select id, organisation_id, 'portability', 1, '[[]]' from privacy_request where id = $1`,
      "23514",
    ],
    ["an agent who becomes the person", "update privacy_request set relation = 'helper' where id = $1", "42501"],
    ["another law", "update privacy_request set regimes = '{}' where id = $1", "42501"],
  ])("refuses %s", async (_, text, code) => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => run(text)(sql, id))).toBe(code);
  });
});

describe("ATK-I1: a proof is what its own event is about", () => {
  it.each<[string, string, object, string, number]>([
    [
      "a document that the person is said to have shown themselves",
      "ProofShown",
      { kind: "document_checked" },
      "document_checked",
      3,
    ],
    ["another kind than the event names", "ProofAccepted", { kind: "declaration" }, "document_checked", 3],
    ["an address on file out of a match", "ProofShown", { kind: "data_points_matched" }, "address_on_file", 2],
    ["a confirmed address that staff accepted", "ProofAccepted", { kind: "contact_confirmed" }, "contact_confirmed", 1],
    ["anything out of a note", "NoteAdded", { kind: "signed_in" }, "signed_in", 2],
  ])("refuses %s", async (_, type, payload, kind, level) => {
    const id = await gate.prepared();
    const forged = async (sql: pg.Client) =>
      gate.forgeProof(sql, id, await gate.forge(sql, id, type, payload), kind, level);
    expect(await gate.attempt(forged)).toBe("42501");
  });
  it("refuses to write down an address as confirmed by a link that nobody used", async () => {
    const { id } = await gate.desk.file();
    expect(await gate.attempt((sql) => gate.forge(sql, id, "ContactConfirmed", { by: "link" }))).toBe("42501");
  });
  it("ATK-I4: refuses an address that an account is said to have confirmed later, or for a filing that came from none", async () => {
    const confirmed = { by: "account" };
    const { id: fresh } = await gate.desk.file();
    expect(await gate.attempt((sql) => gate.forge(sql, fresh, "ContactConfirmed", confirmed))).toBe("42501");
    const { id } = await filedFromAccount();
    expect(await gate.attempt((sql) => gate.forge(sql, id, "ContactConfirmed", confirmed))).toBe("42501");
    const [opening, receipt] = [randomUUID(), { fromAccount: true }];
    const told = (payload: object) => async (sql: pg.Client) => {
      await gate.forge(sql, opening, "RequestReceived", payload);
      await gate.forge(sql, opening, "ContactConfirmed", confirmed);
    };
    expect(await gate.attempt(told({ fromAccount: "true" }))).toBe("42501");
    // Right after a receipt that says so it gets as far as the wall that wants a request to the record.
    expect(await gate.attempt(told(receipt))).not.toBe("42501");
  });
  it("ATK-I3: refuses another address without the event that changes it", async () => {
    const id = await gate.prepared();
    const moved = run(`update privacy_request set person = '\\x00', email_index = 'theirs' where id = $1`);
    expect(await gate.attempt((sql) => moved(sql, id))).toBe("42501");
  });
});

describe("ATK-F1, ATK-I5: an answer and its files are of one request, and leave through one gate", () => {
  it("refuses `answered` by a number that no event of release has", async () => {
    const id = await gate.prepared();
    const jumped = async (sql: pg.Client) => {
      await gate.grant(sql, id);
      const seq = await gate.forge(sql, id, "ProofAccepted", { kind: "address_on_file" });
      await gate.forgeProof(sql, id, seq);
      await gate.answered(sql, id, seq + 1);
      await gate.releaseBy(sql, id, gate.approver.staffId);
    };
    expect(await gate.attempt(jumped)).toBe("42501");
  });
  it("refuses `closed` for what was never answered", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => run("update privacy_request set state = 'closed' where id = $1")(sql, id))).toBe(
      "42501",
    );
  });
  it("refuses to hand one request's answer to another", async () => {
    const [id, victim] = [await gate.prepared(), await gate.prepared({ proof: true })];
    const handed = (sql: pg.Client) =>
      sql.query("update answer set request_id = $1 where request_id = $2", [id, victim]);
    expect(await gate.attempt(handed)).toBe("42501");
  });
  it("refuses to release an answer that was returned beside the one that is released", async () => {
    const id = await gate.prepared({ proof: true });
    await gate.desk.step(gate.approver, id, { step: "return", words: "Not theirs." });
    const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
    await gate.desk.step(gate.handler, id, { step: "prepare", words: "Theirs.", outcomes, files: [] });
    await gate.desk.step(gate.approver, id, { step: "release" });
    expect((await gate.desk.look(id)).facts.state).toBe("answered");
    const both = (sql: pg.Client) =>
      sql.query(
        "update answer set released_at = now(), released_by = $2 where request_id = $1 and returned_at is not null",
        [id, gate.approver.staffId],
      );
    expect(await gate.attempt(both)).toBe("42501");
  });
  it("refuses a file in an answer of another request, and in one that a second person released", async () => {
    const [id, other] = [await gate.prepared({ proof: true }), await gate.prepared()];
    const put = (request: string, owner: string) => (sql: pg.Client) =>
      sql.query(
        `insert into stored_file (id, organisation_id, request_id, answer_id, purpose, media_type, size, digest, at)
         select $1, organisation_id, $2, id, 'answer', 'text/plain', 1, 'd', now() from answer where request_id = $3`,
        [randomUUID(), request, owner],
      );
    expect(await gate.attempt(put(id, id))).toBeNull();
    expect(await gate.attempt(put(id, other))).toBe("42501");
    await gate.attempt((sql) => gate.release(sql, id));
    expect(await gate.attempt(put(id, id))).toBe("42501");
  });
  it("ATK-I5: a handler cannot prepare an answer with the file of another request", async () => {
    const file = aFile();
    const ready = async () => {
      const { id } = await gate.desk.file();
      await gate.desk.confirm(id);
      await gate.desk.step(gate.handler, id, { step: "begin" });
      await gate.desk.step(gate.handler, id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
      return id;
    };
    const outcomes = [gate.refusedFor("access")];
    const prepare = (id: string) =>
      gate.desk.step(gate.handler, id, { step: "prepare", words: "Here.", outcomes, files: [file] });
    expect(await prepare(await ready())).toMatchObject({ ok: true });
    await expect(prepare(await ready())).rejects.toThrow(/Unique constraint/);
  });
});

describe("ATK-M5: a hand-over token that was used is known to its own organisation and to no other", () => {
  it("cannot be read, spent or unspent from another one", async () => {
    const app = await rawRole(gate.desk.appUrl);
    const [here, there] = gate.desk.organisations.map(({ id }) => id) as [string, string];
    const spend = (organisation: string) => (sql: pg.Client) =>
      sql.query("insert into spent_token (organisation_id, token_hash, expires_at) values ($1, 'h', now())", [
        organisation,
      ]);
    expect(await app.attempt(here, spend(here))).toBeNull();
    expect(await app.attempt(here, spend(here))).toBe("23505");
    expect(await app.attempt(there, spend(here))).toBe("42501");
    expect(await app.rows(there, "select 1 from spent_token")).toEqual([]);
    await app.attempt(there, (sql) => sql.query("delete from spent_token"));
    expect(await app.rows(here, "select 1 from spent_token")).toHaveLength(1);
    await app.close();
  });
});
