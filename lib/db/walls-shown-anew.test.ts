import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFile } from "@/lib/commands/test-walk";
import { inOrganisation } from "./organisation-scope";
import { startPersonSession } from "./person-sessions";
import { openGate } from "./test-gate";

// Everything here is written around our code, as the role that the app uses. 42501: a trigger of the gate.
let gate: Awaited<ReturnType<typeof openGate>>;
beforeAll(async () => {
  gate = await openGate();
});
afterAll(() => gate?.close());

type Answered = { id: string; fileId: string; session: string };

/** An answer that was released to a proven request of level 2, and a browser that holds the key to its page. */
async function answered(): Promise<Answered> {
  const { desk, handler, approver } = gate;
  const { id } = await desk.file();
  await desk.confirm(id);
  const file = aFile();
  const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
  await desk.step(handler, id, { step: "begin" });
  await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "It is." });
  await desk.step(handler, id, { step: "prepare", words: "Here.", outcomes, files: [file] });
  const done = await desk.step(approver, id, { step: "release" });
  if (!done.ok) throw new Error(done.refusal);
  return { id, fileId: file.id, session: await browser(id) };
}
function browser(id: string): Promise<string> {
  return inOrganisation(gate.desk.organisation.id, async (scope) => {
    await startPersonSession(scope, { requestId: id, proven: true }, gate.desk.openedAt);
    const { id: session } = await scope.tx.personSession.findFirstOrThrow({
      where: { requestId: id },
      orderBy: { id: "desc" },
    });
    return session;
  });
}

/** A code of this purpose, and that it was used. */
async function code(sql: pg.Client, id: string, purpose = "deliver"): Promise<string> {
  const challenge = randomUUID();
  await sql.query(
    `insert into challenge (id, organisation_id, request_id, purpose, token_hash, code_hash, created_at, expires_at, code_expires_at)
     values ($1, $2, $3, $4, $5, 'h', now(), now() + interval '1 day', now() + interval '1 day')`,
    [challenge, gate.desk.organisation.id, id, purpose, randomUUID()],
  );
  return challenge;
}
const use = (sql: pg.Client, challenge: string, at = "now()") =>
  sql.query(`update challenge set used_at = ${at} where id = $1`, [challenge]);
const prove = (sql: pg.Client, { id, session }: Answered, given: object = {}) =>
  gate.forge(sql, id, "DeliveryProven", { by: ["code"], level: 2, session, ...given });
const collect = (sql: pg.Client, { id, session, fileId }: Answered, given: object = {}) =>
  gate.forge(sql, id, "AnswerCollected", { fileId, session, ...given });

describe("what opens an answer", () => {
  it("is a code that was used now, written down, and then the file fetched in the same browser", async () => {
    const it = await answered();
    const whole = async (sql: pg.Client) => {
      await use(sql, await code(sql, it.id));
      await prove(sql, it);
      await collect(sql, it);
    };
    expect(await gate.attempt(whole)).toBeNull();
  });
});

