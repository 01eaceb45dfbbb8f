import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeLimits } from "@/lib/db/challenges";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { recordChange } from "@/lib/db/record-change";
import { isUnproven } from "@/lib/domain/request-proofs";
import { agentAsking } from "@/lib/queries/agent-asking";
import { answerForAgent } from "./answer-for-agent";
import { redeemChallenge } from "./redeem-challenge";
import { agentsAt } from "./test-agent";
import { named, openDesk } from "./test-desk";
import { pressedHere } from "./test-press";
import { aFile } from "./test-walk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  agents = agentsAt(desk);
});
afterAll(() => desk?.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const granted = [{ right: "access", outcome: "granted", ground: null }] as const;
let agents: ReturnType<typeof agentsAt>;
const answer: typeof agents.answer = (...given) => agents.answer(...given);
const asked: typeof agents.asked = (...given) => agents.asked(...given);

async function answered(id: string) {
  const file = aFile();
  const [handler, approver] = [await desk.member("handler"), await desk.member("approver")];
  const taken = [
    await desk.step(handler, id, { step: "begin" }),
    await desk.step(handler, id, { step: "prepare", words: "Here.", outcomes: granted, files: [file] }),
    await desk.step(approver, id, { step: "release" }),
  ];
  expect(taken.map(({ ok }) => ok)).toEqual([true, true, true]);
  return file.id;
}

describe("the person's yes", () => {
  it("is a proof by itself where their address is on file; the answer opens only to something fresh", async () => {
    const { id, person, token } = await asked();
    expect(await answer(token, "yes", { onFile: true })).toEqual({ ok: true });
    const { facts } = await desk.look(id);
    expect(facts.proofs.map(({ kind }) => kind)).toContain("confirmed_by_person");
    expect(isUnproven(facts)).toBe(false);
    const fileId = await answered(id);
    expect(await desk.step(await desk.showAnew(person), id, { step: "collect", fileId })).toEqual(
      refused("fresh_proof_missing"),
    );
  });

  it("waits for a member of staff where nobody knows the address, who accepts it only after it was said", async () => {
    const { id, token } = await asked();
    const handler = await desk.member("handler");
    const accept = {
      step: "accept_proof",
      kind: "confirmed_by_person",
      words: "The address is the account's.",
    } as const;
    expect(await desk.step(handler, id, { step: "begin" })).toMatchObject({ ok: true });
    expect(await desk.step(handler, id, accept)).toEqual(refused("person_silent"));
    expect(await answer(token, "yes")).toEqual({ ok: true });
    expect(isUnproven((await desk.look(id)).facts)).toBe(true);
    expect(await desk.step(handler, id, accept)).toMatchObject({ ok: true });
    expect(isUnproven((await desk.look(id)).facts)).toBe(false);
  });

  it("brings the ball back where proof was asked for", async () => {
    const { id, token } = await asked();
    const handler = await desk.member("handler");
    const kind = "confirmed_by_person" as const;
    await desk.step(handler, id, { step: "begin" });
    expect(await desk.step(handler, id, { step: "ask_proof", kind, words: "Let them tell us." })).toMatchObject({
      ok: true,
    });
    expect(await answer(token, "yes", { onFile: true })).toEqual({ ok: true });
    expect((await desk.look(id)).facts).toMatchObject({ state: "in_progress", verifiedOn: "2026-12-04" });
  });

  it("11 CCR §7063: is half of what California asks; the signed permission is the other", async () => {
    const { id, token } = await asked({ country: "US", region: "US-CA" });
    const handler = await desk.member("handler");
    await desk.step(handler, id, { step: "begin" });
    expect(await answer(token, "yes", { onFile: true })).toEqual({ ok: true });
    const prepare = { step: "prepare", words: "Here.", outcomes: granted, files: [] } as const;
    expect(await desk.step(handler, id, prepare)).toEqual(refused("proof_missing"));
    const permission = { step: "accept_proof", kind: "permission_signed", words: "Seen." } as const;
    expect(await desk.step(handler, id, permission)).toMatchObject({ ok: true });
    expect(await desk.step(handler, id, prepare)).toMatchObject({ ok: true });
  });
});

describe("the person's no", () => {
  it("ATK-I4: voids every paper of the agent, is noted and told, and no answer can be prepared", async () => {
    const { id, token } = await asked();
    const handler = await desk.member("handler");
    await desk.step(handler, id, { step: "begin" });
    const power = { step: "accept_proof", kind: "power_of_attorney", words: "Seen." } as const;
    expect(await desk.step(handler, id, power)).toMatchObject({ ok: true });
    expect(await answer(token, "no")).toEqual({ ok: true });
    const { facts } = await desk.look(id);
    expect(facts.proofs.map(({ kind }) => kind)).toEqual(["contact_confirmed"]);
    expect(facts.signals).toEqual(["disowned"]);
    const prepare = { step: "prepare", words: "Here.", outcomes: granted, files: [] } as const;
    expect(await desk.step(handler, id, prepare)).toEqual(refused("proof_missing"));
    for (const kind of ["power_of_attorney", "authority_checked", "confirmed_by_person"] as const)
      expect(await desk.step(handler, id, { ...power, kind })).toEqual(refused("person_denied"));
    const staffLetters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: id, audience: "staff", kind: "staff_person_replied" } }),
    );
    expect(staffLetters.length).toBeGreaterThan(0);
    const no = [{ right: "access", outcome: "refused", ground: "not_you" }] as const;
    expect(await desk.step(handler, id, { ...prepare, outcomes: no })).toMatchObject({ ok: true });
  });

  it("closes an answer that was released already: the code says no, and the database without it", async () => {
    const { id, person, token, letter } = await asked();
    expect(await answer(token, "yes", { onFile: true })).toEqual({ ok: true });
    expect(await letter()).toEqual(refused("already_done"));
    const second = await agents.secondLink(id);
    const fileId = await answered(id);
    const opened = { ...person, fresh: ["code", "desk_code"] as const };
    expect(await answer(second, "no")).toEqual({ ok: true });
    expect(await desk.step(opened, id, { step: "collect", fileId })).toEqual(refused("proof_missing"));
    const stored = await desk.look(id);
    const event = { type: "AnswerCollected", fileId } as const;
    const around = inOrganisation(desk.organisation.id, (scope) =>
      recordChange(scope, stored, { event, actor: person }, desk.openedAt),
    );
    await expect(around).rejects.toThrow(/proof that the request does not hold/);
  });

  it("outlives a later yes by another link", async () => {
    const { id, token, letter } = await asked();
    expect(await letter()).toEqual({ ok: true });
    const { token: other } = await desk.mailbox(id, desk.organisation, "confirm_agent");
    const [one, two] = token === other ? [token, await agents.secondLink(id)] : [token, other];
    expect(await answer(one, "no")).toEqual({ ok: true });
    expect(await answer(two, "yes")).toEqual(refused("person_denied"));
    expect(await answer(two, "no")).toEqual(refused("already_done"));
    expect(await agents.words(id)).toEqual(["AuthorityDenied"]);
  });
});

