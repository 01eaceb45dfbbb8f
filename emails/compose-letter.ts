import { render } from "@react-email/render";
import { createElement } from "react";
import type { GatheredLetter, OwnerLetter, PersonLetter, StaffLetter, WeeklyLetter } from "@/lib/domain/letters";
import { addressChangeAsked } from "./address-change-asked";
import { addressChanged } from "./address-changed";
import { answerReady } from "./answer-ready";
import { confirmAddress } from "./confirm-address";
import { confirmAgent } from "./confirm-agent";
import { confirmNewAddress } from "./confirm-new-address";
import { confirmationReminder } from "./confirmation-reminder";
import { contestDecided } from "./contest-decided";
import { contestExtended } from "./contest-extended";
import { contestReceived } from "./contest-received";
import { dateMoved } from "./date-moved";
import { delayed } from "./delayed";
import { deliveryCode } from "./delivery-code";
import { erasurePlanned } from "./erasure-planned";
import { extended } from "./extended";
import { freshLink } from "./fresh-link";
import { lapsed } from "./lapsed";
import type { Letter } from "./letter";
import type { GatheredLetterFacts, OwnerFacts, PersonFacts, StaffFacts, WeeklyLetterFacts } from "./letter-facts";
import { LetterLayout } from "./letter-layout";
import { letterText } from "./letter-text";
import { type LetterWords, letterWords } from "./letter-words";
import { needMore } from "./need-more";
import { newMessage } from "./new-message";
import { ownerLetter } from "./owner-letter";
import { proofReminder } from "./proof-reminder";
import { received } from "./received";
import { refused } from "./refused";
import { staffGathered } from "./staff-gathered";
import { staffMentioned } from "./staff-mentioned";
import { staffNewRequest } from "./staff-new-request";
import { staffNobodyThere } from "./staff-nobody-there";
import { staffPersonReplied } from "./staff-person-replied";
import { staffWeekly } from "./staff-weekly";
import { unproven } from "./unproven";
import { withdrawn } from "./withdrawn";

const toPerson: Readonly<Record<PersonLetter, (facts: PersonFacts, t: LetterWords) => Letter>> = {
  confirm_address: confirmAddress,
  received,
  confirmation_reminder: confirmationReminder,
  need_more: needMore,
  extended,
  delayed,
  new_message: newMessage,
  answer_ready: answerReady,
  refused,
  withdrawn,
  lapsed,
  fresh_link: freshLink,
  proof_reminder: proofReminder,
  unproven,
  confirm_agent: confirmAgent,
  confirm_new_address: confirmNewAddress,
  address_change_asked: addressChangeAsked,
  address_changed: addressChanged,
  delivery_code: deliveryCode,
  contest_received: contestReceived,
  contest_extended: contestExtended,
  contest_decided: contestDecided,
  date_moved: dateMoved,
  erasure_planned: erasurePlanned,
};

/** A letter to staff about one request. */
export type RequestStaffLetter = Exclude<StaffLetter, GatheredLetter | WeeklyLetter>;

const toStaff: Readonly<Record<RequestStaffLetter, (facts: StaffFacts, t: LetterWords) => Letter>> = {
  staff_new_request: staffNewRequest,
  staff_person_replied: staffPersonReplied,
  staff_mentioned: staffMentioned,
  staff_nobody_there: staffNobodyThere,
};

/** A letter ready to be posted. The subject begins with the reference and stays the same form for the whole request. */
export type ComposedLetter = { subject: string; html: string; text: string; language: string };

export function composeForPerson(kind: PersonLetter, facts: PersonFacts): Promise<ComposedLetter> {
  const words = letterWords(facts.language);
  return composed(toPerson[kind](facts, words), { ...facts, organisation: facts.desk.name }, words);
}

export function composeForStaff(kind: RequestStaffLetter, facts: StaffFacts): Promise<ComposedLetter> {
  const words = letterWords(facts.language);
  return composed(toStaff[kind](facts, words), facts, words);
}

export function composeForOwner(kind: OwnerLetter, facts: OwnerFacts): Promise<ComposedLetter> {
  const words = letterWords(facts.language);
  return composed(ownerLetter(kind, facts, words), { ...facts, organisation: facts.desk.name }, words);
}

export function composeGathered(kind: GatheredLetter, facts: GatheredLetterFacts): Promise<ComposedLetter> {
  const words = letterWords(facts.language);
  return composed(staffGathered(kind, facts, words), { ...facts, reference: null }, words);
}

export function composeWeekly(facts: WeeklyLetterFacts): Promise<ComposedLetter> {
  const words = letterWords(facts.language);
  return composed(staffWeekly(facts, words), { ...facts, reference: null }, words);
}

async function composed(
  letter: Letter,
  about: { organisation: string; reference: string | null; language: string },
  t: LetterWords,
): Promise<ComposedLetter> {
  const { organisation, reference, language } = about;
  const { subject } = letter;
  return {
    subject:
      reference === null ? `${organisation}: ${subject}` : t("shared.subject", { reference, organisation, subject }),
    html: await render(createElement(LetterLayout, { letter, organisation, language })),
    text: letterText(letter, organisation),
    language,
  };
}
