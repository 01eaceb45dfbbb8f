import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepForm } from "@/lib/commands/keep-form";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { openDesk } from "@/lib/commands/test-desk";
import { pressedHere } from "@/lib/commands/test-press";
import { canaries } from "@/lib/commands/test-walk";
import { writeCheckpoint } from "@/lib/db/checkpoints";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { receiptOf } from "@/lib/db/receipt";
import { plusDays } from "@/lib/domain/calendar-date";
import { foldRequest } from "@/lib/domain/request";
import { overdueReport } from "@/lib/queries/overdue";
import { personRequest } from "@/lib/queries/person-request";
import { requestView } from "@/lib/queries/request-view";
import { verifyAudit } from "@/scripts/audit-command";
import { purgeRequests } from "./purge-requests";
import { bytesOf, closedRequest, rowsOf } from "./test-closed-request";

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

describe("when its months are over, a request is reduced to its skeleton", () => {
  let request: Awaited<ReturnType<typeof closedRequest>>;
  let link: string;
  let other: Awaited<ReturnType<typeof desk.file>>;
  let receipt: ReturnType<typeof receiptOf>;
  let before: Awaited<ReturnType<typeof desk.look>>;
  let figures: Awaited<ReturnType<typeof overdueReport>>;
  beforeAll(async () => {
    request = await closedRequest(desk, dataDir);
    link = (await desk.mailbox(request.id)).token;
    other = await desk.file();
    await desk.confirm(other.id);
    before = await desk.look(request.id);
    const asOf = plusDays(before.facts.receivedOn, 10);
    figures = await overdueReport(request.handler, { organisation: desk.organisation, asOf });
    const { reference } = request;
    await keepForm(
      desk.organisation.id,
      { browser: "b", form: `write:${reference}`, kept: { values: { words: canaries.typed }, mistakes: {} } },
      openedAt,
    );
    receipt = receiptOf(before);
    await writeCheckpoint(openedAt);
  });

  it("not on the last day that the person was told", async () => {
    expect(await purgeRequests({ dataDir }, night(request.until))).toBe(0);
    expect(await rowsOf(desk, request.id)).toMatchObject({ messages: 5, words: 1, sessions: 3 });
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
    const { letters, rights, ...left } = await rowsOf(desk, request.id);
    expect(left).toEqual({ messages: 0, files: [], words: 0, sessions: 0, challenges: 0 });
    expect(letters.filter(({ note, text }) => note || text)).toEqual([]);
    expect(letters.filter(({ status }) => status === "held" || status === "queued")).toEqual([]);
    expect(request.files.filter((id) => existsSync(bytesOf(dataDir, id)))).toEqual([]);
    expect(existsSync(join(dataDir, "outbox", `${request.letter}.eml`))).toBe(false);
    const kept = await inOrganisation(desk.organisation.id, ({ tx }) => tx.keptForm.findMany());
    expect(kept.map(({ form }) => form)).toEqual(["ask"]);
    // The skeleton: what was asked, under which law, when, and what became of it.
    expect(row).toMatchObject({ reference: request.reference, state: "closed", country: "DE", relation: "self" });
    expect(rights).toMatchObject([{ right: "access", outcome: "granted" }]);
    expect(facts).toMatchObject({ purgedOn: plusDays(request.until, 1), outcomes: before.facts.outcomes });
    // Of its letters two had been taken in hand and held a link.
    expect(chain.at(-1)?.event).toEqual({ type: "RequestPurged", files: 2, messages: 5, answers: 1, letters: 3 });
    expect(foldRequest(chain)).toEqual(facts);
  });

  it("leaves no word of theirs in any row of the request, only the record", async () => {
    const held = JSON.stringify([await desk.look(request.id), await rowsOf(desk, request.id)]);
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
    expect((await rowsOf(desk, other.id)).challenges).toBeGreaterThan(0);
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
    expect(report).toEqual(figures);
    expect(report.cohorts.find((cohort) => cohort.month === month)).toMatchObject({ onTime: 1 });
  });

  it("the person's key opens nothing: the page answers like one that never was", async () => {
    const { organisation } = desk;
    const { reference, id } = request;
    expect(await personRequest(request.person, { organisation, reference }, openedAt)).toBeNull();
    const visitor = { kind: "visitor", organisationId: organisation.id } as const;
    const presented = await pressedHere(organisation, link);
    expect(await redeemChallenge(visitor, { organisation, presented }, openedAt)).toMatchObject({
      refusal: "link_dead",
    });
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
