// UK data protection law as data: UK GDPR Arts 12–22D with Art. 12A (DUAA 2025 s.76) and DPA 2018 s.164A.
import { calendarDate } from "../calendar-date";
import { type AfterProcedure, days, type Law, months, notRead, type Procedure, read } from "../law";

const roll = {
  over: "weekends_and_holidays",
  citation: read("ICO right of access guidance, 8 Dec 2025 (weekends and bank holidays of the nation)"),
} as const;

const request: Procedure = {
  answer: {
    span: months(1),
    setBy: "law",
    promptly: "without undue delay",
    citation: read(
      "UK GDPR Art. 12A, read in the same words of DPA 2018 s.54; ICO right of access guidance, 8 Dec 2025",
    ),
  },
  acknowledge: null,
  extension: {
    total: months(3),
    notice: months(1),
    noticeRunsFrom: "start",
    grounds: ["complexity", "number_of_requests"],
    mustSay: ["the reasons for the delay"],
    citation: read(
      "UK GDPR Art. 12A(3)–(4), read in the same words of DPA 2018 s.54; ICO: three months from the original start",
    ),
  },
  roll,
};

const complaint: AfterProcedure = {
  answer: {
    span: null,
    setBy: "law",
    promptly: "without undue delay",
    citation: read("DPA 2018 s.164A (in force 19 June 2026)"),
  },
  acknowledge: {
    span: days(30),
    citation: read("DPA 2018 s.164A(3); ICO: day 1 is the day after receipt"),
  },
  extension: null,
  roll,
  opens: {
    on: "any_time",
    rights: "every",
    inForce: calendarDate("2026-06-19"),
    citation: read("DPA 2018 s.164A(1) (in force 19 June 2026)"),
  },
};

export const ukGdpr: Law = {
  id: "uk_gdpr",
  name: "UK GDPR",
  title: "UK General Data Protection Regulation and Data Protection Act 2018",
  versions: [
    { version: "uk_gdpr/2018-05-25", inForce: calendarDate("2018-05-25"), change: "The law applies." },
    {
      version: "uk_gdpr/2026-02-05",
      inForce: calendarDate("2026-02-05"),
      change: "DUAA 2025 s.76: start at the relevant time; clarification stops the clock for access.",
    },
    {
      version: "uk_gdpr/2026-06-19",
      inForce: calendarDate("2026-06-19"),
      change: "DPA 2018 s.164A: complaints to the controller are acknowledged within 30 days.",
    },
  ],
  start: read("ICO right of access guidance, 8 Dec 2025: the day of receipt gives the corresponding date"),
  request,
  byRight: {},
  agency: null,
  after: { complaint },
  pauses: [
    {
      ground: "identity",
      rights: "every",
      effect: "starts_over",
      citation: read(
        "UK GDPR Art. 12A(2), read in the same words of DPA 2018 s.54: the latest of receipt, identity information, fee",
      ),
    },
    {
      ground: "clarification",
      condition: "needed_to_find",
      rights: ["access"],
      effect: "stops_from_asking",
      citation: read("UK GDPR Art. 12A, read in the same words of DPA 2018 s.54(3C); counting: project decision D2"),
      wait: notRead("ICO: a reasonable wait is about one month; project decision D7"),
    },
  ],
  nothingElseStops: read(
    "UK GDPR Art. 12A, read in the same words of DPA 2018 s.54: only clarification of an Article 15 request",
  ),
  fee: {
    startsAt: "payment",
    reflectionDays: 0,
    rights: "every",
    citation: read(
      "UK GDPR Art. 12A(2), read in the same words of DPA 2018 s.54: the latest of receipt, identity information, fee",
    ),
  },
  refusal: {
    mustSay: ["reasons_each_part", "complaint_to_us", "complaint_to_ico", "enforceable_in_court"],
    citation: read("UK GDPR Art. 12(4); DPA 2018 s.164A"),
  },
  territory: {
    countries: ["GB"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("UK GDPR Art. 3; DPA 2018 s.207"),
  },
};
