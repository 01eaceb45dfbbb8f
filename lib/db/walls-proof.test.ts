import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate. 23514: a check.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

describe("V2.3.5: four eyes", () => {
  it("refuses a release by whoever prepared it", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => gate.release(sql, id, gate.handler.staffId))).toBe("23514");
  });
  it("refuses to change afterwards who prepared and who released it", async () => {
    const id = await gate.prepared();
    await gate.attempt((sql) => gate.release(sql, id));
    expect(await gate.attempt((sql) => gate.releaseBy(sql, id, randomUUID()))).toBe("42501");
    expect(
      await gate.attempt((sql) =>
        sql.query("update answer set prepared_by = $2 where request_id = $1", [id, randomUUID()]),
      ),
    ).toBe("42501");
  });
});

describe("ATK-I3: proofs are what an event of this request satisfied", () => {
  it("refuses a proof without an event", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => gate.forgeProof(sql, id, 99))).toBe("42501");
  });
  it("refuses a proof that names an event of another kind", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => gate.forgeProof(sql, id, 1))).toBe("42501");
  });
  it("refuses the event of another request", async () => {
    const confirmed = await gate.prepared();
    const { id } = await gate.desk.file();
    const { chain } = await gate.desk.look(confirmed);
    const seq = chain.find(({ event }) => event.type === "ContactConfirmed")?.seq ?? 0;
    expect(await gate.attempt((sql) => gate.forgeProof(sql, id, seq, "contact_confirmed", 1))).toBe("42501");
  });
  it("refuses a kind at another level than its own", async () => {
    const id = await gate.prepared();
    const higher = async (sql: pg.Client) =>
      gate.forgeProof(sql, id, await gate.forge(sql, id, "ProofAccepted"), "contact_confirmed", 3);
    expect(await gate.attempt(higher)).toBe("23514");
  });
});

describe("ATK-F1: the proof a right needs may rise and never falls", () => {
  it("lets it rise", async () => {
    const id = await gate.prepared();
    const raise = (sql: pg.Client) =>
      sql.query(`update request_right set level_needed = 3, ways = '[["document_checked"]]' where request_id = $1`, [
        id,
      ]);
    expect(await gate.attempt(raise)).toBeNull();
  });
  it.each([
    ["lowering it", "update request_right set level_needed = 1 where request_id = $1", "42501"],
    [
      "turning access into an opt-out",
      `update request_right set "right" = 'bias_report' where request_id = $1`,
      "42501",
    ],
    ["taking the right away to write it anew", "delete from request_right where request_id = $1", "42501"],
    [
      "access that needs no proof",
      `insert into request_right (request_id, organisation_id, "right", level_needed)
       select id, organisation_id, 'erasure', 0 from privacy_request where id = $1`,
      "23514",
    ],
  ])("refuses %s", async (_, statement, code) => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => sql.query(statement, [id]))).toBe(code);
  });
  it("refuses a refusal without ground", async () => {
    const id = await gate.prepared();
    const wordless = (sql: pg.Client) =>
      sql.query("update request_right set ground = null where request_id = $1", [id]);
    expect(await gate.attempt(wordless)).toBe("23514");
  });
});
