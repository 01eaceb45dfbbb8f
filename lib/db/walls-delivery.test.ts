import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAddressChange } from "@/lib/commands/ask-address-change";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

/** A released answer that grants, and its code, unused. */
async function released(): Promise<string> {
  const id = await gate.prepared({ proof: true });
  const done = await gate.attempt(async (sql) => {
    await gate.grant(sql, id);
    await gate.release(sql, id);
    await sql.query(
      `insert into person_session (id, organisation_id, request_id, token_hash, proven, created_at, last_seen_at)
       values ($1, $2, $1, $3, true, now(), now())`,
      [id, gate.desk.organisation.id, randomUUID()],
    );
  });
  if (done) throw new Error(done);
  return id;
}

async function usedCode(sql: pg.Client, id: string, purpose: string, letterId: string | null = null) {
  const code = randomUUID();
  await sql.query(
    `insert into challenge (id, organisation_id, request_id, letter_id, purpose, token_hash, code_hash, created_at, expires_at, code_expires_at)
     values ($1, $2, $3, $4, $5, $6, 'c', now() - interval '1 minute', now() + interval '1 day', now() + interval '9 minutes')`,
    [code, gate.desk.organisation.id, id, letterId, purpose, randomUUID()],
  );
  await sql.query("update challenge set used_at = now() where id = $1", [code]);
}

// The browser that the release opened has the number of its request.
const collected = (id: string) => ({ type: "AnswerCollected", fileId: null, session: id });
const shown = (id: string) => ({ type: "DeliveryProven", by: ["code"], level: 2, session: id });

describe("ATK-U7, ATK-I2: no file of an answer leaves without something that was shown anew, whoever writes it", () => {
  it("lets it leave after a code was used", async () => {
    const id = await released();
    const verdict = await gate.attempt(async (sql) => {
      await usedCode(sql, id, "deliver");
      await gate.forge(sql, id, "DeliveryProven", shown(id));
      await gate.forge(sql, id, "AnswerCollected", collected(id));
    });
    expect(verdict).toBeNull();
  });
  it("refuses it without any such event", async () => {
    const id = await released();
    expect(await gate.attempt((sql) => gate.forge(sql, id, "AnswerCollected", collected(id)))).toBe("42501");
  });
  it("refuses the event without the code, with a code of another door, and at a level that it is not worth", async () => {
    const id = await released();
    const claim = (purpose: string | null, payload: object) =>
      gate.attempt(async (sql) => {
        if (purpose) await usedCode(sql, id, purpose);
        await gate.forge(sql, id, "DeliveryProven", payload);
      });
    expect(await claim(null, shown(id))).toBe("42501");
    expect(await claim("open", shown(id))).toBe("42501");
    expect(await claim("desk_code", shown(id))).toBe("42501");
    expect(await claim("deliver", { ...shown(id), level: 3 })).toBe("42501");
  });
  it("refuses what was shown in another browser", async () => {
    const id = await released();
    const verdict = await gate.attempt(async (sql) => {
      await usedCode(sql, id, "deliver");
      await gate.forge(sql, id, "DeliveryProven", shown(id));
      await gate.forge(sql, id, "AnswerCollected", { ...collected(id), session: "theirs" });
    });
    expect(verdict).toBe("42501");
  });
});

describe("ATK-I3, ATK-I8: an address changes by the word of whoever reads the new one, and whole", () => {
  async function asked(): Promise<{ id: string; letterId: string }> {
    const id = await gate.prepared({ proof: true });
    const { organisation } = gate.desk;
    const person = { kind: "person", organisationId: organisation.id, requestId: id, proven: true } as const;
    const done = await askAddressChange(person, { organisation, address: `${id}@example.com` }, gate.desk.openedAt);
    if (!done.ok) throw new Error(done.refusal);
    return { id, letterId: (await gate.desk.look(id)).facts.addressChange ?? "" };
  }
  const changed = (letterId: string) => ({ type: "AddressChanged", letterId });

  it("refuses a change that nobody asked for, that was not confirmed, or that names another letter", async () => {
    const plain = await gate.prepared();
    expect(await gate.attempt((sql) => gate.forge(sql, plain, "AddressChanged", changed(randomUUID())))).toBe("42501");
    const { id, letterId } = await asked();
    expect(await gate.attempt((sql) => gate.forge(sql, id, "AddressChanged", changed(letterId)))).toBe("42501");
    const other = randomUUID();
    const verdict = await gate.attempt(async (sql) => {
      await usedCode(sql, id, "new_address", other);
      await gate.forge(sql, id, "AddressChanged", changed(other));
    });
    expect(verdict).toBe("42501");
  });
  it("refuses a change of which the address of before is not told", async () => {
    const { id, letterId } = await asked();
    const verdict = await gate.attempt(async (sql) => {
      await sql.query("delete from challenge where request_id = $1 and used_at is null", [id]);
      await usedCode(sql, id, "new_address", letterId);
      await gate.forge(sql, id, "AddressChanged", changed(letterId));
    });
    expect(verdict).toBe("42501");
  });
  it("refuses another address without the event", async () => {
    const { id } = await asked();
    const replace = "update privacy_request set person = 'x'::bytea, email_index = 'other' where id = $1";
    expect(await gate.attempt((sql) => sql.query(replace, [id]))).toBe("42501");
  });
});
