import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Right } from "@/lib/domain/right";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

/** A file that goes along with the prepared answer. */
async function attach(sql: pg.Client, id: string): Promise<string> {
  const file = randomUUID();
  await sql.query(
    `insert into stored_file (id, organisation_id, request_id, answer_id, purpose, media_type, size, digest, at)
     select $1, organisation_id, request_id, id, 'answer', 'text/plain', 1, 'd', now() from answer
     where request_id = $2 and returned_at is null`,
    [file, id],
  );
  return file;
}

/** A browser that holds the key to the request, and has shown nothing anew. */
async function browser(sql: pg.Client, id: string): Promise<string> {
  const session = randomUUID();
  await sql.query(
    `insert into person_session (id, organisation_id, request_id, token_hash, proven, created_at, last_seen_at)
     values ($1::uuid, $2, $3, $1::uuid::text, true, now(), now())`,
    [session, gate.desk.organisation.id, id],
  );
  return session;
}

const files = [{ id: "f", digest: "d" }];

describe("GDPR Art. 12(6), ATK-I1: no file goes beside a refusal without the proof of everything asked, whoever writes it", () => {
  it("is not prepared: neither by what the event names nor by what lies there", async () => {
    const id = await gate.prepared();
    expect(await gate.attempt((sql) => gate.forge(sql, id, "AnswerPrepared", { files }))).toBe("42501");
    const unnamed = async (sql: pg.Client) => {
      await attach(sql, id);
      await gate.forge(sql, id, "AnswerPrepared", { files: [] });
    };
    expect(await gate.attempt(unnamed)).toBe("42501");
    expect(await gate.attempt((sql) => gate.forge(sql, id, "AnswerPrepared", { files: [] }))).toBeNull();
    const proven = await gate.prepared({ proof: true });
    expect(await gate.attempt((sql) => gate.forge(sql, proven, "AnswerPrepared", { files }))).toBeNull();
  });

  it.each<[string, readonly Right[]]>([
    ["a refusal", ["access"]],
    ["an opt-out that needs no proof", ["opt_out_sale_sharing", "access"]],
  ])("is not released beside %s", async (_, rights) => {
    const release = (id: string) => async (sql: pg.Client) => {
      await attach(sql, id);
      if (rights.length > 1) await gate.grant(sql, id, "opt_out_sale_sharing");
      await gate.release(sql, id);
    };
    expect(await gate.attempt(release(await gate.prepared({ rights })))).toBe("42501");
    expect(await gate.attempt(release(await gate.prepared({ rights, proof: true })))).toBeNull();
  });

  it("is not collected once the proof is taken away, nor by whoever shows nothing anew", async () => {
    const id = await gate.prepared({ proof: true });
    let fileId = "";
    await gate.attempt(async (sql) => {
      fileId = await attach(sql, id);
      await gate.release(sql, id);
    });
    const bare = async (sql: pg.Client) =>
      gate.forge(sql, id, "AnswerCollected", { fileId, session: await browser(sql, id) });
    expect(await gate.attempt(bare)).toBe("42501");
    const forged = async (sql: pg.Client) => {
      const session = await browser(sql, id);
      const code = randomUUID();
      await sql.query(
        `insert into challenge (id, organisation_id, request_id, purpose, token_hash, code_hash, created_at, expires_at, code_expires_at)
         values ($1::uuid, $2, $3, 'deliver', $1::uuid::text, 'h', now(), now() + interval '1 day', now() + interval '1 day')`,
        [code, gate.desk.organisation.id, id],
      );
      await sql.query("update challenge set used_at = now() where id = $1", [code]);
      await gate.forge(sql, id, "DeliveryProven", { by: ["code"], level: 2, session });
      return session;
    };
    let session = "";
    expect(
      await gate.attempt(async (sql) => {
        session = await forged(sql);
        await gate.forge(sql, id, "AnswerCollected", { fileId, session });
      }),
    ).toBeNull();
    const after = async (sql: pg.Client) => {
      await gate.forge(sql, id, "ProofRejected", { kind: "address_on_file" });
      await gate.forge(sql, id, "AnswerCollected", { fileId, session: await forged(sql) });
    };
    expect(await gate.attempt(after)).toBe("42501");
  });
});

describe("something is shown anew for what hands out data, and for nothing else", () => {
  async function released(right: Right, withFile: boolean): Promise<string> {
    const id = await gate.prepared({ proof: true, rights: [right] });
    const verdict = await gate.attempt(async (sql) => {
      if (withFile) await attach(sql, id);
      await gate.grant(sql, id, right);
      await gate.release(sql, id);
    });
    if (verdict) throw new Error(verdict);
    return id;
  }
  it.each<[Right, boolean, string | null]>([
    ["erasure", false, null],
    ["rectification", false, null],
    ["erasure", true, "42501"],
    ["access", false, "42501"],
    ["portability", false, "42501"],
    ["automated_decision_review", false, "42501"],
  ])("%s, with a file: %s", async (right, withFile, verdict) => {
    const id = await released(right, withFile);
    const bare = async (sql: pg.Client) =>
      gate.forge(sql, id, "AnswerCollected", { fileId: null, session: await browser(sql, id) });
    expect(await gate.attempt(bare)).toBe(verdict);
  });

  it("four eyes: proof after the release is not accepted by whoever prepared the answer", async () => {
    const accepted = (id: string, by: string) =>
      gate.attempt((sql) => gate.forge(sql, id, "ProofAccepted", { kind: "document_checked" }, "now()", by));
    const id = await gate.prepared({ proof: true });
    expect(await accepted(id, gate.handler.staffId)).toBeNull();
    await gate.attempt((sql) => gate.release(sql, id));
    expect(await accepted(id, gate.handler.staffId)).toBe("42501");
    expect(await accepted(id, gate.approver.staffId)).toBeNull();
  });
});
