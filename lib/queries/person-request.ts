import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { detailsOf, loadRequest, personOf, todayAt } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { type CalendarDate, localDay } from "@/lib/domain/calendar-date";
import { answerOut, type ContestOffer, contestsOffered } from "@/lib/domain/contest";
import { type ContestClock, clockIfAsked } from "@/lib/domain/contest-clock";
import { freshLevel, mayOpenAnswer } from "@/lib/domain/delivery";
import type { RecordedEvent } from "@/lib/domain/events";
import type { Person } from "@/lib/domain/filing";
import { type Language, readLanguage } from "@/lib/domain/language";
import type { PersonLetter } from "@/lib/domain/letters";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import type { RequestFacts } from "@/lib/domain/request";
import { type RequestClock, requestClock } from "@/lib/domain/request-clock";
import type { ErasureStatement } from "@/lib/domain/systems/erasure-statement";
import { erasureTold } from "./erasure-told";
import { type AnswerWords, answersOf, type FileLine, lettersOf, threadOf } from "./request-words";

export type PersonMessage = {
  id: string;
  from: "person" | "organisation";
  words: string;
  at: Date;
  /** The day it was at the organisation's place. */
  on: CalendarDate;
  files: readonly FileLine[];
};
export type PersonLetterLine = { id: string; kind: PersonLetter; status: string; on: CalendarDate };

/** With the clock that would run if it were asked today. */
export type OfferedContest = ContestOffer & { clock: ContestClock };

/** A request as the person sees it: nothing of the staff's notes, drafts, names or letters among themselves. */
export type PersonRequest = {
  id: string;
  reference: string;
  facts: RequestFacts;
  chain: readonly RecordedEvent[];
  clock: RequestClock;
  today: CalendarDate;
  person: Person | null;
  details: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  messages: readonly PersonMessage[];
  /**
   * The released answer; never one that is still being prepared. `opens`: words and files are here. Otherwise they are not,
   * until the person shows anew that it is them, and `waiting` says how many files there are.
   */
  answer: { opens: boolean; words: string; on: CalendarDate; files: readonly FileLine[]; waiting: number } | null;
  /** What came of an erasure, once the answer that tells of it opens. */
  erasure: ErasureStatement | null;
  letters: readonly PersonLetterLine[];
  /** What may be asked of us again today: an appeal, a grievance, a complaint. */
  offers: readonly OfferedContest[];
  /** In which letters come from now on. */
  language: Language;
};

/** Null for whoever has not shown a link or code of this request: not allowed to see is not there. */
export async function personRequest(
  actor: PersonActor,
  input: { organisation: Organisation; reference: string },
  now: Date,
): Promise<PersonRequest | null> {
  const { organisation, reference } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    // What is left of a purged request concerns nobody in particular any more: it answers like one that never was.
    if (!stored || stored.reference !== reference || stored.facts.purgedOn) return null;
    const day = (at: Date) => localDay(at, organisation.profile.timeZone);
    const thread = await threadOf(scope, stored);
    // The one that is out: a reversed answer would be judged by what the next one grants (055).
    const out = answerOut(stored.facts);
    const released = (await answersOf(scope, stored)).find(({ id, releasedAt }) => releasedAt !== null && id === out);
    const letters = await lettersOf(scope, stored.id);
    const settings = clockSettingsOf(organisation, stored.facts);
    const clock = requestClock(stored.facts, settings);
    const today = todayAt(organisation, now);
    const { rights, authority } = stored.facts;
    const opens = mayOpenAnswer(stored.facts, freshLevel(stored, actor, now));
    const offers = authority.deniedOn ? [] : contestsOffered(stored.facts, { today, dueOn: clock.dueOn });
    return {
      id: stored.id,
      reference: stored.reference,
      facts: stored.facts,
      chain: stored.chain,
      clock,
      today,
      offers: offers.map((offer) => ({ ...offer, clock: clockIfAsked(offer, { rights, today }, settings) })),
      person: personOf(stored),
      details: detailsOf(stored),
      messages: thread.flatMap(({ id, from, words, at, files }) =>
        from === "note" ? [] : [{ id, from, words: words ?? "", at, on: day(at), files }],
      ),
      answer: released?.releasedAt
        ? asShown(released, {
            on: day(released.releasedAt),
            opens,
          })
        : null,
      erasure: released && opens ? await erasureTold(scope, stored) : null,
      language: readLanguage(stored.row.language),
      letters: letters
        .filter(({ audience }) => audience === "person")
        .map(({ id, kind, status, sentAt, queuedAt }) => ({
          id,
          kind: kind as PersonLetter,
          status,
          on: day(sentAt ?? queuedAt),
        })),
    };
  });
}

/** Names of files can say as much as the files do: what does not open is counted and nothing else. */
function asShown(
  released: AnswerWords,
  how: { on: CalendarDate; opens: boolean },
): NonNullable<PersonRequest["answer"]> {
  const { words, files } = released;
  if (how.opens) return { ...how, words: words ?? "", files, waiting: 0 };
  return { ...how, words: "", files: [], waiting: files.filter(({ destroyed }) => !destroyed).length };
}
