import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileRequest } from "@/lib/commands/file-request";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { aFiling, openDesk } from "@/lib/commands/test-desk";
import { pressedHere } from "@/lib/commands/test-press";
import { aFile } from "@/lib/commands/test-walk";
import type { StaffActor } from "@/lib/domain/actor";
import type { StepChange } from "@/lib/domain/step-change";
import { organisationTables, type RawRole, rawRole } from "./test-app-role";

// FLT-07, after Boulder's method: a trigger makes one write fail in the middle, and nothing of the whole may remain.
let desk: Awaited<ReturnType<typeof openDesk>>;
let owner: RawRole;
let tables: string[];
let handler: StaffActor;
let approver: StaffActor;

const jobs = "graphile_worker._private_jobs";

beforeAll(async () => {
  desk = await openDesk();
  owner = await rawRole(desk.ownerUrl);
  tables = [...(await organisationTables(owner)), jobs];
  await owner.client.query(
    `create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose' using errcode = 'HB001'; end $$`,
  );
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(async () => {
  await owner?.close();
  await desk?.close();
});

/** Every row of the organisation and of the queue, so that not even a changed column goes unnoticed. */
async function everything(): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows = await owner.rows<{ row: string }>(
      desk.organisation.id,
      `select row_to_json(t)::text as row from ${table} t order by 1`,
    );
    parts.push(`${table}: ${rows.map(({ row }) => row).join("\n")}`);
  }
  return parts.join("\n");
}

/** The work fails, whole; and with the trigger gone it succeeds, so that it was the trigger that failed it. */
async function failsWhole(table: string, work: () => Promise<{ ok: boolean }>): Promise<void> {
  const before = await everything();
  await owner.client.query(
    `create trigger break_it before insert or update on ${table} for each row execute function break_it()`,
  );
  try {
    await expect(work()).rejects.toThrow();
  } finally {
    await owner.client.query(`drop trigger break_it on ${table}`);
  }
  expect(await everything()).toBe(before);
  expect(await work()).toMatchObject({ ok: true });
  expect(await everything()).not.toBe(before);
}

it.each(["event", "privacy_request", "request_right", "letter", "person_session", jobs])(
  "FLT-07: filing leaves nothing when %s cannot be written",
  async (table) => {
    const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
    // An address of its own: one that has filed before may get no further letter.
    const filingKey = randomUUID();
    const filing = aFiling({ person: { name: "Robin", email: `${filingKey}@example.com` } });
    const input = { organisation: desk.organisation, filing, filingKey };
    await failsWhole(table, () => fileRequest(visitor, input, desk.openedAt));
  },
);

describe("FLT-07: a step leaves nothing when one of its writes fails", () => {
  let id: string;
  beforeEach(async () => {
    id = (await desk.file()).id;
    await desk.confirm(id);
    await desk.step(handler, id, { step: "begin" });
  });

  const acceptProof: StepChange = { step: "accept_proof", kind: "address_on_file", words: "On file." };
  const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;

  it.each(["event", "privacy_request", "message", "proof"])("accept_proof, %s", async (table) => {
    await failsWhole(table, () => desk.step(handler, id, acceptProof));
  });

  it.each(["event", "privacy_request", "answer", "stored_file", "request_right"])("prepare, %s", async (table) => {
    await desk.step(handler, id, acceptProof);
    await failsWhole(table, () =>
      desk.step(handler, id, { step: "prepare", words: "Here.", outcomes, files: [aFile()] }),
    );
  });

  it.each(["event", "privacy_request", "answer", "letter", jobs])("release, %s", async (table) => {
    await desk.step(handler, id, acceptProof);
    await desk.step(handler, id, { step: "prepare", words: "Here.", outcomes, files: [] });
    await failsWhole(table, () => desk.step(approver, id, { step: "release" }));
  });
});

it.each(["challenge", "event", "privacy_request", "proof", "letter", "person_session", jobs])(
  "FLT-07, ATK-M5: confirming leaves the link usable when %s cannot be written",
  async (table) => {
    const { organisation, openedAt } = desk;
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    const { token } = await desk.mailbox((await desk.file()).id);
    const presented = await pressedHere(organisation, token);
    await failsWhole(table, () => redeemChallenge(visitor, { organisation, presented }, openedAt));
  },
);

it.each(["challenge", "letter"])("FLT-07: a letter gets no link when %s cannot be written", async (table) => {
  const { id } = await desk.file();
  await failsWhole(table, async () => ({ ok: Boolean(await desk.mailbox(id)) }));
});
