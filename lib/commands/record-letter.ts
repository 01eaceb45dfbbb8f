import "server-only";
import { sealText } from "@/lib/db/field-encryption";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { LetterFacts } from "@/lib/db/owed-letters";
import { recordChange } from "@/lib/db/record-change";
import { dataKeyOf, loadRequest } from "@/lib/db/request-store";
import { rolesOf, type SystemActor } from "@/lib/domain/actor";
import type { StepEvent } from "@/lib/domain/events";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { recordLetterOfTask } from "./tasks/letter-of-task";

/** `text`: what was sent, its link and code blotted out; kept as evidence. `reason`: numbers and our own words only. */
export type LetterOutcome =
  | { status: "sent"; subject: string; text: string }
  | { status: "failed"; reason: string; permanent: boolean };

type LetterInput = { organisation: Organisation; letterId: string };

// A letter that left cannot be called back to be recorded later, so its record is patient with whoever else writes.
const turns = 8;

/**
 * Writes down, once, that a letter was handed over or cannot be: event, row and evidence in one transaction. Its secrets
 * go at the same moment. Repeating it changes nothing.
 */
export async function recordLetter(
  actor: SystemActor,
  input: LetterInput & { outcome: LetterOutcome },
  now: Date,
): Promise<{ ok: true; recorded: boolean } | Refused> {
  const step = input.outcome.status === "sent" ? "post_letter" : "fail_letter";
  if (!mayTake(step, rolesOf(actor))) return refuse("not_your_role");
  if (actor.organisationId !== input.organisation.id) return refuse("not_found");
  const once = () => inOrganisation(input.organisation.id, (scope) => recordOnce(scope, actor, input, now));
  return (await inTurn(once, turns)) ?? refuse("changed_meanwhile");
}

async function recordOnce(
  scope: Scope,
  actor: SystemActor,
  { organisation, letterId, outcome }: LetterInput & { outcome: LetterOutcome },
  now: Date,
): Promise<{ ok: true; recorded: boolean } | Refused> {
  // Whoever comes second waits here and then finds the letter settled.
  await scope.tx.$queryRaw`select 1 from letter where id = ${letterId}::uuid for update`;
  const letter = await scope.tx.letter.findUnique({ where: { id: letterId } });
  if (!letter) return refuse("not_found");
  if (letter.status === "sent" || letter.status === "failed") return { ok: true, recorded: false };
  const request = letter.requestId ? await loadRequest(scope, organisation, { id: letter.requestId }) : null;
  // A request reduced to its skeleton has no key: its letters are settled in their rows alone.
  const key = request?.row.wrappedKey ? dataKeyOf(request) : null;
  if (request && key) {
    const { seq } = letter.facts as LetterFacts;
    const event = eventOf({ letterId, letter: letter.kind, seq }, outcome);
    const after = await recordChange(scope, request, { event, actor }, now);
    await recordLetterOfTask(scope, after, { ...letter, failed: failureOf(outcome) }, actor, now);
  }
  const attempts = { increment: 1 };
  const settled =
    outcome.status === "sent"
      ? {
          sentAt: now,
          lastError: null,
          subject: outcome.subject,
          text: key ? sealText(key, `letter.text.${letterId}`, outcome.text) : null,
        }
      : { lastError: outcome.reason };
  await scope.tx.letter.update({
    where: { id: letterId },
    data: { status: outcome.status, note: null, attempts, ...settled },
  });
  return { ok: true, recorded: true };
}

function failureOf(outcome: LetterOutcome): "for_good" | "for_now" | null {
  if (outcome.status === "sent") return null;
  return outcome.permanent ? "for_good" : "for_now";
}

function eventOf(sent: { letterId: string; letter: string; seq: number }, outcome: LetterOutcome): StepEvent {
  const { letterId, letter, seq } = sent;
  if (outcome.status === "failed") return { type: "LetterFailed", letterId, letter, permanent: outcome.permanent };
  // Two contests of one request are confirmed by two letters of one kind.
  return { type: "LetterSent", letterId, letter, ...(letter === "contest_received" ? { about: seq } : {}) };
}

/** A try that did not succeed and will be repeated: a number in the row, not an event. */
export async function recordAttempt(
  actor: SystemActor,
  { letterId, reason }: { letterId: string; reason: string },
): Promise<void> {
  await inOrganisation(actor.organisationId, ({ tx }) =>
    tx.letter.updateMany({
      where: { id: letterId, status: { in: ["queued", "held"] } },
      data: { attempts: { increment: 1 }, lastError: reason },
    }),
  );
}

/** There is no mail server yet: the letter waits, whole, and is not called sent. */
export async function holdLetter(actor: SystemActor, { letterId }: { letterId: string }): Promise<void> {
  await inOrganisation(actor.organisationId, ({ tx }) =>
    tx.letter.updateMany({ where: { id: letterId, status: "queued" }, data: { status: "held" } }),
  );
}