describe("ATK-M5, ATK-I1: nothing counts as shown anew that was not", () => {
  it.each<[string, (sql: pg.Client, it: Answered) => Promise<unknown>]>([
    ["with no code at all", prove],
    ["with a code that nobody used", async (sql, it) => code(sql, it.id).then(() => prove(sql, it))],
    [
      "with a code of another purpose",
      async (sql, it) => use(sql, await code(sql, it.id, "open")).then(() => prove(sql, it)),
    ],
    [
      "with a code of another request",
      async (sql, it) => use(sql, await code(sql, (await gate.desk.file()).id)).then(() => prove(sql, it)),
    ],
    [
      "with a code that was used an hour ago",
      async (sql, it) => use(sql, await code(sql, it.id), "now() - interval '1 hour'").then(() => prove(sql, it)),
    ],
    [
      "at a level that a code does not earn",
      async (sql, it) => use(sql, await code(sql, it.id)).then(() => prove(sql, it, { level: 3 })),
    ],
    [
      "by the same factor counted twice",
      async (sql, it) =>
        use(sql, await code(sql, it.id)).then(() => prove(sql, it, { by: ["code", "code"], level: 3 })),
    ],
    [
      "by a code told by telephone that was never used",
      async (sql, it) =>
        use(sql, await code(sql, it.id)).then(() => prove(sql, it, { by: ["code", "desk_code"], level: 3 })),
    ],
    ["by a sign-in that the record does not know", (sql, it) => prove(sql, it, { by: ["signed_in"] })],
    ["by something that is no factor", (sql, it) => prove(sql, it, { by: ["smile"], level: 0 })],
    [
      "in no browser",
      async (sql, it) => use(sql, await code(sql, it.id)).then(() => prove(sql, it, { session: null })),
    ],
    [
      "in a browser of another request",
      async (sql, it) => {
        const session = await browser((await gate.desk.file()).id);
        await use(sql, await code(sql, it.id));
        await prove(sql, it, { session });
      },
    ],
  ])("refuses to write it down %s", async (_, work) => {
    const it = await answered();
    expect(await gate.attempt((sql) => work(sql, it))).toBe("42501");
  });
  it.each<[string, string]>([
    ["made for another request", "request_id = gen_random_uuid()"],
    ["turned from a link to the page into a code for the answer", "purpose = 'deliver'"],
    ["used a second time", "used_at = now()"],
    ["made unused again", "used_at = null"],
  ])("refuses a challenge that is %s", async (_, change) => {
    const it = await answered();
    const turned = async (sql: pg.Client) => {
      const challenge = await code(sql, it.id, "open");
      await use(sql, challenge, "now() - interval '1 minute'");
      await sql.query(`update challenge set ${change} where id = $1`, [challenge]);
    };
    expect(await gate.attempt(turned)).toBe("42501");
  });
  it("refuses a challenge that is born used", async () => {
    const { id } = await answered();
    const born = (sql: pg.Client) =>
      sql.query(
        `insert into challenge (id, organisation_id, request_id, purpose, token_hash, code_hash, created_at, expires_at, code_expires_at, used_at)
         values ($1, $2, $3, 'deliver', $4, 'h', now(), now(), now(), now())`,
        [randomUUID(), gate.desk.organisation.id, id, randomUUID()],
      );
    expect(await gate.attempt(born)).toBe("42501");
  });
});

describe("ATK-I3, ATK-R3: what was shown anew opens the answer here, now, and while the proof stands", () => {
  async function shown(it: Answered): Promise<void> {
    const verdict = await gate.attempt(async (sql) => {
      await use(sql, await code(sql, it.id));
      await prove(sql, it);
    });
    if (verdict) throw new Error(verdict);
  }
  it("refuses a file to a browser that showed nothing", async () => {
    const it = await answered();
    expect(await gate.attempt((sql) => collect(sql, it))).toBe("42501");
  });
  it("refuses it to another browser of the same request", async () => {
    const it = await answered();
    await shown(it);
    const session = await browser(it.id);
    expect(await gate.attempt((sql) => collect(sql, { ...it, session }))).toBe("42501");
  });
  it("refuses it to a browser that was sent away since", async () => {
    const it = await answered();
    await shown(it);
    const ended = async (sql: pg.Client) => {
      await sql.query("update person_session set ended_at = now() where id = $1", [it.session]);
      await collect(sql, it);
    };
    expect(await gate.attempt(ended)).toBe("42501");
  });
  it("refuses it a quarter of an hour later", async () => {
    const it = await answered();
    await shown(it);
    const late = (sql: pg.Client) =>
      gate.forge(
        sql,
        it.id,
        "AnswerCollected",
        { fileId: it.fileId, session: it.session },
        "now() + interval '16 minutes'",
      );
    expect(await gate.attempt(late)).toBe("42501");
  });
  it("refuses to write into the past what would make an old code new", async () => {
    const it = await answered();
    const before = async (sql: pg.Client) => {
      await use(sql, await code(sql, it.id), "now() - interval '1 day'");
      await gate.forge(
        sql,
        it.id,
        "DeliveryProven",
        { by: ["code"], level: 2, session: it.session },
        "now() - interval '1 day'",
      );
    };
    // The code was marked just now by the database's own clock, so this much passes: the app owns the codes.
    expect(await gate.attempt(before)).toBeNull();
    expect(await gate.attempt((sql) => collect(sql, it))).toBe("42501");
  });
  it.each(["ProofRejected", "AddressChanged", "AuthorityDenied"])("refuses it after %s", async (type) => {
    const it = await answered();
    await shown(it);
    const after = async (sql: pg.Client) => {
      await gate.forge(sql, it.id, type, { kind: "declaration", letterId: "none" });
      await collect(sql, it);
    };
    expect(await gate.attempt(after)).toBe("42501");
  });
  it("ATK-I5: refuses a file of another request, and one of an answer that was returned", async () => {
    const it = await answered();
    await shown(it);
    const { fileId } = await answered();
    expect(await gate.attempt((sql) => collect(sql, it, { fileId }))).toBe("42501");
    expect(await gate.attempt((sql) => collect(sql, it, { fileId: randomUUID() }))).toBe("42501");
  });
});