describe("the link", () => {
  it("ATK-M5, ATK-R2: answers once: of a yes and a no at the same moment one counts", async () => {
    const { id, token } = await asked();
    const said = ["yes", "no", "yes", "no", "yes", "no"] as const;
    const all = await Promise.all(said.map((one) => answer(token, one)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of all.filter(({ ok }) => !ok)) expect(one).toEqual(refused("link_dead"));
    expect(await agents.words(id)).toHaveLength(1);
    expect(await answer(token, "no")).toEqual(refused("link_dead"));
  });

  it("is used up by no look", async () => {
    const { token, reference } = await asked();
    const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
    const look = () => agentAsking(visitor, { organisation: desk.organisation, token }, desk.openedAt);
    expect(await look()).toMatchObject({ agent: "Ada Agent", person: "Robin Canary", rights: ["access"], reference });
    expect(await look()).toMatchObject({ mayAuthorise: true, mayDisown: true });
    expect(await answer(token, "yes")).toEqual({ ok: true });
    expect(await look()).toBeNull();
  });

  it("opens no request, and a link that opens one answers nothing", async () => {
    const { id, token } = await asked();
    const { organisation } = desk;
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    const presented = await pressedHere(organisation, token);
    expect(await redeemChallenge(visitor, { organisation, presented }, desk.openedAt)).toEqual(refused("link_dead"));
    const own = await desk.mailbox(id, organisation, "received");
    expect(await answer(own.token, "yes", { onFile: true })).toEqual(refused("link_dead"));
    expect(await agentAsking(visitor, { organisation, token: own.token }, desk.openedAt)).toBeNull();
    expect(await agents.words(id)).toEqual([]);
  });

  it("ATK-T1: is unknown at another organisation, and stays usable at its own", async () => {
    const { token, code } = await asked();
    expect(await answer(token, "yes", { at: "ares" })).toEqual(refused("link_dead"));
    const stranger = { kind: "visitor", organisationId: named(desk.organisations, "ares").id } as const;
    const { organisation } = desk;
    const crossed = { organisation, token, code, answer: "yes", onFile: true } as const;
    expect(await answerForAgent(stranger, crossed, desk.openedAt)).toEqual(refused("not_found"));
    expect(await agentAsking(stranger, { organisation, token }, desk.openedAt)).toBeNull();
    expect(await answer(token, "yes")).toEqual({ ok: true });
  });

  it("ends after its days", async () => {
    const { token } = await asked();
    const late = new Date(desk.openedAt.getTime() + challengeLimits.linkDays * 86_400_000);
    expect(await answer(token, "yes", { now: late })).toEqual(refused("link_dead"));
  });

  it("of a withdrawn request changes nothing, and is not used up by trying", async () => {
    const { id, person, token } = await asked();
    expect(await desk.step(person, id, { step: "withdraw" })).toMatchObject({ ok: true });
    expect(await answer(token, "yes")).toEqual(refused("not_open_in_this_state"));
    const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
    const shown = await agentAsking(visitor, { organisation: desk.organisation, token }, desk.openedAt);
    expect(shown).toMatchObject({ mayAuthorise: false, mayDisown: false });
  });
});

describe("ATK-I4: nobody but the person says it", () => {
  it("proof for another person leaves the request held", async () => {
    const [mine, theirs] = [await asked(), await asked()];
    expect(await answer(theirs.token, "yes", { onFile: true })).toEqual({ ok: true });
    const handler = await desk.member("handler");
    await desk.step(handler, mine.id, { step: "begin" });
    const prepare = { step: "prepare", words: "Here.", outcomes: granted, files: [] } as const;
    expect(await desk.step(handler, mine.id, prepare)).toEqual(refused("proof_missing"));
    expect(isUnproven((await desk.look(mine.id)).facts)).toBe(true);
  });

  it("an agent's own key takes neither answer: the database knows that no link was used", async () => {
    const { id, person } = await asked();
    await expect(desk.step(person, id, { step: "authorise", onFile: true })).rejects.toThrow(/nobody but the person/);
    await expect(desk.step(person, id, { step: "disown" })).rejects.toThrow(/nobody but the person/);
    expect(await agents.words(id)).toEqual([]);
  });

  it("the database takes no authority that staff write against the person's word", async () => {
    const { id, token } = await asked();
    expect(await answer(token, "no")).toEqual({ ok: true });
    const stored = await desk.look(id);
    const handler = await desk.member("handler");
    const event = { type: "ProofAccepted", kind: "power_of_attorney", level: 3, messageId: randomUUID() } as const;
    const row = { organisationId: desk.organisation.id, requestId: id, level: 3, at: desk.openedAt };
    for (const kind of ["power_of_attorney", "confirmed_by_person"] as const) {
      const around = inOrganisation(desk.organisation.id, async (scope) => {
        const actor = handler;
        const after = await recordChange(scope, stored, { event: { ...event, kind }, actor }, desk.openedAt);
        await scope.tx.proof.create({ data: { ...row, kind, eventSeq: after.recorded.seq } });
      });
      await expect(around).rejects.toThrow(/asked nobody to act/);
    }
  });
});
