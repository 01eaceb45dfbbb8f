// The Australian Privacy Principles 12 and 13 as data: Privacy Act 1988 (Cth) Sch. 1; counting by the Acts Interpretation Act.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure, read } from "../law";

const request: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: "within a reasonable period",
    citation: read("APP 12.4(a)(ii); OAIC APP Guidelines ch. 12: not more than 30 calendar days"),
  },
  acknowledge: null,
  extension: null,
  // A ceiling from guidance is not a limit fixed by an Act, so s.36(2) does not move it (project decision D5).
  roll: { over: "nothing", citation: read("OAIC APP Guidelines ch. 12; project decision D5") },
};

const agency: Procedure = {
  ...request,
  answer: {
    span: days(30),
    setBy: "law",
    promptly: null,
    citation: notRead("APP 12.4(a)(i); APP 13.5(a)(i)"),
  },
  roll: { over: "weekends_and_holidays", citation: notRead("Acts Interpretation Act 1901 (Cth) s.36(2)") },
};

export const auApp12: Law = {
  id: "au_app12",
  name: "Australia APP 12/13",
  title: "Privacy Act 1988 (Cth), Australian Privacy Principles",
  versions: [{ version: "au_app12/2014-03-12", inForce: calendarDate("2014-03-12"), change: "The Principles apply." }],
  start: notRead("APP 12.4(a); Acts Interpretation Act 1901 (Cth) s.36(1) excludes the first day"),
  request,
  byRight: {},
  agency,
  after: {},
  pauses: [],
  nothingElseStops: read("APP 12.4(a); OAIC APP Guidelines ch. 12"),
  fee: null,
  refusal: {
    mustSay: ["in_writing", "reasons_unless_unreasonable", "how_to_complain"],
    citation: read("APP 12.9"),
  },
  territory: {
    countries: ["AU"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("Privacy Act 1988 (Cth) s.5B"),
  },
};
