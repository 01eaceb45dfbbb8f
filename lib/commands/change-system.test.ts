import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findRegistered } from "@/lib/db/systems";
import type { StaffActor } from "@/lib/domain/actor";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RegisteredSystem } from "@/lib/domain/systems/registered-system";
import { systemsView } from "@/lib/queries/systems";
import { loadOrganisations } from "@/scripts/load-organisations";
import { removeSystem, saveSystem, stopSystems, takeFiledSystem } from "./change-system";
import { systemsAt } from "./tasks/test-systems";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let administrator: StaffActor;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk();
  administrator = await desk.member("administrator");
  handler = await desk.member("handler");
});
afterAll(() => desk?.close());

const entry = async (id: string) => inOrganisation(desk.organisation.id, (scope) => findRegistered(scope, id));
const events = () =>
  database().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organisation', ${desk.organisation.id}, true)`;
    const rows = await tx.event.findMany({ where: { chainId: desk.organisation.id }, orderBy: { seq: "asc" } });
    return rows.map(({ payload }) => payload as Record<string, unknown>);
  });
const save = (system: RegisteredSystem, version: number | null, actor = administrator) =>
  saveSystem(actor, { organisation: desk.organisation, system, version }, desk.openedAt);
const start = (change: (systems: OrganisationProfile["systems"]) => OrganisationProfile["systems"]) => {
  const { profile } = desk.organisation;
  const changed = { ...profile, systems: change(profile.systems) };
  return loadOrganisations(desk.ownerUrl, [changed], { onlyExamples: false, now: desk.openedAt });
};

async function kept(id: string) {
  const found = await entry(id);
  if (!found) throw new Error(`no system ${id}`);
  const { version, stopped: _, ...system } = found.system;
  return { system, version };
}

describe("GDPR Art. 30(1): the register", () => {
  it("begins with the file, and its record says so once", async () => {
    expect(await kept("billing_system")).toMatchObject({
      version: 1,
      system: { name: "Billing", owner: { name: "Finance" }, categories: ["billing"], askedBy: { kind: "manual" } },
    });
    expect((await events()).filter(({ type }) => type === "SystemsRead")).toMatchObject([{ added: 4, changed: 0 }]);
    await start((systems) => systems);
    expect((await events()).filter(({ type }) => type === "SystemsRead")).toHaveLength(1);
  });

  it("is changed under somebody's name, with digests of before and after and nothing of the text", async () => {
    const { system, version } = await kept("accounts");
    const changed = { ...system, owner: { name: "Platform", email: "canary-owner@example.com" } };
    expect(await save(changed, version)).toEqual({ ok: true });
    expect(await save(changed, version)).toMatchObject({ refusal: "changed_meanwhile" });
    const all = await events();
    expect(all.at(-1)).toMatchObject({ type: "SystemSaved", system: "accounts" });
    expect(all.at(-1)?.before).not.toBe(all.at(-1)?.after);
    expect(JSON.stringify(all)).not.toContain("canary");
  });

  it("is for whoever may change settings, here and nowhere else", async () => {
    const { system, version } = await kept("accounts");
    expect(await save(system, version, handler)).toMatchObject({ refusal: "not_found" });
    expect(await systemsView(handler)).toBeNull();
    const ares = desk.organisations.find(({ slug }) => slug === "ares");
    if (!ares) throw new Error();
    expect(await saveSystem(administrator, { organisation: ares, system, version }, desk.openedAt)).toMatchObject({
      refusal: "not_found",
    });
  });
});

describe("065: the file is read again", () => {
  it("what nobody touched goes as the file goes; what was changed here stays, and the page says that they differ", async () => {
    const rename = (systems: OrganisationProfile["systems"]) =>
      systems.map((one) => ({ ...one, name: `${one.name} (new)` }));
    await start(rename);
    expect((await kept("billing_system")).system.name).toBe("Billing (new)");
    expect((await kept("accounts")).system.name).not.toContain("(new)");
    const lines = await systemsView(administrator);
    expect(lines?.filter(({ differs }) => differs).map(({ system }) => system.id)).toEqual(["accounts"]);
    await takeFiledSystem(administrator, { organisation: desk.organisation, id: "accounts" }, desk.openedAt);
    expect((await kept("accounts")).system.name).toContain("(new)");
    expect((await systemsView(administrator))?.some(({ differs }) => differs)).toBe(false);
  });

  it("one that the file drops goes, one that was taken out here stays out, and what was asked keeps its name", async () => {
    const { taskId } = await systemsAt(desk).opened(handler);
    await start((systems) => systems.filter(({ id }) => id !== "billing_system"));
    expect((await entry("billing_system"))?.removed).toBe(true);
    expect(await systemsAt(desk).row(taskId)).toMatchObject({ systemId: "billing_system", state: "open" });
    const { version } = await kept("shared_inbox");
    const of = { organisation: desk.organisation, id: "shared_inbox", version };
    expect(await removeSystem(administrator, of, desk.openedAt)).toEqual({ ok: true });
    await start((systems) => systems.map((one) => ({ ...one, owner: "Somebody" })));
    expect((await entry("shared_inbox"))?.removed).toBe(true);
    expect((await entry("billing_system"))?.removed).toBe(false);
  });

  it("the emergency stop is for all, stands in the record, and is taken back the same way", async () => {
    const turn = (stop: boolean) =>
      stopSystems(administrator, { organisation: desk.organisation, stop }, desk.openedAt);
    await turn(true);
    expect(
      (await systemsView(administrator))?.filter(({ removed }) => !removed).every(({ system }) => system.stopped),
    ).toBe(true);
    await turn(false);
    expect((await events()).slice(-2).map(({ type }) => type)).toEqual(["SystemsStopped", "SystemsResumed"]);
  });
});
