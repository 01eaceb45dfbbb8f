import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { walkThrough } from "@/lib/commands/test-walk";
import { type RawRole, rawRole } from "./test-app-role";

let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let owner: RawRole;
let mine: string;

beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  owner = await rawRole(desk.ownerUrl);
  mine = desk.organisation.id;
  await walkThrough(desk);
  await owner.client.query(
    "insert into checkpoint (id, at, heads, digest, signature, key_id) values (gen_random_uuid(), now(), '{}', 'd', 's', 'k')",
  );
});
afterAll(async () => {
  await app?.close();
  await owner?.close();
  await desk?.close();
});

const writes = ["event", "checkpoint", "proof"].flatMap((table) => [
  `update ${table} set id = gen_random_uuid()`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]);

describe("PRV-06: what was recorded stays", () => {
  it.each(writes)("refuses the app: %s", async (statement) => {
    expect(await app.attempt(mine, (sql) => sql.query(statement))).toBe("42501");
  });
  it.each(writes)("refuses the owner of the tables: %s", async (statement) => {
    expect(await owner.attempt(mine, (sql) => sql.query(statement))).toBe("42501");
  });
});

describe("a link fits the one before it", () => {
  type Link = { chain?: string; request?: string | null; seq?: number; previous?: string };
  async function append({ chain, request, seq, previous }: Link) {
    const [last] = await app.rows<{ chain_id: string; seq: number; hash: string }>(
      mine,
      "select chain_id, seq, hash from event where request_id is not null order by seq desc limit 1",
    );
    if (!last) throw new Error("no chain to append to");
    return app.attempt(mine, (sql) =>
      sql.query(
        `insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, at, day, payload, previous_hash, hash)
         values (gen_random_uuid(), $1, $2, $3, $4, 'NoteAdded', 'system', now(), '2026-12-04', '{}', $5, 'h')`,
        [
          mine,
          chain ?? last.chain_id,
          request === undefined ? last.chain_id : request,
          seq ?? last.seq + 1,
          previous ?? last.hash,
        ],
      ),
    );
  }

  it.each([
    ["a gap", { seq: 99 }],
    ["the same place again", { seq: 1 }],
    ["another hash before it", { previous: "0".repeat(64) }],
    ["a chain of nobody", { chain: "00000000-0000-7000-8000-000000000001", seq: 1, previous: "0".repeat(64) }],
    ["a request's chain without the request", { request: null }],
  ] as const)("refuses %s", async (_, link) => expect(await append(link)).toBe("23514"));

  it("takes the next one", async () => expect(await append({})).toBeNull());
});

it("V13.2.2: jobs can be added and neither read nor taken away by the app", async () => {
  const add = "select habeas_enqueue('send_letter', '{}'::json, 'key', null)";
  expect(await app.attempt(mine, (sql) => sql.query(add))).toBeNull();
  expect(await app.attempt(mine, (sql) => sql.query("select * from graphile_worker.jobs"))).toBe("42501");
  expect(await app.attempt(mine, (sql) => sql.query("delete from graphile_worker._private_jobs"))).toBe("42501");
});
