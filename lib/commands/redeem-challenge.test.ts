import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { challengeLimits } from "@/lib/db/challenges";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findPersonSession } from "@/lib/db/person-sessions";
import { type Presented, redeemChallenge } from "./redeem-challenge";
import { named, openDesk } from "./test-desk";
import { pressedHere } from "./test-press";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

type Given = Extract<Presented, { by: "code" }> | { by: "link"; token: string };
/** A link is pressed in the browser that asked, unless a test says otherwise. */
async function redeem(given: Given, now = desk.openedAt, organisation = desk.organisation) {
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  const presented = given.by === "link" ? await pressedHere(desk.organisation, given.token) : given;
  return redeemChallenge(visitor, { organisation, presented }, now);
}
const later = (milliseconds: number) => new Date(desk.openedAt.getTime() + milliseconds);
const linkDead = { ok: false, refusal: "link_dead" };
const wrongCode = { ok: false, refusal: "wrong_code" };
const minutes = 60_000;

async function filed() {
  const { id, reference } = await desk.file();
  return { id, reference, ...(await desk.mailbox(id)) };
}
/** A code that is certainly not the right one. */
const other = (code: string) => (code.startsWith("1") ? "2" : "1") + code.slice(1);

async function confirmations(id: string): Promise<number> {
  return (await desk.look(id)).chain.filter(({ event }) => event.type === "ContactConfirmed").length;
}

describe("a link", () => {
  it("ATK-M5: twenty at once, exactly one success ever", async () => {
    const { id, token } = await filed();
    const all = await Promise.all(Array.from({ length: 20 }, () => redeem({ by: "link", token })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 19 }, () => linkDead));
    expect(await redeem({ by: "link", token })).toEqual(linkDead);
    expect(await confirmations(id)).toBe(1);
  });

  it("ATK-M5: works to its last second and not one longer", async () => {
    const [early, late] = [await filed(), await filed()];
    const life = challengeLimits.linkDays * 86_400_000;
    expect(await redeem({ by: "link", token: early.token }, later(life - 1_000))).toMatchObject({ ok: true });
    expect(await redeem({ by: "link", token: late.token }, later(life))).toEqual(linkDead);
    expect(await redeem({ by: "link", token: late.token }, later(life + 1_000))).toEqual(linkDead);
  });

  it("ATK-M5: is refused at another organisation, and stays usable at its own", async () => {
    const { token } = await filed();
    expect(await redeem({ by: "link", token }, desk.openedAt, named(desk.organisations, "ares"))).toEqual(linkDead);
    expect(await redeem({ by: "link", token })).toMatchObject({ ok: true });
  });

  it("ATK-M5: one character off opens nothing", async () => {
    const { token } = await filed();
    const off = (token.startsWith("A") ? "B" : "A") + token.slice(1);
    for (const wrong of [off, "", `${token}=`, token.toLowerCase()])
      expect(await redeem({ by: "link", token: wrong })).toEqual(linkDead);
  });

  it("proves the address once, and opens a session each time", async () => {
    const { id, reference, token } = await filed();
    const first = await redeem({ by: "link", token }, later(minutes));
    expect(first).toMatchObject({ ok: true, reference, confirmedNow: true });
    const { row, facts } = await desk.look(id);
    expect(row.state).toBe("open");
    expect(facts.proofs.map(({ kind }) => kind)).toEqual(["contact_confirmed"]);
    const received = await desk.mailbox(id);
    expect(await redeem({ by: "link", token: received.token }, later(minutes))).toMatchObject({
      ok: true,
      confirmedNow: false,
    });
    expect(await confirmations(id)).toBe(1);
    const session = await inOrganisation(desk.organisation.id, (scope) =>
      findPersonSession(scope, first.ok ? first.session : "", desk.openedAt),
    );
    expect(session).toMatchObject({ requestId: id, proven: true });
  });

  it("that is pressed late opens a lapsed request again: nothing is lost for being slow", async () => {
    const { id, token } = await filed();
    await desk.deliver(id);
    const clock = { kind: "system", organisationId: desk.organisation.id, task: "lapse" } as const;
    const lapsesAfter = desk.organisation.profile.lapse.unconfirmedAfterDays;
    const then = later((lapsesAfter + 1) * 86_400_000);
    expect(await desk.step(clock, id, { step: "lapse" }, then)).toMatchObject({ ok: true });
    expect(await redeem({ by: "link", token })).toMatchObject({ ok: true, confirmedNow: true });
    expect(await desk.look(id)).toMatchObject({ facts: { state: "open", closedOn: null } });
  });

  it("of a withdrawn request confirms nothing any more, and says so", async () => {
    const { id, token } = await filed();
    const person = { kind: "person", organisationId: desk.organisation.id, requestId: id, proven: true } as const;
    expect(await desk.step(person, id, { step: "withdraw" })).toMatchObject({ ok: true });
    expect(await redeem({ by: "link", token })).toMatchObject({ ok: true, confirmedNow: false });
    expect(await desk.look(id)).toMatchObject({ facts: { state: "withdrawn", proofs: [] } });
  });
});

