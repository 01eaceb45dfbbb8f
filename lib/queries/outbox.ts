import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { LetterKind } from "@/lib/domain/letters";
import { staffNames } from "./staff-names";

/** `queued` goes out by itself, `held` waits for a mail server, `failed` needs a person. */
export type OutboxStatus = "queued" | "held" | "failed";

export type OutboxLine = {
  id: string;
  kind: LetterKind;
  audience: "person" | "staff" | "owner";
  /** Null for a letter that belongs to no request. */
  reference: string | null;
  /** Name of the member of staff it goes to; null for a letter to the person. */
  reader: string | null;
  status: OutboxStatus;
  attempts: number;
  /** Numbers and our own words; nothing that a mail server said. */
  lastError: string | null;
  queuedAt: Date;
  /** Set where the address had its letters for the day, so that this one leaves later. */
  notBefore: Date | null;
  /** Name of the file under the data folder's `outbox`, for a letter that is held. */
  file: string | null;
};

export type Outbox = { counts: Readonly<Record<OutboxStatus, number>>; lines: readonly OutboxLine[]; more: boolean };

const pageSize = 100;
const waiting: readonly OutboxStatus[] = ["failed", "held", "queued"];

/** Letters that have not left, oldest first: all, or those of one status, from after `after` (a letter's id). */
export async function outbox(
  actor: StaffActor,
  filter: { status?: OutboxStatus | undefined; after?: string | undefined } = {},
): Promise<Outbox> {
  return inOrganisation(actor.organisationId, async (scope) => {
    const { tx } = scope;
    const status = { in: filter.status ? [filter.status] : [...waiting] };
    const [rows, counted] = await Promise.all([
      tx.letter.findMany({
        where: { status },
        orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
        take: pageSize + 1,
        ...(filter.after ? { cursor: { id: filter.after }, skip: 1 } : {}),
        include: { request: { select: { reference: true } } },
      }),
      tx.letter.groupBy({ by: ["status"], where: { status: { in: [...waiting] } }, _count: true }),
    ]);
    const page = rows.slice(0, pageSize);
    const names = await staffNames(
      scope,
      page.flatMap(({ staffId }) => staffId ?? []),
    );
    const countOf = (one: OutboxStatus) => counted.find((group) => group.status === one)?._count ?? 0;
    return {
      counts: { failed: countOf("failed"), held: countOf("held"), queued: countOf("queued") },
      lines: page.map((row) => ({
        id: row.id,
        kind: row.kind as LetterKind,
        audience: row.audience as OutboxLine["audience"],
        reference: row.request?.reference ?? null,
        reader: row.staffId && (names.get(row.staffId) ?? "somebody who left"),
        status: row.status as OutboxStatus,
        attempts: row.attempts,
        lastError: row.lastError,
        queuedAt: row.queuedAt,
        notBefore: row.leavesAt > row.queuedAt ? row.leavesAt : null,
        file: row.status === "held" ? `${row.id}.eml` : null,
      })),
      more: rows.length > pageSize,
    };
  });
}
