// Canada's Personal Information Protection and Electronic Documents Act as data: ss.8–9; counting by the Interpretation Act.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure, read } from "../law";

const request: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: "with due diligence",
    citation: read("PIPEDA s.8(3)"),
  },
  acknowledge: null,
  extension: {
    total: days(60),
    notice: days(30),
    noticeRunsFrom: "date_of_request",
    grounds: ["interference", "consultations", "other_format"],
    mustSay: ["the new time limit", "the reasons for extending", "the right to complain to the Privacy Commissioner"],
    citation: read("PIPEDA s.8(4): notice no later than thirty days after the date of the request"),
  },
  roll: {
    over: "sundays_and_holidays",
    citation: read("Interpretation Act (Canada) ss.26 and 35(1): a holiday includes Sunday, not Saturday"),
  },
};

export const caPipeda: Law = {
  id: "ca_pipeda",
  name: "Canada PIPEDA",
  title: "Personal Information Protection and Electronic Documents Act",
  versions: [{ version: "ca_pipeda/2004-01-01", inForce: calendarDate("2004-01-01"), change: "The Act applies." }],
  start: notRead("PIPEDA s.8(3); Interpretation Act (Canada) s.27(5) excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: read("PIPEDA s.8(3) and (5): silence is refusal"),
  fee: null,
  refusal: {
    mustSay: ["in_writing", "reasons", "recourse"],
    citation: read("PIPEDA s.8(7)"),
  },
  territory: {
    countries: ["CA"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("PIPEDA s.4"),
  },
};
