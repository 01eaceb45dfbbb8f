import "server-only";
import type { Actor, Role } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { dateMove } from "@/lib/domain/date-move";
import { dueSoonNotice, reminderPolicy } from "@/lib/domain/due-notices";
import type { StepEvent } from "@/lib/domain/events";
import { type Language, readLanguage } from "@/lib/domain/language";
import { mayTake, type Step } from "@/lib/domain/lifecycle";
import { clockSettingsOf, newestSettings } from "@/lib/domain/pinned-settings";
import { requestClock } from "@/lib/domain/request-clock";
import { awaitsProof } from "@/lib/domain/request-proofs";
import { raisedRights } from "@/lib/domain/risk-signals";
import type { StepChange } from "@/lib/domain/step-change";
import { proofKinds } from "@/lib/domain/verification";
import { wordsIn } from "@/lib/domain/words";
import { prepareAnswer, preparedAnswer } from "./answer-prepared";
import { contestEvent } from "./contest-event";
import { enqueueRiskCheck } from "./job-queue";
import { keepFiles, keepMessage, type MessageFrom } from "./message-store";
import type { Scope } from "./organisation-scope";
import { planEvent } from "./plan-event";
import { dataKeyOf, type StoredRequest, todayAt } from "./request-store";

// Who reads the words of a step: the person, or staff alone.
const readBy: Readonly<Partial<Record<Step, MessageFrom>>> = {
  prove: "person",
  note: "note",
  accept_proof: "note",
  return: "note",
  return_plan: "note",
  write: "person",
  contest: "person",
  enter_contest: "person",
};

