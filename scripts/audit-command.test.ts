import { generateKeyPairSync, sign } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { writeCheckpoint } from "@/lib/db/checkpoints";
import { receiptOf } from "@/lib/db/receipt";
import { sha256 } from "@/lib/db/sha256";
import { type Entry, entryOf, linkHash } from "@/lib/domain/ledger";
import { signedText } from "@/lib/domain/receipt";
import { verifyAudit } from "./audit-command";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let request: Awaited<ReturnType<typeof desk.file>>;
let others: Awaited<ReturnType<typeof desk.file>>;
beforeAll(async () => {
  desk = await openDesk(now);
  request = await desk.file();
  others = await desk.file();
  const handler = await desk.member("handler");
  await desk.confirm(request.id);
  await desk.step(handler, request.id, { step: "begin" });
  await writeCheckpoint(now);
  await tamper(...tables.map((table): [string] => [`create table kept_${table} as table ${table}`]));
});
// Every test may spoil everything: afterwards all is as it was.
afterEach(() =>
  tamper(
    ["begin"],
    ...tables.toReversed().map((table): [string] => [`delete from ${table}`]),
    ...tables.map((table): [string] => [`insert into ${table} select * from kept_${table}`]),
    ["commit"],
  ),
);
afterAll(() => desk.close());

const tables = [
  "privacy_request",
  "request_right",
  "event",
  "proof",
  "letter",
  "challenge",
  "person_session",
  "checkpoint",
];

/** What only the owner of the database can do: take the triggers away and write as they like. */
async function tamper(...statements: [text: string, values?: unknown[]][]) {
  const owner = new pg.Client({ connectionString: desk.ownerUrl });
  await owner.connect();
  await owner.query(`select set_config('app.organisation', '${desk.organisation.id}', false)`);
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  for (const [text, values] of statements) await owner.query(text, values);
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
  await owner.end();
}
const problemOf = async () => (await verifyAudit([], true)).lines.find((line) => line.startsWith("BROKEN"));

/** Writes entry `seq` anew with another actor and mends every hash after it, so that the chain itself is whole. */
async function rewritten(id: string, seq: number): Promise<[string, unknown[]][]> {
  const { chain } = await desk.look(id);
  const statements: [string, unknown[]][] = [];
  let previous = chain[seq - 2]?.hash ?? "";
  for (const recorded of chain.slice(seq - 1)) {
    const turned = recorded.seq === seq ? { ...recorded, actorId: "somebody-else" } : recorded;
    const entry: Entry = entryOf(turned, { organisationId: desk.organisation.id, chainId: id });
    const hash = linkHash(previous, entry, sha256);
    const values = [turned.actorId, previous, hash, id, recorded.seq];
    statements.push([
      "update event set actor_id = $1, previous_hash = $2, hash = $3 where chain_id = $4 and seq = $5",
      values,
    ]);
    previous = hash;
  }
  return [...statements, ["update privacy_request set head = $1 where id = $2", [previous, id]]];
}

describe("the record", () => {
  it("holds as it was written, and says with which key", async () => {
    const { ok, lines } = await verifyAudit([], true);
    expect(ok).toBe(true);
    expect(lines.slice(0, 2)).toEqual(["holds   5 chains with 7 entries", "holds   1 checkpoints"]);
    expect(lines[2]).toMatch(/^Public key [0-9a-f]{16}: /);
  });

  it("an altered entry is named", async () => {
    await tamper([`update event set payload = '{"type":"WorkResumed"}' where chain_id = $1 and seq = 3`, [request.id]]);
    expect(await problemOf()).toBe(`BROKEN  aimarkos, request ${request.reference}: entry 3 was altered`);
  });

  it("a missing entry is named", async () => {
    await tamper(["delete from event where chain_id = $1 and seq = 2", [request.id]]);
    expect(await problemOf()).toBe(`BROKEN  aimarkos, request ${request.reference}: entry 2 is missing`);
  });

  it("a chain written anew, all hashes mended, contradicts its checkpoint", async () => {
    await tamper(...(await rewritten(request.id, 3)));
    expect(await problemOf()).toBe(
      `BROKEN  aimarkos, request ${request.reference}: entry 3 was rewritten: the checkpoint of 2026-12-04T10:00:00.000Z saw entry 3 with another hash`,
    );
  });

  it("a chain cut short, the request's row mended, contradicts its checkpoint", async () => {
    const { chain } = await desk.look(request.id);
    await tamper(
      ["delete from event where chain_id = $1 and seq = 3", [request.id]],
      [
        "update privacy_request set head = $1, version = 2, state = 'open', assigned_to = null where id = $2",
        [chain[1]?.hash, request.id],
      ],
    );
    expect(await problemOf()).toBe(
      `BROKEN  aimarkos, request ${request.reference}: entry 3 is missing: the checkpoint of 2026-12-04T10:00:00.000Z saw entry 3`,
    );
  });

  it("a request that vanished with its whole record is missed", async () => {
    const children = ["letter", "challenge", "person_session", "request_right", "event"];
    await tamper(
      ...children.map((table): [string, unknown[]] => [`delete from ${table} where request_id = $1`, [others.id]]),
      ["delete from privacy_request where id = $1", [others.id]],
    );
    expect(await problemOf()).toBe(`BROKEN  chain ${others.id} is gone: a checkpoint saw it`);
  });

  it("a state turned without a step is named", async () => {
    await tamper(["update privacy_request set state = 'closed' where id = $1", [request.id]]);
    expect(await problemOf()).toBe(
      `BROKEN  aimarkos, request ${request.reference}: state is closed, the record says in_progress`,
    );
  });

  it("a record that is gone under its request is named", async () => {
    await tamper(["delete from event where chain_id = $1", [others.id]]);
    expect(await problemOf()).toMatch(/entry 1 is missing: the checkpoint of .* saw entry 1$/);
  });
});

