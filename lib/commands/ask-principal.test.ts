import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { askPrincipal } from "./ask-principal";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const mailbox = () => `robin.${randomUUID().slice(0, 8)}@example.org`;

async function agent() {
  const person = { name: "Robin Canary", askerName: "Ada Agent", email: `ada.${randomUUID().slice(0, 8)}@example.com` };
  const filed = await desk.file({ relation: "agent", person });
  await desk.confirm(filed.id);
  return filed;
}
type Agent = Awaited<ReturnType<typeof agent>>;

function ask({ person }: Pick<Agent, "person">, address: string, now = desk.openedAt) {
  return askPrincipal(person, { organisation: desk.organisation, address }, now);
}

function letters(requestId: string) {
  return inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.findMany({ where: { requestId, kind: "confirm_agent" }, orderBy: { queuedAt: "asc" } }),
  );
}

describe("an agent has us write to the person", () => {
  it("at the address they give; the record says that it was asked and not where", async () => {
    const filed = await agent();
    const address = mailbox();
    expect(await ask(filed, ` ${address.toUpperCase()} `)).toEqual({ ok: true });
    const [letter] = await letters(filed.id);
    expect(letter?.address).not.toBeNull();
    const { chain, facts } = await desk.look(filed.id);
    expect(facts.authority).toEqual({ askedOn: "2026-12-04", confirmedOn: null, deniedOn: null });
    expect(JSON.stringify(chain)).not.toContain("robin.");
  });

  it("twice for one request, however many press at once", async () => {
    const filed = await agent();
    const all = await Promise.all(Array.from({ length: 6 }, () => ask(filed, mailbox())));
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await ask(filed, mailbox())).toEqual(refused("person_asked_enough"));
    expect(await letters(filed.id)).toHaveLength(2);
  });

  it("ATK-M7: one mailbox gets three a day across requests and agents, and nobody hears of the rest", async () => {
    const address = mailbox();
    const outcomes = [];
    for (let filings = 0; filings < 5; filings += 1) {
      const filed = await agent();
      expect(await ask(filed, address)).toEqual({ ok: true });
      outcomes.push(...(await letters(filed.id)).map(({ crowdedOut }) => crowdedOut));
    }
    expect(outcomes).toEqual([false, false, false, true, true]);
    const next = new Date(desk.openedAt.getTime() + 86_400_001);
    const later = await agent();
    expect(await ask(later, address, next)).toEqual({ ok: true });
    expect((await letters(later.id)).map(({ crowdedOut }) => crowdedOut)).toEqual([false]);
  });

  it("ATK-M7: a letter that found no room is none of the two of its request, from the next day on", async () => {
    const address = mailbox();
    for (let filings = 0; filings < 3; filings += 1) await ask(await agent(), address);
    const filed = await agent();
    for (let asked = 0; asked < 2; asked += 1) expect(await ask(filed, address)).toEqual({ ok: true });
    expect(await ask(filed, address)).toEqual(refused("person_asked_enough"));
    const next = new Date(desk.openedAt.getTime() + 86_400_001);
    for (let asked = 0; asked < 2; asked += 1) expect(await ask(filed, address, next)).toEqual({ ok: true });
    const later = new Date(next.getTime() + 86_400_001);
    expect(await ask(filed, address, later)).toEqual(refused("person_asked_enough"));
    expect((await letters(filed.id)).map(({ crowdedOut }) => crowdedOut)).toEqual([true, true, false, false]);
  });

  it("not at their own address, and not at what is no address", async () => {
    const filed = await agent();
    expect(await ask(filed, filed.email)).toEqual(refused("own_address"));
    for (const wrong of ["", "robin", "a@example.org,b@example.org"])
      expect(await ask(filed, wrong)).toEqual(refused("address_unclear"));
    expect(await letters(filed.id)).toEqual([]);
  });
});

describe("nobody else does", () => {
  it("neither whoever asks for themselves, nor a browser that has shown nothing, nor another organisation", async () => {
    const self = await desk.file();
    await desk.confirm(self.id);
    expect(await ask(self, mailbox())).toEqual(refused("no_agent"));
    const filed = await agent();
    expect(await ask({ person: { ...filed.person, proven: false } as never }, mailbox())).toEqual(refused("not_found"));
    const elsewhere = { organisation: named(desk.organisations, "ares"), address: mailbox() };
    expect(await askPrincipal(filed.person, elsewhere, desk.openedAt)).toEqual(refused("not_found"));
    expect(await letters(filed.id)).toEqual([]);
  });

  it("before the agent's own address is confirmed", async () => {
    const person = { name: "Robin Canary", askerName: "Ada Agent", email: mailbox() };
    const filed = await desk.file({ relation: "agent", person });
    expect(await ask(filed, mailbox())).toEqual(refused("not_open_in_this_state"));
  });
});
