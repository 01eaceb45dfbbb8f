import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { bePresent, leavePage } from "./be-present";
import { purgeExpired } from "./purge-expired";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let kim: StaffActor;
let lee: StaffActor;
const later = (seconds: number) => new Date(desk.openedAt.getTime() + seconds * 1000);
beforeAll(async () => {
  desk = await openDesk();
  [kim, lee] = [await desk.member("handler"), await desk.member("approver")];
});
afterAll(() => desk?.close());

async function opened() {
  const { reference, id } = await desk.file();
  const at = { organisation: desk.organisation, reference };
  const sign = (who: StaffActor, activity: string, by: "page" | "beat", seconds: number) =>
    bePresent(who, { ...at, activity, by }, later(seconds));
  const seen = async (who: StaffActor, seconds: number) =>
    (await sign(who, "", "beat", seconds))?.map(({ name, since, writing }) =>
      [name, writing?.step ?? "reads", (writing?.since ?? since).toISOString().slice(11, 16)].join(" "),
    );
  return { id, at, sign, seen };
}

describe("who else has a request open", () => {
  it("is said of others and never of oneself, with what they write and since when", async () => {
    const { sign, seen } = await opened();
    expect(await sign(kim, "", "page", 0)).toEqual([]);
    expect(await seen(lee, 60)).toEqual(["Demo handler reads 10:00"]);
    await sign(kim, "message", "beat", 120);
    expect(await seen(lee, 160)).toEqual(["Demo handler message 10:02"]);
    await sign(kim, "prepare", "beat", 165);
    expect(await seen(lee, 166)).toEqual(["Demo handler prepare 10:02"]);
  });

  it("a page without scripts counts for three minutes, a sign of life until the next two fail", async () => {
    const { sign, seen } = await opened();
    await sign(kim, "", "page", 0);
    expect([await seen(lee, 179), await seen(lee, 180)]).toEqual([["Demo handler reads 10:00"], []]);
    await sign(kim, "", "beat", 200);
    expect([await seen(lee, 249), await seen(lee, 250)]).toEqual([["Demo handler reads 10:03"], []]);
  });

  it("whoever goes on to the next page of the request stays, whoever leaves it is gone in a moment", async () => {
    const { at, sign, seen } = await opened();
    await sign(kim, "note", "beat", 0);
    await leavePage(kim, { ...at, activity: "note" }, later(10));
    await sign(kim, "", "page", 11);
    expect(await seen(lee, 16)).toEqual(["Demo handler reads 10:00"]);
    await leavePage(kim, { ...at, activity: "" }, later(20));
    expect(await seen(lee, 25)).toEqual([]);
  });

  it("ATK-T1: says nothing to another organisation, of its own requests or of ours, and keeps nothing there", async () => {
    const { at, sign } = await opened();
    await sign(kim, "", "page", 0);
    const ares = named(desk.organisations, "ares");
    const stranger: StaffActor = { ...kim, organisationId: ares.id, staffId: lee.staffId };
    const tries = [
      bePresent(stranger, { ...at, activity: "", by: "page" }, later(1)),
      bePresent(stranger, { ...at, organisation: ares, activity: "", by: "page" }, later(1)),
      bePresent(kim, { ...at, reference: "NO-SUCH-ONE", activity: "", by: "page" }, later(1)),
    ];
    expect(await Promise.all(tries)).toEqual([null, null, null]);
    await leavePage(stranger, { ...at, activity: "" }, later(1));
    await leavePage(kim, { ...at, reference: "NO-SUCH-ONE", activity: "" }, later(1));
    expect((await sign(lee, "", "beat", 60))?.length).toBe(1);
    expect(await inOrganisation(ares.id, ({ tx }) => tx.presence.count())).toBe(0);
  });

  it("writes nothing into the record, makes no form stale, and is taken away", async () => {
    const { id, sign } = await opened();
    const before = await desk.look(id);
    await sign(kim, "message", "beat", 0);
    const { chain, row } = await desk.look(id);
    expect([chain.length, row.version]).toEqual([before.chain.length, before.row.version]);
    await purgeExpired({ kind: "system", organisationId: desk.organisation.id, task: "purge" }, later(1_000));
    expect(await inOrganisation(desk.organisation.id, ({ tx }) => tx.presence.count())).toBe(0);
  });
});
