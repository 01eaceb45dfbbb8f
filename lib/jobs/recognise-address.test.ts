import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import type { Filing } from "@/lib/domain/filing";
import { kindsHeldBy } from "@/lib/domain/request-proofs";
import { hurry, query, workOff } from "./test-worker";

const now = new Date("2026-12-04T10:00:00Z");
const rosa = { name: "Rosa Meyer", email: "rosa.meyer@example.com" };
const dataDir = mkdtempSync(join(tmpdir(), "habeas-recognise-"));
const list = join(dataDir, "matching");
const layOut = () => cpSync("examples/matching", list, { recursive: true });
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  process.env.HABEAS_DATA_DIR = dataDir;
  layOut();
  desk = await openDesk(now);
});
afterAll(async () => {
  await desk.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function confirmed(person: Filing["person"], filing: Partial<Filing> = {}): Promise<string> {
  const { id } = await desk.file({ ...filing, person });
  await desk.confirm(id);
  return id;
}
const jobs = async () => {
  const text = `select j.payload, j.attempts, j.last_error from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'recognise_address'`;
  return (await query(desk.ownerUrl, text)).rows;
};
const knows = async (id: string) => kindsHeldBy((await desk.look(id)).facts).includes("address_on_file");

describe("the confirmed address is looked up in what the organisation holds", () => {
  it("on file under that name: the proof stands, by the system, and the job held no personal data", async () => {
    const id = await confirmed(rosa);
    expect(JSON.stringify(await jobs())).not.toMatch(/rosa|@/i);
    await workOff(desk.ownerUrl, now);
    expect(await knows(id)).toBe(true);
    const event = (await desk.look(id)).chain.find((one) => one.event.type === "AddressRecognised");
    expect([event?.actorKind, event?.actorId]).toEqual(["system", "recognise_address"]);
    expect(await jobs()).toEqual([]);
  });

  it.each<[string, Filing["person"], Partial<Filing>]>([
    ["ATK-I1: another name at that address", { ...rosa, name: "Jonas Weber" }, {}],
    ["that name at another address", { ...rosa, email: "rosa@example.org" }, {}],
    ["ATK-I8: whoever names another address as the known one", { ...rosa, knownEmail: "old.rosa@example.com" }, {}],
    ["ATK-I4: an agent's address", { ...rosa, askerName: "Agent Smith" }, { relation: "agent" }],
    ["an opt-out, for which nothing may be asked", rosa, { rights: ["marketing_objection"] }],
  ])("%s proves nothing", async (_, person, filing) => {
    const id = await confirmed(person, filing);
    await workOff(desk.ownerUrl, now);
    expect([await knows(id), await jobs()]).toEqual([false, []]);
  });

  it("a source that is away loses nothing: the job tries again, and knows once the source is back", async () => {
    rmSync(list, { recursive: true });
    const id = await confirmed(rosa);
    await workOff(desk.ownerUrl, now);
    expect(await knows(id)).toBe(false);
    expect(await jobs()).toMatchObject([{ attempts: 1, payload: { requestId: id } }]);
    layOut();
    await hurry(desk.ownerUrl);
    await workOff(desk.ownerUrl, now);
    expect(await knows(id)).toBe(true);
  });

  it("where there is nothing to look in, nothing is looked up", async () => {
    const ares = desk.organisations.find(({ slug }) => slug === "ares");
    if (!ares) throw new Error("no ares");
    const { id } = await desk.file({ person: rosa }, now, ares);
    await desk.confirm(id, now, ares);
    expect(await jobs()).toEqual([]);
  });
});
