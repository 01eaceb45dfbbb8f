import "server-only";
import type {
  Desk,
  GatheredLetterFacts,
  LetterKey,
  OwnerFacts,
  PersonFacts,
  StaffFacts,
  WeeklyLetterFacts,
} from "@/emails/letter-facts";
import type { ReadyLetter } from "@/lib/commands/ready-letter";
import type { LetterSecrets } from "@/lib/db/letter-secrets";
import type { Organisation } from "@/lib/db/organisations";
import { type StoredRequest, todayAt } from "@/lib/db/request-store";
import { stopToken } from "@/lib/db/stop-token";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import { linesForPerson } from "@/lib/domain/clock-facts";
import type { ContestClock } from "@/lib/domain/contest-clock";
import type { DomainEvent } from "@/lib/domain/events";
import { readLanguage } from "@/lib/domain/language";
import type { GatheredLetter, PersonLetter } from "@/lib/domain/letters";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { codeWanted } from "@/lib/domain/pressed-link";
import { requestClock } from "@/lib/domain/request-clock";
import { proofAwaitedSince } from "@/lib/domain/request-proofs";
import { answerFilesDays, requestRetention } from "@/lib/domain/request-retention";
import { undeliveredLetters } from "@/lib/domain/undelivered-letters";
import { unprovenDuties } from "@/lib/domain/unproven-duties";
import { asksForOther } from "@/lib/domain/verification";
import { wordsIn } from "@/lib/domain/words";

/** What a letter to the person shows, as of now: a letter that waited long says what is true when it leaves. */
export function personFacts(
  stored: StoredRequest,
  letter: { kind: PersonLetter; seq: number; secrets: LetterSecrets | null },
  baseUrl: string,
  now: Date,
): PersonFacts {
  const { organisation, facts, reference } = stored;
  const { profile, slug } = organisation;
  const { workTo, dueOn, contests } = requestClock(facts, clockSettingsOf(organisation, facts));
  const event = stored.chain[letter.seq - 1]?.event;
  const home = `${baseUrl}/${slug}`;
  const kept = requestRetention(profile, facts.closedOn).find(({ category }) => category === "contact");
  // What the person chose last, which may be another language than that of the filing.
  const language = readLanguage(stored.row.language);
  return {
    language,
    desk: deskOf(organisation),
    reference,
    receivedOn: facts.receivedOn,
    closedOn: facts.closedOn,
    dueOn,
    lines: linesForPerson(workTo),
    key: letter.secrets ? keyOf(letter.secrets, `${home}/${doorOf[letter.kind] ?? "c"}`) : null,
    pages: {
      request: `${home}/requests/${reference}`,
      find: `${home}/find`,
      confirm: `${home}/confirm`,
      ask: `${home}/ask`,
    },
    complaint: facts.received.regimes.map((regime) => wordsIn(language).complaint(regime, facts.received.country)),
    // Counted from the first letter that left, as the lapse is: nobody is told a day that was over before they could read it.
    closesOn: plusDays(facts.invitedOn ?? todayAt(organisation, now), profile.lapse.unconfirmedAfterDays),
    started: facts.state !== "unconfirmed",
    codeWanted: ownMailbox.has(letter.kind) || codeWanted(facts, false),
    acting: asksForOther(facts.received.relation),
    unproven: unprovenParts(stored, home, now),
    proofAwaited: proofAwaitedSince(facts) !== null,
    waitingFor: waitingFor(event),
    proofAsked: event?.type === "ProofAsked" && event.kind !== "contact_confirmed" ? event.kind : null,
    proofBeyond: event?.type === "ProofAsked" && event.beyond === true,
    pausedBy: workTo.lines.find(({ rule }) => rule === "stopped")?.citation ?? null,
    extension: extensionIn(event),
    contest: contestIn(event, letter.seq, contests),
    moved: event?.type === "ClockSettingsAdopted" ? { from: event.from, to: event.to } : null,
    eraseFrom: event?.type === "ErasurePlanReleased" ? event.effectsFrom : null,
    delay: event?.type === "DelayTold" ? { dueOn, until: event.newDate } : null,
    keptUntil: kept?.until ?? null,
    answerFilesDays,
  };
}

function unprovenParts({ organisation, facts }: StoredRequest, home: string, now: Date): PersonFacts["unproven"] {
  const { profile } = organisation;
  const rights = facts.rights.map(({ right }) => right);
  const due = unprovenDuties({ rights, regimes: facts.received.regimes }, profile);
  const today = todayAt(organisation, now);
  const policy = profile.notices.findLast(({ from }) => from <= today)?.url ?? `${home}/notices`;
  return {
    couldNotVerify: due.couldNotVerify,
    policy: due.policy ? policy : null,
    optOut: due.optOut ? `${home}/ask` : null,
  };
}

