import "server-only";
import { owingStates } from "@/lib/domain/lifecycle";
import type { RiskSignal, Surroundings } from "@/lib/domain/risk-signals";
import { riskThresholds } from "@/lib/domain/risk-signals";
import { Prisma, type PrivacyRequest } from "@/lib/generated/prisma/client";
import type { Scope } from "./organisation-scope";

type Around = Pick<PrivacyRequest, "id" | "receivedAt" | "relation" | "emailIndex" | "nameIndex" | "sourceIndex">;
const shared = ["new_address", "many_names", "known_duplicate", "agent_volume", "proof_reused"] as const;
/** Signals that rest on other requests of the organisation. */
export type SharedSignal = (typeof shared)[number];

export function isShared(signal: RiskSignal): signal is SharedSignal {
  return (shared as readonly RiskSignal[]).includes(signal);
}

const owed = [...owingStates];

// Which other requests `o` a signal about `of` rests on. Each looks through an index of the organisation's own rows.
function resting(signal: SharedSignal, of: Around): Prisma.Sql {
  switch (signal) {
    // A mailbox of their own can be confirmed by anybody in any name: known is who showed more, and whose proof stands.
    // Agents write for others: their address is not the name's.
    case "new_address":
      return Prisma.sql`o.name_index = ${of.nameIndex} and o.email_index <> ${of.emailIndex}
        and o.relation in ('self', 'helper') and ${of.relation} in ('self', 'helper')
        and o.proven <> 'none' and exists (select 1 from proof p where p.request_id = o.id and p.level > 1)`;
    case "many_names":
      return Prisma.sql`o.source_index = ${of.sourceIndex} and o.name_index <> ${of.nameIndex}
        and o.received_at between ${of.receivedAt}::timestamptz - interval '1 day' and ${of.receivedAt}::timestamptz + interval '1 day'`;
    case "known_duplicate":
      return Prisma.sql`o.email_index = ${of.emailIndex} and o.received_at < ${of.receivedAt} and o.state = any(${owed})
        and exists (
          select 1 from request_right theirs join request_right ours using ("right")
          where theirs.request_id = o.id and ours.request_id = ${of.id}::uuid
        )`;
    case "agent_volume":
      return Prisma.sql`o.email_index = ${of.emailIndex} and o.name_index <> ${of.nameIndex}
        and o.relation = 'agent' and ${of.relation} = 'agent'
        and o.received_at > ${of.receivedAt}::timestamptz - make_interval(days => ${riskThresholds.days}::int)`;
    // Digests stay when papers go.
    case "proof_reused":
      return Prisma.sql`exists (
        select 1 from stored_file theirs join stored_file ours using (digest)
        where theirs.request_id = o.id and theirs.purpose = 'proof' and ours.request_id = ${of.id}::uuid and ours.purpose = 'proof'
      )`;
  }
}

/** What stands around a request, counted. The same look-ups whether anything is found or not. */
export async function surroundingsOf({ tx, organisationId }: Scope, of: Around): Promise<Surroundings> {
  const names = async (signal: SharedSignal) => {
    const [found] = await tx.$queryRaw<{ requests: number; names: number }[]>`
      select count(*)::int as requests, count(distinct o.name_index)::int as names from privacy_request o
      where o.organisation_id = ${organisationId}::uuid and o.id <> ${of.id}::uuid and ${resting(signal, of)}`;
    return found ?? { requests: 0, names: 0 };
  };
  const elsewhere = await names("new_address");
  const source = await names("many_names");
  const agent = await names("agent_volume");
  const before = await names("known_duplicate");
  return {
    knownElsewhere: elsewhere.requests > 0,
    namesFromSource: of.sourceIndex === null ? 0 : source.names + 1,
    namesOfAgent: of.relation === "agent" ? agent.names + 1 : 0,
    askedBefore: before.requests > 0,
  };
}

/** The requests that a signal rests on as things stand now, the newest first, ten at most. */
export async function restsOn({ tx, organisationId }: Scope, of: Around, signal: SharedSignal): Promise<string[]> {
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    select o.reference from privacy_request o
    where o.organisation_id = ${organisationId}::uuid and o.id <> ${of.id}::uuid and ${resting(signal, of)}
    order by o.received_at desc limit 10`;
  return rows.map(({ reference }) => reference);
}
