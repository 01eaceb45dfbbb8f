import "server-only";
import { type BacklogTable, backlogHours } from "@/lib/domain/backlog/import";
import type { BacklogDesk, BacklogSettings } from "@/lib/domain/backlog/row";
import type { Filing } from "@/lib/domain/filing";
import { canonicalEmail } from "@/lib/domain/filing";
import type { BacklogImport } from "@/lib/generated/prisma/client";
import { openForInstance, sealForInstance } from "./field-encryption";
import { blindIndex } from "./key-ring";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";
import { todayAt } from "./request-store";

function placeOf(id: string): string {
  return `backlog_import.body.${id}`;
}

export function sealBacklog(id: string, table: BacklogTable): Uint8Array<ArrayBuffer> {
  return sealForInstance("backlog", placeOf(id), JSON.stringify(table));
}

/** The table of an import; null once it was destroyed or its day is over. */
export function backlogTable({ id, body, at }: BacklogImport, now: Date): BacklogTable | null {
  if (!body || now.getTime() - at.getTime() > backlogHours * 3_600_000) return null;
  return JSON.parse(openForInstance("backlog", placeOf(id), body));
}

/** What was chosen for it; null before anybody chose. Written only by chooseColumns. */
export function backlogSettings({ settings }: BacklogImport): BacklogSettings | null {
  return settings as BacklogSettings | null;
}

export function backlogDesk(organisation: Organisation, now: Date): BacklogDesk {
  const { profile } = organisation;
  return {
    rights: profile.rights.map(({ right }) => right),
    languages: profile.languages.offered,
    timeZone: profile.timeZone,
    today: todayAt(organisation, now),
  };
}

/** By what the same request would be known: the address, the day, and what is asked. */
export function sameness({ person, receivedOn, rights }: Pick<Filing, "person" | "receivedOn" | "rights">, of: Scope) {
  return keyOf(blindIndex(of.organisationId, "email", canonicalEmail(person.email)), receivedOn ?? "", rights);
}

function keyOf(emailIndex: string, day: string, rights: readonly string[]): string {
  return [emailIndex, day, ...[...rights].sort()].join(" ");
}

/** Of these filings, the sameness of those that stand here already under another filing key than `own`. */
export async function samenessHere(
  scope: Scope,
  filings: readonly Filing[],
  own: string | null = null,
): Promise<ReadonlySet<string>> {
  const indexes = filings.map(({ person }) => blindIndex(scope.organisationId, "email", canonicalEmail(person.email)));
  const days = filings.flatMap(({ receivedOn }) => (receivedOn ? [dayToRow(receivedOn)] : []));
  const found = await scope.tx.privacyRequest.findMany({
    where: {
      organisationId: scope.organisationId,
      emailIndex: { in: [...new Set(indexes)] },
      receivedOn: { in: days },
      ...(own ? { filingKey: { not: own } } : {}),
    },
    select: { emailIndex: true, receivedOn: true, rights: { select: { right: true } } },
  });
  return new Set(
    found.map(({ emailIndex, receivedOn, rights }) =>
      keyOf(
        emailIndex ?? "",
        dayFromRow(receivedOn),
        rights.map(({ right }) => right),
      ),
    ),
  );
}
