import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAddressChange } from "./ask-address-change";
import { confirmNewAddress } from "./confirm-new-address";
import { agentsAt } from "./test-agent";
import { openDesk } from "./test-desk";
import { pressedHere } from "./test-press";

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: Awaited<ReturnType<typeof desk.member>>;
let agents: ReturnType<typeof agentsAt>;
beforeAll(async () => {
  desk = await openDesk();
  agents = agentsAt(desk);
  handler = await desk.member("handler");
});
afterAll(() => desk?.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const accept = { step: "accept_proof", kind: "confirmed_by_person", words: "The address is the account's." } as const;

/** Somebody who reads the agent's mailbox has letters go to another one. */
async function moveAway({ id, person }: Awaited<ReturnType<typeof agents.asked>>): Promise<void> {
  const { organisation, openedAt } = desk;
  const asked = await askAddressChange(person, { organisation, address: `${id}@example.com` }, openedAt);
  const { token } = await desk.mailbox(id, organisation, "confirm_new_address");
  await desk.deliver(id);
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const changed = await confirmNewAddress(
    visitor,
    { organisation, ...(await pressedHere(organisation, token)) },
    openedAt,
  );
  if (!asked.ok || !changed.ok) throw new Error("the address was not changed");
}

describe("ATK-I3, ATK-I4: the person's word about an agent is about whoever reads the agent's mailbox of that day", () => {
  it("a yes that was given is accepted no more after the address was changed", async () => {
    const agent = await agents.asked();
    await desk.step(handler, agent.id, { step: "begin" });
    expect(await agents.answer(agent.token, "yes")).toEqual({ ok: true });
    await moveAway(agent);
    expect((await desk.look(agent.id)).facts.authority).toEqual({ askedOn: null, confirmedOn: null, deniedOn: null });
    expect(await desk.step(handler, agent.id, accept)).toEqual(refused("person_silent"));
  });

  it("a letter that asked before answers no yes after it, and asking anew does", async () => {
    const agent = await agents.asked();
    await desk.step(handler, agent.id, { step: "begin" });
    await moveAway(agent);
    expect(await agents.answer(agent.token, "yes", { onFile: true })).toEqual(refused("link_dead"));
    expect((await desk.look(agent.id)).facts.proofs.map(({ kind }) => kind)).toEqual(["contact_confirmed"]);
    expect(await agent.letter()).toEqual({ ok: true });
    const { token, code } = await desk.mailbox(agent.id, desk.organisation, "confirm_agent");
    expect(await agents.answer(token, "yes", { code })).toEqual({ ok: true });
    expect(await desk.step(handler, agent.id, accept)).toMatchObject({ ok: true });
  });

  it("a no counts by whichever letter, and stays through every change", async () => {
    const late = await agents.asked();
    await moveAway(late);
    expect(await agents.answer(late.token, "no")).toEqual({ ok: true });
    const early = await agents.asked();
    expect(await agents.answer(early.token, "no")).toEqual({ ok: true });
    await moveAway(early);
    for (const { id } of [late, early]) {
      await desk.step(handler, id, { step: "begin" });
      expect(await desk.step(handler, id, accept)).toEqual(refused("person_denied"));
    }
  });
});
