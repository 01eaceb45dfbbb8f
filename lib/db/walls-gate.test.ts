import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import type { Filing } from "@/lib/domain/filing";
import { type RawRole, rawRole, type Verdict } from "./test-app-role";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate. 23514: a check.
let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let handler: StaffActor;
let approver: StaffActor;

beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(async () => {
  await app?.close();
  await desk?.close();
});

const refusedFor = (right: Filing["rights"][number]) =>
  ({ right, outcome: "refused", ground: "not_identified" }) as const;

/** A request whose answer waits for release: every right refused, so that no proof was needed to get there. */
async function prepared({ proof = false, rights = ["access"] as Filing["rights"] } = {}): Promise<string> {
  const { id } = await desk.file({ rights });
  await desk.confirm(id);
  await desk.step(handler, id, { step: "begin" });
  if (proof) await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
  const outcomes = rights.map(refusedFor);
  expect(await desk.step(handler, id, { step: "prepare", words: "No.", outcomes, files: [] })).toMatchObject({
    ok: true,
  });
  return id;
}

function attempt(work: (sql: pg.Client) => Promise<unknown>): Promise<Verdict> {
  return app.attempt(desk.organisation.id, work);
}

/** Appends an event that nobody authorised and returns its place. */
async function forge(sql: pg.Client, id: string, type: string): Promise<number> {
  const { rows } = await sql.query("select seq, hash from event where chain_id = $1 order by seq desc limit 1", [id]);
  const seq = (rows[0]?.seq ?? 0) + 1;
  await sql.query(
    `insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, at, day, payload, previous_hash, hash)
     values ($1, $2, $3, $3, $4, $5, 'staff', now(), '2026-12-04', '{}', $6, 'forged')`,
    [randomUUID(), desk.organisation.id, id, seq, type, rows[0]?.hash ?? "0".repeat(64)],
  );
  return seq;
}
const forgeProof = (sql: pg.Client, id: string, seq: number, kind = "address_on_file", level = 2) =>
  sql.query(
    "insert into proof (id, organisation_id, request_id, kind, level, event_seq, at) values ($1, $2, $3, $4, $5, $6, now())",
    [randomUUID(), desk.organisation.id, id, kind, level, seq],
  );
const grant = (sql: pg.Client, id: string, right = "access") =>
  sql.query(`update request_right set outcome = 'granted', ground = null where request_id = $1 and "right" = $2`, [
    id,
    right,
  ]);
const releaseBy = (sql: pg.Client, id: string, staffId: string) =>
  sql.query("update answer set released_at = now(), released_by = $2 where request_id = $1", [id, staffId]);
const answered = (sql: pg.Client, id: string, version: number) =>
  sql.query("update privacy_request set state = 'answered', version = $2 where id = $1", [id, version]);

/** The whole release, as the code would write it. */
async function release(sql: pg.Client, id: string, by = approver.staffId) {
  const seq = await forge(sql, id, "AnswerReleased");
  await answered(sql, id, seq);
  await releaseBy(sql, id, by);
}

describe("GDPR Art. 12(6), ATK-F1: what passes the gate", () => {
  it("an answer that grants with the proof", async () => {
    const id = await prepared({ proof: true });
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await release(sql, id);
      }),
    ).toBeNull();
  });
  it("an answer that refuses without any proof", async () => {
    const id = await prepared();
    expect(await attempt((sql) => release(sql, id))).toBeNull();
  });
  it("an opt-out without any proof", async () => {
    const id = await prepared({ rights: ["opt_out_sale_sharing"] });
    expect(
      await attempt(async (sql) => {
        await grant(sql, id, "opt_out_sale_sharing");
        await release(sql, id);
      }),
    ).toBeNull();
  });
  it("a proof that an earlier event satisfied", async () => {
    const id = await prepared();
    expect(
      await attempt(async (sql) => {
        await forgeProof(sql, id, await forge(sql, id, "ProofAccepted"));
        await grant(sql, id);
        await release(sql, id);
      }),
    ).toBeNull();
  });
});

