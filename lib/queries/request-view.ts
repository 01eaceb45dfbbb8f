import "server-only";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { detailsOf, loadRequest, personOf, type StoredRequest, todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { canWork } from "@/lib/domain/cover";
import type { RecordedEvent } from "@/lib/domain/events";
import type { Person } from "@/lib/domain/filing";
import { type Language, readLanguage } from "@/lib/domain/language";
import { inLanguage, type TemplateChoice } from "@/lib/domain/letter-template";
import { mayTake, type Step } from "@/lib/domain/lifecycle";
import { deskPolicy, type StepContext } from "@/lib/domain/lifecycle-needs";
import { mayOpenPaper } from "@/lib/domain/papers";
import { clockSettingsOf, newestSettings } from "@/lib/domain/pinned-settings";
import type { RequestFacts } from "@/lib/domain/request";
import { type RequestClock, requestClock } from "@/lib/domain/request-clock";
import { isUnproven } from "@/lib/domain/request-proofs";
import { isTaskEvent, namedByTask } from "@/lib/domain/systems/task-events";
import { type OpenStep, primaryStep, stepsFor } from "@/lib/domain/take-step";
import { type AbsenceLine, absenceLine } from "./absences";
import { type RequestAround, requestAround } from "./request-around";
import { type RequestTasks, requestTasks } from "./request-tasks";
import {
  type AnswerWords,
  answersOf,
  type LetterLine,
  lettersOf,
  principalAddressesOf,
  type ThreadWords,
  threadOf,
} from "./request-words";
import { staffNames } from "./staff-names";
import { type TemplateRow, templatesIn } from "./templates";

export type RequestView = {
  id: string;
  reference: string;
  /** What a form hands back as `seenVersion`: the version that was looked at. */
  version: number;
  receivedAt: Date;
  /** The day at the organisation's place. */
  today: CalendarDate;
  facts: RequestFacts;
  clock: RequestClock;
  /** Null when the reader's role does not include it, or the request is a skeleton. */
  person: Person | null;
  details: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  /** Oldest first. */
  messages: readonly ThreadWords[];
  letters: readonly LetterLine[];
  /** Where an agent had us ask the person they ask for. */
  principalAddresses: readonly string[];
  /** Newest first; the first is the one that counts. */
  answers: readonly AnswerWords[];
  chain: readonly RecordedEvent[];
  steps: readonly OpenStep[];
  primary: Step | null;
  /** Staff id → name, for everybody who appears in the record. */
  names: ReadonlyMap<string, string>;
  /** Who can be given work here. */
  members: readonly { id: string; name: string; readsNotes: boolean }[];
  /** The owner's absence, now or to come; null when there is none. */
  ownerAway: AbsenceLine | null;
  around: RequestAround;
  asked: RequestTasks;
  /** In which language the person reads what is written to them. */
  language: Language;
  /** Of each template the one in that language, or the nearest there is. */
  templates: readonly TemplateChoice<TemplateRow>[];
  /** The reader may see who asks and what was written: whoever may look into files. */
  seesPerson: boolean;
  /** The reader may open what was sent to prove something. */
  opensPapers: boolean;
};

/** One request as staff see it; null when this organisation has none of that reference. */
export async function requestView(
  actor: StaffActor,
  input: { organisation: Organisation; reference: string },
  now: Date,
): Promise<RequestView | null> {
  const { organisation, reference } = input;
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { reference });
    if (!stored) return null;
    const seesPerson = mayTake("inspect", actor.roles);
    const messages = seesPerson ? await threadOf(scope, stored) : [];
    const answers = seesPerson ? await answersOf(scope, stored) : [];
    const members = await membersOf(scope);
    const context = contextOf(stored, actor, now);
    const proofMissing = isUnproven(stored.facts);
    const owner = members.find(({ id }) => id === stored.facts.assignedTo);
    return {
      id: stored.id,
      reference: stored.reference,
      version: stored.facts.version,
      receivedAt: stored.row.receivedAt,
      today: context.today,
      facts: stored.facts,
      clock: context.clock,
      person: seesPerson ? personOf(stored) : null,
      details: seesPerson ? detailsOf(stored) : null,
      messages,
      letters: await lettersOf(scope, stored.id),
      principalAddresses: seesPerson ? await principalAddressesOf(scope, stored) : [],
      answers,
      chain: stored.chain,
      steps: stepsFor(context),
      primary: primaryStep(context, proofMissing),
      names: await staffNames(scope, idsIn(stored, messages, answers)),
      members: members
        .filter(canWork)
        .map(({ id, name, roles }) => ({ id, name, readsNotes: mayTake("inspect", roles) })),
      ownerAway: owner ? absenceLine(owner, members, context.today) : null,
      around: await requestAround(scope, stored, actor),
      asked: await requestTasks(scope, stored, actor),
      language: readLanguage(stored.row.language),
      templates: inLanguage(await templatesIn(scope), stored.row.language, organisation.profile.languages.default),
      seesPerson,
      opensPapers: mayOpenPaper(actor, stored.facts),
    };
  });
}

function contextOf(stored: StoredRequest, actor: StaffActor, now: Date): StepContext {
  const { organisation, facts } = stored;
  const pinned = clockSettingsOf(organisation, facts);
  return {
    facts,
    actor,
    words: "",
    until: null,
    late: false,
    internalOn: undefined,
    kind: null,
    beyond: null,
    contest: null,
    verdict: null,
    takenDown: null,
    toldBy: null,
    freshLevel: 0 as const,
    outcomes: [],
    withFiles: false,
    tasks: [],
    clock: requestClock(facts, pinned),
    settings: { pinned, newest: newestSettings(organisation) },
    adopting: null,
    policy: deskPolicy(organisation.profile),
    today: todayAt(organisation, now),
  };
}

function idsIn(stored: StoredRequest, messages: readonly ThreadWords[], answers: readonly AnswerWords[]): string[] {
  const signed = stored.chain.flatMap(({ actorKind, actorId }) =>
    (actorKind === "staff" || actorKind === "owner") && actorId ? [actorId] : [],
  );
  const asked = stored.chain.flatMap(({ event }) => (isTaskEvent(event) ? namedByTask(event) : []));
  const assigned = stored.chain.flatMap(({ event }) =>
    event.type === "RequestAssigned" ? [event.to ?? [], event.rule ?? []].flat() : [],
  );
  const mentioned = stored.chain.flatMap(({ event }) => (event.type === "NoteAdded" ? (event.mentions ?? []) : []));
  const wrote = messages.flatMap(({ staffId }) => staffId ?? []);
  const answered = answers.flatMap(({ preparedBy, releasedBy }) => [preparedBy, releasedBy ?? preparedBy]);
  return [...signed, ...asked, ...assigned, ...mentioned, ...wrote, ...answered];
}
