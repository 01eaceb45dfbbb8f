import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeLimits } from "@/lib/db/challenges";
import { linkAsksForCode } from "@/lib/queries/link-asks";
import { redeemChallenge } from "./redeem-challenge";
import { agentsAt } from "./test-agent";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const refused = (refusal: string) => ({ ok: false, refusal });
const nextWeek = () => new Date(desk.openedAt.getTime() + (challengeLimits.linkDays * 24 - 1) * 3_600_000);
/** A code that is certainly not the right one. */
const other = (code: string) => (code.startsWith("1") ? "2" : "1") + code.slice(1);

async function filed() {
  const { id } = await desk.file();
  return { id, ...(await desk.mailbox(id)) };
}
function press(token: string, given: { askedHere?: string; code?: string } = {}, now = desk.openedAt) {
  const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
  const presented = { by: "link", token, askedHere: given.askedHere ?? null, code: given.code ?? null } as const;
  return redeemChallenge(visitor, { organisation: desk.organisation, presented }, now);
}
const asks = (token: string, askedHere: string | null = null) => {
  const visitor = { kind: "visitor", organisationId: desk.organisation.id } as const;
  return linkAsksForCode(visitor, { organisation: desk.organisation, token, askedHere }, desk.openedAt);
};
const confirmed = async (id: string) =>
  (await desk.look(id)).facts.proofs.some(({ kind }) => kind === "contact_confirmed");

describe("ATK-M4: a machine that runs and submits every page behind a link confirms nothing", () => {
  it("and leaves the link to the person, who presses it where they asked", async () => {
    const { id, token } = await filed();
    for (let times = 0; times < 8; times += 1) expect(await press(token)).toEqual(refused("code_wanted"));
    expect(await confirmed(id)).toBe(false);
    expect(await press(token, { askedHere: id })).toMatchObject({ ok: true, confirmedNow: true });
  });

  it("the person types the code of the same letter in any other browser, for as long as the link lives", async () => {
    const { id, token, code } = await filed();
    expect([await asks(token), await asks(token, id)]).toEqual([true, false]);
    expect(await press(token, { code: other(code) })).toEqual(refused("wrong_code"));
    expect(await press(token, { code }, nextWeek())).toMatchObject({ ok: true, confirmedNow: true });
    expect(await confirmed(id)).toBe(true);
  });

  it("five misses end the code, and the link still opens where it was asked for", async () => {
    const { id, token, code } = await filed();
    const misses = Array.from({ length: 20 }, () => press(token, { code: other(code) }));
    const said = (await Promise.all(misses)).map((each) => ("refusal" in each ? each.refusal : "opened"));
    expect(said.filter((one) => one === "wrong_code")).toHaveLength(challengeLimits.codeTries);
    expect(await press(token, { code })).toEqual(refused("code_dead"));
    expect(await press(token, { askedHere: id })).toMatchObject({ ok: true });
  });

  it("a session of another request is no browser that asked, and another letter's code is no code", async () => {
    const [one, two] = [await filed(), await filed()];
    expect(await press(one.token, { askedHere: two.id })).toEqual(refused("code_wanted"));
    expect(await press(one.token, { code: two.code })).toEqual(refused("wrong_code"));
    expect(await confirmed(one.id)).toBe(false);
  });

  it("once the address is confirmed a press opens anywhere, as a letter's link should", async () => {
    const { id } = await desk.file();
    await desk.confirm(id);
    const { token } = await desk.mailbox(id, desk.organisation, "received");
    expect(await asks(token)).toBe(false);
    expect(await press(token)).toMatchObject({ ok: true, confirmedNow: false });
  });

  it("answers no agent: neither yes nor no counts without the code", async () => {
    const { answer, asked, words } = agentsAt(desk);
    const { id, token, code } = await asked();
    expect(await answer(token, "yes", { code: other(code), onFile: true })).toEqual(refused("wrong_code"));
    expect(await answer(token, "no", { code: other(code) })).toEqual(refused("wrong_code"));
    expect(await words(id)).toEqual([]);
    expect(await answer(token, "yes", { onFile: true })).toEqual({ ok: true });
  });
});