describe("GDPR Art. 12(6), ATK-F1: what the gate refuses, whoever writes it", () => {
  it("a granting answer without proof", async () => {
    const id = await prepared();
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await release(sql, id);
      }),
    ).toBe("42501");
    expect((await desk.look(id)).row.state).toBe("answer_prepared");
  });
  it("the state alone, with no released answer behind it", async () => {
    const id = await prepared({ proof: true });
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await answered(sql, id, await forge(sql, id, "AnswerReleased"));
      }),
    ).toBe("42501");
  });
  it("the answer alone, released without proof while the state stays", async () => {
    const id = await prepared();
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await releaseBy(sql, id, approver.staffId);
      }),
    ).toBe("42501");
  });
  it("an answer that was returned", async () => {
    const id = await prepared({ proof: true });
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await sql.query("update answer set returned_at = now() where request_id = $1", [id]);
        await release(sql, id);
      }),
    ).toBe("42501");
  });
  it("a right left without outcome", async () => {
    const id = await prepared({ proof: true });
    expect(
      await attempt(async (sql) => {
        await sql.query("update request_right set outcome = null, ground = null where request_id = $1", [id]);
        await release(sql, id);
      }),
    ).toBe("42501");
  });
  it("decision 006: mixed rights, when the opt-out is granted and access goes along without proof", async () => {
    const id = await prepared({ rights: ["opt_out_sale_sharing", "access"] });
    const both = async (sql: pg.Client) => {
      await grant(sql, id, "opt_out_sale_sharing");
      await grant(sql, id, "access");
      await release(sql, id);
    };
    expect(await attempt(both)).toBe("42501");
    const optOutOnly = async (sql: pg.Client) => {
      await grant(sql, id, "opt_out_sale_sharing");
      await release(sql, id);
    };
    expect(await attempt(optOutOnly)).toBeNull();
  });
  it("a proof that is satisfied by the very event that releases", async () => {
    const id = await prepared();
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        const seq = await forge(sql, id, "ProofAccepted");
        await forgeProof(sql, id, seq);
        await answered(sql, id, seq);
        await releaseBy(sql, id, approver.staffId);
      }),
    ).toBe("42501");
  });
  it("a proof of the person while nobody confirmed the address", async () => {
    const { id } = await desk.file({ channel: "telephone" });
    await desk.step(handler, id, { step: "begin" });
    await desk.step(handler, id, { step: "accept_proof", kind: "document_checked", words: "Seen." });
    await desk.step(handler, id, { step: "prepare", words: "No.", outcomes: [refusedFor("access")], files: [] });
    expect(
      await attempt(async (sql) => {
        await grant(sql, id);
        await release(sql, id);
      }),
    ).toBe("42501");
  });
  it("turning an outcome after release", async () => {
    const id = await prepared();
    await attempt((sql) => release(sql, id));
    expect(await attempt((sql) => grant(sql, id))).toBe("42501");
  });
  it("a request that is born answered", async () => {
    expect(
      await attempt((sql) =>
        sql.query(
          `insert into privacy_request (id, organisation_id, reference, state, version, rule_versions, relation, country, language, channel, received_at, received_on, key_id, filing_key, filing_digest, head)
           values ($1, $2, $3, 'answered', 1, '{}', 'self', 'DE', 'en', 'portal', now(), '2026-12-04', 'k1', $3, 'd', 'h')`,
          [randomUUID(), desk.organisation.id, randomUUID()],
        ),
      ),
    ).toBe("42501");
  });
});

describe("V2.3.5: four eyes", () => {
  it("refuses a release by whoever prepared it", async () => {
    const id = await prepared();
    expect(await attempt((sql) => release(sql, id, handler.staffId))).toBe("23514");
  });
  it("refuses to change afterwards who prepared and who released it", async () => {
    const id = await prepared();
    await attempt((sql) => release(sql, id));
    expect(await attempt((sql) => releaseBy(sql, id, randomUUID()))).toBe("42501");
    expect(
      await attempt((sql) => sql.query("update answer set prepared_by = $2 where request_id = $1", [id, randomUUID()])),
    ).toBe("42501");
  });
});

describe("ATK-I3: proofs are what an event of this request satisfied", () => {
  it("refuses a proof without an event", async () => {
    const id = await prepared();
    expect(await attempt((sql) => forgeProof(sql, id, 99))).toBe("42501");
  });
  it("refuses a proof that names an event of another kind", async () => {
    const id = await prepared();
    expect(await attempt((sql) => forgeProof(sql, id, 1))).toBe("42501");
  });
  it("refuses the event of another request", async () => {
    const confirmed = await prepared();
    const { id } = await desk.file();
    const { chain } = await desk.look(confirmed);
    const seq = chain.find(({ event }) => event.type === "ContactConfirmed")?.seq ?? 0;
    expect(await attempt((sql) => forgeProof(sql, id, seq, "contact_confirmed", 1))).toBe("42501");
  });
  it("refuses a kind at another level than its own", async () => {
    const id = await prepared();
    const higher = async (sql: pg.Client) =>
      forgeProof(sql, id, await forge(sql, id, "ProofAccepted"), "contact_confirmed", 3);
    expect(await attempt(higher)).toBe("23514");
  });
});

describe("ATK-F1: the proof a right needs may rise and never falls", () => {
  it("lets it rise", async () => {
    const id = await prepared();
    const raise = (sql: pg.Client) =>
      sql.query("update request_right set level_needed = 3 where request_id = $1", [id]);
    expect(await attempt(raise)).toBeNull();
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
    const id = await prepared();
    expect(await attempt((sql) => sql.query(statement, [id]))).toBe(code);
  });
  it("refuses a refusal without ground", async () => {
    const id = await prepared();
    const wordless = (sql: pg.Client) =>
      sql.query("update request_right set ground = null where request_id = $1", [id]);
    expect(await attempt(wordless)).toBe("23514");
  });
});
