import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { personOf } from "@/lib/db/request-store";
import { rawRole } from "@/lib/db/test-app-role";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import { demandOf } from "@/lib/domain/proof-policy";
import { parseReference } from "@/lib/domain/reference";
import { fileRequest } from "./file-request";
import { aFiling, named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

function file(filing: Partial<Filing>, filingKey: string, organisation = desk.organisation) {
  const visitor = { kind: "visitor", organisationId: organisation.id } as const;
  return fileRequest(
    visitor,
    { organisation, filing: aFiling({ person: addressOf(filingKey), ...filing }), filingKey },
    desk.openedAt,
  );
}
// One that has filed before may get no further letter.
const addressOf = (key: string) => ({ name: "Robin", email: `${key}@example.com` });
const count = (key: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) => tx.privacyRequest.count({ where: { filingKey: key } }));

describe("ATK-R1, FLT-10: one filing, one request", () => {
  it("twenty times at once with one key is one request with one reference", async () => {
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 20 }, () => file({}, key)));
    const references = new Set(all.map((filed) => (filed.ok ? filed.reference : filed.refusal)));
    expect(references.size).toBe(1);
    expect(all.filter((filed) => filed.ok && !filed.repeated)).toHaveLength(1);
    expect(await count(key)).toBe(1);
    const first = all[0];
    if (!first?.ok) throw new Error("not filed");
    expect((await desk.look(first.id)).chain).toHaveLength(1);
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.count({ where: { requestId: first.id } }),
    );
    expect(letters).toBe(1);
  });

  it("gives every tab that sent it a session of its own", async () => {
    const key = randomUUID();
    const [one, two] = [await file({}, key), await file({}, key)];
    expect(one.ok && two.ok && one.session !== two.session && one.id === two.id).toBe(true);
  });

  it("the same key with other answers is refused, and nothing is filed", async () => {
    const key = randomUUID();
    await file({}, key);
    expect(await file({ rights: ["erasure"] }, key)).toEqual({ ok: false, refusal: "same_key_other_body" });
    expect(await count(key)).toBe(1);
  });

  it("the same address in another way of typing is the same filing", async () => {
    const key = randomUUID();
    await file({ person: { name: "A", email: "same@example.com" } }, key);
    expect(await file({ person: { name: "A", email: " SAME@Example.com " } }, key)).toMatchObject({ repeated: true });
  });

  it("ATK-T4: the same key at another organisation is another request", async () => {
    const key = randomUUID();
    const [here, there] = [await file({}, key), await file({}, key, named(desk.organisations, "ares"))];
    expect(here.ok && there.ok && here.id !== there.id && !there.repeated).toBe(true);
  });
});