export function staffFacts(stored: StoredRequest, baseUrl: string, now: Date): StaffFacts {
  const { organisation, facts, reference } = stored;
  const { profile } = organisation;
  return {
    // Staff work in English, as their console does.
    language: "en",
    organisation: profile.name,
    reference,
    url: `${baseUrl}/console/requests/${reference}`,
    dueOn: requestClock(facts, clockSettingsOf(organisation, facts)).dueOn,
    today: todayAt(organisation, now),
    undelivered: undeliveredLetters(stored.chain).length,
  };
}

// Views of the queue that list what the letter tells of; the organisation's own, as some have no owner. Whoever is reminded of
// the desk's own date finds it in that order, also where the day of law is far.
const listOf: Readonly<Record<GatheredLetter, string>> = {
  staff_due_soon: "/console?view=owed&order=internal",
  staff_overdue: "/console?view=overdue",
};

export function gatheredFacts(
  { profile }: Organisation,
  letter: { kind: GatheredLetter; requests: number; contested: number },
  baseUrl: string,
): GatheredLetterFacts {
  const { kind, requests, contested } = letter;
  const list = { url: `${baseUrl}${listOf[kind]}`, contestedUrl: `${baseUrl}/console?view=contested` };
  return { language: "en", organisation: profile.name, requests, contested, ...list };
}

/** `lastDay`: of the week. The address is a path alone, so that signing in leads back to it. */
export function weeklyFacts(
  { id: organisationId, profile }: Organisation,
  { lastDay, staffId }: { lastDay: CalendarDate; staffId: string },
  baseUrl: string,
): WeeklyLetterFacts {
  const console = `${baseUrl}/console`;
  return {
    language: "en",
    organisation: profile.name,
    week: { first: plusDays(lastDay, -6), last: lastDay },
    url: `${console}/reports/week/${profile.slug}/${lastDay}`,
    stopUrl: `${console}/weekly/stop/${stopToken({ organisationId, staffId })}`,
    accountUrl: `${console}/account`,
  };
}

export function ownerFacts(
  { request, task, system, secrets }: Extract<ReadyLetter, { audience: "owner" }>,
  baseUrl: string,
): OwnerFacts {
  const { organisation, reference } = request;
  return {
    // Whoever works there reads the language in which the organisation speaks by itself.
    language: readLanguage(organisation.profile.languages.default),
    desk: deskOf(organisation),
    reference,
    system,
    dueOn: task.dueOn,
    key: secrets && keyOf(secrets, `${baseUrl}/${organisation.slug}/t`),
  };
}

/** The same key with its secrets blotted out: the evidence shows that there was one, and opens nothing. */
export function blotted(key: LetterKey | null): LetterKey | null {
  return key && { ...key, url: key.url.replace(/[^/]+$/, "…"), code: "········" };
}

function deskOf({ profile }: Organisation): Desk {
  const { email, telephone = null } = profile.contacts;
  return { name: profile.name, email, telephone, timeZone: profile.timeZone };
}

// Links that do not open the request's page lead through a door of their own.
const doorOf: Readonly<Partial<Record<PersonLetter, string>>> = { confirm_agent: "a", confirm_new_address: "n" };

// Whoever reads these did not ask in their own browser.
const ownMailbox: ReadonlySet<PersonLetter> = new Set<PersonLetter>(["confirm_agent", "confirm_new_address"]);

function keyOf(secrets: LetterSecrets, door: string): LetterKey {
  return {
    url: `${door}/${secrets.token}`,
    until: new Date(secrets.linkExpiresAt),
    code: secrets.code,
    codeUntil: new Date(secrets.codeExpiresAt),
  };
}

function extensionIn(event: DomainEvent | undefined): PersonFacts["extension"] {
  if (event?.type !== "DeadlineExtended") return null;
  return { from: event.from, to: event.to, ground: event.ground ?? null };
}

/** The contest that was open when the letter was owed, as it stands now. */
function contestIn(
  event: DomainEvent | undefined,
  seq: number,
  contests: readonly ContestClock[],
): PersonFacts["contest"] {
  const kind = event && "contest" in event ? event.contest : null;
  const about = contests.findLast(({ contest }) => contest.kind === kind && contest.seq <= seq);
  if (!about) return null;
  const { contest, dueOn, workTo } = about;
  const extension = event?.type === "ContestExtended" ? { from: event.from, to: event.to } : null;
  const outcome = contest.decided?.outcome ?? null;
  return { kind: contest.kind, openedOn: contest.openedOn, dueOn, lines: workTo.lines, extension, outcome };
}

function waitingFor(event: DomainEvent | undefined): PersonFacts["waitingFor"] {
  if (event?.type === "ProofAsked") return "identity";
  return event?.type === "ClarificationAsked" ? "clarification" : null;
}