describe("a typed code", () => {
  it("confirms like the link", async () => {
    const { id, reference, code } = await filed();
    expect(code).toMatch(/^\d{8}$/);
    expect(await redeem({ by: "code", reference, code })).toMatchObject({ ok: true, confirmedNow: true });
    expect(await redeem({ by: "code", reference, code })).toEqual(wrongCode);
    expect(await confirmations(id)).toBe(1);
  });

  it("V6.6.3: five wrong tries kill it, the right one included", async () => {
    const { id, reference, code } = await filed();
    for (let tries = 0; tries < challengeLimits.codeTries; tries++)
      expect(await redeem({ by: "code", reference, code: other(code) })).toEqual(wrongCode);
    expect(await redeem({ by: "code", reference, code })).toEqual(wrongCode);
    expect(await confirmations(id)).toBe(0);
  });

  it("V6.6.3: the fifth try may still be the right one", async () => {
    const { reference, code } = await filed();
    for (let tries = 1; tries < challengeLimits.codeTries; tries++)
      await redeem({ by: "code", reference, code: other(code) });
    expect(await redeem({ by: "code", reference, code })).toMatchObject({ ok: true });
  });

  it("V6.6.3, ATK-R2: forty guesses at once are still only five tries", async () => {
    const { id, reference, code } = await filed();
    const guesses = Array.from({ length: 40 }, (_, place) => (place === 39 ? code : other(code)));
    await Promise.all(guesses.slice(0, 39).map((guess) => redeem({ by: "code", reference, code: guess })));
    const [challenge] = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.challenge.findMany({ where: { requestId: id } }),
    );
    expect(challenge?.attempts).toBe(challengeLimits.codeTries);
    expect(await redeem({ by: "code", reference, code })).toEqual(wrongCode);
  });

  it("V6.6.2: of another request opens nothing", async () => {
    const [mine, theirs] = [await filed(), await filed()];
    expect(await redeem({ by: "code", reference: theirs.reference, code: mine.code })).toEqual(wrongCode);
  });

  it("V6.5.5: works to its last second and not one longer", async () => {
    const [early, late] = [await filed(), await filed()];
    const life = challengeLimits.codeMinutes * minutes;
    expect(await redeem({ by: "code", ...early }, later(life - 1_000))).toMatchObject({ ok: true });
    expect(await redeem({ by: "code", ...late }, later(life + 1_000))).toEqual(wrongCode);
  });

  it("V6.3.8: an unknown reference gets the same words as a wrong code", async () => {
    const { code } = await filed();
    expect(await redeem({ by: "code", reference: "0000-0000-0", code })).toEqual(wrongCode);
  });

  it("ATK-T1: another organisation's reference is unknown here", async () => {
    const { reference, code } = await filed();
    const ares = named(desk.organisations, "ares");
    expect(await redeem({ by: "code", reference, code }, desk.openedAt, ares)).toEqual(wrongCode);
  });
});

describe("ATK-R2: two ways of confirming at once", () => {
  it("leave one confirmation, and nobody meets a fault", async () => {
    const { id, token } = await filed();
    const system = { kind: "system", organisationId: desk.organisation.id, task: "remind" } as const;
    const days = desk.organisation.profile.lapse.remindAfterDays[0] ?? 0;
    const reminded = later(days * 86_400_000);
    expect(await desk.step(system, id, { step: "remind" }, reminded)).toMatchObject({ ok: true });
    const reminder = await desk.mailbox(id);
    expect(reminder.token).not.toBe(token);
    const answers = await Promise.all([
      redeem({ by: "link", token }, reminded),
      redeem({ by: "link", token: reminder.token }, reminded),
    ]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toBe("changed_meanwhile");
    expect(await confirmations(id)).toBe(1);
  });
});

it("ATK-T5: a visitor of one organisation redeems nothing at another", async () => {
  const { token } = await filed();
  const stranger = { kind: "visitor", organisationId: named(desk.organisations, "ares").id } as const;
  const input = { organisation: desk.organisation, presented: await pressedHere(desk.organisation, token) };
  expect(await redeemChallenge(stranger, input, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
});
