import { afterAll, beforeAll, expect, it } from "vitest";
import { recordLook } from "@/lib/commands/record-look";
import { named, openDesk } from "@/lib/commands/test-desk";
import { canaries, walkThrough } from "@/lib/commands/test-walk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { auditPage, requestChain } from "./audit";
import { requestView } from "./request-view";
import { fileOfRequest } from "./stored-file";

const now = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let walked: Awaited<ReturnType<typeof walkThrough>>;

beforeAll(async () => {
  desk = await openDesk(now);
  walked = await walkThrough(desk);
});
afterAll(() => desk.close());

const viewAs = async (...roles: Parameters<typeof desk.member>) =>
  requestView(await desk.member(...roles), { organisation: desk.organisation, reference: walked.reference }, now);

it("opens to the handler who asks, what was written, what is proven and which step comes next", async () => {
  const view = await viewAs("handler");
  expect(view).toMatchObject({ person: { name: canaries.name, email: canaries.email }, seesPerson: true });
  expect(view?.messages.map(({ from, words }) => [from, words])).toContainEqual(["note", canaries.note]);
  expect(view?.messages.find(({ from }) => from === "person")?.files).toMatchObject([{ name: canaries.fileName }]);
  expect(view?.answers).toMatchObject([{ words: canaries.answer, files: [{ name: canaries.fileName }] }]);
  expect(view).toMatchObject({ primary: "close", version: view?.chain.length });
  expect(view?.names.get(walked.approver.staffId)).toBe("Demo approver and dpo");
  expect(view?.steps.find(({ step }) => step === "prepare")).toMatchObject({ refusal: "not_open_in_this_state" });
});

it("offers an auditor no step and an administrator no person", async () => {
  const auditor = await viewAs("auditor");
  expect(auditor).toMatchObject({ primary: null, seesPerson: true });
  expect(auditor?.steps.map(({ step }) => step)).toEqual(["inspect"]);
  const administrator = await viewAs("administrator");
  expect(administrator).toMatchObject({ person: null, details: null, messages: [], answers: [], seesPerson: false });
  expect(JSON.stringify(administrator)).not.toContain("canary");
});

it("does not exist for another organisation's staff, file included", async () => {
  const ares = named(desk.organisations, "ares");
  const stranger = { ...(await desk.member("handler")), organisationId: ares.id };
  const input = { organisation: ares, reference: walked.reference };
  expect(await requestView(stranger, input, now)).toBeNull();
  expect(await requestView(stranger, { ...input, organisation: desk.organisation }, now)).toBeNull();
  const fileId = await anyFile();
  expect(await fileOfRequest(stranger, { ...input, fileId })).toBeNull();
  expect(await fileOfRequest(walked.handler, { ...input, organisation: desk.organisation, fileId })).toMatchObject({
    name: canaries.fileName,
  });
  const administrator = await desk.member("administrator");
  expect(await fileOfRequest(administrator, { ...input, organisation: desk.organisation, fileId })).toBeNull();
});

it("does not open a file under another request's reference", async () => {
  const other = await desk.file();
  const input = { organisation: desk.organisation, reference: other.reference, fileId: await anyFile() };
  expect(await fileOfRequest(walked.handler, input)).toBeNull();
});

it("walks a request's chain, and sees when its end was cut off", async () => {
  const chain = await requestChain(walked.handler, walked.reference);
  expect(chain).toMatchObject({ broken: null });
  expect(chain?.chain.length).toBeGreaterThan(8);
  await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.privacyRequest.update({ where: { id: walked.id }, data: { head: "0".repeat(64) } }),
  );
  expect(await requestChain(walked.handler, walked.reference)).toMatchObject({
    broken: { why: "the newest entry is missing" },
  });
});

it("lists the organisation's record by request, by actor and by type, looks included", async () => {
  const auditor = await desk.member("auditor");
  const look = { type: "AuditViewed", reference: walked.reference } as const;
  await recordLook(auditor, { organisation: desk.organisation, look }, new Date(now.getTime() + 60_000));
  const all = await auditPage(auditor, {});
  expect(all.entries[0]).toMatchObject({ reference: null, actorId: auditor.staffId, event: look });
  const mine = await auditPage(auditor, { reference: walked.reference, actor: walked.approver.staffId });
  expect(mine.entries.map(({ event }) => event.type)).toEqual(["AnswerReleased"]);
  const byPerson = await auditPage(auditor, { actor: "person", type: "AnswerCollected" });
  expect(byPerson.entries).toMatchObject([{ reference: walked.reference }]);
  const stranger = { ...auditor, organisationId: named(desk.organisations, "ares").id };
  expect((await auditPage(stranger, {})).entries.map(({ event }) => event.type)).toEqual(["SystemsRead"]);
});

async function anyFile(): Promise<string> {
  const file = await inOrganisation(desk.organisation.id, ({ tx }) => tx.storedFile.findFirst());
  if (!file) throw new Error("the walk stored files");
  return file.id;
}
