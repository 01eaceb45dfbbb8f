import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseColumns } from "@/lib/commands/backlog/choose-columns";
import { forgetBacklog } from "@/lib/commands/backlog/forget-backlog";
import { keepBacklog } from "@/lib/commands/backlog/keep-backlog";
import { startBacklog } from "@/lib/commands/backlog/start-backlog";
import { purgeExpired } from "@/lib/commands/purge-expired";
import { named, openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { BacklogSettings } from "@/lib/domain/backlog/row";
import { backlogView } from "@/lib/queries/backlog-import";
import { fileBacklog } from "./file-backlog";

const now = new Date("2026-12-04T10:00:00Z");
const heads = ["id", "type", "name", "email", "country", "received", "status"];
const settings: BacklogSettings = {
  columns: { oldReference: 0, rights: 1, name: 2, email: 3, place: 4, receivedOn: 5, state: 6 },
  dayOrder: "day_first",
  channel: "email",
  language: "en",
};
const row = (id: string, email: string, more: Partial<Record<"type" | "received" | "status", string>> = {}) => [
  id,
  more.type ?? "erasure",
  `Old Example ${id}`,
  email,
  "Germany",
  more.received ?? "2.11.2026",
  more.status ?? "open",
];

let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
beforeAll(async () => {
  desk = await openDesk(now);
  handler = await desk.member("handler");
});
afterAll(() => desk.close());

async function upload(rows: string[][]) {
  const kept = await keepBacklog(handler, { organisation: desk.organisation, table: { heads, rows } }, now);
  if (!kept.ok) throw new Error(kept.refusal);
  await chooseColumns(handler, { id: kept.id, settings });
  return kept.id;
}
const view = async (id: string, at = now) => {
  const found = await backlogView(handler, { organisation: desk.organisation, id }, at);
  if (!found) throw new Error("no such import");
  return found;
};
const run = async (id: string) => {
  await startBacklog(handler, { organisation: desk.organisation, id }, now);
  await fileBacklog({ organisationId: desk.organisation.id, importId: id }, now);
  return (await view(id)).done;
};
const here = (email: string) =>
  inOrganisation(desk.organisation.id, async ({ tx }) => {
    const { blindIndex } = await import("@/lib/db/key-ring");
    const emailIndex = blindIndex(desk.organisation.id, "email", email);
    return tx.privacyRequest.findMany({ where: { emailIndex }, include: { letters: true, events: true } });
  });

it("a dry run writes nothing; a run files each on its true day, and nobody gets a letter", async () => {
  const rows = [row("1", "one@example.com"), row("2", "two@example.com", { received: "nowhen" })];
  const id = await upload([...rows, row("3", "three@example.com", { status: "closed" })]);
  const before = await view(id);
  expect(before.trial).toMatchObject({ requests: 1, known: 0, ended: 1, mistakes: [{ line: 3 }] });
  expect(await here("one@example.com")).toEqual([]);
  expect(await run(id)).toEqual({ next: 3, filed: 1, known: 0, ended: 1, mistakes: 1 });
  const [filed] = await here("one@example.com");
  expect(filed).toMatchObject({ state: "open", letters: [] });
  // Art. 12(3) GDPR from 2 November, and the promise of 30 days: due, whatever day it was brought along.
  expect(filed?.receivedOn.toISOString().slice(0, 10)).toBe("2026-11-02");
  expect(filed?.dueOn?.toISOString().slice(0, 10)).toBe("2026-12-02");
});

it("the same file twice, or the same request twice in a file, files nothing twice", async () => {
  const rows = [row("7", "seven@example.com"), row("7b", "SEVEN@example.com")];
  expect(await run(await upload(rows))).toMatchObject({ filed: 1, known: 1 });
  const again = await upload(rows);
  expect((await view(again)).trial).toMatchObject({ requests: 0, known: 2 });
  expect(await run(again)).toMatchObject({ filed: 0, known: 2 });
  expect(await here("seven@example.com")).toHaveLength(1);
});

it("FLT: killed after a row was filed and before it was counted, it goes on and files no row twice", async () => {
  const id = await upload([row("11", "eleven@example.com"), row("12", "twelve@example.com")]);
  await run(id);
  await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.backlogImport.update({ where: { id }, data: { state: "running", next: 1, filed: 1 } }),
  );
  await fileBacklog({ organisationId: desk.organisation.id, importId: id }, now);
  expect((await view(id)).done).toMatchObject({ next: 2, filed: 2, known: 0 });
  expect(await here("twelve@example.com")).toHaveLength(1);
});

it("runs once however often it is pressed, and stands in the organisation's record by whom", async () => {
  const id = await upload([row("21", "twentyone@example.com")]);
  const pressed = await Promise.all(
    [1, 2, 3].map(() => startBacklog(handler, { organisation: desk.organisation, id }, now)),
  );
  expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
  await fileBacklog({ organisationId: desk.organisation.id, importId: id }, now);
  const events = await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.event.findMany({ where: { chainId: desk.organisation.id, type: { startsWith: "Backlog" } } }),
  );
  const own = events.filter(({ payload }) => (payload as { importId?: string }).importId === id);
  expect(own.map(({ type, actorId }) => [type, actorId])).toEqual([
    ["BacklogImportStarted", handler.staffId],
    ["BacklogImported", "import_backlog"],
  ]);
});

it("ATK-T1: nobody else sees it, starts it or destroys it; without the role nothing comes in", async () => {
  const id = await upload([row("31", "thirtyone@example.com")]);
  const other = await desk.member("handler");
  const { organisation } = desk;
  expect(await backlogView(other, { organisation, id }, now)).toBeNull();
  expect(await startBacklog(other, { organisation, id }, now)).toMatchObject({ ok: false });
  expect(await forgetBacklog(other, { id })).toMatchObject({ ok: false });
  const ares = named(desk.organisations, "ares");
  expect(await startBacklog(handler, { organisation: ares, id }, now)).toMatchObject({ refusal: "not_found" });
  const auditor = await desk.member("auditor");
  expect(await keepBacklog(auditor, { organisation, table: { heads, rows: [] } }, now)).toMatchObject({
    refusal: "not_your_role",
  });
});

it("GDPR Art. 5(1)(e): the rows are gone after a day, or when their owner says so, and are never in the clear", async () => {
  const secret = "thirtyseven@example.com";
  const id = await upload([row("37", secret)]);
  const stored = await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.backlogImport.findUniqueOrThrow({ where: { id } }),
  );
  expect(Buffer.from(stored.body ?? []).includes(secret)).toBe(false);
  const later = new Date(now.getTime() + 25 * 3_600_000);
  expect((await view(id, later)).table).toBeNull();
  const forgotten = await upload([row("38", secret)]);
  expect(await forgetBacklog(handler, { id: forgotten })).toEqual({ ok: true });
  expect((await view(forgotten)).table).toBeNull();
  await purgeExpired({ kind: "system", organisationId: desk.organisation.id, task: "purge" }, later);
  const left = await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.backlogImport.count({ where: { body: { not: null } } }),
  );
  expect(left).toBe(0);
});
