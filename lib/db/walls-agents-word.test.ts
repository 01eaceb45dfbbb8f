import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAddressChange } from "@/lib/commands/ask-address-change";
import { confirmNewAddress } from "@/lib/commands/confirm-new-address";
import { agentsAt } from "@/lib/commands/test-agent";
import { pressedHere } from "@/lib/commands/test-press";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

const word = "confirmed_by_person";

/** An agent's request; the person said yes where told, and then the agent's address was changed where told. */
async function agent(given: { yes: boolean; moved: boolean }): Promise<string> {
  const agents = agentsAt(gate.desk);
  const { id, person, token } = await agents.asked();
  if (given.yes) await agents.answer(token, "yes");
  if (!given.moved) return id;
  const { organisation, openedAt } = gate.desk;
  await askAddressChange(person, { organisation, address: `${id}@example.com` }, openedAt);
  const link = await gate.desk.mailbox(id, organisation, "confirm_new_address");
  await gate.desk.deliver(id);
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const changed = await confirmNewAddress(
    visitor,
    { organisation, ...(await pressedHere(organisation, link.token)) },
    openedAt,
  );
  if (!changed.ok) throw new Error(changed.refusal);
  return id;
}

describe("ATK-I3, ATK-I4: the person's yes is for the mailbox of that day, whoever writes it", () => {
  const accept = (id: string) =>
    gate.attempt(async (sql) => {
      await gate.forgeProof(sql, id, await gate.forge(sql, id, "ProofAccepted", { kind: word }), word, 3);
    });
  it("is accepted before the address changes and not after", async () => {
    expect(await accept(await agent({ yes: true, moved: false }))).toBeNull();
    expect(await accept(await agent({ yes: true, moved: true }))).toBe("42501");
  });

  it("is not given by a letter that asked about the mailbox of before; a no is", async () => {
    const say = (id: string, type: string) =>
      gate.attempt(async (sql: pg.Client) => {
        const link = randomUUID();
        await sql.query(
          `insert into challenge (id, organisation_id, request_id, purpose, token_hash, code_hash, created_at, expires_at, code_expires_at)
           values ($1::uuid, $2, $3, 'authorise', $1::uuid::text, 'h', now(), now() + interval '1 day', now() + interval '1 day')`,
          [link, gate.desk.organisation.id, id],
        );
        await sql.query("update challenge set used_at = now() where id = $1", [link]);
        await gate.forge(sql, id, type, { onFile: false });
      });
    expect(await say(await agent({ yes: false, moved: false }), "AuthorityConfirmed")).toBeNull();
    const moved = await agent({ yes: false, moved: true });
    expect(await say(moved, "AuthorityConfirmed")).toBe("42501");
    expect(await say(moved, "AuthorityDenied")).toBeNull();
  });
});
