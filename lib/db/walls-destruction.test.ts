import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { aFile, walkThrough } from "@/lib/commands/test-walk";
import { type RawRole, rawRole } from "./test-app-role";

// Everything here is written around our code. 42501: a wall, whoever asks.
let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let owner: RawRole;
let mine: string;
/** Answered, with everything that writes in it; never closed. */
let open: Awaited<ReturnType<typeof walkThrough>>;
/** Closed on the day the desk opened. */
let closed: Awaited<ReturnType<typeof walkThrough>>;

beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  owner = await rawRole(desk.ownerUrl);
  mine = desk.organisation.id;
  open = await walkThrough(desk);
  closed = await walkThrough(desk);
  await desk.deliver(open.id);
  await desk.deliver(closed.id);
  await desk.step(closed.handler, closed.id, { step: "close" });
});
afterAll(async () => {
  await app?.close();
  await owner?.close();
  await desk?.close();
});

/** Appends an event that nobody authorised, linked as the next of its chain. */
async function forge(sql: pg.Client, id: string, type: string, day: string, payload: object = {}) {
  const { rows } = await sql.query("select seq, hash from event where chain_id = $1 order by seq desc limit 1", [id]);
  await sql.query(
    `insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, at, day, payload, previous_hash, hash)
     values ($1, $2, $3, $3, $4, $5, 'system', now(), $6, $7, $8, 'forged')`,
    [randomUUID(), mine, id, rows[0].seq + 1, type, day, JSON.stringify({ type, ...payload }), rows[0].hash],
  );
}
const purged = { files: 0, messages: 0, answers: 0, letters: 0 };

const destructions = [
  "update privacy_request set wrapped_key = null where id = $1",
  "update privacy_request set wrapped_key = '\\x01' where id = $1",
  "update privacy_request set key_id = 'k9' where id = $1",
  "update privacy_request set person = null where id = $1",
  "update privacy_request set details = '\\x01' where id = $1",
  "update privacy_request set email_index = null where id = $1",
  "update privacy_request set name_index = 'somebody' where id = $1",
  "update privacy_request set wrapped_key = '\\x01', key_id = 'k9', person = null where id = $1",
  "delete from privacy_request where id = $1",
  "update message set body = null where request_id = $1",
  "update message set body = '\\x01' where request_id = $1",
  "delete from message where request_id = $1",
  "update stored_file set file_key = null where request_id = $1",
  "update stored_file set name = null, file_key = null where request_id = $1",
  "update stored_file set file_key = '\\x01' where request_id = $1",
  "update stored_file set destroyed_at = now() where request_id = $1",
  "update stored_file set purpose = 'proof' where request_id = $1",
  "delete from stored_file where request_id = $1",
  "update answer set body = null where request_id = $1",
  "delete from answer where request_id = $1",
  "update letter set text = null where request_id = $1",
  "delete from letter where request_id = $1",
  "delete from event where chain_id = $1",
  "delete from proof where request_id = $1",
  "delete from request_right where request_id = $1",
];

describe("PRV-10, PRV-04: nothing of a request is destroyed before its time, whoever asks", () => {
  it.each(destructions)("%s", async (statement) => {
    for (const { id } of [open, closed]) {
      expect(await app.attempt(mine, (sql) => sql.query(statement, [id]))).toBe("42501");
      expect(await owner.attempt(mine, (sql) => sql.query(statement, [id]))).toBe("42501");
    }
  });
  it.each(["privacy_request", "message", "stored_file", "answer", "letter", "event"])("truncate %s", async (table) => {
    for (const role of [app, owner]) {
      expect(await role.attempt(mine, (sql) => sql.query(`truncate ${table} cascade`))).toBe("42501");
    }
  });
  it("a temporary table under the record's name, which would be read first, is not taken for the record", async () => {
    const shadowed = app.attempt(mine, async (sql) => {
      await sql.query("create temporary table event (chain_id uuid, type text) on commit drop");
      await sql.query("insert into event values ($1, 'RequestPurged')", [open.id]);
      await sql.query("delete from message where request_id = $1", [open.id]);
    });
    expect(await shadowed).toBe("42501");
  });
  it("the key cannot be exchanged by the app, not even as if the key ring had turned", async () => {
    const exchange = "update privacy_request set wrapped_key = '\\x01', key_id = 'k9' where id = $1";
    expect(await app.attempt(mine, (sql) => sql.query(exchange, [open.id]))).toBe("42501");
  });
  it("a letter that was not sent keeps its link and its words", async () => {
    const { id } = await desk.file();
    await desk.mailbox(id);
    const emptied = (sql: pg.Client) => sql.query("update letter set note = null where request_id = $1", [id]);
    expect(await app.attempt(mine, emptied)).toBe("42501");
  });
});

