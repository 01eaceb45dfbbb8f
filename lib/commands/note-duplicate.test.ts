import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffRole } from "@/lib/domain/actor";
import type { RightOutcome } from "@/lib/domain/events";
import { newestSettings } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { isUnproven, proofStanding } from "@/lib/domain/request-proofs";
import { stepRefusal } from "@/lib/domain/take-step";
import { releasedFile } from "@/lib/queries/person-file";
import { askAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { redeemChallenge } from "./redeem-challenge";
import { stepContext } from "./step-context";
import { named } from "./test-desk";
import { allGranted, allRefused, onFile, openTwice } from "./test-duplicate";
import { pressedHere } from "./test-press";
import { aFile } from "./test-walk";

let twice: Awaited<ReturnType<typeof openTwice>>;
beforeAll(async () => {
  twice = await openTwice();
});
afterAll(() => twice?.close());

const refused = (refusal: string) => ({ ok: false, refusal });

/** Every row of a request that opens, proves, dates or sends anything. */
async function everythingOf(requestId: string) {
  return inOrganisation(twice.desk.organisation.id, async ({ tx }) => {
    const where = { requestId };
    const of = { where, orderBy: { id: "asc" } } as const;
    return {
      proofs: await tx.proof.findMany(of),
      rights: await tx.requestRight.findMany({ where, orderBy: { right: "asc" } }),
      sessions: await tx.personSession.findMany(of),
      challenges: await tx.challenge.findMany(of),
      letters: await tx.letter.findMany(of),
      answers: await tx.answer.findMany(of),
      files: await tx.storedFile.findMany(of),
    };
  });
}

describe("ATK-F1, GHSA-qx5f-ghc2-7g5c: noting a duplicate of a proven and answered request", () => {
  it("leaves that request as it was, to the last row: its links, its browsers, its proof, its clock", async () => {
    const { first, second } = await twice.two();
    const before = { stored: await twice.desk.look(first.id), rows: await everythingOf(first.id) };
    const { token } = await twice.desk.mailbox(first.id, twice.desk.organisation, "answer_ready");
    const readied = await everythingOf(first.id);
    expect(await twice.note(second.id, first.reference)).toMatchObject({ ok: true });
    expect(await twice.desk.look(first.id)).toEqual(before.stored);
    expect(await everythingOf(first.id)).toEqual(readied);
    const visitor = { kind: "visitor", organisationId: twice.desk.organisation.id } as const;
    const presented = await pressedHere(twice.desk.organisation, token);
    const opened = await redeemChallenge(visitor, { organisation: twice.desk.organisation, presented }, twice.at(91));
    expect(opened).toMatchObject({ ok: true, reference: first.reference });
    expect(
      await twice.desk.step(first.shown, first.id, { step: "collect", fileId: first.file.id }, twice.at(92)),
    ).toMatchObject({ ok: true });
  });

  it("adds to the other the remark alone: the same state, the same date, no letter, no proof", async () => {
    const { first, second } = await twice.two();
    const before = { stored: await twice.desk.look(second.id), rows: await everythingOf(second.id) };
    await twice.note(second.id, first.reference);
    const after = await twice.desk.look(second.id);
    expect(after.chain.at(-1)?.event).toEqual({ type: "DuplicateNoted", of: first.reference });
    expect({ ...after.facts, version: 0 }).toEqual({
      ...before.stored.facts,
      version: 0,
      duplicates: [first.reference],
    });
    expect(await everythingOf(second.id)).toEqual(before.rows);
    const { dueOn } = requestClock(after.facts, newestSettings(twice.desk.organisation));
    expect(dueOn).toEqual(requestClock(before.stored.facts, newestSettings(twice.desk.organisation)).dueOn);
    expect(dueOn).not.toBeNull();
    expect(after.row).toMatchObject({ state: "in_progress", proven: "none", dueOn: before.stored.row.dueOn });
  });

  it("the law's own rules find the duplicate as unproven as before", async () => {
    const { first, second } = await twice.two();
    await twice.note(second.id, first.reference);
    const stored = await twice.desk.look(second.id);
    expect([isUnproven(stored.facts), proofStanding(stored.facts)]).toEqual([true, "none"]);
    const change = { step: "prepare", words: "Here.", outcomes: allGranted, files: [] } as const;
    expect(stepRefusal("prepare", stepContext(stored, twice.handler, change, twice.at(100)))).toBe("proof_missing");
  });

  it("the duplicate is neither prepared nor erased until it holds its own proof", async () => {
    const { first, second } = await twice.two();
    await twice.note(second.id, first.reference);
    const prepare = (outcomes: readonly RightOutcome[]) =>
      twice.desk.step(
        twice.handler,
        second.id,
        { step: "prepare", words: "Here.", outcomes, files: [aFile()] },
        twice.at(100),
      );
    expect(await prepare(allGranted)).toEqual(refused("proof_missing"));
    const [noAccess, noErasure] = allRefused;
    const [access, erasure] = allGranted;
    if (!noAccess || !noErasure || !access || !erasure) throw new Error("two rights are asked for");
    expect(await prepare([noAccess, erasure])).toEqual(refused("proof_missing"));
    expect(await prepare([access, noErasure])).toEqual(refused("proof_missing"));
    await twice.desk.step(twice.handler, second.id, onFile, twice.at(101));
    expect(await prepare(allGranted)).toMatchObject({ ok: true });
  });

  it("ATK-I3: a duplicate whose own proof was taken away is neither released nor collected", async () => {
    const { first, second } = await twice.two();
    const third = await twice.unproven();
    const file = aFile();
    for (const { id, files } of [
      { ...second, files: [file] },
      { ...third, files: [aFile()] },
    ]) {
      await twice.note(id, first.reference);
      await twice.desk.step(twice.handler, id, onFile, twice.at(100));
      const prepare = { step: "prepare", words: "Here.", outcomes: allGranted, files } as const;
      expect(await twice.desk.step(twice.handler, id, prepare, twice.at(101))).toMatchObject({ ok: true });
    }
    const release = (id: string) => twice.desk.step(twice.approver, id, { step: "release" }, twice.at(102));
    expect(await release(second.id)).toMatchObject({ ok: true });
    const shown = await twice.desk.showAnew(second.person, twice.at(103));
    for (const { id, person } of [second, third]) await moveAway(id, person);
    expect(await release(third.id)).toEqual(refused("proof_missing"));
    expect(await twice.desk.step(shown, second.id, { step: "collect", fileId: file.id }, twice.at(300))).toEqual(
      refused("proof_missing"),
    );
  });

  it("ATK-I5: who showed themselves for the one opens nothing of the other", async () => {
    const { first, second } = await twice.two();
    await twice.note(second.id, first.reference);
    const { organisation } = twice.desk;
    const input = { organisation, reference: first.reference, fileId: first.file.id };
    expect(await releasedFile(first.shown, input)).not.toBeNull();
    expect(await releasedFile(second.person, input)).toBeNull();
    expect(
      await twice.desk.step(first.shown, second.id, { step: "collect", fileId: first.file.id }, twice.at(100)),
    ).toEqual(refused("not_found"));
    const borrowed = { ...second.person, fresh: first.shown.fresh, session: first.shown.session };
    expect(
      await twice.desk.step(borrowed, second.id, { step: "collect", fileId: first.file.id }, twice.at(100)),
    ).toEqual(refused("not_open_in_this_state"));
  });
});

describe("ATK-F1, ATK-E1: what can be named, and by whom", () => {
  it("another organisation's request is answered like none at all, and neither is written down", async () => {
    const ares = named(twice.desk.organisations, "ares");
    const there = await twice.desk.file({}, twice.desk.openedAt, ares);
    const { id } = await twice.unproven();
    const { version } = (await twice.desk.look(id)).facts;
    expect(await twice.note(id, there.reference)).toEqual(refused("no_such_request"));
    expect(await twice.note(id, "H4K2-9QTM-P")).toEqual(refused("no_such_request"));
    expect((await twice.desk.look(id)).facts).toMatchObject({ version, duplicates: [] });
  });

  it("a request is no duplicate of itself, and is noted once for each other", async () => {
    const [{ id, reference }, other, third] = [await twice.unproven(), await twice.unproven(), await twice.unproven()];
    expect(await twice.note(id, reference)).toEqual(refused("same_request"));
    expect(await twice.note(id, other.reference)).toMatchObject({ ok: true });
    expect(await twice.note(id, other.reference)).toEqual(refused("noted_already"));
    expect(await twice.note(id, third.reference)).toMatchObject({ ok: true });
    expect((await twice.desk.look(id)).facts.duplicates).toEqual([other.reference, third.reference]);
  });

  it("only a handler of this organisation notes it, and whoever may not learns nothing about the other", async () => {
    const { first, second } = await twice.two();
    const { organisation } = twice.desk;
    for (const role of ["approver", "dpo", "auditor", "administrator"] satisfies StaffRole[]) {
      const staff = await twice.desk.member(role);
      for (const of of [first.reference, "H4K2-9QTM-P"])
        expect([role, await twice.note(second.id, of, staff)]).toEqual([role, refused("not_your_role")]);
    }
    expect(await twice.note(second.id, first.reference, second.person)).toEqual(refused("not_your_role"));
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    expect(await twice.note(second.id, first.reference, visitor)).toEqual(refused("not_your_role"));
    const stranger = { ...twice.handler, organisationId: named(twice.desk.organisations, "ares").id };
    expect(await twice.note(second.id, first.reference, stranger)).toEqual(refused("not_found"));
    expect((await twice.desk.look(second.id)).facts.duplicates).toEqual([]);
  });
});

/** The address of a request is changed and confirmed: all its proof is gone. */
async function moveAway(id: string, person: Awaited<ReturnType<typeof twice.unproven>>["person"]): Promise<void> {
  await twice.desk.deliver(id, twice.at(200));
  await askAddressChange(
    person,
    { organisation: twice.desk.organisation, address: `moved.${id}@example.com` },
    twice.at(201),
  );
  const { token } = await twice.desk.mailbox(id, twice.desk.organisation, "confirm_new_address");
  await twice.desk.deliver(id, twice.at(202));
  const visitor = { kind: "visitor", organisationId: twice.desk.organisation.id } as const;
  const moved = await confirmNewAddress(
    visitor,
    { organisation: twice.desk.organisation, ...(await pressedHere(twice.desk.organisation, token)) },
    twice.at(280),
  );
  if (!moved.ok) throw new Error(moved.refusal);
}
