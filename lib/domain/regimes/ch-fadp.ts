// The Swiss Federal Act on Data Protection as data: FADP Arts 25–32, Data Protection Ordinance (DPO) Arts 16–19.
import { calendarDate } from "../calendar-date";
import { days, type Law, notRead, type Procedure, read } from "../law";

const request: Procedure = {
  answer: {
    span: days(30),
    setBy: "law",
    promptly: null,
    citation: read("FADP Art. 25(7)"),
  },
  acknowledge: null,
  extension: {
    total: null,
    notice: days(30),
    noticeRunsFrom: "start",
    grounds: ["not_in_time"],
    mustSay: ["the new date by which the answer will come"],
    citation: notRead("DPO Art. 18(2)"),
  },
  roll: {
    over: "weekends_and_holidays",
    citation: notRead("Code of Obligations Art. 78; SR 173.110.3 (Saturday)"),
  },
};

export const chFadp: Law = {
  id: "ch_fadp",
  name: "Swiss FADP",
  title: "Federal Act on Data Protection and Data Protection Ordinance",
  versions: [
    { version: "ch_fadp/2023-09-01", inForce: calendarDate("2023-09-01"), change: "The revised Act applies." },
  ],
  start: notRead("DPO Art. 18(1): from receipt; Code of Obligations Art. 77 excludes the first day"),
  request,
  byRight: {},
  agency: null,
  after: {},
  pauses: [],
  nothingElseStops: notRead("DPO Art. 18(1): only the announced cost share moves the start"),
  fee: {
    startsAt: "end_of_reflection",
    reflectionDays: 10,
    // The cost share belongs to the right to information and to the handing over of data, not to correction.
    rights: ["access", "portability"],
    citation: read("DPO Art. 19: ten days to think it over, then the thirty days start"),
  },
  refusal: {
    mustSay: ["reasons_refusing_limiting_delaying"],
    citation: notRead("FADP Art. 26(4)"),
  },
  territory: {
    countries: ["CH"],
    regions: [],
    followsEstablishment: true,
    citation: notRead("FADP Art. 3"),
  },
};