describe("the record cannot be made to allow it", () => {
  const turn = (sql: pg.Client, id: string, state: string) =>
    sql.query("update privacy_request set state = $2, closed_on = '2020-01-01' where id = $1", [id, state]);

  it("a purge of a request that runs", async () => {
    const { id } = await desk.file();
    expect(await app.attempt(mine, (sql) => forge(sql, id, "RequestPurged", "2040-01-01", purged))).toBe("42501");
  });
  it("a purge after the state was turned without its event", async () => {
    const { id } = await desk.file();
    const attack = async (sql: pg.Client) => {
      await turn(sql, id, "closed");
      await forge(sql, id, "RequestPurged", "2040-01-01", purged);
    };
    expect(await app.attempt(mine, attack)).toBe("42501");
  });
  it("a purge in the same month as the end, and on the last day of keeping", async () => {
    const { closedOn } = (await desk.look(closed.id)).facts;
    expect(closedOn).toBe("2026-12-04");
    for (const day of ["2026-12-31", "2028-12-04"]) {
      expect(await app.attempt(mine, (sql) => forge(sql, closed.id, "RequestPurged", day, purged))).toBe("42501");
    }
  });
  it("a purge of a lapsed request that was confirmed afterwards", async () => {
    const { id } = await desk.file();
    const attack = async (sql: pg.Client) => {
      await forge(sql, id, "RequestLapsed", "2026-12-05");
      await forge(sql, id, "ContactConfirmed", "2026-12-06");
      await turn(sql, id, "lapsed");
      await forge(sql, id, "RequestPurged", "2040-01-01", purged);
    };
    expect(await app.attempt(mine, attack)).toBe("42501");
  });
  it("a purge while the person's last word is unheard", async () => {
    const walk = await walkThrough(desk);
    await desk.step(walk.handler, walk.id, { step: "close" });
    await desk.step(walk.person, walk.id, { step: "write", words: "I object.", files: [] });
    const attack = (sql: pg.Client) => forge(sql, walk.id, "RequestPurged", "2040-01-01", purged);
    expect(await app.attempt(mine, attack)).toBe("42501");
  });
  it("a purge that is lawful and leaves something behind", async () => {
    const attack = (sql: pg.Client) => forge(sql, closed.id, "RequestPurged", "2028-12-05", purged);
    expect(await app.attempt(mine, attack)).toBe("42501");
    expect((await desk.look(closed.id)).facts.purgedOn).toBeNull();
  });
  it("files of a message, files of an answer before their day, and papers that nobody looked at", async () => {
    const handler = await desk.member("handler");
    const walk = await desk.file();
    await desk.confirm(walk.id);
    await desk.step(handler, walk.id, {
      step: "ask_proof",
      kind: "document_checked",
      words: "Your card, please.",
      beyond: "Because.",
    });
    const paper = aFile();
    await desk.step(walk.person, walk.id, { step: "write", words: "Here.", files: [paper] });
    const destroy = (id: string, kind: string, fileIds: string[], day: string) =>
      app.attempt(mine, (sql) => forge(sql, id, "FilesDestroyed", day, { kind, fileIds }));
    expect(await destroy(walk.id, "identity_documents", [paper.id], "2026-12-20")).toBe("42501");
    expect(await destroy(walk.id, "identity_documents", [], "2040-01-01")).toBe("42501");
    expect(await destroy(walk.id, "anything", [paper.id], "2040-01-01")).toBe("42501");
    // It came as a plain message: that something was accepted says nothing of it. A rejection does.
    await desk.step(handler, walk.id, { step: "accept_proof", kind: "document_checked", words: "Seen." });
    expect(await destroy(walk.id, "identity_documents", [paper.id], "2026-12-20")).toBe("42501");
    await desk.step(handler, walk.id, { step: "reject_proof", kind: "address_on_file", words: "Another card." });
    expect(await destroy(walk.id, "identity_documents", [paper.id], "2026-12-20")).toBeNull();
    const files = await app.rows<{ id: string; purpose: string }>(
      mine,
      "select id, purpose from stored_file where request_id = $1",
      [closed.id],
    );
    expect(files.map(({ purpose }) => purpose).sort()).toEqual(["answer", "message"]);
    for (const { id } of files) {
      expect(await destroy(closed.id, "answer_files", [id], "2027-03-04")).toBe("42501");
      expect(await destroy(closed.id, "identity_documents", [id], "2040-01-01")).toBe("42501");
    }
  });

  it("EDPB 01/2022 §79: a paper whose own kind nobody decided on since it came, whatever else was decided", async () => {
    const handler = await desk.member("handler");
    const walk = await desk.file({ relation: "guardian" });
    await desk.confirm(walk.id);
    await desk.step(handler, walk.id, { step: "begin" });
    const decide = (step: "accept_proof" | "reject_proof", kind: "authority_checked" | "document_checked") =>
      desk.step(handler, walk.id, { step, kind, words: "Looked at." });
    await decide("reject_proof", "authority_checked");
    const paper = aFile();
    const sent = { step: "write", words: "", files: [paper], proof: "authority_checked" } as const;
    expect(await desk.step(walk.person, walk.id, sent)).toMatchObject({ ok: true });
    const destroy = () =>
      app.attempt(mine, (sql) =>
        forge(sql, walk.id, "FilesDestroyed", "2026-12-20", { kind: "identity_documents", fileIds: [paper.id] }),
      );
    expect(await destroy()).toBe("42501");
    for (const step of ["accept_proof", "reject_proof"] as const) {
      expect(await decide(step, "document_checked")).toMatchObject({ ok: true });
      expect(await destroy()).toBe("42501");
    }
    expect(await decide("reject_proof", "authority_checked")).toMatchObject({ ok: true });
    expect(await destroy()).toBeNull();
  });
});
