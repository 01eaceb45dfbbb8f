import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { canaries, walkThrough } from "@/lib/commands/test-walk";
import { writeCheckpoint } from "@/lib/db/checkpoints";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { receiptOf } from "@/lib/db/receipt";
import { rawRole } from "@/lib/db/test-app-role";
import { calendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { foldRequest } from "@/lib/domain/request";
import { holdInOutbox } from "@/lib/mailer/outbox-folder";
import { overdueReport } from "@/lib/queries/overdue";
import { personRequest } from "@/lib/queries/person-request";
import { requestView } from "@/lib/queries/request-view";
import { verifyAudit } from "@/scripts/audit-command";
import { purgeRequests } from "./purge-requests";

const openedAt = new Date("2026-12-04T10:00:00Z");
const night = (day: string) => new Date(`${day}T07:37:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-purge-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk(openedAt);
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

const pathOf = (id: string) => join(dataDir, "files", id.slice(0, 2), `${id}.age`);
const rowsOf = (requestId: string) =>
  inOrganisation(desk.organisation.id, async ({ tx }) => ({
    messages: await tx.message.count({ where: { requestId } }),
    files: await tx.storedFile.findMany({ where: { requestId }, orderBy: { id: "asc" } }),
    words: await tx.answer.count({ where: { requestId, body: { not: null } } }),
    letters: await tx.letter.findMany({ where: { requestId } }),
    sessions: await tx.personSession.count({ where: { requestId } }),
    challenges: await tx.challenge.count({ where: { requestId } }),
    rights: await tx.requestRight.findMany({ where: { requestId } }),
  }));

/** A request that went through everything and is closed, its files on the disk and one letter held as a file. */
async function closedRequest() {
  const walk = await walkThrough(desk);
  const closed = await desk.step(walk.handler, walk.id, { step: "close" });
  if (!closed.ok) throw new Error(closed.refusal);
  const { files, letters } = await rowsOf(walk.id);
  for (const { id } of files) {
    await mkdir(join(dataDir, "files", id.slice(0, 2)), { recursive: true });
    await writeFile(pathOf(id), "sealed");
  }
  const letter = letters.find(({ status }) => status === "queued");
  if (!letter) throw new Error("no letter waits");
  await holdInOutbox(dataDir, letter.id, Buffer.from(canaries.email));
  await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.update({ where: { id: letter.id }, data: { status: "held" } }),
  );
  const { closedOn } = (await desk.look(walk.id)).facts;
  if (!closedOn) throw new Error("not closed");
  return { ...walk, files: files.map(({ id }) => id), letter: letter.id, until: plusMonths(closedOn, 24) };
}

describe("when its months are over, a request is reduced to its skeleton", () => {
  let request: Awaited<ReturnType<typeof closedRequest>>;
  let other: Awaited<ReturnType<typeof desk.file>>;
  let receipt: ReturnType<typeof receiptOf>;
  let before: Awaited<ReturnType<typeof desk.look>>;
  beforeAll(async () => {
    request = await closedRequest();
    other = await desk.file();
    await desk.confirm(other.id);
    before = await desk.look(request.id);
    receipt = receiptOf(before);
    await writeCheckpoint(openedAt);
  });

  it("not on the last day that the person was told", async () => {
    expect(await purgeRequests({ dataDir }, night(request.until))).toBe(0);
    expect(await rowsOf(request.id)).toMatchObject({ messages: 5, words: 1, sessions: 2 });
    expect((await desk.look(request.id)).row.wrappedKey).not.toBeNull();
  });

  it("but in the night after it: words, names, indexes, keys, letters, sessions, files and their bytes", async () => {
    expect(await purgeRequests({ dataDir }, night(plusDays(request.until, 1)))).toBe(1);
    const { row, facts, chain } = await desk.look(request.id);
    const { wrappedKey, person, details, emailIndex, nameIndex } = row;
    expect({ wrappedKey, person, details, emailIndex, nameIndex }).toEqual({
      wrappedKey: null,
      person: null,
      details: null,
      emailIndex: null,
      nameIndex: null,
    });
    const { letters, rights, ...left } = await rowsOf(request.id);
    expect(left).toEqual({ messages: 0, files: [], words: 0, sessions: 0, challenges: 0 });
    expect(letters.filter(({ note, text }) => note || text)).toEqual([]);
    expect(letters.filter(({ status }) => status === "held" || status === "queued")).toEqual([]);
    expect(request.files.map(pathOf).filter(existsSync)).toEqual([]);
    expect(existsSync(join(dataDir, "outbox", `${request.letter}.eml`))).toBe(false);
    // The skeleton: what was asked, under which law, when, and what became of it.
    expect(row).toMatchObject({ reference: request.reference, state: "closed", country: "DE", relation: "self" });
    expect(rights).toMatchObject([{ right: "access", outcome: "granted" }]);
    expect(facts).toMatchObject({ purgedOn: plusDays(request.until, 1), outcomes: before.facts.outcomes });
    // Of all its letters only the first had been taken in hand, and held a link.
    expect(chain.at(-1)?.event).toEqual({ type: "RequestPurged", files: 2, messages: 5, answers: 1, letters: 1 });
    expect(foldRequest(chain)).toEqual(facts);
  });

  it("leaves no word of theirs in any row of the request, only the record", async () => {
    const held = JSON.stringify([await desk.look(request.id), await rowsOf(request.id)]);
    expect(held.toLowerCase()).not.toMatch(/canary|robin/);
  });

  it("a second night changes nothing", async () => {
    const { head } = (await desk.look(request.id)).row;
    expect(await purgeRequests({ dataDir }, night(plusDays(request.until, 2)))).toBe(0);
    expect((await desk.look(request.id)).row.head).toBe(head);
  });

  it("touches no request that still runs", async () => {
    const { row, facts } = await desk.look(other.id);
    expect([facts.state, row.person !== null, row.wrappedKey !== null]).toEqual(["open", true, true]);
    expect((await rowsOf(other.id)).challenges).toBeGreaterThan(0);
  });

  it("the record still holds, the receipt too, offline and against it", async () => {
    expect((await verifyAudit([], true)).lines.filter((line) => line.startsWith("BROKEN"))).toEqual([]);
    const read = () => JSON.stringify(receipt);
    for (const hasDatabase of [false, true]) {
      expect(await verifyAudit(["--receipt", "receipt.json"], hasDatabase, read)).toMatchObject({ ok: true });
    }
    await writeCheckpoint(night(plusDays(request.until, 1)));
    expect((await verifyAudit([], true)).ok).toBe(true);
  });

  it("reports of any day say what they said before", async () => {
    const { organisation } = desk;
    const asOf = plusDays(before.facts.receivedOn, 10);
    const month = before.facts.receivedOn.slice(0, 7);
    const report = await overdueReport(request.handler, { organisation, asOf });
    expect(report.cohorts.find((cohort) => cohort.month === month)).toMatchObject({ onTime: 1 });
  });

  it("the person's key opens nothing: the page answers like one that never was", async () => {
    const { organisation } = desk;
    const { reference, secrets, id } = request;
    expect(await personRequest(request.person, { organisation, reference }, openedAt)).toBeNull();
    expect(await desk.confirm(id).catch((fault: Error) => fault.message)).toBe("no letter with a link");
    expect(secrets.token).not.toBe("");
    const written = await desk.step(request.person, id, { step: "write", words: "Hello?", files: [] });
    expect(written).toEqual({ ok: false, refusal: "not_open_in_this_state" });
  });

  it("staff see the skeleton and can do nothing with it", async () => {
    const { organisation } = desk;
    const view = await requestView(request.handler, { organisation, reference: request.reference }, openedAt);
    expect(view).toMatchObject({ person: null, details: null, messages: [], answers: [], primary: null });
    expect(view?.facts.purgedOn).toBe(plusDays(request.until, 1));
    expect(view?.steps.filter(({ refusal }) => refusal === null)).toEqual([]);
  });
});

describe("what is never purged", () => {
  const long = "2031-01-01";

  it("a request that runs, or waits for its person, however old", async () => {
    const { id } = await desk.file();
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
  });

  it("one whose person wrote after the end, until somebody has dealt with it", async () => {
    const { id, person, handler } = await closedRequest();
    await desk.step(person, id, { step: "write", words: "I do not agree.", files: [] });
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
    await desk.step(handler, id, { step: "note", words: "Settled by telephone." });
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).facts.purgedOn).toBe(long);
  });

  it("one whose record does not hold: it may be needed as evidence", async () => {
    const { id } = await closedRequest();
    const owner = await rawRole(desk.ownerUrl);
    const alter = async (to: string) => {
      await owner.client.query("alter table event disable trigger user");
      await owner.attempt(desk.organisation.id, (sql) =>
        sql.query("update event set actor_id = $2 where chain_id = $1 and type = 'RequestClosed'", [id, to]),
      );
      await owner.client.query("alter table event enable trigger user");
    };
    const { actorId } = (await desk.look(id)).chain.at(-1) ?? {};
    await alter("somebody-else");
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).row.person).not.toBeNull();
    await alter(actorId ?? "");
    await purgeRequests({ dataDir }, night(long));
    expect((await desk.look(id)).row.person).toBeNull();
    await owner.close();
  });

  it("11 CCR §7101: one that Californian law wants kept 24 months, whatever the profile says", async () => {
    const { id, until } = await closedRequest();
    const owner = await rawRole(desk.ownerUrl);
    const shorten = `update organisation set profile = jsonb_set(profile, '{requestRetentionMonths}', '3') where id = $1`;
    await owner.client.query(shorten, [desk.organisation.id]);
    await purgeRequests({ dataDir }, night(until));
    expect((await desk.look(id)).facts.purgedOn).toBeNull();
    await purgeRequests({ dataDir }, night(plusDays(until, 1)));
    expect((await desk.look(id)).facts.purgedOn).toBe(plusDays(until, 1));
    await owner.close();
  });
});

describe("every end leads there", () => {
  const dayAfter = night(plusDays(plusMonths(calendarDate("2026-12-04"), 24), 1));

  it("withdrawn, and answered without anybody closing it", async () => {
    const withdrawn = await desk.file();
    await desk.confirm(withdrawn.id);
    await desk.step(withdrawn.person, withdrawn.id, { step: "withdraw" });
    const answered = await walkThrough(desk);
    await purgeRequests({ dataDir }, dayAfter);
    for (const { id } of [withdrawn, answered]) expect((await desk.look(id)).row.wrappedKey).toBeNull();
  });

  it("two workers in the same night purge once", async () => {
    const { id } = await walkThrough(desk);
    await Promise.all([purgeRequests({ dataDir }, dayAfter), purgeRequests({ dataDir }, dayAfter)]);
    const { chain } = await desk.look(id);
    expect(chain.filter(({ event }) => event.type === "RequestPurged")).toHaveLength(1);
  });

  it("and at the end the whole record holds", async () => {
    expect((await verifyAudit([], true)).lines.filter((line) => line.startsWith("BROKEN"))).toEqual([]);
  });
});
