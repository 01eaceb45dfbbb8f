import "server-only";
import {
  type ComposedLetter,
  composeForOwner,
  composeForPerson,
  composeForStaff,
  composeGathered,
  composeWeekly,
} from "@/emails/compose-letter";
import { readyGatheredLetter } from "@/lib/commands/ready-gathered-letter";
import { type ReadyLetter, readyLetter } from "@/lib/commands/ready-letter";
import { readyWeeklyLetter } from "@/lib/commands/ready-weekly-letter";
import { holdLetter, type LetterOutcome, recordAttempt, recordLetter } from "@/lib/commands/record-letter";
import type { GatheredMail } from "@/lib/db/gathered-letters";
import { findOrganisation, type Organisation } from "@/lib/db/organisations";
import type { WeeklyMail } from "@/lib/db/weekly-letters";
import type { SystemActor } from "@/lib/domain/actor";
import { isGathered } from "@/lib/domain/letters";
import { clearFromOutbox, holdInOutbox } from "@/lib/mailer/outbox-folder";
import { letterAsFile, type Posting, postLetter } from "@/lib/mailer/post";
import { blotted, gatheredFacts, ownerFacts, personFacts, staffFacts, weeklyFacts } from "./letter-facts";

/** Thrown so that the queue tries again later. Says nothing that the mail server said: it may quote an address. */
export class LetterDelayed extends Error {
  override name = "LetterDelayed";
}

export type SendingDesk = { smtpUrl: string | undefined; dataDir: string; baseUrl: string };

/**
 * Sends one owed letter. At least once, and every time under the same Message-ID: killed between the server's yes and our
 * record of it, it is sent again and the reader's mailbox sees one. A retry carries the same link while that is young and
 * a new one later.
 *
 * @throws LetterDelayed when it has to be tried again
 */
export async function sendLetter(
  owed: { letterId: string; organisationId: string },
  desk: SendingDesk & { lastTry: boolean },
  now: Date,
): Promise<void> {
  const { letterId, organisationId } = owed;
  const actor: SystemActor = { kind: "system", organisationId, task: "send_letter" };
  const organisation = await findOrganisation({ id: organisationId });
  const ready = organisation && (await readyToLeave(actor, { organisation, letterId }, now));
  if (!ready) return;
  const record = async (outcome: LetterOutcome) => {
    const settled = await recordLetter(actor, { organisation, letterId, outcome }, now);
    if (!settled.ok) throw new LetterDelayed(settled.refusal);
    // Sent or given up: no readable copy with a link stays behind.
    await clearFromOutbox(desk.dataDir, letterId);
  };
  const fail = (reason: string, permanent: boolean) => record({ status: "failed", reason, permanent });
  if (ready.crowdedOut) {
    // Says nothing of the address: who never heard from us lets nothing lapse by their silence.
    await fail("its address had its letters for the day", false);
    return;
  }
  const { to } = ready;
  if (to === null) {
    await fail("nobody is left to read it", true);
    return;
  }
  const whole = await written(organisation, ready, desk.baseUrl, now);
  const { letter, evidence } = whole;
  const posting = postingOf(organisation, ready, { ...whole, to }, now);
  if (!desk.smtpUrl) {
    await holdInOutbox(desk.dataDir, letterId, await letterAsFile(posting));
    await holdLetter(actor, { letterId });
    return;
  }
  const posted = await postLetter(desk.smtpUrl, posting);
  if (posted.status === "sent") {
    await record({ status: "sent", subject: letter.subject, text: evidence });
    return;
  }
  if (posted.status === "permanent" || desk.lastTry) {
    await fail(posted.reason, posted.status === "permanent");
    return;
  }
  await recordAttempt(actor, { letterId, reason: posted.reason });
  throw new LetterDelayed(`letter ${letterId} has to wait: ${posted.reason}`);
}

/** A letter to staff that is about no one request. */
type Apart = (GatheredMail | WeeklyMail) & { audience: "apart"; crowdedOut: false; firstLetterId: null };
type Written = { letter: ComposedLetter; evidence: string; stopUrl: string | null };

/** A letter about one request, one about many, or the one of the week. */
async function readyToLeave(
  actor: SystemActor,
  owed: { organisation: Organisation; letterId: string },
  now: Date,
): Promise<ReadyLetter | Apart | null> {
  const ready = await readyLetter(actor, owed, now);
  if (ready) return ready;
  const apart = (await readyGatheredLetter(actor, owed)) ?? (await readyWeeklyLetter(actor, owed));
  return apart && { ...apart, audience: "apart", crowdedOut: false, firstLetterId: null };
}

async function written(
  organisation: Organisation,
  ready: ReadyLetter | Apart,
  baseUrl: string,
  now: Date,
): Promise<Written> {
  if (ready.audience === "person") {
    const facts = personFacts(ready.request, ready, baseUrl, now);
    const letter = await composeForPerson(ready.kind, facts);
    const evidence = await composeForPerson(ready.kind, { ...facts, key: blotted(facts.key) });
    return { letter, evidence: evidence.text, stopUrl: null };
  }
  if (ready.audience === "owner") {
    const facts = ownerFacts(ready, baseUrl);
    const letter = await composeForOwner(ready.kind, facts);
    const evidence = await composeForOwner(ready.kind, { ...facts, key: blotted(facts.key) });
    return { letter, evidence: evidence.text, stopUrl: null };
  }
  if (ready.audience === "apart" && ready.kind === "staff_weekly") {
    const facts = weeklyFacts(organisation, ready, baseUrl);
    const letter = await composeWeekly(facts);
    return { letter, evidence: letter.text, stopUrl: facts.stopUrl };
  }
  const letter = await writtenToStaff(organisation, ready, baseUrl, now);
  return { letter, evidence: letter.text, stopUrl: null };
}

function writtenToStaff(
  organisation: Organisation,
  ready: Exclude<ReadyLetter, { audience: "person" | "owner" }> | (GatheredMail & { audience: "apart" }),
  baseUrl: string,
  now: Date,
): Promise<ComposedLetter> {
  const gathered = (letter: Pick<GatheredMail, "kind" | "requests" | "contested">) =>
    composeGathered(letter.kind, gatheredFacts(organisation, letter, baseUrl));
  if (ready.audience === "apart") return gathered(ready);
  const { kind, request } = ready;
  // One that was owed before such letters were gathered tells of its one request in the same words.
  if (isGathered(kind)) return gathered({ kind, requests: 1, contested: 0 });
  if (kind === "staff_weekly") throw new Error("the letter of the week belongs to no request");
  return composeForStaff(kind, staffFacts(request, baseUrl, now));
}

function postingOf(
  { profile }: Organisation,
  ready: ReadyLetter | Apart,
  { letter, to, stopUrl }: Written & { to: string },
  now: Date,
): Posting {
  return {
    letterId: ready.id,
    letter,
    to,
    stopUrl,
    from: profile.letters.sender,
    replyTo: profile.letters.replyTo,
    organisation: profile.name,
    firstLetterId: ready.firstLetterId,
    now,
  };
}
