// Decides what each figure of a report means: one sentence each, printed under it on the page, in the CSV and in the pack.
// Answers to GDPR Art. 5(2) and 11 CCR §7102: a number that nobody can define cannot be defended.

export const reportDefinitions = {
  open: {
    name: "Open",
    counts:
      "Requests that are owed an answer at the end of the day shown; those whose address was not confirmed are left out.",
  },
  due_soon: {
    name: "Due soon",
    counts: "Open requests whose date lies between the day shown and the organisation's number of days after it.",
  },
  overdue: {
    name: "Overdue",
    counts:
      "Open requests whose date is over: overdue from the day after it. The date is the earliest of the organisation's promise and the laws, so that some may be past the promise only, and still within the law.",
  },
  overdue_extended: {
    name: "Overdue after an extension",
    counts:
      "Overdue requests whose person had been told of a later date and why; overdue from the day after that date.",
  },
  ageing: {
    name: "Age of what is open",
    counts: "Open requests by the number of calendar days from the day of receipt to the day shown.",
  },
  on_time: {
    name: "On-time rate",
    counts:
      "Of the requests answered in the twelve months up to the day shown, the share whose answer was released on or before the date that stood on that day; an extension counts only where the person was told in time, and where no date stood nothing was late.",
  },
  cohorts: {
    name: "By month received",
    counts:
      "Requests by the month of receipt and what had become of them by the end of the day shown: answered on time, late (answered after the date that stood, or still owed past it), open and not late, withdrawn or lapsed. The share is on time out of on time and late.",
  },
  extensions: {
    name: "Extended",
    counts:
      "Of the requests answered in the twelve months up to the day shown, the share whose person had been told of an extension, by the kind of reason.",
  },
  refusals: {
    name: "Refused",
    counts:
      "Of the rights decided in answers released in the twelve months up to the day shown, the share refused in whole or in part, by ground.",
  },
  period: {
    name: "Of the period",
    counts:
      "Requests received in the period, and what had become of them by the end of its last day: answered on or before the date that stood, late (answered after it, or still owed past it), open and not late, withdrawn or lapsed.",
  },
  period_extended: {
    name: "Extended in the period",
    counts: "Of the requests received in the period, those whose person had been told of an extension by its last day.",
  },
  period_decided: {
    name: "Decided in the period",
    counts: "Rights decided in the answers released by the last day to requests received in the period.",
  },
  days_to_answer: {
    name: "Days to the answer",
    counts:
      "Of the requests answered: calendar days from the day of receipt to the release of the answer. The median, and the number of days within which nine of ten were answered (90th percentile, nearest rank).",
  },
  california_received: {
    name: "Received",
    counts:
      "Requests received in the calendar year, verified or not; each counts once in every type that it asks for. A question about automated decisions asks for both, access and opt-out, and counts in each.",
  },
  california_complied: {
    name: "Complied with in whole or in part",
    counts:
      "Requests in whose answer, released by the end of the day shown, something of the type was granted, in whole or in part. An answer that was reversed counts no more.",
  },
  california_denied: {
    name: "Denied",
    counts:
      "Requests in whose released answer all of the type was refused, and those that ended because the address or the identity was not shown in time.",
  },
  california_rest: {
    name: "Neither",
    counts: "Requests that the person withdrew, or that had no answer by the end of the day shown.",
  },
  california_days: {
    name: "Days to a substantive response",
    counts:
      "Calendar days from receipt to the released answer, whether it granted or refused: median and mean for each type. Acknowledgements, questions and extensions are no response.",
  },
} as const satisfies Record<string, { name: string; counts: string }>;

export type ReportFigure = keyof typeof reportDefinitions;

/** How every figure of these reports can be made again. */
export const recountedHow =
  "Counted from every request's events up to the end of the day shown, so that the same day gives the same numbers whenever it is asked; a letter that was written down later appears from the day on which it was written down. Holidays and the organisation's promise are those under which each request was received.";
