import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { openDesk } from "@/lib/commands/test-desk";
import { canaries, walkThrough } from "@/lib/commands/test-walk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { plusMonths } from "@/lib/domain/calendar-date";
import { holdInOutbox } from "@/lib/mailer/outbox-folder";

type Desk = Awaited<ReturnType<typeof openDesk>>;

export function bytesOf(dataDir: string, fileId: string): string {
  return join(dataDir, "files", fileId.slice(0, 2), `${fileId}.age`);
}

/** Everything that hangs on a request and could still name somebody. */
export function rowsOf(desk: Desk, requestId: string) {
  return inOrganisation(desk.organisation.id, async ({ tx }) => ({
    messages: await tx.message.count({ where: { requestId } }),
    files: await tx.storedFile.findMany({ where: { requestId }, orderBy: { id: "asc" } }),
    words: await tx.answer.count({ where: { requestId, body: { not: null } } }),
    letters: await tx.letter.findMany({ where: { requestId } }),
    sessions: await tx.personSession.count({ where: { requestId } }),
    challenges: await tx.challenge.count({ where: { requestId } }),
    rights: await tx.requestRight.findMany({ where: { requestId } }),
  }));
}

/** A request that went through everything and is closed, its files on the disk and one letter held as a file. */
export async function closedRequest(desk: Desk, dataDir: string) {
  const walk = await walkThrough(desk);
  const closed = await desk.step(walk.handler, walk.id, { step: "close" });
  if (!closed.ok) throw new Error(closed.refusal);
  const { files, letters } = await rowsOf(desk, walk.id);
  for (const { id } of files) {
    await mkdir(join(dataDir, "files", id.slice(0, 2)), { recursive: true });
    await writeFile(bytesOf(dataDir, id), "sealed");
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
