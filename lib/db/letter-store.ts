import "server-only";
import type { LetterKind, OwnerLetter, PersonLetter, StaffLetter } from "@/lib/domain/letters";
import { isLiveTask, type SystemTask } from "@/lib/domain/systems/task";
import { openText } from "./field-encryption";
import type { LetterSecrets } from "./letter-secrets";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";
import type { LetterFacts } from "./owed-letters";
import { dataKeyOf, loadRequest, personOf, type StoredRequest } from "./request-store";
import { staffReader } from "./staff-reader";
import { findSystem } from "./systems";

export type LetterStatus = "queued" | "sent" | "failed" | "held" | "dropped";

/** A letter with what is needed to write and post it. `to` is null when nobody is left who could read it. */
export type StoredLetter = {
  id: string;
  status: LetterStatus;
  /** It leaves no more: newer letters to its address took its place. */
  crowdedOut: boolean;
  seq: number;
  /** Link and code that an earlier try put into it. */
  held: LetterSecrets | null;
  to: string | null;
  /** The first letter of this request to the same reader, which the others hang on; null when this is it. */
  firstLetterId: string | null;
  request: StoredRequest;
} & Reader;

/** Null when there is no such letter here. */
export async function loadLetter(
  scope: Scope,
  organisation: Organisation,
  letterId: string,
): Promise<StoredLetter | null> {
  const row = await scope.tx.letter.findUnique({ where: { id: letterId } });
  const request = row?.requestId ? await loadRequest(scope, organisation, { id: row.requestId }) : null;
  if (!row || !request) return null;
  const { id, staffId, audience } = row;
  const owner = audience === "owner" ? await ownerOf(scope, request, row.facts as LetterFacts) : null;
  if (audience === "owner" && !owner) return null;
  const first = await scope.tx.letter.findFirst({
    where: { requestId: request.id, audience, staffId },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return {
    id,
    status: row.status as LetterStatus,
    crowdedOut: row.crowdedOut,
    seq: (row.facts as LetterFacts).seq,
    held: row.note && request.row.wrappedKey ? secretsOf(request, { id, note: row.note }) : null,
    to: owner ? owner.to : await readerOf(scope, request, row),
    // Nobody else's mailbox shows a thread that it never had.
    firstLetterId: first && first.id !== id && !row.address && !owner ? first.id : null,
    request,
    ...({ audience, kind: row.kind as LetterKind, task: owner?.task, system: owner?.system } as Reader),
  };
}

type Reader =
  | { audience: "person"; kind: PersonLetter }
  | { audience: "staff"; kind: StaffLetter }
  /** `system`: what the register calls it. */
  | { audience: "owner"; kind: OwnerLetter; task: SystemTask; system: string };

async function readerOf(
  scope: Scope,
  request: StoredRequest,
  row: { id: string; staffId: string | null; address: Uint8Array | null },
): Promise<string | null> {
  if (row.staffId) return staffReader(scope, row.staffId);
  return letterAddress(request, row) ?? personOf(request)?.email ?? null;
}

/** Who answers for a task's system now. Nobody is written to about what was answered or taken back meanwhile. */
async function ownerOf(scope: Scope, { facts }: StoredRequest, letter: LetterFacts) {
  const task = facts.tasks.find(({ id }) => id === letter.task);
  const system = task && (await findSystem(scope, task.system));
  if (!task || !system) return null;
  return { task, system: system.name, to: isLiveTask(task) ? (system.owner.email ?? null) : null };
}

function secretsOf(request: StoredRequest, letter: { id: string; note: Uint8Array }): LetterSecrets {
  return JSON.parse(openText(dataKeyOf(request), `letter.note.${letter.id}`, letter.note));
}

/** The other address that a letter goes to; null where it goes to the request's own, or the request was purged. */
export function letterAddress(
  request: StoredRequest,
  letter: { id: string; address: Uint8Array | null },
): string | null {
  if (!letter.address || !request.row.wrappedKey) return null;
  return openText(dataKeyOf(request), `letter.address.${letter.id}`, letter.address);
}
