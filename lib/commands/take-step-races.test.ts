import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Actor, PersonActor, StaffActor } from "@/lib/domain/actor";
import type { EventType } from "@/lib/domain/events";
import type { StepChange } from "@/lib/domain/step-change";
import { openDesk } from "./test-desk";
import { aFile } from "./test-walk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(() => desk?.close());

const onFile = { step: "accept_proof", kind: "address_on_file", words: "On file." } as const;
const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;

async function begun() {
  const filed = await desk.file();
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  return filed;
}

async function prepared() {
  const filed = await begun();
  await desk.step(handler, filed.id, onFile);
  const file = aFile();
  await desk.step(handler, filed.id, { step: "prepare", words: "Your data.", outcomes, files: [file] });
  return { ...filed, file };
}

type Press = readonly [actor: Actor, change: StepChange];

/** All at once, and what became of it: who won, and what was written down of each kind since. */
async function pressAll(id: string, presses: readonly Press[]) {
  const before = (await desk.look(id)).chain.length;
  const lettersBefore = await letters(id);
  const all = await Promise.all(presses.map(([actor, change]) => desk.step(actor, id, change)));
  const { chain, facts, row } = await desk.look(id);
  const since = chain.slice(before).map(({ event }) => event.type);
  const owed = (await letters(id)).filter((one) => !lettersBefore.some((before) => before.id === one.id));
  // The row and the chain say the same, whoever came in between.
  expect(row).toMatchObject({ state: facts.state, version: chain.length });
  return { won: all.filter(({ ok }) => ok).length, since, owed: owed.map(({ kind }) => kind), state: facts.state };
}

function letters(requestId: string): Promise<{ id: string; kind: string }[]> {
  return inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, audience: "person" }, select: { id: true, kind: true } }),
  );
}

const twenty = (press: Press) => Array.from({ length: 20 }, () => press);
const count = (list: readonly string[], one: EventType) => list.filter((each) => each === one).length;

describe("ATK-R2: twenty who press the same button at once", () => {
  it("release: one answer leaves, one letter says so", async () => {
    const { id } = await prepared();
    expect(await pressAll(id, twenty([approver, { step: "release" }]))).toEqual({
      won: 1,
      since: ["AnswerReleased"],
      owed: ["answer_ready"],
      state: "answered",
    });
    const answers = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.answer.count({ where: { requestId: id, releasedAt: { not: null } } }),
    );
    expect(answers).toBe(1);
  });

  it("return: the answer goes back once", async () => {
    const { id } = await prepared();
    expect(await pressAll(id, twenty([approver, { step: "return", words: "Say more." }]))).toEqual({
      won: 1,
      since: ["AnswerReturned"],
      owed: [],
      state: "in_progress",
    });
  });

  it("withdraw: it ends once, with one letter", async () => {
    const { id, person } = await begun();
    const { won, since, owed, state } = await pressAll(id, twenty([person, { step: "withdraw" }]));
    expect([won, since, owed, state]).toEqual([1, ["RequestWithdrawn"], ["withdrawn"], "withdrawn"]);
  });

  it("accept proof: however often it is written down, it is held once and nothing else moves", async () => {
    const { id } = await begun();
    const { won, since, owed, state } = await pressAll(id, twenty([handler, onFile]));
    expect([since.length, count(since, "ProofAccepted"), owed, state]).toEqual([won, won, [], "in_progress"]);
    expect((await desk.look(id)).facts.proofs.map(({ kind }) => kind)).toEqual([
      "contact_confirmed",
      "address_on_file",
    ]);
  });

  it("accept proof from one page: who saw the request before the first of them decides nothing", async () => {
    const { id } = await begun();
    const { version } = (await desk.look(id)).facts;
    const all = await Promise.all(
      Array.from({ length: 20 }, () => desk.step(handler, id, onFile, desk.openedAt, version)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const { chain } = await desk.look(id);
    const types = chain.slice(version).map(({ event }) => event.type);
    expect(count(types, "ProofAccepted")).toBe(1);
    expect(types).toHaveLength(1);
  });

  it("collect: each that was let through stands in the record, and nobody whose browser showed nothing is", async () => {
    const { id, person, file } = await prepared();
    await desk.step(approver, id, { step: "release" });
    const anew = await desk.showAnew(person);
    const collect = { step: "collect", fileId: file.id } as const;
    const bare: PersonActor = { ...person, fresh: [] };
    const presses = Array.from({ length: 20 }, (_, place): Press => [place % 2 ? anew : bare, collect]);
    const { won, since, owed, state } = await pressAll(id, presses);
    expect(won).toBeGreaterThan(0);
    expect(won).toBeLessThanOrEqual(10);
    expect([since, owed, state]).toEqual([Array(won).fill("AnswerCollected"), [], "answered"]);
  });
});

describe("ATK-R2: two who decide differently at once", () => {
  it("release against withdraw, twenty presses: one of them happened, and one letter says which", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, person } = await prepared();
      const release: Press = [approver, { step: "release" }];
      const withdraw: Press = [person, { step: "withdraw" }];
      const presses = Array.from({ length: 20 }, (_, place) => ((place + round) % 2 ? release : withdraw));
      const told = await pressAll(id, presses);
      const either = [
        { won: 1, since: ["AnswerReleased"], owed: ["answer_ready"], state: "answered" },
        { won: 1, since: ["RequestWithdrawn"], owed: ["withdrawn"], state: "withdrawn" },
      ];
      expect(either).toContainEqual(told);
    }
  });

  it("release against return: an answer that went back is not out", async () => {
    const { id } = await prepared();
    const release: Press = [approver, { step: "release" }];
    const back: Press = [approver, { step: "return", words: "Say more." }];
    const told = await pressAll(
      id,
      Array.from({ length: 20 }, (_, place) => (place % 2 ? release : back)),
    );
    expect(told.won).toBe(1);
    expect([["AnswerReleased"], ["AnswerReturned"]]).toContainEqual(told.since);
  });

  it("release against a proof that is taken away: never an answer that its own proof does not carry", async () => {
    const { id } = await prepared();
    const away = { ...onFile, step: "reject_proof", words: "It was somebody else's." } as const;
    const presses = Array.from(
      { length: 20 },
      (_, place): Press => (place % 2 ? [approver, { step: "release" }] : [handler, away]),
    );
    const { since, state } = await pressAll(id, presses);
    const released = since.indexOf("AnswerReleased");
    expect(count(since, "AnswerReleased")).toBe(state === "answered" ? 1 : 0);
    if (released >= 0) expect(since.slice(0, released)).not.toContain("ProofRejected");
  });
});
