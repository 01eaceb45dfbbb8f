import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { assignAndTell, type Given } from "@/lib/db/assignment";
import { appendEvent, chainStart } from "@/lib/db/event-store";
import { keyedDigest, newDataKey, sealText, unwrapDataKey } from "@/lib/db/field-encryption";
import { recordFigures } from "@/lib/db/figure-entries";
import { enqueueRiskCheck } from "@/lib/db/job-queue";
import { blindIndex, currentKeyId } from "@/lib/db/key-ring";
import { dayFromRow, dayToRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { startPersonSession } from "@/lib/db/person-sessions";
import { columnsOf, recordAssignment } from "@/lib/db/record-change";
import { loadRequest, place, todayAt } from "@/lib/db/request-store";
import { accountWorth } from "@/lib/domain/account";
import type { StaffActor, SystemActor, VisitorActor } from "@/lib/domain/actor";
import { applicableRegimes } from "@/lib/domain/applicable-regimes";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Received } from "@/lib/domain/events";
import { canonicalEmail, canonicalName, type Filing } from "@/lib/domain/filing";
import { canonical } from "@/lib/domain/ledger";
import { isMailAddress } from "@/lib/domain/mail-address";
import { newestSettings } from "@/lib/domain/pinned-settings";
import { demandOf } from "@/lib/domain/proof-policy";
import { referenceFrom } from "@/lib/domain/reference";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { ruleVersionsOf } from "@/lib/domain/regimes/rule-versions";
import { foldRequest } from "@/lib/domain/request";
import { confirmByAccount, restsOnAccount, type Vouching } from "./confirm-by-account";
import { type NameLookUp, nameOnFile } from "./name-on-file";

export type Filed = { ok: true; id: string; reference: string; session: string; repeated: boolean };

/**
 * Files a request: one row, its receipt event, its rights with the proof they need, its first letter, in one
 * transaction. The same filing key with the same body gives the same request, however often and however parallel it is
 * sent; with another body it is refused. Whoever comes from their account (`actor.account`) and files with its address has
 * nothing left to confirm: the same transaction says so, and the session that it opens is a proven one. Who they are is shown
 * only where the account is in the name of the request; `lookUp` is asked where it tells none.
 * `source`: the network it came from, where that says anything.
 */
export async function fileRequest(
  actor: VisitorActor | StaffActor | SystemActor,
  input: { organisation: Organisation; filing: Filing; filingKey: string; source?: string | null; lookUp?: NameLookUp },
  now: Date,
): Promise<Filed | Refused> {
  const { organisation, filingKey, source = null } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const filing = {
    ...input.filing,
    person: { ...input.filing.person, email: canonicalEmail(input.filing.person.email) },
  };
  if (!isMailAddress(filing.person.email)) return refuse("address_unclear");
  const vouching = await vouchingFor(actor, { filing, lookUp: input.lookUp }, now);
  return inOrganisation(organisation.id, async (scope) => {
    // Racers with one key queue here; whoever comes second finds what the first one filed.
    await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${organisation.id}:${filingKey}`}, 1))`;
    const earlier = await scope.tx.privacyRequest.findUnique({
      where: { organisationId_filingKey: { organisationId: organisation.id, filingKey } },
      select: { id: true, reference: true, filingDigest: true, wrappedKey: true, keyId: true },
    });
    if (earlier && !isSameFiling(earlier, filing)) return refuse("same_key_other_body");
    const filed = earlier ?? (await fileAnew(scope, actor, { organisation, filing, filingKey, source, vouching }, now));
    const { id } = filed;
    if (vouching && !earlier) await confirmByAccount(scope, { organisation, id, vouching }, now);
    const proven = vouching !== null && (await restsOnAccount(scope, { organisation, id, vouching }));
    const session = await startPersonSession(scope, { requestId: id, proven }, now);
    return { ok: true, id, reference: filed.reference, session, repeated: earlier !== null };
  });
}

type Earlier = { id: string; filingDigest: string; wrappedKey: Uint8Array | null; keyId: string };

// Of a purged request nobody can tell any more what was filed.
function isSameFiling({ id, filingDigest, wrappedKey, keyId }: Earlier, filing: Filing): boolean {
  return wrappedKey !== null && keyedDigest(unwrapDataKey(id, wrappedKey, keyId), canonical(filing)) === filingDigest;
}

