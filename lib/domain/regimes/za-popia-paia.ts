// South Africa's POPIA and PAIA as data: POPIA ss.23–25 and regulation 3, PAIA ss.56–58; counting by Interpretation Act s.4.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure, read } from "../law";

const roll = {
  over: "sundays_and_holidays",
  citation: read("Interpretation Act 33 of 1957 s.4: Saturday counts"),
} as const;

const request: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: "as soon as reasonably possible",
    citation: read("POPIA Regulations reg. 3 as amended 17 Apr 2025"),
  },
  acknowledge: null,
  extension: null,
  roll,
};

const access: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: "as soon as reasonably possible",
    citation: read("PAIA s.56(1) via POPIA s.25"),
  },
  acknowledge: null,
  extension: {
    total: days(60),
    notice: days(30),
    noticeRunsFrom: "start",
    grounds: ["many_records", "search_elsewhere", "consultations", "consent"],
    mustSay: [
      "the period of the extension",
      "adequate reasons",
      "the provisions relied on",
      "that a complaint to the Information Regulator or an application to court is possible",
    ],
    citation: read("PAIA s.57(1)–(3): once, up to thirty days, access only"),
  },
  roll,
};

export const zaPopiaPaia: Law = {
  id: "za_popia_paia",
  name: "South Africa POPIA/PAIA",
  title: "Protection of Personal Information Act 4 of 2013 and Promotion of Access to Information Act 2 of 2000",
  versions: [
    { version: "za_popia_paia/2021-07-01", inForce: calendarDate("2021-07-01"), change: "POPIA applies." },
    {
      version: "za_popia_paia/2025-04-17",
      inForce: calendarDate("2025-04-17"),
      change: "Amended regulations: 30 days for correction and deletion; a day is a calendar day.",
    },
  ],
  start: read("PAIA s.56(1); Interpretation Act 33 of 1957 s.4 excludes the first day"),
  request,
  byRight: { access },
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: notRead("PAIA s.58: silence is refusal"),
  fee: null,
  refusal: {
    mustSay: ["reasons_and_provisions", "nothing_of_the_record", "complaint_or_court_in_time"],
    citation: read("PAIA s.56(3)"),
  },
  territory: {
    countries: ["ZA"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("POPIA s.3"),
  },
};
