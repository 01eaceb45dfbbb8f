import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { RightOutcome } from "@/lib/domain/events";
import type { Right } from "@/lib/domain/right";
import type { FileToKeep } from "@/lib/domain/step-change";
import { deliveryDoor } from "@/lib/queries/delivery-door";
import { personRequest } from "@/lib/queries/person-request";
import type { takeStep } from "./take-step";
import { openDesk } from "./test-desk";
import { aFile } from "./test-walk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: Awaited<ReturnType<typeof desk.member>>;
let approver: typeof handler;
beforeAll(async () => {
  desk = await openDesk();
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(() => desk?.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const no = (right: Right): RightOutcome => ({ right, outcome: "refused", ground: "not_identified" });
const yes = (right: Right): RightOutcome => ({ right, outcome: "granted", ground: null });
const onFile = { kind: "address_on_file", words: "It is." } as const;

async function begun(rights: readonly Right[], proof: boolean) {
  const filed = await desk.file({ rights });
  await desk.confirm(filed.id);
  await desk.step(handler, filed.id, { step: "begin" });
  if (proof) await desk.step(handler, filed.id, { step: "accept_proof", ...onFile });
  return filed;
}
function prepare(id: string, outcomes: readonly RightOutcome[], files: readonly FileToKeep[]) {
  return desk.step(handler, id, { step: "prepare", words: "What we must keep.", outcomes, files });
}
async function answered(outcomes: readonly RightOutcome[], files: readonly FileToKeep[]) {
  const filed = await begun(
    outcomes.map(({ right }) => right),
    true,
  );
  for (const taken of [
    await prepare(filed.id, outcomes, files),
    await desk.step(approver, filed.id, { step: "release" }),
  ])
    if (!taken.ok) throw new Error(taken.refusal);
  return filed;
}
function collect(person: Parameters<typeof takeStep>[0], id: string, fileId: string) {
  return desk.step(person, id, { step: "collect", fileId });
}

describe("GDPR Art. 12(6), ATK-I1: no file goes beside a refusal without the proof that everything asked needs", () => {
  it.each<[string, readonly RightOutcome[]]>([
    ["a refusal", [no("access")]],
    ["an opt-out that needs none", [yes("opt_out_sale_sharing"), no("access")]],
  ])("refuses to prepare them with %s, keeps nothing of it, and takes the words alone", async (_, outcomes) => {
    const rights = outcomes.map(({ right }) => right);
    const { id } = await begun(rights, false);
    expect(await prepare(id, outcomes, [aFile()])).toEqual(refused("files_need_proof"));
    const kept = await inOrganisation(desk.organisation.id, ({ tx }) =>
      Promise.all([tx.answer.count({ where: { requestId: id } }), tx.storedFile.count({ where: { requestId: id } })]),
    );
    expect(kept).toEqual([0, 0]);
    expect((await desk.look(id)).facts).toMatchObject({ state: "in_progress", outcomes: [] });
    expect(await prepare(id, outcomes, [])).toMatchObject({ ok: true });
    expect(await desk.step(approver, id, { step: "release" })).toMatchObject({ ok: true });
  });

  it("with the proof they go, and open only to whoever shows anew that it is them", async () => {
    const file = aFile();
    const { id, person, reference } = await answered([no("access")], [file]);
    const input = { organisation: desk.organisation, reference };
    expect((await personRequest(person, input, desk.openedAt))?.answer).toMatchObject({ opens: false, words: "" });
    expect(await collect(person, id, file.id)).toEqual(refused("fresh_proof_missing"));
    const shown = await desk.showAnew(person);
    expect(await collect(shown, id, file.id)).toMatchObject({ ok: true });
  });

  it("an answer of words that hand out nothing opens by its link: what would be shown anew may be deleted", async () => {
    const { person, reference } = await answered([yes("erasure")], []);
    const input = { organisation: desk.organisation, reference };
    const seen = await personRequest(person, input, desk.openedAt);
    expect(seen?.answer).toMatchObject({ opens: true, words: "What we must keep." });
    expect(await deliveryDoor(person, input, desk.openedAt)).toMatchObject({ open: true, needed: 0 });
  });
});

describe("ATK-I4: a proof that turns out forged shuts the answer, however far it has come", () => {
  const reject = { step: "reject_proof", kind: "address_on_file", words: "It is somebody else's." } as const;

  it("prepared: it is not released", async () => {
    const granting = await begun(["access"], true);
    await prepare(granting.id, [yes("access")], []);
    const refusing = await begun(["access"], true);
    await prepare(refusing.id, [no("access")], [aFile()]);
    for (const [{ id }, refusal] of [
      [granting, "proof_missing"],
      [refusing, "files_need_proof"],
    ] as const) {
      expect(await desk.step(handler, id, reject)).toMatchObject({ ok: true });
      expect(await desk.step(approver, id, { step: "release" })).toEqual(refused(refusal));
      expect(await desk.step(approver, id, { step: "return", words: "Forged." })).toMatchObject({ ok: true });
    }
  });

  it.each(["answered", "closed"] as const)(
    "%s: nothing of it opens any more, and the person is told why",
    async (state) => {
      const file = aFile();
      const { id, person, reference } = await answered([yes("access")], [file]);
      if (state === "closed") await desk.step(handler, id, { step: "close" });
      const shown = await desk.showAnew(person);
      expect(await collect(shown, id, file.id)).toMatchObject({ ok: true });
      expect(await desk.step(handler, id, reject)).toMatchObject({ ok: true });
      expect((await desk.look(id)).facts.state).toBe(state);
      expect(await collect(shown, id, file.id)).toEqual(refused("proof_missing"));
      const input = { organisation: desk.organisation, reference };
      const seen = await personRequest(shown, input, desk.openedAt);
      expect(seen?.answer).toMatchObject({ opens: false, words: "", files: [] });
      expect(seen?.messages.at(-1)?.words).toBe(reject.words);
      expect(seen?.letters.map(({ kind }) => kind)).toContain("new_message");
      expect(await deliveryDoor(shown, input, desk.openedAt)).toMatchObject({ lostProof: true });
    },
  );

  it("what is shown instead is accepted by somebody else than the one who prepared the answer", async () => {
    const { id } = await answered([yes("access")], [aFile()]);
    await desk.step(handler, id, reject);
    const accept = { step: "accept_proof", kind: "document_checked", words: "Their own passport." } as const;
    expect(await desk.step(handler, id, accept)).toEqual(refused("four_eyes_proof"));
    expect(await desk.step(await desk.member("handler"), id, accept)).toMatchObject({ ok: true });
  });
});
