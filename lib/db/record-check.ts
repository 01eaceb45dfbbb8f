import "server-only";
import { contradiction, firstBrokenCheckpoint, type Vouched, vouchedEntries } from "@/lib/domain/checkpoint-walk";
import { type ContestTold, openContests } from "@/lib/domain/contest";
import type { ContestStanding } from "@/lib/domain/contest-notices";
import type { RecordedEvent } from "@/lib/domain/events";
import { firstBreak } from "@/lib/domain/ledger";
import { foldRequest } from "@/lib/domain/request";
import { proofStanding } from "@/lib/domain/request-proofs";
import { systemsWaitedFor } from "@/lib/domain/systems/task";
import { listCheckpoints } from "./checkpoints";
import { dayFromRow } from "./law-day";
import { inOrganisation, type Scope } from "./organisation-scope";
import { listOrganisations } from "./organisations";
import { recordedFromRow } from "./request-store";
import { sha256 } from "./sha256";
import { keyIdOf, publicKey, verifyText } from "./signing-key";

export type RecordCheck = { chains: number; entries: number; checkpoints: number; problem: string | null };

const pageSize = 200;

/** Walks every chain and every checkpoint of every organisation; stops at the first thing that does not hold. */
export async function checkRecord(): Promise<RecordCheck> {
  const checkpoints = await listCheckpoints();
  const key = publicKey();
  const isSigned = (text: string, { signature, keyId }: { signature: string; keyId: string }) =>
    keyId === keyIdOf(key) && verifyText(text, signature, key);
  const check: RecordCheck = { chains: 0, entries: 0, checkpoints: checkpoints.length, problem: null };
  check.problem = firstBrokenCheckpoint(checkpoints, isSigned, sha256);
  const vouched = vouchedEntries(checkpoints);
  const seen = new Set<string>();
  for (const organisation of await listOrganisations()) {
    check.problem ??= await checkOrganisation(organisation, { check, vouched, seen });
  }
  const gone = check.problem ? undefined : [...vouched.keys()].find((chain) => !seen.has(chain));
  if (gone) check.problem = `chain ${gone} is gone: a checkpoint saw it`;
  return check;
}

type Walk = { check: RecordCheck; vouched: Vouched; seen: Set<string> };

async function checkOrganisation({ id, slug }: { id: string; slug: string }, walk: Walk): Promise<string | null> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const chains = await inOrganisation(id, (scope) => chainsAfter(scope, after));
    for (const chainId of chains) {
      walk.seen.add(chainId);
      // Somebody may append between two reads of a living record: only what is still wrong at the second look is wrong.
      const problem = (await checkChain(id, chainId, walk, true)) && (await checkChain(id, chainId, walk, false));
      if (problem) return `${slug}, ${problem}`;
    }
    const last = chains.at(-1);
    if (last === undefined || chains.length < pageSize) return null;
    after = last;
  }
}

/** Requests count as chains even when their record is gone. The owner may be above row policies, so tenants are named. */
async function chainsAfter({ tx, organisationId }: Scope, after: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ chain: string }[]>`
    select chain::text from (
      select chain_id as chain from event where organisation_id = ${organisationId}::uuid
      union select id from privacy_request where organisation_id = ${organisationId}::uuid
    ) every_chain where chain > ${after}::uuid order by chain limit ${pageSize}`;
  return rows.map(({ chain }) => chain);
}

async function checkChain(
  organisationId: string,
  chainId: string,
  { check, vouched }: Walk,
  counts: boolean,
): Promise<string | null> {
  const { row, chain } = await inOrganisation(organisationId, async ({ tx }) => {
    const events = await tx.event.findMany({ where: { chainId, organisationId }, orderBy: { seq: "asc" } });
    const found = await tx.privacyRequest.findFirst({ where: { id: chainId, organisationId } });
    return { row: found, chain: events.map(recordedFromRow) };
  });
  if (counts) {
    check.chains += 1;
    check.entries += chain.length;
  }
  const named = row ? `request ${row.reference}` : `chain ${chainId}`;
  const broken = brokenRecord(row, chain, { organisationId, chainId }, vouched);
  return broken && `${named}: ${broken}`;
}

/** Why this chain, or the request's row beside it, does not hold; null when all does. `row` null: there is none. */
export function brokenRecord(
  row: Row | null,
  chain: readonly RecordedEvent[],
  of: { organisationId: string; chainId: string },
  vouched: Vouched,
): string | null {
  const broken = firstBreak(chain, of, sha256)?.why ?? contradiction(chain, vouched, of.chainId);
  if (broken) return broken;
  if (!row) return of.chainId === of.organisationId ? null : "its request is gone";
  return unlikeFold(row, chain);
}

type Row = {
  state: string;
  version: number;
  head: string;
  assignedTo: string | null;
  proven: string;
  closedOn: Date | null;
  clockSettings: number;
  waitsFor: readonly string[];
  internalOn: Date | null;
  warnedFor: Date | null;
  warnedBefore: number | null;
  escalatedFor: Date | null;
  contestStanding: unknown;
};

function dayOf(column: Date | null) {
  return column ? dayFromRow(column) : null;
}

/** What is open and what staff were told of it, as one text. The dates hang on calendars, which no record names. */
function contestsIn(standings: unknown): string {
  const held = (standings ?? []) as readonly Pick<ContestStanding, "kind" | keyof ContestTold>[];
  const each = held.map(({ kind, ...told }) => [kind, told.warnedFor, told.warnedBefore, told.escalatedFor].join(" "));
  return each.join(", ") || "none";
}

/** The columns that the queue reads must be what the record says, or somebody turned them without a step. */
function unlikeFold(row: Row, chain: readonly RecordedEvent[]): string | null {
  const last = chain.at(-1);
  if (!last) return "its record is gone";
  if (row.head !== last.hash) return `the record ends at entry ${last.seq}, the request says otherwise`;
  const facts = foldRequest(chain);
  const pairs = [
    ["state", row.state, facts.state],
    ["version", row.version, facts.version],
    ["owner", row.assignedTo, facts.assignedTo],
    ["proof", row.proven, proofStanding(facts)],
    ["clock settings", row.clockSettings, facts.clockSettings],
    ["systems waited for", row.waitsFor.join(), systemsWaitedFor(facts).join()],
    ["closing day", dayOf(row.closedOn), facts.closedOn],
    ["internal date", dayOf(row.internalOn), facts.internalOn],
    ["reminder", dayOf(row.warnedFor), facts.warnedFor],
    ["reminder's days", row.warnedBefore, facts.warnedBefore],
    ["escalation", dayOf(row.escalatedFor), facts.escalatedFor],
    [
      "contests",
      contestsIn(row.contestStanding),
      contestsIn(openContests(facts).map((one) => ({ ...one, ...one.told }))),
    ],
  ] as const;
  const differing = pairs.find(([, held, folded]) => held !== folded);
  return differing ? `${differing[0]} is ${differing[1]}, the record says ${differing[2]}` : null;
}