describe("checkpoints", () => {
  it("hold only what moved, and none is written when nothing did", async () => {
    expect(await writeCheckpoint(new Date(now.getTime() + 1000))).toBeNull();
    await desk.confirm(others.id);
    const next = await writeCheckpoint(new Date(now.getTime() + 2000));
    expect(Object.keys(next?.heads ?? {})).toEqual([others.id]);
    expect((await verifyAudit([], true)).ok).toBe(true);
  });

  it("one that was taken away is missed by the next", async () => {
    await desk.confirm(others.id);
    await writeCheckpoint(new Date(now.getTime() + 2000));
    await tamper(["delete from checkpoint where at = $1", [now]]);
    expect(await problemOf()).toMatch(
      /checkpoint of 2026-12-04T10:00:02.000Z was altered, or one before it is missing$/,
    );
  });

  it.each([
    ["heads", `update checkpoint set heads = '{}'`, /was altered/],
    ["the time", `update checkpoint set at = at + interval '1 second'`, /is not signed with this installation's key$/],
    ["the signature", `update checkpoint set signature = 'AAAA'`, /is not signed with this installation's key$/],
  ])("%s cannot be turned", async (_, statement, problem) => {
    await tamper([statement]);
    expect(await problemOf()).toMatch(problem);
  });
});

describe("a receipt", () => {
  const verify = async (receipt: unknown, hasDatabase: boolean, ...more: string[]) => {
    const text = typeof receipt === "string" ? receipt : JSON.stringify(receipt);
    const { ok, lines } = await verifyAudit(["--receipt", "receipt.json", ...more], hasDatabase, () => text);
    return { ok, last: lines.at(-1) };
  };
  const fresh = async () => receiptOf(await desk.look(request.id));

  it("names nobody, and is the same however much has happened since", async () => {
    const receipt = await fresh();
    expect(JSON.stringify(receipt).toLowerCase()).not.toMatch(/robin|canary|@/);
    expect(receipt.statement).toMatchObject({
      reference: request.reference,
      organisation: { slug: "aimarkos", name: "AImarkOS" },
      rights: ["access"],
      received: { at: now.toISOString(), day: "2026-12-04", timeZone: "America/New_York" },
      head: (await desk.look(request.id)).chain[0]?.hash,
    });
    await desk.step(request.person, request.id, { step: "withdraw" });
    expect(await fresh()).toEqual(receipt);
  });

  it("holds offline and against the record", async () => {
    const receipt = await fresh();
    expect(await verify(receipt, false)).toEqual({
      ok: true,
      last: "The record itself was not looked at: no database answers here.",
    });
    expect(await verify(receipt, true)).toMatchObject({ ok: true });
    expect(await verify(receipt, false, "--public-key", receipt.publicKey)).toMatchObject({ ok: true });
  });

  it("fails with any field changed, whatever the order of the others", async () => {
    const { statement, ...rest } = await fresh();
    const turned = Object.fromEntries(Object.entries(statement).reverse());
    expect(await verify({ ...rest, statement: turned }, false)).toMatchObject({ ok: true });
    for (const change of [{ dueOn: "2027-12-31" }, { rights: ["erasure"] }, { head: "0".repeat(64) }, { extra: 1 }]) {
      expect(await verify({ ...rest, statement: { ...statement, ...change } }, false)).toEqual({
        ok: false,
        last: "BROKEN  its signature does not fit",
      });
    }
  });

  it("fails when forged with a key of one's own, when a key or a record can tell", async () => {
    const { statement } = await fresh();
    const own = generateKeyPairSync("ed25519");
    const forged = {
      statement,
      signature: sign(null, Buffer.from(signedText(statement)), own.privateKey).toString("base64"),
      publicKey: own.publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    };
    expect(await verify(forged, true)).toMatchObject({ ok: false, last: expect.stringContaining("another key") });
    const { publicKey } = await fresh();
    expect(await verify(forged, false, "--public-key", publicKey)).toMatchObject({ ok: false });
  });

  it.each(["", "{}", "[1]", "null", '{"statement":{},"signature":"","publicKey":""}'])(
    "%j is no receipt",
    async (text) => {
      expect(await verify(text, false)).toEqual({
        ok: false,
        last: "BROKEN  this is no receipt or statement of Habeas",
      });
    },
  );

  it("fails when its request is no longer in the record", async () => {
    const receipt = await fresh();
    await tamper(["update privacy_request set reference = $1 where id = $2", ["0000-0000-0", request.id]]);
    expect(await verify(receipt, true)).toMatchObject({
      ok: false,
      last: expect.stringContaining("there is no request"),
    });
  });
});

it("without a database and without a receipt nothing is called verified", async () => {
  expect((await verifyAudit([], false)).ok).toBe(false);
});
