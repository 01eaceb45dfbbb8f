import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openDesk } from "@/lib/commands/test-desk";
import type { Filing } from "@/lib/domain/filing";
import { rawRole, type Verdict } from "./test-app-role";

type AskedRight = Filing["rights"][number];

/** A desk whose requests stand right before release, and the forger's tools: SQL as the app's role, around our code. */
export async function openGate() {
  const desk = await openDesk();
  const app = await rawRole(desk.appUrl);
  const handler = await desk.member("handler");
  const approver = await desk.member("approver");
  const organisationId = desk.organisation.id;

  function refusedFor(right: AskedRight) {
    return { right, outcome: "refused", ground: "not_identified" } as const;
  }

  /** Every right refused, so that no proof was needed to get there. */
  async function prepared(given: { proof?: boolean; rights?: readonly AskedRight[] } = {}): Promise<string> {
    const { proof = false, rights = ["access"] } = given;
    const { id } = await desk.file({ rights });
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
    if (proof) await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
    const outcomes = rights.map(refusedFor);
    const done = await desk.step(handler, id, { step: "prepare", words: "No.", outcomes, files: [] });
    if (!done.ok) throw new Error(done.refusal);
    return id;
  }

  function attempt(work: (sql: pg.Client) => Promise<unknown>): Promise<Verdict> {
    return app.attempt(organisationId, work);
  }

  /** Appends an event that nobody authorised and returns its place. `by`: the member of staff it claims to come from. */
  async function forge(
    sql: pg.Client,
    id: string,
    type: string,
    payload: object = {},
    at = "now()",
    by: string | null = null,
  ): Promise<number> {
    const { rows } = await sql.query("select seq, hash from event where chain_id = $1 order by seq desc limit 1", [id]);
    const seq = (rows[0]?.seq ?? 0) + 1;
    await sql.query(
      `insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)
       values ($1, $2, $3, $3, $4, $5, 'staff', $8, ${at}, '2026-12-04', $7, $6, 'forged')`,
      [randomUUID(), organisationId, id, seq, type, rows[0]?.hash ?? "0".repeat(64), payload, by],
    );
    return seq;
  }
  function forgeProof(sql: pg.Client, id: string, seq: number, kind = "address_on_file", level = 2) {
    return sql.query(
      "insert into proof (id, organisation_id, request_id, kind, level, event_seq, at) values ($1, $2, $3, $4, $5, $6, now())",
      [randomUUID(), organisationId, id, kind, level, seq],
    );
  }
  function grant(sql: pg.Client, id: string, right: AskedRight = "access") {
    const statement = `update request_right set outcome = 'granted', ground = null where request_id = $1 and "right" = $2`;
    return sql.query(statement, [id, right]);
  }
  function releaseBy(sql: pg.Client, id: string, staffId: string) {
    return sql.query("update answer set released_at = now(), released_by = $2 where request_id = $1", [id, staffId]);
  }
  function answered(sql: pg.Client, id: string, version: number) {
    return sql.query("update privacy_request set state = 'answered', version = $2 where id = $1", [id, version]);
  }

  /** The whole release, as the code would write it. */
  async function release(sql: pg.Client, id: string, by = approver.staffId) {
    await answered(sql, id, await forge(sql, id, "AnswerReleased"));
    await releaseBy(sql, id, by);
  }

  async function close() {
    await app.close();
    await desk.close();
  }
  const tools = { attempt, forge, forgeProof, grant, releaseBy, answered, release };
  return { desk, handler, approver, prepared, refusedFor, ...tools, close };
}
