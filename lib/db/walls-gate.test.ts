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

describe("GDPR Art. 12(6), ATK-F1: what passes the gate", () => {
  it("an answer that grants with the proof", async () => {
    const id = await gate.prepared({ proof: true });
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await gate.release(sql, id);
      }),
    ).toBeNull();
  });
  it("an answer that refuses without any proof", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => gate.release(sql, id))).toBeNull();
  });
  it("an opt-out without any proof", async () => {
    const id = await gate.prepared({ rights: ["opt_out_sale_sharing"] });
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id, "opt_out_sale_sharing");
        await gate.release(sql, id);
      }),
    ).toBeNull();
  });
  it("a proof that an earlier event satisfied", async () => {
    const id = await gate.prepared();
    expect(
      await gate.attempt(async (sql) => {
        await gate.forgeProof(sql, id, await gate.forge(sql, id, "ProofAccepted", { kind: "address_on_file" }));
        await gate.grant(sql, id);
        await gate.release(sql, id);
      }),
    ).toBeNull();
  });
});

describe("GDPR Art. 12(6), ATK-F1: what the gate refuses, whoever writes it", () => {
  it("a granting answer without proof", async () => {
    const id = await gate.prepared();
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await gate.release(sql, id);
      }),
    ).toBe("42501");
    expect((await gate.desk.look(id)).row.state).toBe("answer_prepared");
  });
  it("the state alone, with no released answer behind it", async () => {
    const id = await gate.prepared({ proof: true });
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await gate.answered(sql, id, await gate.forge(sql, id, "AnswerReleased"));
      }),
    ).toBe("42501");
  });
  it("the answer alone, released without proof while the state stays", async () => {
    const id = await gate.prepared();
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await gate.releaseBy(sql, id, gate.approver.staffId);
      }),
    ).toBe("42501");
  });
  it("an answer that was returned", async () => {
    const id = await gate.prepared({ proof: true });
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await sql.query("update answer set returned_at = now() where request_id = $1", [id]);
        await gate.release(sql, id);
      }),
    ).toBe("42501");
  });
  it("a right left without outcome", async () => {
    const id = await gate.prepared({ proof: true });
    expect(
      await gate.attempt(async (sql) => {
        await sql.query("update request_right set outcome = null, ground = null where request_id = $1", [id]);
        await gate.release(sql, id);
      }),
    ).toBe("42501");
  });
  it("decision 006: mixed rights, when the opt-out is granted and access goes along without proof", async () => {
    const id = await gate.prepared({ rights: ["opt_out_sale_sharing", "access"] });
    const both = async (sql: pg.Client) => {
      await gate.grant(sql, id, "opt_out_sale_sharing");
      await gate.grant(sql, id, "access");
      await gate.release(sql, id);
    };
    expect(await gate.attempt(both)).toBe("42501");
    const optOutOnly = async (sql: pg.Client) => {
      await gate.grant(sql, id, "opt_out_sale_sharing");
      await gate.release(sql, id);
    };
    expect(await gate.attempt(optOutOnly)).toBeNull();
  });
  it("a proof that is satisfied by the very event that releases", async () => {
    const id = await gate.prepared();
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        const seq = await gate.forge(sql, id, "ProofAccepted", { kind: "address_on_file" });
        await gate.forgeProof(sql, id, seq);
        await gate.answered(sql, id, seq);
        await gate.releaseBy(sql, id, gate.approver.staffId);
      }),
    ).toBe("42501");
  });
  it("a proof of the person while nobody confirmed the address", async () => {
    const { id } = await gate.desk.file({ channel: "telephone" });
    await gate.desk.step(gate.handler, id, { step: "begin" });
    await gate.desk.step(gate.handler, id, { step: "accept_proof", kind: "document_checked", words: "Seen." });
    await gate.desk.step(gate.handler, id, {
      step: "prepare",
      words: "No.",
      outcomes: [gate.refusedFor("access")],
      files: [],
    });
    expect(
      await gate.attempt(async (sql) => {
        await gate.grant(sql, id);
        await gate.release(sql, id);
      }),
    ).toBe("42501");
  });
  it("turning an outcome after release", async () => {
    const id = await gate.prepared();
    await gate.attempt((sql) => gate.release(sql, id));
    expect(await gate.attempt((sql) => gate.grant(sql, id))).toBe("42501");
  });
  it("a request that is born answered", async () => {
    expect(
      await gate.attempt((sql) =>
        sql.query(
          `insert into privacy_request (id, organisation_id, reference, state, version, rule_versions, relation, country, language, channel, received_at, received_on, key_id, filing_key, filing_digest, head)
           values ($1, $2, $3, 'answered', 1, '{}', 'self', 'DE', 'en', 'portal', now(), '2026-12-04', 'k1', $3, 'd', 'h')`,
          [randomUUID(), gate.desk.organisation.id, randomUUID()],
        ),
      ),
    ).toBe("42501");
  });
});
