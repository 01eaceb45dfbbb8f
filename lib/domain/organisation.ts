// Decides what Habeas must know about an organisation before it can keep that organisation's promises.
// Answers to GDPR Arts 12–15 (who, how long, to whom, where to complain) and to the organisation's own published policy.
import type { CalendarDate } from "./calendar-date";
import type { Matching } from "./matching";
import type { RegimeId } from "./regime";
import type { RetentionRule } from "./retention-rule";
import type { Right } from "./right";
import type { AskedBy } from "./systems/registered-system";

/** Laws that can bind an organisation. The promise is no law: it has its own field and counts for everybody. */
export type LawId = Exclude<RegimeId, "contract_30d">;

/** A right that is offered. Proof is not configurable here: the domain's policy decides it. */
export type OfferedRight = { right: Right; name?: string; hint?: string };

/** Where a person can turn to. `accountSettings` is the signed-in door of the organisation's own product. */
export type Contacts = {
  email: string;
  telephone?: string;
  postal?: string;
  dpo?: { name?: string; email: string };
  accountSettings?: { text: string; url: string };
};

/** `extra` are days that no calendar lists; `remove` are listed days on which this organisation works. */
export type HolidayCalendar = {
  country: string;
  state?: string;
  extra: { date: CalendarDate; name: string }[];
  remove: CalendarDate[];
};

/** What happens to children. `delete_on_contact`: no account may exist. `guardian_verified`: authority first. */
export type ChildRule = { under: number; rule: "delete_on_contact" | "guardian_verified"; text: string };

/** Data that the organisation only processes for somebody else: such requests are handed over to that controller. */
export type ProcessorRole = { id: string; name: string; description: string; controllerContact?: string };

/**
 * A place where data lives, and the department that answers for it, as the file has it. Categories are those of `retention`.
 * What is at work is the register (065), which begins with this; `registered` in systems/register.ts fills in what is left out.
 */
export type System = {
  id: string;
  name: string;
  owner: string;
  /** Where tasks for the owner are sent. */
  ownerEmail?: string;
  categories: string[];
  recipients?: string[];
  identifiers?: string[];
  /** The older word for `askedBy` with nothing to say. */
  kind?: "manual";
  askedBy?: AskedBy;
  order?: number;
};

/** Somebody who receives data and must hear of a correction, erasure or restriction (GDPR Art. 19). */
export type Recipient = {
  id: string;
  name: string;
  kind: "integration" | "processor" | "third_party";
  categories: string[];
  note?: string;
};

/** A decision that no person takes, with the logic behind it and what follows from it (GDPR Arts 15(1)(h), 22). */
export type AutomatedDecision = { name: string; logic: string; consequences: string };

/** One version of the privacy notice. `noticeDays` is the warning that was given before it took force. */
export type PrivacyNotice = {
  version: string;
  announcedOn: CalendarDate;
  from: CalendarDate;
  noticeDays: number;
  text?: string;
  url?: string;
};

/** How a change of the notice is announced. */
export type NoticeOfChange = {
  days: number;
  channels: ("email" | "prominent_notice")[];
  archivedOnRequest: boolean;
  text: string;
};

/** Sign-in at the organisation's own accounts by OpenID Connect. The secret itself is never in a file: the variable has it. */
export type AccountSignIn = { name: string; issuer: string; clientId: string; clientSecretVariable?: string };

/** Who signs the way over from the account settings: the keys at an address, or one public key (RFC 7517). */
export type AccountHandOver = { issuer: string; jwksUrl?: string; publicJwk?: PublicJwk };
export type PublicJwk = { kty: string; crv?: string; x?: string; y?: string; n?: string; e?: string; alg?: string };

/** A profile as the domain, the portal and the letters read it. Made only by `parseOrganisation` in lib/forms. */
export type OrganisationProfile = {
  slug: string;
  name: string;
  /** For those who maintain the file: choices that the policy leaves open. Never shown to a person. */
  note?: string;
  /** `accent` is a CSS colour (hex or oklch); `mark` is one to four letters. */
  brand: { accent: string; mark: string };
  languages: { offered: string[]; default: string };
  /** What a person may choose: the language of pages and letters, the zone in which times on their pages are shown. */
  preferences: { language: boolean; timeZone: boolean };
  /** IANA name. Dates of law are days at this place. */
  timeZone: string;
  establishment: { country: string; region?: string };
  holidays: HolidayCalendar;
  contacts: Contacts;
  /** Laws under which people may ask; who is under which is decided by residence. */
  regimes: LawId[];
  promise: { days: number; text: string };
  /** India: the period that the organisation publishes, at most 90 days (DPDP Rules, rule 14). */
  publishedPeriodDays?: number;
  rights: OfferedRight[];
  marketingPreferencePage?: { text: string; url?: string };
  child: ChildRule;
  /** What people are told about proof before they ask. */
  identity: {
    documents: "never" | "when_required";
    text: string;
    signIn?: AccountSignIn;
    handOver?: AccountHandOver;
    /** With what the organisation holds, what a person types can be compared. Absent: staff compare by hand. */
    matching?: Matching;
  };
  processorRoles: ProcessorRole[];
  /** `not_stated`: the policy offers the opt-out and does not say that nothing is sold. */
  sale: { sells: "nothing" | "something" | "not_stated"; statement: string; noDiscrimination?: string };
  retention: RetentionRule[];
  /** How an erasure is carried out, stated in the answer. */
  erasure: {
    withinDays: number;
    /** Days between the release of a plan and its first effect, in which the person can still withdraw; absent: three. */
    waitingDays?: number;
    anonymisedMayRemain: boolean;
    text: string;
  };
  backups?: { overwrittenWithinDays: number };
  storageLocation: { text: string; euOnRequest: boolean };
  safeguards: string[];
  systems: System[];
  recipients: Recipient[];
  /** Empty: there are none. Absent: nobody wrote it down, and the answer's summary says that it has to be asked for. */
  automatedDecisions?: AutomatedDecision[];
  noticeOfChange?: NoticeOfChange;
  /** Oldest first. */
  notices: PrivacyNotice[];
  letters: { sender: { name: string; email: string }; replyTo: string };
  /** Days after filing: reminders, and the end of a request whose address was never confirmed. */
  lapse: { unconfirmedAfterDays: number; remindAfterDays: number[] };
  /** How many days before the due date a request counts as due soon. */
  dueSoonDays: number;
  /** How many days before the date staff are reminded, once each; absent: once, when it is due soon. */
  remindBeforeDueDays?: number[];
  /** Months after closing until the request itself is reduced to a skeleton without personal data. */
  requestRetentionMonths: number;
  mfaRequired: boolean;
  /** Promises of the policy that Habeas does not keep, named so that nobody assumes it. */
  notCovered: string[];
};