/** Writes down what the step brings along (words, files, an answer) and returns the event that names it. */
export async function writeStepEvent(
  scope: Scope,
  stored: StoredRequest,
  { actor, change }: { actor: Actor; change: StepChange },
  now: Date,
): Promise<StepEvent> {
  const key = dataKeyOf(stored);
  const staffId = actor.kind === "staff" ? actor.staffId : null;
  const keep = (words: string) =>
    keepMessage(scope, { requestId: stored.id, key, from: readBy[change.step] ?? "organisation", staffId, words }, now);
  const { profile } = stored.organisation;
  const clock = requestClock(stored.facts, clockSettingsOf(stored.organisation, stored.facts));
  switch (change.step) {
    case "begin":
      return { type: "WorkBegun" };
    case "resume":
      return { type: "WorkResumed" };
    case "close":
      return { type: "RequestClosed" };
    case "withdraw":
      return { type: "RequestWithdrawn" };
    case "remind":
      return { type: "ReminderSent", number: stored.facts.reminders + 1 };
    case "lapse":
      return { type: "RequestLapsed", afterDays: profile.lapse.unconfirmedAfterDays };
    case "warn":
      return dueSoonNotice(
        { ...stored.facts, dueOn: dated(clock.dueOn) },
        reminderPolicy(profile),
        todayAt(stored.organisation, now),
      );
    case "begin_erasure":
      return { type: "ErasureBegun" };
    case "escalate":
      return { type: "OverdueEscalated", dueOn: dated(clock.dueOn) };
    case "assign":
      return { type: "RequestAssigned", to: change.to };
    case "note": {
      const mentions = await readersNamed(scope, change.mentions ?? [], staffId);
      const messageId = await keep(change.words);
      return { type: "NoteAdded", messageId, ...(mentions.length > 0 ? { mentions } : {}) };
    }
    case "message":
      return { type: "MessageSent", messageId: await keep(change.words) };
    case "ask_clarification":
      return { type: "ClarificationAsked", messageId: await keep(change.words), suspends: change.suspends ?? false };
    case "ask_proof":
      return {
        type: "ProofAsked",
        messageId: await keep(askedWords(change, readLanguage(stored.row.language))),
        kind: change.kind,
        suspends: change.suspends ?? false,
        ...(change.beyond ? { beyond: true } : {}),
      };
    case "prove": {
      const messageId = change.words === undefined ? {} : { messageId: await keep(change.words) };
      return {
        type: "ProofShown",
        kind: change.kind,
        level: proofKinds[change.kind].level,
        by: change.by,
        ...messageId,
      };
    }
    case "fail_match":
      return { type: "MatchFailed" };
    case "recognise":
      return { type: "AddressRecognised" };
    case "remind_proof":
      return { type: "ProofReminded", number: stored.facts.proofReminders + 1 };
    case "lapse_unproven":
      return { type: "ProofLapsed", afterDays: profile.lapse.unconfirmedAfterDays };
    case "authorise":
      return { type: "AuthorityConfirmed", onFile: change.onFile };
    case "disown":
      return { type: "AuthorityDenied" };
    case "note_risks":
      return { type: "RisksNoted", signals: change.signals, raised: raisedRights(stored.facts, change.signals) };
    case "note_duplicate":
      return { type: "DuplicateNoted", of: change.of };
    case "link_request":
      return { type: "RequestLinked", to: change.to, as: change.as };
    case "unlink_request":
      return { type: "RequestUnlinked", to: change.to };
    case "snooze": {
      const { until, wakeOnReply, late } = change;
      return { type: "Snoozed", until, wakeOnReply, ...(late ? { late } : {}) };
    }
    case "wake":
      return { type: "Woken" };
    case "set_internal_date":
      return { type: "InternalDateSet", on: change.on };
    case "tick_item":
      return { type: "ChecklistTicked", right: change.right, item: change.item, done: change.done };
    case "adopt_clock_settings": {
      const newest = newestSettings(stored.organisation);
      const move = dateMove(stored.facts, { pinned: clockSettingsOf(stored.organisation, stored.facts), newest });
      if (!move) throw new Error("the newer settings move nothing");
      return { type: "ClockSettingsAdopted", version: newest.version, ...move };
    }
    case "give_delivery_code":
      return { type: "DeliveryCodeGiven" };
    case "accept_proof":
      return {
        type: "ProofAccepted",
        messageId: await keep(change.words),
        kind: change.kind,
        level: proofKinds[change.kind].level,
      };
    case "reject_proof":
      return { type: "ProofRejected", messageId: await keep(change.words), kind: change.kind };
    case "extend": {
      const extension = clock.extension(todayAt(stored.organisation, now), change.until ?? null);
      if (!extension) throw new Error("the extension moves nothing");
      const ground = change.ground ? { ground: change.ground } : {};
      return { type: "DeadlineExtended", messageId: await keep(change.words), ...extension, ...ground };
    }
    case "tell_delay": {
      const campaign = change.campaign ? { campaign: change.campaign } : {};
      return {
        type: "DelayTold",
        messageId: await keep(change.words),
        newDate: dated(change.until),
        ...campaign,
      };
    }
    case "write": {
      const messageId = await keep(change.words);
      const purpose = change.proof || awaitsProof(stored.facts) ? "proof" : "message";
      await keepFiles(scope, change.files, { requestId: stored.id, key, purpose, messageId }, now);
      // ATK-I6: whether it came with another request before is looked at by a job that exists exactly when the paper does.
      if (purpose === "proof" && change.files.length > 0) await enqueueRiskCheck(scope, stored.id);
      const proof = change.proof ? { proof: change.proof } : {};
      return { type: "MessageReceived", messageId, files: change.files.length, ...proof };
    }
    case "prepare":
      return prepareAnswer(scope, stored, change, staffId ?? "", now);
    case "return":
      return { type: "AnswerReturned", answerId: preparedAnswer(stored), messageId: await keep(change.words) };
    case "release":
      return { type: "AnswerReleased", answerId: preparedAnswer(stored), outcomes: stored.facts.outcomes };
    case "plan_erasure":
    case "return_plan":
    case "release_plan": {
      const on = { change, today: todayAt(stored.organisation, now), dueOn: clock.dueOn };
      return planEvent(scope, stored, on, keep);
    }
    case "contest":
    case "enter_contest":
    case "acknowledge_contest":
    case "extend_contest":
    case "decide_contest":
    case "reverse_answer":
    case "warn_contest":
    case "escalate_contest": {
      const given = { change, clock, policy: reminderPolicy(profile), today: todayAt(stored.organisation, now) };
      return contestEvent(stored, given, keep);
    }
    case "collect":
      return { type: "AnswerCollected", fileId: change.fileId, ...inBrowser(actor) };
    case "inspect":
      return { type: "FileInspected", fileId: change.fileId };
  }
}

/** Of those who were named, the ones who may read notes here. Whoever writes one does not mention themselves. */
async function readersNamed(
  { tx, organisationId }: Scope,
  named: readonly string[],
  writer: string | null,
): Promise<string[]> {
  if (named.length === 0) return [];
  const members = await tx.membership.findMany({ where: { organisationId, staffId: { in: [...named] } } });
  return members
    .filter(({ staffId, roles }) => staffId !== writer && mayTake("inspect", roles as Role[]))
    .map(({ staffId }) => staffId)
    .sort();
}

function inBrowser(actor: Actor): { session?: string } {
  return actor.kind === "person" && actor.session ? { session: actor.session } : {};
}

/** What was asked, and under a line of its own why it is more than usual: the person reads both in one message. */
function askedWords({ words, beyond }: Extract<StepChange, { step: "ask_proof" }>, language: Language): string {
  return beyond ? `${words}\n\n${wordsIn(language).beyondLead}\n${beyond}` : words;
}

// The lifecycle lets these steps through only where the date exists.
function dated(day: CalendarDate | null): CalendarDate {
  if (day === null) throw new Error("the clock gives no date");
  return day;
}
