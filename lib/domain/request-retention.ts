// Decides when what Habeas itself holds about a request goes, down to a skeleton that names nobody.
// Answers to GDPR Art. 5(1)(e); 11 CCR §7101 and Colorado Rule 6.11 (24 months); EDPB 01/2022 §79 (no copies of documents).
import { type CalendarDate, plusDays, plusMonths } from "./calendar-date";
import type { OrganisationProfile } from "./organisation";
import type { RequestFacts } from "./request";
import type { RetentionLine } from "./retention";

/** Kinds of data that a request gathers. */
export type RequestData = "identity_documents" | "answer_files" | "drafts" | "messages" | "contact" | "skeleton";

/** A line of `requestRetention`: its category is one of ours, not of the organisation's schedule. */
export type RequestRetentionLine = RetentionLine & { category: RequestData };

/** Days after closing for which the files of an answer can be fetched. They hold the whole copy: no longer than useful. */
export const answerFilesDays = 90;

/** What a request may be kept for at the least. Three months can be 89 days, which would take the answer's files early. */
export const fewestRetentionMonths = 4;

/** Every column that prisma/schema.prisma marks as personal, and the line below that says when it goes. */
export const personalColumns = {
  "PrivacyRequest.person": "contact",
  "PrivacyRequest.details": "messages",
  "PrivacyRequest.emailIndex": "contact",
  "PrivacyRequest.nameIndex": "contact",
  "PrivacyRequest.sourceIndex": "contact",
  "Message.body": "messages",
  "StoredFile.name": "messages",
  "StoredFile.fileKey": "messages",
  "PaperDraft.fileKey": "drafts",
  "Task.words": "messages",
  "Answer.body": "messages",
  "Letter.address": "contact",
  "Letter.addressIndex": "contact",
  "Letter.note": "drafts",
  "Letter.text": "messages",
  "KeptForm.body": "drafts",
  "BacklogImport.body": "drafts",
  "BulkRun.words": "drafts",
} as const satisfies Record<string, Exclude<RequestData, "skeleton">>;

export type Keeper = Pick<OrganisationProfile, "requestRetentionMonths" | "regimes">;

/** Days after which a copy of a document goes, whether or not anybody has decided by then. */
export const identityPaperDays = 30;

/** Months for which these laws want records of requests kept, whatever the organisation would like. */
const recordMonths = { us_ca_ccpa: 24, us_co_cpa: 24 } as const;

/** Months after closing for which the request itself is kept: the organisation's own number, never below the law's. */
export function retentionMonths(profile: Keeper): number {
  const asked = Object.entries(recordMonths).filter(([law]) => profile.regimes.some((regime) => regime === law));
  return Math.max(profile.requestRetentionMonths, ...asked.map(([, months]) => months));
}

/**
 * The last day on which anything about the person is held; null while the request runs. An answer that nobody closed
 * counts as closed on the day it was given, or it would be kept for ever.
 */
export function keptUntil(
  profile: Keeper,
  { state, closedOn, answeredOn }: Pick<RequestFacts, "state" | "closedOn" | "answeredOn">,
): CalendarDate | null {
  const ended = closedOn ?? (state === "answered" ? answeredOn : null);
  return ended && plusMonths(ended, retentionMonths(profile));
}

/** The last day on which the files of an answer can be fetched. */
export function answerFilesUntil(closedOn: CalendarDate): CalendarDate {
  return plusDays(closedOn, answerFilesDays);
}

/**
 * The lines for this request's own data, soonest first. `closedOn` null: the request is open, so lines carry no dates
 * and say the rule instead. A file follows its purpose: proof → identity documents, answer → answer files, else messages.
 */
export function requestRetention(profile: Keeper, closedOn: CalendarDate | null): RequestRetentionLine[] {
  const months = retentionMonths(profile);
  const kept = `${months} months after closing, or after the answer if nobody closes it, to show how we answered`;
  const until = closedOn ? { until: plusMonths(closedOn, months) } : {};
  const answersUntil = closedOn ? { until: answerFilesUntil(closedOn) } : {};
  const law = recordLaw(profile);
  return [
    {
      category: "identity_documents",
      name: "Copies of documents that show who you are",
      outcome: "erase",
      ...(closedOn ? { by: closedOn } : {}),
      because: `Destroyed as soon as we have decided, at the latest ${identityPaperDays} days after you sent them. We keep only that it was checked, and a number computed from the file, which tells whether the same file comes again.`,
      law: "GDPR Art. 5(1)(c), (e); EDPB Guidelines 01/2022 §79",
    },
    {
      category: "drafts",
      name: "What you typed and did not send, and the codes in our letters",
      outcome: "erase",
      ...(closedOn ? { by: closedOn } : {}),
      because: "Typed text goes after a day, codes once the letter is sent.",
    },
    {
      category: "answer_files",
      name: "The files of our answer, and what our systems gave for it",
      outcome: "keep_until",
      ...answersUntil,
      because: `${answerFilesDays} days after closing, so that you can fetch them. If nobody closes it, they go with what we wrote; what systems gave for a request that you withdraw goes at once.`,
    },
    {
      category: "messages",
      name: "What you and we wrote, and files with it",
      outcome: "keep_until",
      ...until,
      because: `${kept}.`,
      law,
    },
    {
      category: "contact",
      name: "Your name and how to reach you",
      outcome: "keep_until",
      ...until,
      because: `${kept}.`,
      law,
    },
    {
      category: "skeleton",
      name: "Dates, kind of request and outcome, without your name or address",
      outcome: "keep_while",
      because: "As long as we count requests and prove that the record was not changed. It names nobody.",
    },
  ];
}

function recordLaw(profile: Keeper): string {
  const laws = ["GDPR Art. 5(2)"];
  if (profile.regimes.includes("us_ca_ccpa")) laws.push("11 CCR §7101");
  if (profile.regimes.includes("us_co_cpa")) laws.push("Colorado Rule 6.11");
  return laws.join("; ");
}