describe("who may file", () => {
  it("ATK-T5: nobody at an organisation they did not come to", async () => {
    const stranger = { kind: "visitor", organisationId: named(desk.organisations, "ares").id } as const;
    const input = { organisation: desk.organisation, filing: aFiling(), filingKey: randomUUID() };
    expect(await fileRequest(stranger, input, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    expect(await count(input.filingKey)).toBe(0);
  });

  it("R10: a letter that waited counts from the day it came, not from the day it was taken down", async () => {
    const handler = await desk.member("handler");
    const filing = aFiling({ channel: "post", receivedOn: calendarDate("2026-11-20") });
    const filed = await fileRequest(
      handler,
      { organisation: desk.organisation, filing, filingKey: randomUUID() },
      desk.openedAt,
    );
    if (!filed.ok) throw new Error(filed.refusal);
    const { facts, row } = await desk.look(filed.id);
    expect(facts.receivedOn).toBe("2026-11-20");
    // GDPR Art. 12(3): one month from receipt is Sunday 20 December, rolled to Monday; thirty days come first.
    expect(row.dueOn?.toISOString().slice(0, 10)).toBe("2026-12-20");
  });

  it("W13: staff, for somebody on the telephone, signed with their id", async () => {
    const handler = await desk.member("handler");
    const filing = aFiling({ channel: "telephone" });
    const input = { organisation: desk.organisation, filing, filingKey: randomUUID() };
    const filed = await fileRequest(handler, input, desk.openedAt);
    if (!filed.ok) throw new Error(filed.refusal);
    const { chain, facts } = await desk.look(filed.id);
    expect(chain[0]).toMatchObject({ actorKind: "staff", actorId: handler.staffId });
    expect(facts.state).toBe("open");
  });
});

describe("what is filed", () => {
  it("says everything that the queue and the clock need, and a reference that carries its check", async () => {
    const { id, reference } = await desk.file();
    expect(parseReference(reference)).toBe(reference);
    const { row, facts } = await desk.look(id);
    expect(row).toMatchObject({
      state: "unconfirmed",
      regimes: ["eu_gdpr"],
      country: "DE",
      version: 1,
      closedOn: null,
    });
    expect(row.ruleVersions).toEqual({ eu_gdpr: expect.any(String) });
    expect(facts.rights).toEqual([
      { right: "access", ...demandOf({ right: "access", relation: "self", regimes: ["eu_gdpr"] }) },
    ]);
  });

  it("FLT-11: counts the day at the organisation's place", async () => {
    const { profile } = desk.organisation;
    const { id } = await desk.file({}, new Date("2026-12-05T02:30:00Z"));
    const local = new Intl.DateTimeFormat("en-CA", { timeZone: profile.timeZone }).format(
      new Date("2026-12-05T02:30:00Z"),
    );
    expect((await desk.look(id)).facts.receivedOn).toBe(local);
  });

  it("decision 006: mixed rights start at once, with a confirming letter owed for the rest", async () => {
    const handler = await desk.member("handler");
    const { id } = await desk.file({ rights: ["marketing_objection", "access"] });
    expect((await desk.look(id)).facts.state).toBe("open");
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({ where: { requestId: id }, select: { kind: true, staffId: true }, orderBy: { kind: "asc" } }),
    );
    expect(letters).toContainEqual({ kind: "confirm_address", staffId: null });
    expect(letters).toContainEqual({ kind: "staff_new_request", staffId: handler.staffId });
    expect(letters.map(({ kind }) => kind)).not.toContain("received");
  });

  it("PRV-06, V16.2.5: keeps the person out of the record and out of the queue's jobs", async () => {
    const email = "robin.filed-canary@example.com";
    const details = { access: { which: "details-canary" } };
    const { id } = await desk.file({ person: { name: "Name-Canary", email }, details });
    const stored = await desk.look(id);
    expect(personOf(stored)).toMatchObject({ email });
    const owner = await rawRole(desk.ownerUrl);
    const jobs = await owner.rows(null, "select * from graphile_worker._private_jobs");
    await owner.close();
    expect(jobs.length).toBeGreaterThan(0);
    expect(JSON.stringify([stored.chain, jobs]).toLowerCase()).not.toContain("canary");
  });

  it("V15.3.3: takes nothing that a form may not say", async () => {
    const sneaky = { state: "answered", version: 99, organisationId: "other", level: 0 } as Partial<Filing>;
    const { id } = await desk.file(sneaky);
    expect((await desk.look(id)).row).toMatchObject({ state: "unconfirmed", version: 1 });
  });
});

describe("ATK-M7: nobody's mailbox is filled in their name", () => {
  const day = 86_400_000;
  const leaving = async (ids: readonly string[], kind: string) => {
    const letters = await inOrganisation(desk.organisation.id, ({ tx }) =>
      tx.letter.findMany({
        where: { kind, crowdedOut: false, requestId: { in: [...ids] } },
        orderBy: { leavesAt: "asc" },
      }),
    );
    return letters.map(({ leavesAt }) => Math.round((leavesAt.getTime() - desk.openedAt.getTime()) / day));
  };
  const waitingJobs = async () => {
    const owner = await rawRole(desk.ownerUrl);
    const text = "select 1 from graphile_worker.jobs where run_at > $1";
    const rows = await owner.rows(null, text, [desk.openedAt]);
    await owner.close();
    return rows.length;
  };
  const fileMany = async (count: number, filing: Partial<Filing>) => {
    const filed = await Promise.all(Array.from({ length: count }, () => file(filing, randomUUID())));
    return filed.map((one) => (one.ok ? one.id : ""));
  };

  it("three letters a day reach one address; the newest others leave a day later, and every request is kept", async () => {
    const person = { name: "Robin Canary", email: "flooded.canary@example.com" };
    const before = await waitingJobs();
    const ids = await fileMany(7, { person });
    expect(await leaving(ids, "confirm_address")).toEqual([0, 0, 0, 1, 1, 1]);
    expect(await waitingJobs()).toBe(before + 3);
    expect((await desk.look(ids[6] ?? "")).facts.state).toBe("unconfirmed");
    const other = await desk.file();
    expect(await leaving([other.id], "confirm_address")).toEqual([0]);
    const muchLater = await desk.file({ person }, new Date(desk.openedAt.getTime() + 9 * day));
    expect(await leaving([muchLater.id], "confirm_address")).toEqual([9]);
  });

  it("what needs no confirmation fills no mailbox either", async () => {
    const person = { name: "Robin Canary", email: "opted.canary@example.com" };
    const ids = await fileMany(4, { person, rights: ["opt_out_sale_sharing"], country: "US", region: "CA" });
    expect(await leaving(ids, "received")).toEqual([0, 0, 0, 1]);
    const confirm = await desk.file({ person });
    expect(await leaving([confirm.id], "confirm_address")).toEqual([1]);
  });

  it("reminders and lapses of many requests leave one after the other, and none is lost", async () => {
    const person = { name: "Robin Canary", email: "lapsing.canary@example.com" };
    const ids = await fileMany(4, { person });
    const { remindAfterDays, unconfirmedAfterDays } = desk.organisation.profile.lapse;
    const system = { kind: "system", organisationId: desk.organisation.id, task: "sweep" } as const;
    const on = (days: number) => new Date(desk.openedAt.getTime() + days * day);
    const first = remindAfterDays[0] ?? 0;
    for (const id of ids) await desk.step(system, id, { step: "remind" }, on(first));
    expect(await leaving(ids, "confirmation_reminder")).toEqual([first, first, first, first + 1]);
    for (const id of ids) await desk.deliver(id, on(first + 1));
    const end = first + unconfirmedAfterDays + 2;
    for (const id of ids) expect(await desk.step(system, id, { step: "lapse" }, on(end))).toMatchObject({ ok: true });
    expect(await leaving(ids, "lapsed")).toEqual([end, end, end, end + 1]);
  });

  it("requests that were confirmed take no place, and having confirmed once opens the mailbox to no stranger", async () => {
    const person = { name: "Robin Canary", email: "confirmed.canary@example.com" };
    const ids = await fileMany(3, { person });
    for (const id of ids) await desk.confirm(id);
    expect(await leaving(ids, "received")).toEqual([0, 0, 0]);
    expect(await leaving(await fileMany(7, { person }), "confirm_address")).toEqual([0, 0, 0, 1, 1, 1]);
  });
});
