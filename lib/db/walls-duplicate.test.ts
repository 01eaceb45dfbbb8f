import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRefused, openTwice } from "@/lib/commands/test-duplicate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate.
let twice: Awaited<ReturnType<typeof openTwice>>;
beforeAll(async () => {
  twice = await openTwice();
});
afterAll(() => twice?.close());

describe("ATK-F1: the database refuses too, when the app says that a request is the same as a proven one", () => {
  async function forged() {
    const { first, second } = await twice.two();
    await twice.note(second.id, first.reference);
    const prepare = { step: "prepare", words: "No.", outcomes: allRefused, files: [] } as const;
    const prepared = await twice.desk.step(twice.handler, second.id, prepare, twice.at(100));
    if (!prepared.ok) throw new Error(prepared.refusal);
    const proofSeq = (await twice.desk.look(first.id)).chain.find(({ event }) => event.type === "ProofAccepted")?.seq;
    return { first, second, proofSeq: proofSeq ?? 0 };
  }

  it.each(["access", "erasure"] as const)("granting %s of the duplicate and releasing it", async (right) => {
    const { first, second } = await forged();
    const attempt = twice.attempt(async (sql) => {
      await twice.forge(sql, second.id, "DuplicateNoted", { of: first.reference });
      await twice.grant(sql, second.id, right);
      await twice.release(sql, second.id);
    });
    expect(await attempt).toBe("42501");
    expect((await twice.desk.look(second.id)).row.state).toBe("answer_prepared");
  });

  it.each<[string, (sql: pg.Client, given: Awaited<ReturnType<typeof forged>>) => Promise<unknown>]>([
    [
      "moving the proof over",
      (sql, { first, second }) =>
        sql.query("update proof set request_id = $1 where request_id = $2", [second.id, first.id]),
    ],
    ["a proof that names the other's event", (sql, { second, proofSeq }) => twice.forgeProof(sql, second.id, proofSeq)],
    [
      "a proof that the remark itself is",
      async (sql, { first, second }) =>
        twice.forgeProof(sql, second.id, await twice.forge(sql, second.id, "DuplicateNoted", { of: first.reference })),
    ],
    [
      "handing the other's answer over",
      (sql, { first, second }) =>
        sql.query("update answer set request_id = $1 where request_id = $2", [second.id, first.id]),
    ],
    [
      "collecting in the browser that is fresh for the other",
      (sql, { first, second }) =>
        twice.forge(sql, second.id, "AnswerCollected", { fileId: first.file.id, session: first.shown.session }),
    ],
  ])("%s", async (_, forge) => {
    const given = await forged();
    expect(await twice.attempt((sql) => forge(sql, given))).toBe("42501");
  });
});
