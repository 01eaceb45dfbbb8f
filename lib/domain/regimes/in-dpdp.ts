// India's Digital Personal Data Protection Act 2023 as data: ss.11–14 and Rule 14 of the DPDP Rules 2025.
import { calendarDate } from "../calendar-date";
import { type AfterProcedure, days, type Law, notRead, type Procedure, read } from "../law";

const roll = { over: "nothing", citation: read("DPDP Rules 2025 r.14(3)") } as const;

// The law leaves the number to the organisation; the ceiling for grievances is the only number it names.
const request: Procedure = {
  answer: {
    span: days(90),
    setBy: "publication",
    promptly: null,
    citation: read("DPDP Rules 2025 r.14: the period the organisation publishes, never above the 90 days of r.14(3)"),
  },
  acknowledge: null,
  extension: null,
  roll,
};

const grievance: AfterProcedure = {
  ...request,
  answer: {
    span: days(90),
    setBy: "publication",
    promptly: null,
    citation: read("DPDP Rules 2025 r.14(3): the published period, not exceeding ninety days"),
  },
  opens: {
    on: "any_time",
    rights: "every",
    inForce: null,
    citation: notRead("DPDP Act 2023 s.13(1): any act or omission about the person's data or rights"),
  },
};

export const inDpdp: Law = {
  id: "in_dpdp",
  name: "India DPDP",
  title: "Digital Personal Data Protection Act 2023",
  versions: [
    {
      version: "in_dpdp/2027-05-14",
      inForce: calendarDate("2027-05-14"),
      change: "Rule 14 of the 2025 Rules applies.",
    },
  ],
  start: read("DPDP Rules 2025 r.14(3)"),
  request,
  byRight: {},
  agency: null,
  after: { grievance },
  pauses: [],
  nothingElseStops: read("DPDP Rules 2025 r.14(3)"),
  fee: null,
  refusal: {
    mustSay: ["outcome_in_period", "board_is_next"],
    citation: notRead("DPDP Act 2023 s.13(3)"),
  },
  territory: {
    countries: ["IN"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("DPDP Act 2023 s.3"),
  },
};
