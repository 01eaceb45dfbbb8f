// Quebec's private-sector privacy Act as data: P-39.1 as amended by Law 25; counting by Interpretation Act I-16 s.52.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure } from "../law";

const request: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: "promptly",
    citation: notRead("Act P-39.1 s.32"),
  },
  acknowledge: null,
  extension: null,
  roll: {
    over: "sundays_and_holidays",
    citation: notRead("Quebec Interpretation Act I-16 s.52: Sunday or listed holiday, not Saturday"),
  },
};

export const caQcLaw25: Law = {
  id: "ca_qc_law25",
  name: "Quebec Law 25",
  title: "Act respecting the protection of personal information in the private sector (P-39.1)",
  versions: [
    { version: "ca_qc_law25/2023-09-22", inForce: calendarDate("2023-09-22"), change: "Law 25 applies." },
    { version: "ca_qc_law25/2024-09-22", inForce: calendarDate("2024-09-22"), change: "Portability (s.27)." },
  ],
  start: notRead("Act P-39.1 s.32: from receipt; I-16 s.52 excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: notRead("Act P-39.1 s.32: silence is refusal"),
  fee: null,
  refusal: {
    mustSay: ["in_writing", "reasons", "provision", "remedies_and_limits", "help_to_understand"],
    citation: notRead("Act P-39.1 s.34"),
  },
  territory: {
    countries: [],
    regions: ["CA-QC"],
    followsEstablishment: true,
    citation: notRead("Act P-39.1 s.1"),
  },
};
