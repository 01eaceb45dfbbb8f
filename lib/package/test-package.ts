import { Readable } from "node:stream";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { PackageFacts, SearchedSystem } from "@/lib/domain/package/summary-facts";
import type { ExportedRow } from "@/lib/domain/systems/system-question";
import { EXAMPLES, readOrganisations } from "@/scripts/load-organisations";
import type { RowSource } from "./build-package";

/** When the packages of tests are made. */
export const madeAt = new Date("2026-12-10T09:30:00Z");

export function searchedSystem(given: Partial<SearchedSystem> = {}): SearchedSystem {
  return {
    id: "accounts",
    name: "Accounts and workspaces",
    outcome: "found",
    identifiers: ["email", "customer_number"],
    searchedAt: new Date("2026-12-08T14:05:00Z"),
    ...given,
  };
}

/** The facts of an answer by AImarkOS to somebody in Germany. */
export function packageFacts(given: Partial<PackageFacts> = {}): PackageFacts {
  const profile = readOrganisations(EXAMPLES).find(({ slug }) => slug === "aimarkos");
  if (!profile) throw new Error("the example is gone");
  return {
    profile,
    reference: "H4K2-9QTM-7",
    language: "en",
    regime: "eu_gdpr",
    country: "DE",
    asked: ["access"],
    askedOn: "2026-12-04" as CalendarDate,
    madeOn: "2026-12-10" as CalendarDate,
    searched: [
      searchedSystem(),
      searchedSystem({ id: "billing_system", name: "Billing" }),
      searchedSystem({ id: "shared_inbox", name: "Inbox", outcome: "not_found", identifiers: ["email", "name"] }),
      searchedSystem({
        id: "campaign_store",
        name: "Campaigns and reports",
        outcome: "exception",
        reason: "The store is closed for a legal case.",
      }),
    ],
    ...given,
  };
}

/** Rows of one system as a connector leaves them. */
export function rowSource(system: string, rows: readonly ExportedRow[]): RowSource {
  const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""), "utf8");
  return { system, open: async () => Readable.from([bytes]) };
}

export async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
