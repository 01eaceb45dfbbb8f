import { randomUUID } from "node:crypto";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { keepPaperDraft } from "@/lib/db/paper-drafts";
import { dataKeyOf } from "@/lib/db/request-store";
import { spendToken } from "@/lib/db/spent-tokens";
import type { FileToKeep } from "@/lib/domain/step-change";
import { keepBacklog } from "./backlog/keep-backlog";
import { keepForm } from "./keep-form";
import { planBulk } from "./plan-bulk";
import type { openDesk } from "./test-desk";

/** Words that appear nowhere else, so that one search finds where they went. */
export const canaries = {
  name: "Robin Canaryname",
  email: "robin.canarymail@example.com",
  detail: "canary-detail the blue account",
  note: "canary-note looked in the ledger",
  proofWords: "canary-proof the address is the account's",
  message: "canary-message hello from the desk",
  reply: "canary-reply thank you",
  reason: "canary-reason many systems",
  answer: "canary-answer here is what we hold",
  fileName: "canary-file.pdf",
  typed: "canary-typed not sent yet",
} as const;

export function aFile(): FileToKeep {
  const fileKey = "AGE-SECRET-KEY-1CANARYKEY";
  return { id: randomUUID(), name: canaries.fileName, mediaType: "application/pdf", size: 3, digest: "ab", fileKey };
}

/** One request through everything that writes: filed, confirmed, talked about, extended, answered with a file, collected. */
export async function walkThrough(desk: Awaited<ReturnType<typeof openDesk>>) {
  const handler = await desk.member("handler");
  const approver = await desk.member("approver", "dpo");
  const filed = await desk.file({
    person: { name: canaries.name, email: canaries.email },
    details: { access: { which: canaries.detail } },
  });
  const secrets = await desk.mailbox(filed.id);
  await keepForm(
    desk.organisation.id,
    { browser: "canary-browser", form: "ask", kept: { values: { words: canaries.typed }, mistakes: {} } },
    desk.openedAt,
  );
  await desk.confirm(filed.id);
  await inOrganisation(desk.organisation.id, (scope) =>
    spendToken(scope, { id: randomUUID(), expiresAt: new Date(desk.openedAt.getTime() + 60_000) }),
  );
  const stored = await desk.look(filed.id);
  const face = randomUUID();
  await inOrganisation(desk.organisation.id, (scope) =>
    keepPaperDraft(
      scope,
      {
        id: face,
        requestId: filed.id,
        sessionId: randomUUID(),
        key: dataKeyOf(stored),
        kind: "document_checked",
        fileKey: "AGE-SECRET-KEY-1CANARY",
      },
      desk.openedAt,
    ),
  );
  const file = aFile();
  const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
  const taken = [
    await desk.step(handler, filed.id, { step: "begin" }),
    await desk.step(handler, filed.id, { step: "note", words: canaries.note }),
    await desk.step(handler, filed.id, { step: "message", words: canaries.message }),
    await desk.step(filed.person, filed.id, { step: "write", words: canaries.reply, files: [aFile()] }),
    await desk.step(handler, filed.id, { step: "accept_proof", kind: "address_on_file", words: canaries.proofWords }),
    await desk.step(handler, filed.id, { step: "extend", words: canaries.reason }),
    await desk.step(handler, filed.id, { step: "prepare", words: canaries.answer, outcomes, files: [file] }),
    await desk.step(approver, filed.id, { step: "release" }),
  ];
  const person = await desk.showAnew(filed.person);
  taken.push(await desk.step(person, filed.id, { step: "collect", fileId: file.id }));
  const refused = taken.find(({ ok }) => !ok);
  if (refused) throw new Error(`the walk stopped: ${JSON.stringify(refused)}`);
  const { organisation, openedAt } = desk;
  const many = {
    organisation,
    change: { step: "note", words: `${canaries.name} called.` },
    references: [filed.reference],
    chosenFrom: "view:open",
  } as const;
  await planBulk(handler, many, openedAt);
  const table = { heads: ["name"], rows: [[canaries.name]] };
  await keepBacklog(handler, { organisation, table }, openedAt);
  await inOrganisation(desk.organisation.id, ({ tx, organisationId }) =>
    tx.assignmentRule.create({
      data: { id: randomUUID(), organisationId, place: 1, name: "The rest", staffIds: [handler.staffId] },
    }),
  );
  return { ...filed, secrets, handler, approver };
}