/** The account that vouches for this very filing; null for whoever brings none, or files from another address. */
async function vouchingFor(
  actor: VisitorActor | StaffActor | SystemActor,
  { filing, lookUp }: { filing: Filing; lookUp: NameLookUp | undefined },
  now: Date,
): Promise<Vouching | null> {
  const account = actor.kind === "visitor" ? actor.account : undefined;
  const worth = accountWorth(account, filing, await nameOnFile(lookUp, { account, asking: filing }, now));
  return account && worth !== "nothing" ? { email: account.email, door: account.door, worth } : null;
}

async function fileAnew(
  scope: Scope,
  actor: VisitorActor | StaffActor | SystemActor,
  input: {
    organisation: Organisation;
    filing: Filing;
    filingKey: string;
    source: string | null;
    vouching: Vouching | null;
  },
  now: Date,
): Promise<{ id: string; reference: string }> {
  const { organisation, filing, filingKey, source } = input;
  const id = randomUUID();
  const reference = referenceFrom(randomBytes(5));
  const { key, wrapped } = newDataKey(id);
  const filingDigest = keyedDigest(key, canonical(filing));
  const day = todayAt(organisation, now);
  // Portal filings arrive the moment they are sent; only staff, and the backlog they bring, can know of an earlier day.
  const earlier =
    actor.kind !== "visitor" && filing.receivedOn && filing.receivedOn < day ? filing.receivedOn : undefined;
  const fromAccount = input.vouching !== null;
  const event = receiptOf(filing, organisation, filingDigest, { day: earlier ?? day, earlier, fromAccount });
  const receipt = { event, actor, at: now, day };
  // Row and event name each other; the foreign key is checked at commit.
  const recorded = await appendEvent(scope, { chainId: id, requestId: id, end: chainStart }, receipt);
  const facts = foldRequest([recorded]);
  const columns = columnsOf(facts, organisation);
  await scope.tx.privacyRequest.create({
    data: {
      id,
      organisationId: organisation.id,
      reference,
      version: 1,
      regimes: [...event.regimes],
      ruleVersions: event.ruleVersions,
      relation: filing.relation,
      country: filing.country,
      region: filing.region,
      language: filing.language,
      channel: filing.channel,
      receivedAt: now,
      receivedOn: dayToRow(facts.receivedOn),
      wrappedKey: wrapped,
      keyId: currentKeyId,
      person: sealText(key, place("privacy_request", "person", id), JSON.stringify(filing.person)),
      details: sealText(key, place("privacy_request", "details", id), JSON.stringify(filing.details)),
      emailIndex: blindIndex(organisation.id, "email", filing.person.email),
      nameIndex: blindIndex(organisation.id, "name", canonicalName(filing.person.name)),
      sourceIndex: source && actor.kind === "visitor" ? blindIndex(organisation.id, "source", source) : null,
      filingKey,
      filingDigest,
      head: recorded.hash,
      ...columns,
    },
  });
  await scope.tx.requestRight.createMany({
    data: event.rights.map(({ right, level, ways }) => ({
      requestId: id,
      organisationId: organisation.id,
      right,
      levelNeeded: level,
      ways: ways?.map((way) => [...way]),
    })),
  });
  const after = { facts, dueOn: columns.dueOn && dayFromRow(columns.dueOn) };
  await recordFigures(scope, { requestId: id, before: null, after, day });
  // What needs no confirmation is work at once, and a rule may already know whose: they are told of it, and nobody else.
  const given = await assignAndTell(scope, { id, facts }, recorded, null);
  await enqueueRiskCheck(scope, id);
  if (given) await assignFiled(scope, { organisation, id, given }, now);
  return { id, reference };
}

async function assignFiled(
  scope: Scope,
  { organisation, id, given }: { organisation: Organisation; id: string; given: Given },
  now: Date,
): Promise<void> {
  const stored = await loadRequest(scope, organisation, { id });
  if (stored) await recordAssignment(scope, stored, given, now);
}

function receiptOf(
  filing: Filing,
  organisation: Organisation,
  filingDigest: string,
  { day, earlier, fromAccount }: { day: CalendarDate; earlier: CalendarDate | undefined; fromAccount: boolean },
): Received {
  const { rights, relation, country, region, channel, language } = filing;
  const regimes = applicableRegimes({ country, region }, organisation.profile, day);
  return {
    type: "RequestReceived",
    rights: rights.map((right) => ({ right, ...demandOf({ right, relation, regimes }) })),
    regimes,
    ruleVersions: ruleVersionsOf(regimes, day),
    relation,
    country,
    region,
    channel,
    language,
    clockSettings: newestSettings(organisation).version,
    filingDigest,
    ...(fromAccount ? { fromAccount } : {}),
    ...(earlier ? { receivedOn: earlier } : {}),
    ...(filing.backlog ? { backlog: true } : {}),
  };
}
